"""Keys that work while another program has the focus: the real program on a real X server, beside another one."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from drivers.hotkeys.errors import NoKeysHere, OnWayland
from drivers.hotkeys.opening import open_hotkeys
from tests.counter.halls import DOCUMENT, RealHall, open_hall
from tests.counter.real_program import (
    controls,
    on_screen,
    running,
    until,
    until_seen,
    windows,
)
from tests.counter.x_hands import NOBODY, WHERE_THE_MOUSE_IS, Hands
from tests.programs import PATIENCE_S, needs_a_screen

ROOT = Path(__file__).parents[2]
AT_THREE = 'id = "3"\nkind = "general"\n'
PIN = "246810"
FOUR = ("F9", "F10", "F11", "F12")
SIGNED_IN = ("--counter", "3", "--staff", "c03", "--bar", "--geometry", "1366x700+0+0")


@dataclass(frozen=True)
class Beside:
    """The counter's program and another one on one screen; the other has the focus."""

    hands: Hands
    hall: RealHall
    described: Path
    program: psutil.Popen
    heard: Path
    other: int
    own: int

    def other_heard(self) -> list[str]:
        """Every key that the other program got since it began; ``-`` where it went up."""
        return self.heard.read_text(encoding="utf-8").splitlines()[1:]

    def until_other_heard(self, *keys: str) -> None:
        """Exactly these went down there."""
        until(lambda: [one for one in self.other_heard() if one[0] != "-"] == list(keys))

    def until_state(self, label: str, state: str) -> None:
        until(lambda: self.hall.state_of(label) == state)

    def until_text(self, control: str, words: str) -> None:
        until(lambda: any(words in one["text"] for one in controls(self.described, control)))

    def until_held(self, *keys: str) -> None:
        """Until the program holds these and no others, by its log: to try one would take it from the program."""
        log = self.described.parent / "state" / "logs" / "counter.log"
        wanted = f"keys={','.join(keys) or 'none'} "
        until(lambda: [wanted in line for line in _lines(log) if "hotkeys_held" in line][-1:] == [True])


