"""Jobs through a real pty, on a turned clock: what is printed, what is confirmed, and what each fault does."""

import pytest

from drivers.printing.conversation import Conversation
from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.emulator.turned_cable import TurnedCable
from drivers.printing.errors import CableAway, CableStalled
from drivers.printing.outcome import PrintState
from drivers.printing.printer import Printer
from drivers.printing.profile import load_profile
from drivers.printing.serial_transport import SerialTransport
from drivers.printing.slip import build_slip
from drivers.printing.status import Cause
from drivers.printing.transport import WallWatch
from tests.drivers.printing.conftest import PATIENCE_S, slip
from tests.own_time import OwnTime
from waitline.model.device import Health
from waitline.model.words import Words

BIG5 = load_profile("big5-80mm")
TM = load_profile("tm-t88-tc")
MUTE = BIG5.with_settings(answers=False, confirmation="none")
FAST_BIG5, FAST_TM = BIG5.with_settings(baud=115200), TM.with_settings(baud=115200)
QUESTIONS = 8 + 12
PROBE = {BIG5.name: 3, TM.name: 11}
BEFORE_THE_SLIP = QUESTIONS + PROBE[BIG5.name]
"""Bytes that come before a first slip: status questions, and a probe whether the printer reads commands."""


def is_whole(printed: PrintedSlip) -> bool:
    return "A001" in printed.text and "114-06-03 09:41" in printed.text and not is_void(printed)


def is_void(printed: PrintedSlip) -> bool:
    return any("作廢 VOID" in line for line in printed.text)


def is_copy(printed: PrintedSlip) -> bool:
    return any("補印 COPY" in line for line in printed.text)


@pytest.mark.parametrize("profile", [BIG5, TM, load_profile("gb18030-80mm")], ids=lambda profile: profile.name)
def test_a_slip_is_printed_cut_and_confirmed(bench, profile):
    made = bench(profile)
    outcome = made.printer.print_slip(build_slip(slip(), profile), job_id=17)
    [printed] = made.emulator.wait_for_slips(1, seconds=PATIENCE_S)
    assert (outcome.state, outcome.causes, outcome.job_id) == (PrintState.CONFIRMED, (), 17)
    assert printed.text[:4] == ("中正戶政事務所", "Household Registration Office", "A001", "戶籍謄本")
    assert printed.codes[0].payload == "https://q.example.gov.tw/t/7F3K9Q2M"
    assert printed.codes[0].millimetres >= 20
    assert printed.unknown == ()


def test_jobs_follow_each_other_and_each_is_its_own_slip(bench):
    made = bench(TM)
    states = [
        made.printer.print_slip(build_slip(slip(label=f"A{n:03}"), TM), job_id=9_998 + n).state for n in range(5)
    ]
    assert states == [PrintState.CONFIRMED] * 5
    assert [printed.text[2] for printed in made.emulator.slips] == ["A000", "A001", "A002", "A003", "A004"]


@pytest.mark.parametrize(
    ("fault", "end", "cause"),
    [
        ("paper out", "paper ok", Cause.PAPER_OUT),
        ("cover open", "cover closed", Cause.COVER_OPEN),
        ("offline", "online", Cause.OFFLINE),
        ("silent", "speaking", Cause.SILENT),
        ("garbage on", "garbage off", Cause.GARBAGE),
    ],
)
def test_a_printer_that_cannot_print_is_sent_nothing(bench, fault, end, cause):
    made = bench()
    made.emulator.do(fault)
    outcome = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert (outcome.state, outcome.causes, outcome.may_be_on_paper) == (PrintState.FAILED, (cause,), False)
    assert made.emulator.received < 50
    made.emulator.do(end)
    outcome = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert outcome.state is PrintState.CONFIRMED
    [printed] = made.emulator.slips
    assert is_whole(printed)


@pytest.mark.parametrize(
    ("fault", "cause"),
    [("paper out", Cause.PAPER_OUT), ("cover open", Cause.COVER_OPEN), ("offline", Cause.OFFLINE)],
)
def test_a_trouble_in_the_middle_of_a_slip_is_named_at_once(bench, fault, cause):
    made = bench()
    made.emulator.do(f"{fault} at {BEFORE_THE_SLIP + 150}")
    watch = OwnTime()
    outcome = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert (outcome.state, outcome.causes, outcome.may_be_on_paper) == (PrintState.FAILED, (cause,), True)
    assert watch.seconds() < 1


