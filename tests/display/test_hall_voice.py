"""Which display speaks, when, and how loudly: real locks, a hall of values, a loudspeaker that listens."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from display.hall_voice import LOOK_MS
from display.lock import Lock
from display.one_voice import Seat
from display.turn_queue import Queue
from tests.display.hall_on_paper import PaperHall, TurnedClock
from tests.display.voices import ALL, HOUSE, TAKEN_OVER_MS, only
from tests.programs import PATIENCE_S
from waitline.model.opening_hours import Hours
from waitline.model.volume import Quieter, Volume


@pytest.fixture
def hall() -> PaperHall:
    return PaperHall(TurnedClock())


def test_of_two_displays_of_one_computer_one_speaks_and_the_other_follows_where_it_stopped(
    qtbot, hall, make_voice
):
    first, second = make_voice(), make_voice()
    first.loudspeaker.holds = True
    both = (first, second)
    for one in both:
        one.see(hall.board())
    for label in ("A001", "A002"):
        hall.call(label)
    for one in both:
        one.see(hall.board())
    assert (first.said, second.said) == (["A001"], [])
    assert second.flow.speaking is None
    first.voice.close()
    hall.call("A003")
    second.see(hall.board())
    qtbot.waitUntil(lambda: second.said == ["A002", "A003"], timeout=TAKEN_OVER_MS)


def test_a_call_that_was_left_waits_until_the_loudspeaker_is_open(hall, make_voice):
    before = make_voice()
    before.see(hall.board())
    before.voice.close()
    hall.call("A001")
    after = make_voice(opened=False)
    after.see(hall.board())
    assert after.said == []
    after.voice.open()
    assert after.said == ["A001"]


def test_it_is_taken_over_within_five_seconds():
    assert LOOK_MS <= TAKEN_OVER_MS / 2


@contextmanager
def another_process_has(lock: Path) -> Iterator[subprocess.Popen]:
    """As a display that speaks and has never heard of anything."""
    code = (
        "import sys, time; from pathlib import Path; from display.lock import Lock;"
        f"lock = Lock(Path({str(lock)!r})); print(lock.take(), flush=True); time.sleep(600)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE_S)
        process.stdout.close()


def test_the_lock_of_a_killed_process_is_free_at_once(tmp_path):
    lock = Lock(tmp_path / "loudspeaker.lock")
    with another_process_has(tmp_path / "loudspeaker.lock") as process:
        assert not lock.take()
        process.kill()
        process.wait(PATIENCE_S)
        assert lock.take()
    lock.give_back()


def test_displays_of_two_floors_share_one_loudspeaker_in_turns(qtbot, hall, make_voice):
    below, above = make_voice(counters=("1", "2")), make_voice(counters=("3",))
    for one in (below, above):
        one.loudspeaker.holds = True
        one.see(hall.board())
    hall.call("A001", "1")
    hall.call("B001", "3")
    below.see(only(hall.board(), "1", "2"))
    above.see(only(hall.board(), "3"))
    assert (below.said, above.said) == (["A001"], [])
    assert above.flow.speaking is None, "nothing is marked as spoken that is not"
    below.loudspeaker.finished.emit()
    qtbot.waitUntil(lambda: above.said == ["B001"])


def test_floors_that_call_without_pause_have_the_loudspeaker_in_turn(qtbot, hall, make_voice):
    floors = {counter: make_voice(counters=(counter,)) for counter in ALL}
    for counter, floor in floors.items():
        floor.loudspeaker.holds = True
        floor.see(only(hall.board(), counter))
    for number in range(1, 5):
        for counter in ALL:
            hall.call(f"{'ABC'[int(counter) - 1]}00{number}", counter)
    for counter, floor in floors.items():
        floor.see(only(hall.board(), counter))
    for number in range(1, 5):
        for counter, floor in floors.items():
            label = f"{'ABC'[int(counter) - 1]}00{number}"
            qtbot.waitUntil(lambda floor=floor, label=label: floor.said[-1:] == [label])
            floor.loudspeaker.finished.emit()


def test_a_display_that_has_ended_takes_nothing_back_when_its_last_sound_is_over(qtbot, hall, make_voice):
    first, second = make_voice(), make_voice()
    first.loudspeaker.holds = True
    for one in (first, second):
        one.see(hall.board())
    for label in ("A001", "A002"):
        hall.call(label)
    for one in (first, second):
        one.see(hall.board())
    assert first.said == ["A001"]
    first.voice.close()
    first.loudspeaker.finished.emit()
    qtbot.waitUntil(lambda: second.said == ["A002"], timeout=TAKEN_OVER_MS)
    assert first.said == ["A001", "closed"]


def test_a_floor_that_waited_and_is_gone_keeps_nobody_waiting(qtbot, hall, make_voice):
    below, above = make_voice(counters=("1", "2")), make_voice(counters=("3",))
    for one in (below, above):
        one.loudspeaker.holds = True
        one.see(hall.board())
    for label, counter in (("A001", "1"), ("B001", "3"), ("A002", "1")):
        hall.call(label, counter)
    below.see(only(hall.board(), "1", "2"))
    above.see(only(hall.board(), "3"))
    above.voice.close()
    below.loudspeaker.finished.emit()
    assert below.said == ["A001", "A002"]


def test_a_place_in_the_queue_of_a_killed_process_counts_for_nothing(tmp_path):
    killed, waits = Queue(tmp_path / "queue"), Queue(tmp_path / "queue")
    killed.stand()
    waits.stand()
    assert killed.is_first()
    assert not waits.is_first()
    (oldest, _) = sorted((tmp_path / "queue").iterdir())
    for moment in (time.time() - 30, time.time() + 3_600):
        os.utime(oldest, (moment, moment))
        assert waits.is_first(), "also of a clock that has been set back since"
    assert Queue(tmp_path / "queue").is_first() is False
    waits.leave()
    assert Queue(tmp_path / "queue").is_first()
    assert not list((tmp_path / "queue").iterdir()), "an hour off: swept away"


def test_a_display_that_is_muted_is_quiet_at_once_and_later_says_only_what_is_called_then(hall, make_voice):
    one = make_voice()
    one.loudspeaker.holds = True
    one.see(hall.board())
    hall.call("A001")
    one.see(hall.board())
    one.see(hall.board(), Volume(mute=True))
    assert one.loudspeaker.cut_short == 1
    hall.call("A002")
    one.see(hall.board(), Volume(mute=True))
    one.see(hall.board(), Volume())
    hall.call("A003")
    one.see(hall.board(), Volume())
    assert one.said == ["A001", "A003"]


def test_a_display_that_is_muted_lets_another_one_speak(qtbot, hall, make_voice):
    first, second = make_voice(), make_voice()
    for one in (first, second):
        one.see(hall.board())
    first.see(hall.board(), Volume(mute=True))
    hall.call("A001")
    second.see(hall.board())
    qtbot.waitUntil(lambda: second.said == ["A001"], timeout=TAKEN_OVER_MS)
    first.see(hall.board(), Volume())
    hall.call("A002")
    first.see(hall.board())
    assert first.said == []


def test_a_display_in_an_hour_of_no_volume_lets_another_one_speak_and_speaks_again_after_it(qtbot, make_voice):
    """The hall's clock stands at 16:00 in Taipei."""
    clock = TurnedClock()
    hall = PaperHall(clock)
    quiet = Volume(at_times=(Quieter(hours=Hours(opens=15 * 60, closes=16 * 60 + 10), volume=0),))
    still, loud = make_voice(volume=quiet), make_voice()
    still.see(hall.board(), quiet)
    loud.see(hall.board())
    hall.call("A001")
    still.see(hall.board(), quiet)
    loud.see(hall.board())
    qtbot.waitUntil(lambda: loud.said == ["A001"], timeout=TAKEN_OVER_MS)
    loud.voice.close()
    for one in (clock, still.clock):
        one.turn(20 * 60)
    qtbot.waitUntil(lambda: still.flow.heard is not None, timeout=TAKEN_OVER_MS)
    hall.call("A002")
    still.see(hall.board(), quiet)
    assert still.said == ["A002"], "the first call after the hour, too"


