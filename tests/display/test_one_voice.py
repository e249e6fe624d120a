"""One voice a computer: nothing is said twice, and a display that hangs keeps nobody silent. Real locks."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from display.living_lock import HANGS_S, LivingLock
from display.one_voice import Seat, Turn
from tests.display.hall_on_paper import PaperHall, TurnedClock
from tests.display.voices import ALL, HOUSE, TAKEN_OVER_MS, Looker, only
from tests.programs import ended


@pytest.fixture
def hall() -> PaperHall:
    return PaperHall(TurnedClock())


@pytest.mark.parametrize("sees_first", ["all", "some"])
def test_a_call_that_two_displays_show_is_said_by_one_of_them(qtbot, hall, make_voice, sees_first):
    some, everything = make_voice(counters=("1", "2")), make_voice()
    order = (everything, some) if sees_first == "all" else (some, everything)
    boards = {some: lambda: only(hall.board(), "1", "2"), everything: hall.board}
    for one in order:
        one.see(boards[one]())
    for label, counter in (("A001", "1"), ("A002", "2"), ("B001", "3"), ("A001", "1")):
        hall.call(label, counter)
        for one in order:
            one.see(boards[one]())
        qtbot.waitUntil(lambda: not some.flow.has_more and not everything.flow.has_more)
    said = some.said + everything.said
    assert sorted(said) == ["A001", "A001", "A002", "B001"]
    assert "B001" in everything.said


@pytest.mark.parametrize("counters", [ALL, ("1", "2")], ids=["same counters", "some of them"])
@pytest.mark.parametrize("mute_one_sees_first", [True, False])
@pytest.mark.parametrize("voice", [(), ("en",), ("nan-TW",)])
def test_a_display_of_other_languages_keeps_nothing_from_being_said(
    qtbot, hall, make_voice, counters, mute_one_sees_first, voice
):
    other, house = make_voice(counters=counters, voice=voice), make_voice()
    order = (other, house) if mute_one_sees_first else (house, other)
    for one in order:
        one.see(hall.board())
    labels = ["A001", "A002", "A003"]
    for label in labels:
        hall.call(label, "1")
        for one in order:
            one.see(hall.board())
        qtbot.waitUntil(lambda: not other.flow.has_more and not house.flow.has_more)
    assert house.said == labels


def test_a_display_whose_languages_another_has_said_adds_nothing(qtbot, hall, make_voice):
    english, house = make_voice(voice=("en",)), make_voice()
    for one in (house, english):
        one.see(hall.board())
    hall.call("A001", "1")
    for one in (house, english):
        one.see(hall.board())
    qtbot.waitUntil(lambda: not english.flow.has_more)
    assert (house.said, english.said) == (["A001"], [])


def test_a_display_that_was_started_again_says_nothing_that_the_other_has_said(qtbot, hall, make_voice):
    some, everything = make_voice(counters=("1", "2")), make_voice()
    some.loudspeaker.holds = True
    for one in (some, everything):
        one.see(hall.board())
    hall.call("A001", "1")
    hall.call("A002", "2")
    some.see(hall.board())
    assert some.said == ["A001"]
    some.voice.close()
    everything.see(hall.board())
    qtbot.waitUntil(lambda: not everything.flow.has_more)
    assert everything.said == ["A002"]
    again = make_voice(counters=("1", "2"))
    again.see(hall.board())
    qtbot.waitUntil(lambda: not again.flow.has_more)
    assert again.said == []


def test_a_number_called_again_on_a_new_database_is_said_though_its_place_was_said_before(qtbot, hall, make_voice):
    hall.call("A001", "1")
    before = make_voice()
    before.see(PaperHall(TurnedClock()).board())
    before.see(hall.board())
    assert before.said == ["A001"]
    before.voice.close()
    clock = TurnedClock()
    new = PaperHall(clock)
    after = make_voice(counters=("1", "2"))
    after.see(new.board())
    clock.turn(60)
    new.call("A001", "1")
    after.see(new.board())
    assert after.said == ["A001"]


def test_what_cannot_be_read_was_not_said(tmp_path, caplog):
    turn = Turn(tmp_path)
    assert turn.take()
    (tmp_path / "loudspeaker.lock").write_text("?nonsense")
    assert turn.said(HOUSE) == frozenset()
    assert "turn_unreadable" in caplog.text
    turn.give_back()


def test_a_display_that_hangs_in_mid_call_is_followed_and_silent_when_it_wakes(qtbot, hall, make_voice, tmp_path):
    """Its event loop does not turn here: it shows no sign of life."""
    hung = make_voice()
    hung.loudspeaker.holds = True
    hung.see(hall.board())
    hall.call("A001")
    hall.call("A002")
    hung.see(hall.board())
    other = Looker(lambda clock: Seat(tmp_path, ALL, HOUSE, clock=clock))
    assert not other.looks_for(HANGS_S - 1)
    assert other.looks_for(2)
    heard = other.lock.heard()
    assert heard is not None
    assert heard.waiting == (2,)
    assert hung.loudspeaker.may is not None
    assert not hung.loudspeaker.may()
    assert hung.loudspeaker.cut_short == 1
    hung.loudspeaker.finished.emit()
    hall.call("A003")
    hung.see(hall.board())
    assert (hung.said, hung.flow.speaking) == (["A001"], None)
    assert other.lock.note() != "", "what it knows has not gone over what the other notes"
    other.lock.give_back()
    qtbot.waitUntil(lambda: hung.said == ["A001", "A002"], timeout=TAKEN_OVER_MS)


def test_a_display_that_hangs_while_it_has_the_turn_keeps_no_other_floor_silent(qtbot, hall, make_voice, tmp_path):
    hung = make_voice(counters=("1",))
    hung.loudspeaker.holds = True
    hung.see(hall.board())
    for label in ("A001", "A002"):
        hall.call(label, "1")
    hung.see(hall.board())
    other = Looker(lambda clock: Turn(tmp_path, clock=clock))
    assert other.looks_for(HANGS_S + 1)
    assert len(other.lock.said(HOUSE)) == 1
    assert hung.loudspeaker.may is not None
    assert not hung.loudspeaker.may()
    assert (hung.said, hung.loudspeaker.cut_short) == (["A001"], 1)
    other.lock.give_back()
    qtbot.waitUntil(lambda: hung.said == ["A001", "A002"])


def test_a_display_that_shows_life_is_not_followed(hall, make_voice, tmp_path, qtbot):
    alive = make_voice()
    other = Looker(lambda clock: Seat(tmp_path, ALL, HOUSE, clock=clock))
    for _ in range(2):
        assert not other.looks_for(HANGS_S - 1)
        shown = seat_file(tmp_path).stat().st_mtime_ns
        qtbot.waitUntil(lambda before=shown: seat_file(tmp_path).stat().st_mtime_ns > before)
    alive.see(hall.board())
    hall.call("A001")
    alive.see(hall.board())
    assert alive.said == ["A001"]


def seat_file(folder: Path) -> Path:
    (file,) = folder.glob("speaker-*")
    return file


def test_one_that_slept_itself_takes_nobody_for_hung(make_voice, tmp_path):
    make_voice()
    other = Looker(lambda clock: Seat(tmp_path, ALL, HOUSE, clock=clock))
    assert not other.lock.take()
    other.clock.turn(3600)
    assert not other.lock.take()


def test_of_two_that_find_out_at_once_one_follows(make_voice, tmp_path):
    make_voice()
    clock = TurnedClock()
    others = [Seat(tmp_path, ALL, HOUSE, clock=clock) for _ in range(2)]
    for _ in range(round(HANGS_S) + 1):
        assert not any(other.take() for other in others) or clock.now > 1000 + HANGS_S - 1
        clock.turn(1)
    assert [other.take() for other in others].count(True) == 1
    for other in others:
        other.give_back()


def test_a_stopped_process_has_lost_its_lock_when_it_goes_on(tmp_path):
    code = (
        "import sys; from pathlib import Path; from display.living_lock import LivingLock;"
        f"lock = LivingLock(Path({str(tmp_path / 'seat.lock')!r})); print(lock.take(), flush=True);"
        "[(lock.beat(), print(lock.had, flush=True)) for _ in sys.stdin]"
    )
    command = [sys.executable, "-c", code]
    with ended(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        other = Looker(lambda clock: LivingLock(tmp_path / "seat.lock", clock=clock))
        assert not other.looks_for(HANGS_S - 1)
        process.stdin.write("beat\n")
        process.stdin.flush()
        assert process.stdout.readline() == "True\n"
        process.send_signal(signal.SIGSTOP)
        assert not other.looks_for(HANGS_S - 1)
        assert other.looks_for(2)
        process.send_signal(signal.SIGCONT)
        process.stdin.write("beat\n")
        process.stdin.close()
        assert process.stdout.readline() == "False\n"
        third = Looker(lambda clock: LivingLock(tmp_path / "seat.lock", clock=clock))
        assert not third.lock.take()
        other.lock.give_back()
        assert third.lock.take()
        third.lock.give_back()
