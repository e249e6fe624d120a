"""One panel, one keypad: what each does with the bytes it hears."""

from collections import deque
from collections.abc import Collection, Sequence
from typing import Final

from drivers.bus.framer import Frame, Framer
from drivers.bus.keypad_kind import KeypadKind
from drivers.bus.keys import Key
from drivers.bus.layout import Layout, Values
from drivers.bus.panel_kind import PanelKind

SAYS_AGAIN_S: Final = 0.15
"""How long a keypad that speaks by itself waits to be acknowledged."""
_APART_S: Final = 0.005
"""And how much longer for each address, so that two who spoke at once do not do so again."""
_SILENCE_BYTES: Final = 4
"""So many bytes' time without one ends a frame, as in Modbus RTU's 3.5."""


class Ear:
    """What all devices of one kind understand, with the silences of the wire between frames."""

    def __init__(self, layouts: Sequence[tuple[str, Layout]], addresses: Collection[int], byte_s: float) -> None:
        self._framer: Framer[str] = Framer(layouts, lambda frame: frame.address in addresses)
        self._silence_s = _SILENCE_BYTES * byte_s
        self._heard_at = 0.0

    def hear(self, byte: int, at: float) -> list[Frame[str]]:
        """The frames that are whole with this byte."""
        ended = self._framer.silence() if at - self._heard_at > self._silence_s else []
        self._heard_at = at
        return ended + self._framer.feed(bytes([byte]))


class SimulatedPanel:
    """Shows what it is told; `shows` is "" until then."""

    def __init__(self, kind: PanelKind, address: int) -> None:
        self.kind, self.address = kind, address
        self.shows = ""

    @staticmethod
    def understood(kind: PanelKind) -> list[tuple[str, Layout]]:
        return [("show", kind.show)]

    def told(self, _name: str, values: Values, _at: float) -> list[bytes]:
        """What it says to a frame of its own."""
        self.shows = self.kind.shown(values)
        return [] if self.kind.answer is None else [self.kind.answer.build(values)]


class SimulatedKeypad:
    """Keeps what is pressed until it may say it, and where there is an acknowledgement until that has come."""

    def __init__(self, kind: KeypadKind, address: int) -> None:
        self.kind, self.address = kind, address
        self._codes = {key: code for code, key in kind.keys.items()}
        self._pressed: deque[int] = deque()
        self._saying: bytes | None = None
        self._count = 0
        self._last = 0
        self._again_at: float | None = None

    @staticmethod
    def understood(kind: KeypadKind) -> list[tuple[str, Layout]]:
        said = (("poll", kind.poll), ("ack", kind.ack))
        return [(name, layout) for name, layout in said if layout is not None]

    def press(self, key: Key, at: float) -> list[bytes]:
        """A key goes down; what the keypad says by itself. Raises KeyError for a key that it does not have."""
        self._pressed.append(self._codes[key])
        return [] if self.kind.poll is not None else self._speak(at)

    def told(self, name: str, values: Values, at: float) -> list[bytes]:
        """What it says to a frame of its own."""
        if name == "poll":
            return self._answer()
        if values.get("count", self._count) == self._count:
            self._saying, self._again_at = None, None
            return [] if self.kind.poll is not None else self._speak(at)
        return []

    def next_at(self) -> float | None:
        """When it will speak by itself."""
        return self._again_at

    def due(self, at: float) -> list[bytes]:
        """What it says again, since nobody acknowledged it."""
        if self._again_at is None or at < self._again_at or self._saying is None:
            return []
        self._again_at = at + SAYS_AGAIN_S + self.address * _APART_S
        return [self._saying]

    def _speak(self, at: float) -> list[bytes]:
        if self._saying is not None or not self._pressed:
            return []
        frame = self._frame()
        if self.kind.ack is not None:
            self._saying = frame
            self._again_at = at + SAYS_AGAIN_S + self.address * _APART_S
        return [frame]

    def _answer(self) -> list[bytes]:
        if self.kind.keeps_last:
            return [self._register()]
        if self._saying is None and self._pressed:
            frame = self._frame()
            if self.kind.ack is None:
                return [frame]
            self._saying = frame
        if self._saying is not None:
            return [self._saying]
        return [] if self.kind.empty is None else [self.kind.empty.build({"address": self.address})]

    def _register(self) -> bytes:
        """One press a reading: nothing is lost to a slow host."""
        if self._pressed:
            self._count = self._count % 0xFF + 1
            self._last = self._pressed.popleft()
        return self.kind.key[0].build({"address": self.address, "count": self._count, "key": self._last})

    def _frame(self) -> bytes:
        """As many of the pressed keys as one frame takes."""
        self._count = (self._count + 1) % 0x100
        fits = [layout for layout in self.kind.key if _keys_in(layout) <= len(self._pressed)]
        layout = max(fits, key=_keys_in)
        codes = [self._pressed.popleft() for _ in range(_keys_in(layout))]
        values = {"address": self.address, "count": self._count, "key": codes[0]}
        if layout.part("keys") is not None:
            return layout.build({**values, "keys": bytes(codes)})
        return layout.build(values)


def _keys_in(layout: Layout) -> int:
    part = layout.part("keys")
    return 1 if part is None else part.size
