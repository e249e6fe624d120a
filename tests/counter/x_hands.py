"""Somebody's hands on a real X server: keys of XTEST, and which window has the focus."""

import threading
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import xcffib
import xcffib.xproto as x
import xcffib.xtest

NAMED = {
    "F9": 0xFFC6, "F10": 0xFFC7, "F11": 0xFFC8, "F12": 0xFFC9, "NumLock": 0xFF7F, "CapsLock": 0xFFE5,
    "Ctrl": 0xFFE3, "Shift": 0xFFE1, "Alt": 0xFFE9, "Return": 0xFF0D, "BackSpace": 0xFF08,
}  # fmt: skip
KEY, UP = 2, 1
"""XTEST's number for a key going down, and how much more for going up."""
NOBODY, WHERE_THE_MOUSE_IS = 0, 1


class Hands:
    """One connection of its own; the block is its life."""

    def __init__(self, display: str) -> None:
        self._x: Any = xcffib.connect(display=display)
        self._test: Any = self._x(xcffib.xtest.key)
        self.root = self._x.get_setup().roots[0].root
        setup = self._x.get_setup()
        found = self._x.core.GetKeyboardMapping(setup.min_keycode, setup.max_keycode - setup.min_keycode + 1)
        keysyms = found.reply()
        places = reversed(list(enumerate(keysyms.keysyms)))
        self._codes = {
            keysym: setup.min_keycode + place // keysyms.keysyms_per_keycode for place, keysym in places
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(xcffib.ConnectionException):
            self._x.disconnect()

    def down(self, key: str) -> None:
        self._move(key, KEY)

    def up(self, key: str) -> None:
        """No hand presses a key again in the same millisecond, which is how a server repeats one."""
        self._move(key, KEY + UP)
        threading.Event().wait(0.002)

    def press(self, *keys: str) -> None:
        """These one after the other."""
        for key in keys:
            self.down(key)
            self.up(key)

    def hold(self, key: str, seconds: float) -> None:
        """As long as a finger rests on it; the server repeats it meanwhile."""
        self.down(key)
        threading.Event().wait(seconds)
        self.up(key)

    def press_together(self, *keys: str) -> None:
        """The last while the others are held."""
        for key in keys:
            self.down(key)
        for key in reversed(keys):
            self.up(key)

    def focus(self, window: int) -> None:
        """As a window manager does when somebody clicks another program."""
        self._x.core.SetInputFocusChecked(x.InputFocus.PointerRoot, window, 0).check()

    @property
    def focused(self) -> int:
        """The window whose keys are typed."""
        return int(self._x.core.GetInputFocus().reply().focus)

    def may_have(self, key: str) -> bool:
        """Whether nobody holds that key; it is given back at once."""
        code, mode = self._codes[NAMED[key]], x.GrabMode.Async
        try:
            self._x.core.GrabKeyChecked(False, self.root, 0, code, mode, mode).check()
        except x.AccessError:
            return False
        self._x.core.UngrabKeyChecked(code, self.root, 0).check()
        return True

    def take(self, key: str) -> None:
        """As another program does that holds a key before us."""
        code = self._codes[NAMED[key]]
        mode = x.GrabMode.Async
        self._x.core.GrabKeyChecked(False, self.root, x.ModMask.Any, code, mode, mode).check()

    def take_without_locks(self, key: str) -> None:
        """The same by a program that has not thought of NumLock and CapsLock."""
        mode = x.GrabMode.Async
        self._x.core.GrabKeyChecked(False, self.root, 0, self._codes[NAMED[key]], mode, mode).check()

    def give_back(self, key: str) -> None:
        self._x.core.UngrabKeyChecked(self._codes[NAMED[key]], self.root, x.ModMask.Any).check()

    def _move(self, key: str, what: int) -> None:
        self._test.FakeInput(what, self._codes[NAMED.get(key) or ord(key)], 0, 0, 0, 0, 0)
        self._x.flush()
