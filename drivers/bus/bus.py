"""A line with panels and keypads: one owner, one thread, one voice at a time.

Half-duplex RS-485 has no arbiter: the host speaks, waits for whoever it asked, keeps the silence that the
description asks for, and speaks on. New words for panels go before questions; questions go round the keypads.
Facts of pyserial 3.5 that shaped it: `exclusive=True` keeps a second program out; `write` without a time-out hangs
with a stalled adapter; `cancel_read` of a port that nobody reads ends its next read, so nothing said is overslept.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import serial

from drivers.printing.cable import FAULTS
from drivers.printing.errors import PortMissing

from .asking import Asking
from .devices import DeviceState, KeypadAt, PanelAt
from .framer import Frame, Framer
from .keypad_kind import KeypadKind
from .keys import Key
from .layout import Layout
from .painting import Painting
from .panel_kind import PanelKind
from .port import READ_S, open_port

logger = logging.getLogger(__name__)

RETRY: Final = (0.25, 1.0)
"""Seconds until the port is tried again: at first, and at most."""
SILENCE_S: Final = 0.1
"""A frame that has not gone on for so long never will; USB adapters and busy computers hold bytes back."""
IDLE_S: Final = 0.25
"""How long the line is listened to where nobody is polled, before it is looked what else there is to do."""
_OPENING_FAULTS: Final[tuple[type[Exception], ...]] = (*FAULTS, PortMissing)
ALL_SILENT_S: Final = 0.05
_BITS: Final = 10
"""A byte on the wire: start, eight, stop."""


Device = PanelAt | KeypadAt


@dataclass(frozen=True, slots=True, eq=False)
class _Tag:
    """Which kind says a frame, and whether it is a key: else an answer."""

    kind: PanelKind | KeypadKind
    is_key: bool


class Bus:
    """Started once. `on_key` is called on the bus's own thread and must return at once."""

    def __init__(
        self,
        port_id: str,
        baud: int,
        *,
        panels: Sequence[PanelAt] = (),
        keypads: Sequence[KeypadAt] = (),
        on_key: Callable[[str, Key], None] = lambda _name, _key: None,
        retry: tuple[float, float] = RETRY,
    ) -> None:
        self.port_id = port_id
        self._byte_s = _BITS / baud
        self._baud = baud
        self._painting = Painting(tuple(panels))
        self._asking = Asking(tuple(keypads))
        self._keypads = {(keypad.kind.name, keypad.address): keypad for keypad in keypads}
        self._on_key = on_key
        self._retry = retry
        self._asked: Device | None = None
        self._owed: list[tuple[bytes, int]] = []
        self._framer: Framer[_Tag] = Framer(_layouts(panels, keypads), self._is_meant)
        self._port: serial.Serial | None = None
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._live, name=f"bus {port_id}", daemon=True)

    @property
    def is_up(self) -> bool:
        return self._port is not None

    @property
    def states(self) -> dict[str, DeviceState]:
        """How each panel and keypad was found, by name."""
        return {**self._painting.states, **self._asking.states}

    def start(self) -> None:
        """Begin to open the port; returns at once."""
        self._thread.start()

    def show(self, panel: str, text: str) -> None:
        """From now on this panel shows `text`, also when it is plugged in later."""
        if self._painting.show(panel, text):
            self._wake()

    def close(self) -> None:
        """Tell the panels what is new, let the port go and end the thread; may be called twice."""
        self._ending.set()
        self._wake()
        if self._thread.ident is not None:
            self._thread.join()

    def _wake(self) -> None:
        port = self._port
        if port is not None:
            with contextlib.suppress(*FAULTS):
                port.cancel_read()

    # -- the thread ------------------------------------------------------------------------------------

    def _live(self) -> None:
        """Open, talk until it breaks, wait a little longer each time, open again."""
        retry = self._retry[0]
        while not self._ending.is_set():
            try:
                port = open_port(self.port_id, self._baud)
            except _OPENING_FAULTS as cause:
                say = logger.warning if retry == self._retry[0] else logger.debug
                say("bus_missing", extra={"port": self.port_id, "cause": str(cause)})
                self._ending.wait(retry)
                retry = min(self._retry[1], retry * 2)
                continue
            retry = self._retry[0]
            self._port = port
            logger.info("bus_up", extra={"port": self.port_id})
            self._painting.all_again()
            try:
                self._talk(port)
            except FAULTS as cause:
                logger.info("bus_down", extra={"port": self.port_id, "cause": str(cause)})
            finally:
                self._port = None
                with contextlib.suppress(*FAULTS):
                    port.close()
        logger.info("bus_closed", extra={"port": self.port_id, "dropped_bytes": self._framer.dropped})

    def _talk(self, port: serial.Serial) -> None:
        while not self._ending.is_set() or self._painting.wanted() is not None:
            self._acknowledge(port)
            now = time.monotonic()
            new = self._painting.wanted()
            if new is not None:
                self._paint(port, *new)
                continue
            old = self._painting.stale(now)
            if old is not None:
                self._paint(port, *old)
            keypad = self._asking.next(now)
            if keypad is not None:
                self._ask(port, keypad)
            elif old is None:
                self._rest(port, ALL_SILENT_S if self._asking.anybody_polled else IDLE_S)

    def _paint(self, port: serial.Serial, panel: PanelAt, text: str) -> None:
        kind = panel.kind
        self._painting.sending(panel)
        frame = kind.frame(panel.address, text)
        if kind.answer is None:
            self._say(port, frame, kind.gap_ms)
        elif self._exchange(port, frame, panel, kind.answer.size):
            self._painting.answered(panel)
        else:
            self._painting.unanswered(panel)

    def _ask(self, port: serial.Serial, keypad: KeypadAt) -> None:
        kind = keypad.kind
        if kind.poll is None:
            return
        longest = max(layout.size for layout in kind.key)
        if not self._exchange(port, kind.poll.build({"address": keypad.address}), keypad, longest):
            self._asking.unanswered(keypad)

    def _acknowledge(self, port: serial.Serial) -> None:
        while self._owed:
            self._say(port, *self._owed.pop(0))

    def _say(self, port: serial.Serial, frame: bytes, gap_ms: int) -> None:
        """Without an answer: the line is left alone until all has gone out and is understood."""
        port.write(frame)
        self._listen(port, len(frame) * self._byte_s + gap_ms / 1000)

    def _exchange(self, port: serial.Serial, frame: bytes, who: Device, answer_size: int) -> bool:
        """Say `frame` and wait for `who` to answer; whether they did. An answer under way is waited for."""
        self._asked = who
        port.write(frame)
        until = time.monotonic() + len(frame) * self._byte_s + who.kind.answer_ms / 1000
        limit = until + answer_size * self._byte_s
        try:
            while (now := time.monotonic()) < until or (self._framer.is_within and now < limit):
                if self._take(self._framer.feed(_read(port))):
                    self._listen(port, who.kind.gap_ms / 1000)
                    return True
            return self._take(self._framer.silence())
        finally:
            self._asked = None

    def _listen(self, port: serial.Serial, seconds: float) -> None:
        """Hear what comes for so long."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._take(self._framer.feed(_read(port)))

    def _rest(self, port: serial.Serial, seconds: float) -> None:
        """Hear what comes, until there is something to say."""
        until = heard_at = time.monotonic()
        until += seconds
        while (left := until - time.monotonic()) > 0 and not self._has_news:
            port.timeout = READ_S if self._framer.is_within else max(READ_S, left)
            silent = time.monotonic() - heard_at > SILENCE_S  # before the look: what came meanwhile is there then
            data = _read(port)
            if data:
                heard_at = time.monotonic()
            self._take(self._framer.silence() if silent and not data else self._framer.feed(data))
        port.timeout = READ_S

    @property
    def _has_news(self) -> bool:
        return self._ending.is_set() or bool(self._owed) or self._painting.wanted() is not None

    # -- what is heard ---------------------------------------------------------------------------------

    def _is_meant(self, frame: Frame[_Tag]) -> bool:
        """A key of a keypad that is here, or an answer of whoever was asked."""
        if frame.tag.is_key:
            return (frame.tag.kind.name, frame.address) in self._keypads
        return self._answers(frame)

    def _answers(self, frame: Frame[_Tag]) -> bool:
        asked = self._asked
        return asked is not None and asked.kind == frame.tag.kind and frame.address in (None, asked.address)

    def _take(self, frames: Sequence[Frame[_Tag]]) -> bool:
        """Tell the keys; whether whoever was asked has answered."""
        answered = False
        for frame in frames:
            keypad = self._keypads.get((frame.tag.kind.name, frame.address or 0))
            if keypad is not None and keypad.kind == frame.tag.kind:
                self._heard(keypad, frame)
            answered = answered or self._answers(frame)
        return answered

    def _heard(self, keypad: KeypadAt, frame: Frame[_Tag]) -> None:
        kind = keypad.kind
        if kind.ack is not None and frame.tag.is_key:
            values = {"address": keypad.address, "count": frame.values["count"]}
            self._owed.append((kind.ack.build(values), kind.gap_ms))
        for key in self._asking.heard(keypad, frame):
            try:
                self._on_key(keypad.name, key)
            except Exception:
                logger.exception("key_listener_failed", extra={"port": self.port_id})


def _read(port: serial.Serial) -> bytes:
    """What has come; at most the port's time-out is waited for the first byte."""
    first = port.read(1)
    return bytes(first + port.read(port.in_waiting)) if first else b""


def _layouts(panels: Sequence[PanelAt], keypads: Sequence[KeypadAt]) -> list[tuple[_Tag, Layout]]:
    """All that may be said on this line by others than the host, each kind once."""
    kinds = {panel.kind.name: panel.kind for panel in panels}.values()
    found = [(_Tag(kind, is_key=False), kind.answer) for kind in kinds if kind.answer is not None]
    for keypad in {keypad.kind.name: keypad.kind for keypad in keypads}.values():
        key = _Tag(keypad, is_key=True)
        found += [(key, layout) for layout in keypad.key]
        if keypad.empty is not None:
            found.append((_Tag(keypad, is_key=False), keypad.empty))
    return found
