"""A key that rests under a finger is one press: the real program on a real X server, which repeats it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.counter.halls import DOCUMENT, RealHall, open_hall
from tests.counter.real_program import controls, running, until, until_seen, windows
from tests.counter.x_hands import Hands
from tests.programs import needs_a_screen
from waitline.model.journal import Kind

LONG_S = 2.5
SIGNED_IN = ("--counter", "3", "--staff", "c03", "--geometry", "1366x700+0+0")


@dataclass(frozen=True)
class AtWork:
    hands: Hands
    hall: RealHall
    described: Path

    def noted(self) -> list[Kind]:
        """What has been done since the office was set up, by kind."""
        with self.hall.store.reading() as look:
            return [entry.kind for entry in look.entries_after(0)]

    def says(self, control: str) -> list[str]:
        return [str(one["text"]) for one in controls(self.described, control)]


Begins = Callable[..., AtWork]


@pytest.fixture
def begins(screen: str, tmp_path: Path) -> Begins:
    """Starts the program; five visitors wait."""

    @contextmanager
    def start(*words: str, first: str) -> Iterator[AtWork]:
        (tmp_path / "office.toml").write_text(DOCUMENT, encoding="utf-8")
        hall = open_hall(tmp_path / "queue.db")
        for _ in range(5):
            hall.take()
        with Hands(screen) as hands, running(screen, tmp_path, *words) as (_, described):
            until_seen(described, first)
            until(lambda: any(one.get("active") for one in windows(described)))
            yield AtWork(hands, hall, described)
        hall.store.close()

    return start


@needs_a_screen
@pytest.mark.parametrize("key", ["F9", "Return"])
@pytest.mark.parametrize("size", [(), ("--bar",)], ids=["console", "bar"])
def test_next_that_is_held_calls_one(begins: Begins, key: str, size: tuple[str, ...]) -> None:
    with begins(*SIGNED_IN, *size, first="call_next") as there:
        there.hands.hold(key, LONG_S)
        until(lambda: there.says("current_number") == ["A001"])
        assert there.noted().count(Kind.TICKET_CALLED) == 1
        assert Kind.SERVING_BEGUN not in there.noted(), "Enter is on what is bright then, and was never let go"
        assert "還在叫號" not in " ".join(there.says("message")), "nobody pressed it twice"
        there.hands.hold("F10", LONG_S)
        until(lambda: Kind.TICKET_RECALLED in there.noted())
        there.hands.press("F11")
        until(lambda: there.hall.state_of("A001") == "NO_SHOW")
        assert there.noted().count(Kind.TICKET_RECALLED) == 1


@needs_a_screen
@pytest.mark.parametrize("size", [(), ("--bar",)], ids=["console", "bar"])
def test_a_walk_in_that_is_held_or_pressed_thrice_is_one(begins: Begins, size: tuple[str, ...]) -> None:
    with begins(*SIGNED_IN, *size, first="call_next") as there:
        there.hands.down("Ctrl")
        there.hands.hold("n", LONG_S)
        there.hands.press("n", "n", "n")
        there.hands.up("Ctrl")
        until(lambda: there.says("current_number") == ["A006"])
        there.hands.press("F12")
        until(lambda: Kind.TICKET_FINISHED in there.noted())
        assert there.noted().count(Kind.TICKET_TAKEN) == 6
        for _ in range(3):
            there.hands.press_together("Ctrl", "n")
        until(lambda: there.says("current_number") == ["A007"])
        there.hands.press("F12")
        until(lambda: there.noted().count(Kind.TICKET_FINISHED) == 2)
        assert there.noted().count(Kind.TICKET_TAKEN) == 7


@needs_a_screen
def test_enter_pressed_by_whoever_has_not_said_who_they_are_signs_nobody_in(begins: Begins) -> None:
    with begins("--counter", "3", "--geometry", "1366x700+0+0", first="sign_in") as there:
        there.hands.hold("Return", LONG_S)
        there.hands.press("Return", "Return")
        until(lambda: there.says("sign_in_message") != [])
        assert Kind.SIGNED_IN not in there.noted()
        there.hands.press("4", "Return", "Return")
        until_seen(there.described, "call_next")
        with there.hall.store.reading() as look:
            assert [desk.staff for desk in look.desks() if desk.staff] == ["c04"]
        assert Kind.TICKET_CALLED not in there.noted()


@needs_a_screen
def test_enter_that_is_held_signs_in_and_does_no_more(begins: Begins) -> None:
    with begins("--counter", "3", "--geometry", "1366x700+0+0", first="sign_in") as there:
        there.hands.press("3")
        there.hands.hold("Return", LONG_S)
        until_seen(there.described, "call_next")
        assert Kind.TICKET_CALLED not in there.noted()
        there.hands.press("F9")
        until(lambda: there.hall.state_of("A001") == "CALLED")


@needs_a_screen
def test_a_number_that_is_looked_for_is_not_called_by_the_enter_that_found_it(begins: Begins) -> None:
    with begins(*SIGNED_IN, first="call_next") as there:
        there.hands.press_together("Ctrl", "f")
        there.hands.press(*"a003")
        until(lambda: there.says("search") == ["a003"])
        there.hands.hold("Return", LONG_S)
        assert Kind.TICKET_CALLED not in there.noted()


@needs_a_screen
def test_whoever_types_still_has_a_key_that_repeats(begins: Begins) -> None:
    with begins(*SIGNED_IN, first="call_next") as there:
        there.hands.press_together("Ctrl", "f")
        there.hands.press(*"a001a001a001")
        until(lambda: any("a001a001a001" in text for text in there.says("search")))
        there.hands.hold("BackSpace", LONG_S)
        until(lambda: there.says("search") == [""])