@pytest.mark.parametrize("profile", [FAST_BIG5, FAST_TM], ids=lambda profile: profile.name)
@pytest.mark.parametrize(("fault", "end"), [("paper out", "paper ok"), ("cover open", "cover closed")])
def test_what_a_printer_still_prints_when_its_trouble_ends_is_not_taken_for_the_next_job(
    bench, profile, fault, end
):
    made = bench(profile)
    made.emulator.do(f"{fault} at {QUESTIONS + PROBE[profile.name] + 150}")
    assert made.printer.print_slip(build_slip(slip(), profile), job_id=1).state is PrintState.FAILED
    made.emulator.do(end)
    made.until_well()
    made.emulator.do("offline at 300")  # in the middle of the copy, after the questions and the void
    copy = made.printer.print_slip(build_slip(slip(copy_of=1), profile), job_id=2)
    made.emulator.do("online")
    made.until_well()
    again = made.printer.print_slip(build_slip(slip(copy_of=1), profile), job_id=3)
    assert (copy.state, copy.causes) == (PrintState.FAILED, (Cause.OFFLINE,))
    assert again.state is PrintState.CONFIRMED
    assert sum(is_whole(printed) and not is_copy(printed) for printed in made.emulator.slips) <= 1
    assert is_copy(made.emulator.slips[-1])


def test_a_stuck_cutter_fails_the_job_and_the_next_one_after_it(bench):
    made = bench()
    made.emulator.do("cutter stuck")
    first = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert (first.state, first.causes, first.may_be_on_paper) == (PrintState.FAILED, (Cause.CUTTER,), True)
    second = made.printer.print_slip(build_slip(slip(), BIG5), job_id=2)
    assert (second.state, second.causes, second.may_be_on_paper) == (PrintState.FAILED, (Cause.CUTTER,), False)
    made.emulator.do("cutter ok")
    made.until_well()
    assert made.printer.print_slip(build_slip(slip(copy_of=1), BIG5), job_id=3).state is PrintState.CONFIRMED
    assert is_copy(made.emulator.slips[-1])


def test_a_roll_near_its_end_still_prints_and_says_so(bench):
    made = bench()
    made.emulator.do("paper near-end")
    made.statuses.until(lambda status: status.causes == (Cause.PAPER_NEAR_END,))
    outcome = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert (outcome.state, outcome.causes) == (PrintState.CONFIRMED, (Cause.PAPER_NEAR_END,))


def test_a_printer_reports_a_trouble_and_its_end_without_being_asked(bench):
    made = bench()
    made.emulator.do("paper out")
    out = made.statuses.until(lambda status: status.health is Health.TROUBLE)
    assert out.causes == (Cause.PAPER_OUT,)
    made.emulator.do("paper ok")
    assert made.until_well().causes == ()


def test_a_trouble_that_was_reported_stands_though_the_printer_falls_silent(bench):
    made = bench()
    made.emulator.do("cover open")
    made.statuses.until(lambda status: status.health is Health.TROUBLE)
    made.emulator.do("silent")
    status = made.printer.status()
    assert (status.health, status.causes) == (Health.TROUBLE, (Cause.COVER_OPEN, Cause.SILENT))


def test_a_printer_that_falls_silent_behind_a_slip_is_not_taken_for_well(bench):
    made = bench()
    made.emulator.do(f"silent at {BEFORE_THE_SLIP + 10}")
    outcome = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert (outcome.state, outcome.causes, outcome.may_be_on_paper) == (PrintState.FAILED, (Cause.SILENT,), True)


@pytest.mark.parametrize("fault", ["silent then speaking", "garbage on then garbage off"])
@pytest.mark.parametrize("profile", [BIG5, TM], ids=lambda profile: profile.name)
def test_a_confirmation_that_was_lost_is_asked_for_again_and_no_copy_is_needed(profile, fault):
    cable = TurnedCable(profile)
    printer = Printer(profile, cable, watch=cable)
    printer.start()
    cable.let(1.0)
    cable.do(f"{fault} after 2.0 at {QUESTIONS + PROBE[profile.name] + 200}")
    began = cable.now()
    first = printer.print_slip(build_slip(slip(), profile), job_id=1)
    assert first.state is PrintState.CONFIRMED
    assert began < cable.ended_at < cable.now() <= cable.ended_at + 1.0
    second = printer.print_slip(build_slip(slip(label="A002"), profile), job_id=2)
    assert second.state is PrintState.CONFIRMED
    cable.let(2.0)
    assert [(paper.text[2], is_void(paper)) for paper in cable.slips] == [("A001", False), ("A002", False)]


def test_a_printer_that_never_confirms_but_is_well_has_the_slip_sent(bench):
    profile = BIG5.with_settings(confirmation="none")
    made = bench(profile)
    outcome = made.printer.print_slip(build_slip(slip(), profile), job_id=1)
    assert (outcome.state, outcome.causes) == (PrintState.SENT, ())
    assert is_whole(made.emulator.wait_for_slips(1, seconds=PATIENCE_S)[0])


