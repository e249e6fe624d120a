"""The keyboard as an X server has it: which key is where, who may have it, and which of ours went down.

Xlib's manual, chapter 12 (Keyboard grabbing); XKB protocol, section 9 (detectable auto-repeat).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import Any, Final

import xcffib
import xcffib.xkb
import xcffib.xproto as x

from drivers.x_server import connected

KEYSYMS: Final = {
    "Insert": 0xFF63, "Delete": 0xFFFF, "Home": 0xFF50, "End": 0xFF57, "PgUp": 0xFF55, "PgDown": 0xFF56,
    "Pause": 0xFF13, "ScrollLock": 0xFF14, "Space": 0x20,
    **{f"F{number}": 0xFFBE + number - 1 for number in range(1, 25)},
}  # fmt: skip
"""X's numbers of the keys that have a name; letters and digits are their own."""
_LOCKS: Final = (0xFF7F, 0xFF14)
"""NumLock and ScrollLock stand on any of the modifiers; CapsLock has one of its own."""
_MODIFIERS: Final = {"Alt": 0xFFE9, "Meta": 0xFFEB}
_ANY_KEY: Final = 0
_CORE_KEYBOARD, _DETECTABLE_AUTO_REPEAT = 0x100, 1


class X11Keyboard:
    """For one thread. Raises OSError where there is no server, or when it goes."""

    def __init__(self, display: str) -> None:
        self._x = connected(display)
        self._roots = [screen.root for screen in self._x.get_setup().roots]
        self._held: dict[tuple[int, int], str] = {}
        self._down: set[int] = set()
        self._repeats_are_told()
        self._learn()

    @property
    def file_number(self) -> int:
        """Readable when something has come."""
        return int(self._x.get_file_descriptor())

    def close(self) -> None:
        """The server takes back what we held."""
        self._x.disconnect()

    def _repeats_are_told(self) -> None:
        """A key that is held comes as many presses without a release between, so that one press is one."""
        keyboard = self._x(xcffib.xkb.key)
        keyboard.UseExtension(1, 0).reply()
        flag = _DETECTABLE_AUTO_REPEAT
        keyboard.PerClientFlags(_CORE_KEYBOARD, flag, flag, 0, 0, 0).reply()

    def _learn(self) -> None:
        """Which keysym is on which key, and which modifier is which bit."""
        setup = self._x.get_setup()
        first, last = setup.min_keycode, setup.max_keycode
        found = self._x.core.GetKeyboardMapping(first, last - first + 1).reply()
        width = found.keysyms_per_keycode
        self._codes: dict[int, set[int]] = {}
        for place, keysym in enumerate(found.keysyms):
            self._codes.setdefault(keysym, set()).add(first + place // width)
        bits = self._x.core.GetModifierMapping().reply()
        each = bits.keycodes_per_modifier
        self._bits = {code: 1 << place // each for place, code in enumerate(bits.keycodes) if code}
        locks = [x.ModMask.Lock, *(bit for keysym in _LOCKS if (bit := self._bit(keysym)))]
        self._locked = tuple(
            sum(some) for some in chain.from_iterable(combinations(locks, n) for n in range(len(locks) + 1))
        )
        self._known = {"Shift": x.ModMask.Shift, "Ctrl": x.ModMask.Control}
        self._known |= {name: self._bit(keysym) for name, keysym in _MODIFIERS.items()}

    def _bit(self, keysym: int) -> int:
        return next((self._bits[code] for code in self._codes.get(keysym, ()) if code in self._bits), 0)

    def hold(self, keys: Sequence[str]) -> tuple[str, ...]:
        """These and no others; gives back those that somebody else has."""
        for root in self._roots:
            self._x.core.UngrabKey(_ANY_KEY, root, x.ModMask.Any)
        self._held.clear()
        self._down.clear()
        return self.hold_too(keys)

    def hold_too(self, keys: Sequence[str]) -> tuple[str, ...]:
        """These as well; gives back those that somebody else has."""
        taken = tuple(key for key in keys if not self._grab(key))
        self._x.flush()
        return taken

    def _grab(self, key: str) -> bool:
        *modifiers, last = key.split("+")
        mask = sum(self._known[name] for name in modifiers)
        codes = self._codes.get(KEYSYMS.get(last) or ord(last.lower()), set())
        asked = [
            self._x.core.GrabKeyChecked(False, root, mask | lock, code, x.GrabMode.Async, x.GrabMode.Async)
            for root in self._roots
            for code in codes
            for lock in self._locked
        ]
        given = [_was_given(one) for one in asked]
        if not given or not all(given):
            self._let_go(codes, mask)
            return False
        self._held |= {(code, mask): key for code in codes}
        return True

    def _let_go(self, codes: Iterable[int], mask: int) -> None:
        """Not half of it: with one of the locks on it would be ours, without it somebody else's."""
        for root in self._roots:
            for code in codes:
                for lock in self._locked:
                    self._x.core.UngrabKey(code, root, mask | lock)

    def pressed(self) -> Iterator[str]:
        """Those of ours that have gone down since."""
        while (event := self._next()) is not None:
            if isinstance(event, x.KeyReleaseEvent):
                self._down.discard(event.detail)
            elif isinstance(event, x.KeyPressEvent):
                key = self._held.get((event.detail, event.state & self._meant))
                if key is not None and event.detail not in self._down:
                    yield key
                self._down.add(event.detail)
            elif isinstance(event, x.MappingNotifyEvent):
                self._learn()
                self.hold(tuple(dict.fromkeys(self._held.values())))

    @property
    def _meant(self) -> int:
        return sum(set(self._known.values()))

    def _next(self) -> Any:
        try:
            return self._x.poll_for_event()
        except xcffib.ConnectionException as error:
            raise OSError("the X server has gone") from error


def _was_given(asked: Any) -> bool:
    try:
        asked.check()
    except x.AccessError:
        return False
    return True