def test_a_display_that_begins_muted_says_nothing(hall, make_voice):
    one = make_voice(volume=Volume(mute=True))
    one.see(hall.board(), Volume(mute=True))
    hall.call("A001")
    one.see(hall.board(), Volume(mute=True))
    assert one.said == []


def test_the_voice_is_quieter_at_times_and_follows_the_office_file(qtbot, hall, make_voice):
    """The hall's clock stands at 16:00 in Taipei."""
    afternoon = Quieter(hours=Hours(opens=15 * 60, closes=17 * 60), volume=50)
    one = make_voice(volume=Volume(at_times=(afternoon,)))
    one.see(hall.board(), Volume(at_times=(afternoon,)))
    volumes = (Volume(at_times=(afternoon,)), Volume(usual=80), Volume(usual=80, at_times=(afternoon,)))
    for number, volume in enumerate(volumes, start=1):
        hall.call(f"A00{number}")
        one.see(hall.board(), volume)
        qtbot.waitUntil(lambda: one.flow.speaking is None)
    assert one.loudspeaker.loud == [0.25, pytest.approx(0.64), 0.25]


def test_the_volume_is_followed_in_mid_call(hall, make_voice):
    one = make_voice()
    one.loudspeaker.holds = True
    one.see(hall.board())
    hall.call("A001")
    one.see(hall.board())
    one.see(hall.board(), Volume(usual=20))
    assert one.loudspeaker.loud == [1.0, pytest.approx(0.04)]


def test_the_hour_is_followed_in_mid_call(qtbot, hall, make_voice):
    """The hall's clock stands at 16:00 when the call begins, and nothing but the hour changes."""
    quiet = Volume(at_times=(Quieter(hours=Hours(opens=16 * 60 + 30, closes=17 * 60), volume=50),))
    one = make_voice(volume=quiet)
    one.loudspeaker.holds = True
    one.see(hall.board(), quiet)
    hall.call("A001")
    one.see(hall.board(), quiet)
    one.clock.turn(30 * 60)
    qtbot.waitUntil(lambda: one.loudspeaker.loud == [1.0, 0.25])


def test_a_computer_that_keeps_no_locks_speaks_all_the_same(tmp_path, caplog):
    (tmp_path / "voice").write_text("no folder")
    lock = Lock(tmp_path / "voice" / "loudspeaker.lock")
    assert lock.take()
    assert lock.take()
    assert caplog.text.count("no_lock") == 1


def test_a_note_that_cannot_be_read_is_none(tmp_path):
    seat = Seat(tmp_path, ALL, HOUSE)
    assert seat.take()
    assert seat.heard() is None
    (file,) = tmp_path.glob("speaker-*.lock")
    file.write_text("?nonsense")
    assert seat.heard() is None
    seat.give_back()


def test_what_has_no_voice_is_not_asked_for(hall, make_voice):
    display = make_voice()
    display.loudspeaker.holds = True
    display.loudspeaker.absent = frozenset({"zh-TW"})
    display.see(hall.board())
    hall.call("A001", language="zh-TW")
    display.see(hall.board())
    assert display.flow.speaking is not None
    assert display.flow.speaking.languages == ("en",)