def test_a_printer_on_a_one_way_cable_prints_and_its_state_stays_unknown(bench):
    made = bench(MUTE)
    status = made.printer.status()
    assert (status.health, status.causes) == (Health.UNKNOWN, (Cause.ONE_WAY,))
    outcome = made.printer.print_slip(build_slip(slip(), MUTE), job_id=1)
    assert outcome.state is PrintState.SENT
    assert is_whole(made.emulator.wait_for_slips(1, seconds=PATIENCE_S)[0])


def test_a_printer_plugged_in_late_is_found(bench):
    made = bench(plugged_in=False)
    status = made.printer.status()
    assert (status.health, status.causes) == (Health.UNKNOWN, (Cause.UNPLUGGED,))
    outcome = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert (outcome.state, outcome.causes, outcome.may_be_on_paper) == (
        PrintState.FAILED,
        (Cause.UNPLUGGED,),
        False,
    )
    made.emulator.do("replug")
    made.until_well()
    assert made.printer.print_slip(build_slip(slip(), BIG5), job_id=1).state is PrintState.CONFIRMED


@pytest.mark.parametrize("offset", [1, 2, 30, 75, 120, 200, 238, 260, 300, 330, -6, -4, -3, -2, -1])
@pytest.mark.parametrize("profile", [FAST_BIG5, FAST_TM], ids=lambda profile: profile.name)
def test_a_cable_pulled_in_the_middle_of_a_slip_leaves_no_second_unmarked_one(bench, profile, offset):
    made = bench(profile)
    probe = PROBE[profile.name]
    job = len(build_slip(slip(), profile)) + probe
    made.emulator.do(f"unplug at {QUESTIONS + probe + offset % job}")
    first = made.printer.print_slip(build_slip(slip(), profile), job_id=1)
    assert (first.state, first.causes, first.may_be_on_paper) == (PrintState.FAILED, (Cause.UNPLUGGED,), True)
    made.statuses.until(lambda status: status.causes == (Cause.UNPLUGGED,))
    made.emulator.do("replug")
    made.until_plugged_in()
    second = made.printer.print_slip(build_slip(slip(copy_of=1), profile), job_id=2)
    assert second.state is PrintState.CONFIRMED
    *torsos, copy = made.emulator.slips
    assert is_copy(copy)
    assert copy.text[3] == "A001"
    assert copy.codes[0].payload == "https://q.example.gov.tw/t/7F3K9Q2M"
    assert all(is_void(torso) for torso in torsos if not is_whole(torso))
    assert sum(is_whole(torso) for torso in torsos) <= 1


def test_a_picture_cut_off_by_an_unplugging_swallows_nothing_of_the_next_slip(bench):
    made = bench()
    content = slip(qr=None, house_text=Words(zh="服務人員：游堃喆", en=""))
    picture_at = build_slip(content, BIG5).index(b"\x1dv0") + 8
    made.emulator.do(f"unplug at {BEFORE_THE_SLIP + picture_at + 20}")
    assert made.printer.print_slip(build_slip(content, BIG5), job_id=1).state is PrintState.FAILED
    made.emulator.do("replug")
    made.until_plugged_in()
    assert made.printer.make_ready().may_print
    assert len(made.emulator.wait_for_slips(1, seconds=PATIENCE_S)) == 1, (
        "the torso falls out before anybody comes"
    )
    assert made.printer.print_slip(build_slip(slip(label="A002"), BIG5), job_id=2).state is PrintState.CONFIRMED
    torso, whole = made.emulator.slips
    assert is_void(torso)
    assert whole.text[:4] == ("中正戶政事務所", "Household Registration Office", "A002", "戶籍謄本")
    assert whole.pictures == 0


def test_what_an_earlier_life_left_hanging_is_voided_first(bench):
    made = bench(left_unfinished=True)
    assert made.printer.print_slip(build_slip(slip(), BIG5), job_id=1).state is PrintState.CONFIRMED
    torso, whole = made.emulator.slips
    assert is_void(torso)
    assert is_whole(whole)


def test_a_full_buffer_holds_the_sender_and_the_deadline_frees_it(bench):
    made = bench(BIG5.with_settings(baud=115200))
    made.emulator.do("paper out")
    watch = OwnTime()
    with pytest.raises(CableStalled) as stalled:
        made.transport.write(b"0123456789 12345\n" * 4000, seconds=0.5)
    assert watch.seconds() < 1.0
    assert "資料送不出去" in stalled.value.words.zh
    assert made.emulator.received <= 4096


def test_a_port_has_one_owner(bench):
    made = bench()
    second = SerialTransport(made.emulator.port, retry=(0.01, 0.02))
    second.start(Conversation(second, WallWatch(), on_automatic=lambda *_: None, on_link=lambda _: None))
    try:
        assert made.printer.status().may_print
        assert not second.is_up
        with pytest.raises(CableAway, match="not plugged in"):
            second.write(b"x", seconds=0.1)
    finally:
        second.close()
