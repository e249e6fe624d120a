"""What a printer says, told apart by its bits, byte by byte.

From "Transmission status" in the ESC/POS reference; ``x`` is a bit that carries meaning::

    XON, XOFF                  0001 0001, 0001 0011
    DLE EOT n  (real time)     0xx1 xx10
    ASB, first byte            0xx1 xx00     then three bytes 0xx0 xxxx
    GS r n     (in order)      0xx0 xxxx
    GS ( H     (in order)      0011 0111, 0010 0010, four characters 20h-7Eh, 0000 0000

An answer in real time and XON/XOFF may come between the bytes of a longer one.
"""

from dataclasses import dataclass
from typing import Final

XON: Final = 0x11
XOFF: Final = 0x13
_BLOCK: Final = 0x37
_PROCESS_ID: Final = 0x22
_BLOCK_LENGTH: Final = 7
_ASB_LENGTH: Final = 4

TORN_AFTER: Final = 0.25
"""Seconds of silence inside a longer answer after which its rest will not come (a byte takes 1 ms)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RealTimeAnswer:
    """To ``DLE EOT n``; which n, only the one who asked knows."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AutomaticStatus:
    """Four bytes that the printer sent by itself."""

    frame: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class InOrderAnswer:
    """To ``GS r``, behind everything that was sent before it."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessDone:
    """To ``GS ( H``: everything up to this id is printed."""

    process_id: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowChange:
    """XON or XOFF, where the operating system does not act on them itself."""

    go: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """A byte that is none of these, or the torn part of a longer answer."""

    data: bytes


Answer = RealTimeAnswer | AutomaticStatus | InOrderAnswer | ProcessDone | FlowChange | Noise


class AnswerParser:
    """Feed it bytes with the time they came at (seconds, monotonic)."""

    def __init__(self) -> None:
        self._part = bytearray()
        self._part_at = 0.0

    def feed(self, byte: int, at: float) -> tuple[Answer, ...]:
        """What this byte completes: mostly one answer or none, sometimes the noise before it as well."""
        torn = self._drop_part() if self._part and at - self._part_at > TORN_AFTER else ()
        return torn + self._take(byte, at)

    def forget(self) -> None:
        """The cable was away: nothing begun will be ended."""
        self._part.clear()

    def _take(self, byte: int, at: float) -> tuple[Answer, ...]:
        if byte in (XON, XOFF):
            return (FlowChange(go=byte == XON),)
        if self._part:
            return self._continue(byte, at)
        if byte & 0x93 == 0x12:
            return (RealTimeAnswer(value=byte),)
        if byte & 0x93 == 0x10 or byte == _BLOCK:
            self._part.append(byte)
            self._part_at = at
            return ()
        if byte & 0x90 == 0:
            return (InOrderAnswer(value=byte),)
        return (Noise(data=bytes((byte,))),)

    def _continue(self, byte: int, at: float) -> tuple[Answer, ...]:
        if self._part[0] == _BLOCK:
            return self._continue_block(byte, at)
        if byte & 0x90 == 0:
            self._part.append(byte)
            self._part_at = at
            if len(self._part) < _ASB_LENGTH:
                return ()
            frame = bytes(self._part)
            self._part.clear()
            return (AutomaticStatus(frame=frame),)
        if byte & 0x93 == 0x12:
            return (RealTimeAnswer(value=byte),)
        return self._drop_part() + self._take(byte, at)

    def _continue_block(self, byte: int, at: float) -> tuple[Answer, ...]:
        place = len(self._part)
        if place == 1:
            fits = byte == _PROCESS_ID
        elif place == _BLOCK_LENGTH - 1:
            fits = byte == 0
        else:
            fits = 0x20 <= byte <= 0x7E
        if not fits:
            return self._drop_part() + self._take(byte, at)
        self._part.append(byte)
        self._part_at = at
        if place < _BLOCK_LENGTH - 1:
            return ()
        process_id = bytes(self._part[2:6])
        self._part.clear()
        return (ProcessDone(process_id=process_id),)

    def _drop_part(self) -> tuple[Answer, ...]:
        torn = bytes(self._part)
        self._part.clear()
        return (Noise(data=torn),)
