"""A display that was killed goes on where it was: what had not had its time in the big place has it now."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from display.lock import Lock
from display.showing import OLD_S, Showing, ShownSoFar
from display.shown_note import ShownNote
from tests.display.hall_on_paper import PaperHall, TurnedClock, large
from tests.display.stage import display, wait_until
from tests.programs import PATIENCE_S

ALL = ("1", "2", "3")


class Screen:
    """A display that is started and killed; every start knows what the one before wrote down."""

    def __init__(self, clock: TurnedClock, hall: PaperHall, folder: Path) -> None:
        self._clock, self._hall, self._folder = clock, hall, folder
        self.showing: Showing | None = None

    def start(self) -> Showing:
        if self.showing is not None:
            self.kill()
        self._note = ShownNote(self._folder, "lobby-1", ALL)
        self.showing = Showing(self._clock, before=self._note.take())
        self.showing.see(self._hall.board())
        return self.showing

    def kill(self) -> None:
        assert self.showing is not None
        shown = self.showing.so_far
        assert shown is not None
        self._note.write(shown)
        self.showing = None
        self.close()

    def close(self) -> None:
        self._note.give_back()


@pytest.fixture
def screen(clock: TurnedClock, hall: PaperHall, tmp_path: Path) -> Iterator[Screen]:
    screen = Screen(clock, hall, tmp_path)
    yield screen
    screen.close()


def recent(showing: Showing) -> list[str]:
    return [shown.call.label for shown in showing.scene().recent]


def test_calls_made_while_the_display_was_down_have_their_time_after_it(clock, hall, screen):
    screen.start()
    clock.turn(1)
    for label in ("A011", "A012", "A013"):
        hall.call(label)
    clock.turn(9)
    after = screen.start()
    assert large(after.scene()) == ["A013", "A012", "A011"]
    clock.turn(9.9)
    assert large(after.scene()) == ["A013", "A012", "A011"]
    clock.turn(0.2)
    assert large(after.scene()) == ["A013"]


def test_calls_that_waited_for_room_have_their_turn_and_those_that_stood_the_rest_of_theirs(clock, hall, screen):
    before = screen.start()
    for number in range(1, 7):
        hall.call(f"A00{number}")
    before.see(hall.board())
    assert large(before.scene()) == ["A004", "A003", "A002", "A001"]
    clock.turn(0.7)
    before.scene()
    screen.kill()
    hall.call("A007")
    clock.turn(8)
    after = screen.start()
    assert large(after.scene()) == ["A004", "A003", "A002", "A001"]
    clock.turn(4.2)
    assert "A001" in large(after.scene()), "it has stood for 4.9 s"
    entered = dict.fromkeys(large(after.scene()), clock.now)
    left: dict[str, float] = {}
    order = list(reversed(large(after.scene())))
    while set(left) != {f"A00{number}" for number in range(1, 7)}:
        step = after.scene().changes_in
        assert step is not None
        clock.turn(step + 1e-6)
        now = large(after.scene())
        for label in reversed(now):
            if label not in entered:
                entered[label] = clock.now
                order.append(label)
        left |= {label: clock.now for label in entered if label not in now and label not in left}
    assert order == [f"A00{number}" for number in range(1, 8)]
    assert all(left[label] - entered[label] >= 5 - 1e-3 for label in ("A005", "A006"))


def test_what_had_its_time_is_only_restored(clock, hall, screen):
    before = screen.start()
    hall.call("A001")
    before.see(hall.board())
    before.scene()
    clock.turn(20)
    hall.call("A002")
    before.see(hall.board())
    before.scene()
    clock.turn(12)
    before.scene()
    after = screen.start()
    (shown,) = after.scene().places
    assert (shown.call.label, shown.fresh) == ("A002", False)
    assert recent(after) == ["A001"]
    assert not after.is_news(shown.call)


def test_a_call_that_made_room_under_load_does_not_come_back(clock, hall, screen):
    before = screen.start()
    for number in range(1, 7):
        hall.call(f"A00{number}")
    before.see(hall.board())
    before.scene()
    clock.turn(5.1)
    assert large(before.scene()) == ["A005", "A004", "A003", "A002"]
    after = screen.start()
    assert large(after.scene()) == ["A005", "A004", "A003", "A002"]
    assert recent(after) == ["A001"]


def test_old_calls_have_no_time_of_their_own_after_a_restart(clock, hall, screen):
    screen.start()
    hall.call("A001")
    hall.call("A002")
    clock.turn(OLD_S + 1)
    hall.call("A003")
    after = screen.start()
    assert large(after.scene()) == ["A003"]
    assert recent(after) == ["A002", "A001"]


def test_a_visitor_already_served_while_the_display_was_down_is_shown_all_the_same(clock, hall, screen):
    screen.start()
    hall.call("A001")
    hall.serve("A001")
    hall.call("A002")
    hall.withdraw("A002")
    clock.turn(3)
    assert large(screen.start().scene()) == ["A001"]


def test_killed_again_and_again_no_call_is_lost_and_none_begins_anew(clock, hall, screen):
    showing = screen.start()
    hall.call("A001")
    showing.see(hall.board())
    seconds = 0
    while large(showing.scene()) == ["A001"] and showing.scene().places[0].fresh:
        clock.turn(1)
        seconds += 1
        showing.scene()
        showing = screen.start()
    assert seconds == 10


def test_a_database_set_back_makes_what_was_written_down_worthless(clock, hall, screen):
    for number in range(1, 4):
        hall.call(f"A00{number}")
    screen.start().scene()
    younger = PaperHall(clock)
    younger.call("B001")
    clock.turn(20)
    showing = Showing(clock, before=ShownSoFar(seq=3, waiting=(1,)))
    showing.see(younger.board())
    (shown,) = showing.scene().places
    assert (shown.call.label, shown.fresh) == ("B001", False)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"\xff\x00?",
        b"{",
        b"[]",
        b'{"seq": 1}',
        b'{"seq": null, "waiting": [], "standing": []}',
        b'{"seq": 1, "waiting": 3, "standing": []}',
        b'{"seq": 1, "waiting": [], "standing": [[1, 2, 3]]}',
        b'{"seq": 1, "waiting": [], "standing": [[1, NaN]]}',
        b"[" * 4000,
    ],
)
def test_a_damaged_note_is_ignored_and_said_once(damage, clock, hall, screen, tmp_path, caplog):
    screen.start()
    screen.kill()
    (file,) = tmp_path.glob("shown-*")
    file.write_bytes(b" " + damage.ljust(4096))
    note = ShownNote(tmp_path, "lobby-1", ALL)
    assert note.take() is None
    note.give_back()
    assert caplog.text.count("shown_note_unreadable") == (1 if damage else 0)


def test_several_displays_each_have_a_note_of_their_own(tmp_path):
    asked = (("lobby-1", ALL), ("lobby-1", ALL), ("lobby-1", ("1",)), ("floor-2", ALL))
    for round_ in (1, 2):
        notes = [ShownNote(tmp_path, name, counters) for name, counters in asked]
        found = [note.take() for note in notes]
        assert found == ([None] * 4 if round_ == 1 else [ShownSoFar(seq=seq) for seq in range(4)])
        for seq, note in enumerate(notes):
            note.write(ShownSoFar(seq=seq))
        for note in notes:
            note.give_back()


def test_a_place_where_nothing_can_be_written_keeps_no_display_from_running(tmp_path, caplog):
    (tmp_path / "display").write_text("no folder")
    note = ShownNote(tmp_path / "display", "lobby-1", ALL)
    assert note.take() is None
    note.write(ShownSoFar(seq=1))
    note.give_back()
    assert caplog.text.count("no_lock") == 1


def test_a_killed_display_shows_what_was_called_meanwhile_and_what_waited(hall_at_work, tmp_path):
    """Real processes, killed as a power cut would."""
    place = {"QT_QPA_PLATFORM": "offscreen"}
    with display(hall_at_work.folder, place, "--mute", name="before") as before:
        before.wait_for("示範戶政事務所")
        for counter in ("3", "4", "5", "7", "10"):
            hall_at_work.call(hall_at_work.take(), counter)
        wait_until(lambda: before.said().count("call_shown") == 4, PATIENCE_S, "four calls", before.said)
        wait_until(lambda: standing_by_the_note(hall_at_work.folder) == 4, PATIENCE_S, "the note", before.said)
        before.process.send_signal(signal.SIGKILL)
        before.process.wait(PATIENCE_S)
    assert "label=A005" not in before.said()
    for counter in ("3", "4", "5", "7"):
        hall_at_work.begin(counter)
    for counter in ("3", "4"):
        hall_at_work.finish(counter)
        hall_at_work.call(hall_at_work.take(), counter)
    with display(hall_at_work.folder, place, "--mute", name="after") as after:
        wait_until(lambda: after.said().count("call_shown") == 3, PATIENCE_S, "the three", after.said)
        shown = [line.split("label=")[1].split()[0] for line in after.said().splitlines() if "call_shown" in line]
        assert sorted(shown) == ["A005", "A006", "A007"], "painted in one moment, they come in any order"
        wait_until(lambda: "call_made_room label=A005" in after.said(), PATIENCE_S, "its end", after.said)
        assert min(after.fields("call_made_room", "stood_s")) >= 5


def standing_by_the_note(folder: Path) -> int:
    """How many large calls whoever comes after a power cut would know of."""
    (note,) = folder.rglob("shown-*")
    noted = Lock(note).note_of_another()
    return len(json.loads(noted)["standing"]) if noted else 0
