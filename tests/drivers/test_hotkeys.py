"""Keys of other windows, as the driver has them from a real X server."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from drivers.hotkeys.errors import HotkeysTrouble, KeysTaken, NoKeysHere
from drivers.hotkeys.x11 import X11Hotkeys
from tests.counter.real_program import registration_screen, until
from tests.counter.x_hands import Hands
from tests.programs import needs_a_screen


class Told:
    """What the driver's thread has told."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.states: list[HotkeysTrouble | None] = []


@contextmanager
def held(display: str, *keys: str) -> Iterator[tuple[X11Hotkeys, Told]]:
    told = Told()
    hotkeys = X11Hotkeys(told.keys.append, told.states.append, display)
    try:
        hotkeys.hold(keys)
        until(lambda: bool(told.states))
        yield hotkeys, told
    finally:
        hotkeys.close()


@pytest.fixture
def on_screen() -> Iterator[Callable[..., tuple[Hands, str]]]:
    with registration_screen() as screen, Hands(screen) as hands:
        yield hands, screen


@needs_a_screen
def test_modifiers_count_and_locks_do_not(on_screen):
    hands, screen = on_screen
    with held(screen, "F9", "Shift+F9", "Ctrl+Alt+P") as (_, told):
        assert told.states == [None]
        hands.press("F9", "CapsLock", "F9", "NumLock", "F9", "CapsLock", "F9", "NumLock")
        hands.press_together("Shift", "F9")
        hands.press_together("Ctrl", "F9")
        hands.press_together("Ctrl", "Alt", "p")
        hands.press("p", "F10")
        hands.press("F9")
        until(lambda: told.keys == ["F9"] * 4 + ["Shift+F9", "Ctrl+Alt+P", "F9"])


@needs_a_screen
def test_other_keys_while_one_is_held_and_new_keys_instead_of_the_old_ones(on_screen):
    hands, screen = on_screen
    with held(screen, "F9") as (hotkeys, told):
        hands.down("F9")
        hands.press("a")
        hands.up("F9")
        hands.press("F9")
        until(lambda: told.keys == ["F9", "F9"])

        hotkeys.hold(("F10",))
        until(lambda: told.states == [None, None])
        assert hands.may_have("F9")
        hands.press("F9", "F10")
        until(lambda: told.keys == ["F9", "F9", "F10"])

        hotkeys.hold(())
        until(lambda: told.states == [None, None, None])
        assert hands.may_have("F10")


@needs_a_screen
def test_a_key_of_which_somebody_has_a_part_is_not_ours_by_half(on_screen):
    hands, screen = on_screen
    hands.take_without_locks("F9")
    with held(screen, "F9", "F10") as (_, told):
        (state,) = told.states
        assert isinstance(state, KeysTaken)
        assert state.facts["keys"] == "F9"
        hands.press("CapsLock", "F9", "CapsLock", "F10")
        until(lambda: told.keys == ["F10"])


def test_without_a_server_it_is_said_and_the_thread_ends():
    with held(":987") as (_, told):
        assert isinstance(told.states[0], NoKeysHere)
    assert not [thread for thread in threading.enumerate() if thread.name == "hotkeys"]


@needs_a_screen
def test_a_server_that_goes_is_said_and_nothing_hangs():
    with registration_screen() as screen:
        told = Told()
        hotkeys = X11Hotkeys(told.keys.append, told.states.append, screen)
        hotkeys.hold(("F9",))
        until(lambda: told.states == [None])
    until(lambda: len(told.states) == 2)
    assert isinstance(told.states[1], NoKeysHere)
    hotkeys.hold(("F10",))
    hotkeys.close()
