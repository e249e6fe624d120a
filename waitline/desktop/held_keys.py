"""On X11 a key that does something is heard once, however long it is held."""

from __future__ import annotations

import ctypes
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

PRESSED, RELEASED = 2, 3
SENT: Final = 0x80
EVENT_BYTES: Final = 32
ONCE: Final = frozenset(
    {
        *(9, 36, 65, 104),  # Escape, Enter, space, Enter of the number block
        *range(67, 77), 95, 96, *range(191, 203),  # F1 to F24
    }
)  # fmt: skip
"""X's codes of keys that do something at once: the kernel's (input-event-codes.h) and eight, as every X server of
today has them. Letters, arrows and the like go on repeating, as whoever types or scrolls expects."""
WITH_ANY_KEY: Final = 0x04 | 0x08 | 0x40
"""The state's bits of Control, Alt and Super: with one of them every key does something."""


class HeldKeys(QAbstractNativeEventFilter):
    """The server tells a held key as releases and presses, both of one moment. Qt marks as repeated those only
    that have come to it together, so that shortcuts and buttons would take the others for presses of their own.
    """

    def __init__(self) -> None:
        super().__init__()
        self._released: tuple[int, int] | None = None

    def nativeEventFilter(
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 - Qt's own name
        message: int,
    ) -> tuple[bool, int]:
        return eventType == b"xcb_generic_event_t" and self._is_repeated(int(message)), 0

    def _is_repeated(self, address: int) -> bool:
        """Whether this is a press again of a key that was never let go."""
        event = ctypes.string_at(address, EVENT_BYTES)
        kind = event[0] & ~SENT
        if kind not in (PRESSED, RELEASED):
            return False
        stroke = event[1], int.from_bytes(event[4:8], "little")
        if kind == RELEASED:
            self._released = stroke
            return False
        state = int.from_bytes(event[28:30], "little")
        return stroke == self._released and (stroke[0] in ONCE or bool(state & WITH_ANY_KEY))


def heard_once(app: QCoreApplication) -> HeldKeys:
    """From now on, as long as what is given back is kept."""
    held = HeldKeys()
    app.installNativeEventFilter(held)
    return held
