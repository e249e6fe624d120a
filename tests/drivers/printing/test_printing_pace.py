"""At the real pace of the cable."""

import statistics

import pytest

from drivers.printing.cable import RETRY
from drivers.printing.outcome import PrintState
from drivers.printing.profile import load_profile
from drivers.printing.slip import build_slip
from drivers.printing.status import Cause
from tests.drivers.printing.conftest import PATIENCE_S, slip
from tests.drivers.printing.five_languages import slip_in
from tests.own_time import OwnTime
from waitline.model.device import Health

BIG5 = load_profile("big5-80mm")


CHINESE = slip(qr="A001 2026-11-26 09:41")


@pytest.mark.parametrize(
    ("content", "baud", "limit", "most"),
    [
        (CHINESE, 9600, 3.0, 400),
        (CHINESE, 19200, 2.0, 400),
        (slip_in("vi"), 9600, 8.0, 6600),
        (slip_in("vi"), 19200, 4.0, 6600),
    ],
    ids=["zh-TW at 9600", "zh-TW at 19200", "vi at 9600", "vi at 19200"],
)
def test_a_slip_is_in_the_hand_in_time_and_not_before_the_cable_can_carry_it(bench, content, baud, limit, most):
    profile = BIG5.with_settings(baud=baud)
    made = bench(profile, turned=False)
    touched, watch = made.emulator.now, OwnTime()
    slip = build_slip(content, profile)
    outcome = made.printer.print_slip(slip, job_id=1)
    stood_in_line = made.emulator.now - touched - watch.seconds()
    [printed] = made.emulator.wait_for_slips(1, seconds=PATIENCE_S)
    assert outcome.state is PrintState.CONFIRMED
    assert len(slip) <= most
    assert profile.seconds_for(printed.byte_count) < printed.cut_at - touched
    assert printed.cut_at - touched - stood_in_line <= limit


def test_a_status_is_asked_and_answered_in_a_fifth_of_a_second(bench):
    made = bench(turned=False)
    times = []
    for _ in range(5):
        watch = OwnTime()
        status = made.printer.status()
        times.append(watch.seconds())
        assert (status.health, status.causes) == (Health.WELL, ())
    assert statistics.median(times) <= 0.2


def test_a_silent_printer_is_unknown_within_half_a_second_and_never_well(bench):
    made = bench(turned=False)
    made.emulator.do("silent")
    times = []
    for _ in range(3):
        watch = OwnTime()
        status = made.printer.status()
        times.append(watch.seconds())
        assert (status.health, status.causes) == (Health.UNKNOWN, (Cause.SILENT,))
    assert statistics.median(times) <= 0.5
    made.emulator.do("speaking")
    assert made.printer.status().may_print


def test_a_printer_is_back_by_itself_within_five_seconds_of_being_plugged_in_again(bench):
    made = bench(turned=False, retry=RETRY)
    made.emulator.do("unplug at 290")  # in the code's data
    assert made.printer.print_slip(build_slip(slip(), BIG5), job_id=1).causes == (Cause.UNPLUGGED,)
    made.statuses.until(lambda status: status.causes == (Cause.UNPLUGGED,))
    made.emulator.do("replug")
    watch = OwnTime()
    made.until_plugged_in()
    assert made.printer.make_ready().may_print
    copy = made.printer.print_slip(build_slip(slip(copy_of=1), BIG5), job_id=2)
    assert copy.state is PrintState.CONFIRMED
    assert watch.seconds() <= 5
    torso, whole = made.emulator.slips
    assert " 作廢 VOID " in torso.text
    assert whole.text[3] == "A001"


def until_a_copy_is_cut(emulator):
    """All slips, once one of them is a copy: it is confirmed before it is cut."""
    slips = emulator.slips
    while not any(" 補印 COPY " in slip.text for slip in slips):
        before = len(slips)
        slips = emulator.wait_for_slips(before + 1, seconds=PATIENCE_S)
        assert len(slips) > before, "no copy comes"
    return slips


@pytest.mark.parametrize(
    ("fault", "end"),
    [
        ("paper out at 60", "paper ok"),
        ("cover open at 200", "cover closed"),
        ("cutter stuck at 30", "cutter ok"),
        ("offline at 290", "online"),
        ("silent at 120", "speaking"),
        ("garbage on at 250", "garbage off"),
    ],
)
def test_after_any_fault_the_copy_is_there_within_five_seconds_at_the_cables_own_pace(bench, fault, end):
    made = bench(turned=False)
    first = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert first.state is PrintState.CONFIRMED
    made.emulator.do(fault)
    failed = made.printer.print_slip(build_slip(slip(label="A002"), BIG5), job_id=2)
    assert (failed.state, failed.may_be_on_paper) == (PrintState.FAILED, True)
    made.emulator.do(end)
    watch = OwnTime()
    copy = made.printer.print_slip(build_slip(slip(label="A002", copy_of=2), BIG5), job_id=3)
    while not copy.may_be_on_paper and watch.seconds() <= 5:  # nothing was sent: as the queue does, try again
        copy = made.printer.print_slip(build_slip(slip(label="A002", copy_of=2), BIG5), job_id=3)
    assert copy.state is PrintState.CONFIRMED
    assert watch.seconds() <= 5
    papers = [paper.text for paper in until_a_copy_is_cut(made.emulator) if "A002" in paper.text]
    unmarked = [text for text in papers if not {" 補印 COPY ", " 作廢 VOID "} & set(text)]
    assert len(unmarked) <= 1
    assert " 補印 COPY " in papers[-1]


def test_a_status_asked_while_a_slip_prints_puts_nothing_into_it(bench):
    made = bench(turned=False)
    seen = []
    made.emulator.do("paper near-end at 100")  # reported by the printer itself, in the middle of the slip
    made.statuses.then = lambda: seen.append(made.printer.status())
    outcome = made.printer.print_slip(build_slip(slip(), BIG5), job_id=1)
    assert (outcome.state, outcome.causes) == (PrintState.CONFIRMED, (Cause.PAPER_NEAR_END,))
    assert [status.causes for status in seen] == [(Cause.PAPER_NEAR_END,)]
    assert made.emulator.slips[0].text[2] == "A001"