def _lines(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.fixture
def make_office(tmp_path: Path) -> Iterator[Callable[..., tuple[Path, RealHall]]]:
    """The sample office whose counter 3 has global keys, its database beside its file."""
    made: list[RealHall] = []

    def make(global_keys: str = "true", lock_after: float = 15) -> tuple[Path, RealHall]:
        text = DOCUMENT.replace(AT_THREE, f"{AT_THREE}global_keys = {global_keys}\n", 1)
        text = text.replace("lock_after = 15 ", f"lock_after = {lock_after} ", 1)
        (tmp_path / "office.toml").write_text(text, encoding="utf-8")
        made.append(open_hall(tmp_path / "queue.db", document=text))
        return tmp_path, made[-1]

    yield make
    for hall in made:
        hall.store.close()


@contextmanager
def another_program(screen: str, hands: Hands, folder: Path) -> Iterator[tuple[Path, int]]:
    """With the focus; the file of what it hears, and its window."""
    heard = folder / "heard"
    command = [sys.executable, "-m", "tests.counter.other_program", str(heard)]
    process = subprocess.Popen(command, cwd=ROOT, env=on_screen(screen), stderr=subprocess.DEVNULL)
    try:
        until(lambda: heard.exists() and heard.read_text(encoding="utf-8").endswith("\n"))
        yield heard, int(heard.read_text(encoding="utf-8").split()[0])
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


@pytest.fixture
def beside(screen: str, make_office: Any) -> Callable[..., Any]:
    """Start both programs; the counter has asked for the keys it `holds`, unless there are none."""

    @contextmanager
    def start(
        *,
        global_keys: str = "true",
        holds: Sequence[str] = FOUR,
        taken: str = "",
        pin: str = "",
        lock_after: float = 15,
        **more: str,
    ) -> Iterator[Beside]:
        folder, hall = make_office(global_keys, lock_after)
        with Hands(screen) as hands, another_program(screen, hands, folder) as (heard, other):
            if pin:
                hall.set_pin("c03", pin)
            if taken:
                hands.take(taken)
            with running(screen, folder, *SIGNED_IN, environment=more) as (program, described):
                if pin:
                    sign_in(hands, described, pin)
                until_seen(described, "call_next")
                until(lambda: hands.focused not in {other, hands.root, NOBODY, WHERE_THE_MOUSE_IS})
                both = Beside(hands, hall, described, program, heard, other, hands.focused)
                if holds:
                    both.until_held(*holds)
                hands.focus(other)
                until(lambda: hands.focused == other)
                yield both

    return start


def sign_in(hands: Hands, described: Path, pin: str) -> None:
    until_seen(described, "pin")
    until(lambda: any("active" in one and one["active"] for one in windows(described)))
    hands.press(*pin, "Return")


@needs_a_screen
def test_f9_calls_while_another_program_has_the_focus_and_that_one_never_gets_it(beside: Any):
    with beside() as both:
        first, second = both.hall.take(), both.hall.take()
        both.hands.press("a", "F9", "b")
        both.until_state(first.label, "CALLED")
        both.until_text("current_number", first.label)
        both.until_other_heard("A", "B")

        both.hands.press("NumLock", "CapsLock", "F11", "c", "F9")
        both.until_state(first.label, "NO_SHOW")
        both.until_state(second.label, "CALLED")
        both.hands.press("NumLock", "CapsLock")

        both.until_other_heard("A", "B", "NumLock", "CapsLock", "C", "NumLock", "CapsLock")
        assert not {"F9", "F11", "-F9", "-F11"} & set(both.other_heard())
        assert both.hands.focused == both.other


@needs_a_screen
def test_keys_are_given_back_when_the_clerk_signs_out(beside: Any):
    with beside() as both:
        both.hands.focus(both.own)
        both.hands.press_together("Ctrl", "Shift", "q")
        until_seen(both.described, "sign_in")
        both.until_held()
        both.hands.focus(both.other)
        ticket = both.hall.take()
        both.hands.press("F9", "a")
        both.until_other_heard("F9", "A")
        assert both.hall.state_of(ticket.label) == "WAITING"


@needs_a_screen
def test_keys_are_given_back_while_the_console_is_locked(beside: Any):
    with beside(pin=PIN) as both:
        both.hands.focus(both.own)
        both.hands.press_together("Ctrl", "l")
        both.until_held()
        both.hands.focus(both.other)
        ticket = both.hall.take()
        both.hands.press("F9", "a")
        both.until_other_heard("F9", "A")
        assert both.hall.state_of(ticket.label) == "WAITING"

        both.hands.focus(both.own)
        until_seen(both.described, "pin")
        both.hands.press(*PIN, "Return")
        both.until_held(*FOUR)
        both.hands.focus(both.other)
        both.hands.press("F9")
        both.until_state(ticket.label, "CALLED")
        both.until_other_heard("F9", "A")


@needs_a_screen
def test_whoever_types_in_another_program_is_not_locked_out_and_whoever_leaves_is(beside: Any):
    with beside(pin=PIN, global_keys="false", holds=(), lock_after=0.05) as both:
        began = time.monotonic()

        def typed_for_long() -> bool:
            both.hands.press("a")
            return time.monotonic() - began > 9

        until(typed_for_long)
        assert controls(both.described, "call_next"), "locked while its clerk was at work beside it"
        assert controls(both.described, "locked_stage") == []
        until_seen(both.described, "locked_stage")
        assert both.hands.focused == both.other


@needs_a_screen
def test_keys_are_given_back_when_the_program_ends(beside: Any):
    with beside() as both:
        both.program.terminate()
        both.program.wait(PATIENCE_S)
        both.hands.focus(both.other)
        both.hands.press("F9")
        both.until_other_heard("F9")


@needs_a_screen
def test_a_key_that_is_held_calls_one_visitor(beside: Any):
    with beside() as both:
        first, second = both.hall.take(), both.hall.take()
        both.hands.down("x")
        began = time.monotonic()
        until(lambda: both.other_heard().count("X+") >= 5)
        as_long = time.monotonic() - began
        both.hands.up("x")

        both.hands.down("F9")
        until_called = time.monotonic()
        both.until_state(first.label, "CALLED")
        until(lambda: time.monotonic() - until_called > as_long)
        both.hands.up("F9")
        both.hands.press("F11")
        both.until_state(first.label, "NO_SHOW")
        assert both.hall.state_of(second.label) == "WAITING"


@needs_a_screen
def test_a_key_that_another_program_holds_is_named_and_the_others_work(beside: Any):
    with beside(taken="F10", holds=["F9", "F11", "F12"]) as both:
        ticket = both.hall.take()
        both.until_text("key_trouble", "F10 已被其他程式佔用")
        both.hands.press("F9")
        both.until_state(ticket.label, "CALLED")

        both.hands.give_back("F10")
        until(lambda: controls(both.described, "key_trouble") == [])
        both.hands.press("F10", "a")
        both.until_other_heard("A")


@needs_a_screen
def test_only_what_the_office_names_is_global(beside: Any):
    with beside(global_keys='["call_next", "undo"]', holds=["F9"]) as both:
        ticket = both.hall.take()
        both.until_text("key_trouble", "Ctrl+Z 是其他程式常用的鍵")
        both.hands.press("F10", "F9")
        both.until_state(ticket.label, "CALLED")
        both.until_other_heard("F10")


@needs_a_screen
def test_nothing_is_taken_from_other_programs_unless_the_office_says_so(beside: Any):
    with beside(global_keys="false", holds=()) as both:
        ticket = both.hall.take()
        both.hands.press("F9", "F10", "F11", "F12")
        both.until_other_heard("F9", "F10", "F11", "F12")
        assert both.hall.state_of(ticket.label) == "WAITING"
        assert controls(both.described, "key_trouble") == []


@needs_a_screen
def test_on_wayland_the_clerk_reads_why_not_and_how(beside: Any):
    with beside(holds=(), WAYLAND_DISPLAY="wayland-0") as both:
        both.until_text("key_trouble", "QT_QPA_PLATFORM=xcb")
        both.until_text("key_trouble", "Wayland")


@pytest.mark.parametrize(
    ("environment", "error"),
    [
        ({"XDG_SESSION_TYPE": "wayland", "DISPLAY": ":0"}, OnWayland),
        ({"WAYLAND_DISPLAY": "wayland-0"}, OnWayland),
        ({}, NoKeysHere),
    ],
)
def test_where_keys_cannot_be_had_is_known_before_anything_is_started(environment, error):
    with pytest.raises(error):
        open_hotkeys(lambda _: None, lambda _: None, environment)
