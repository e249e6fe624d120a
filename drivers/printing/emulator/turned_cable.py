"""A printer and its cable on a turned clock, without threads: hours of faults in seconds.

It is the driver's `Transport` and its `Watch` in one. While the driver waits, bytes move at the wire's pace, the
printer prints, and what was arranged for a byte or a moment happens; none of it takes real time. What the driver
has written waits on this side of the cable, as in a serial port's own buffer, and is lost with an unplugging.
"""

import threading
from collections import deque
from typing import Final

from drivers.printing.cable import RETRY
from drivers.printing.emulator.clock import TurnedClock
from drivers.printing.emulator.machine import BUFFER, Machine
from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.errors import CableAway, CableStalled
from drivers.printing.profile import Profile
from drivers.printing.transport import CableListener

_PIECE: Final = 64


class TurnedCable:
    """One printer with the abilities of `profile`, plugged in.

    After a replugging the link is back as late as the serial transport's own retries allow.
    """

    def __init__(self, profile: Profile) -> None:
        self.byte_s = profile.seconds_for(1)
        """Seconds that one byte takes on the wire."""
        self._clock = TurnedClock()
        self._machine = Machine(profile, self._clock)
        self._listener: CableListener | None = None
        self._unsent: deque[int] = deque()
        self._coming: deque[tuple[float, int]] = deque()
        self._wire_free_at = self._answer_free_at = 0.0
        self._plugged = True
        self._up = False
        self._up_at: float | None = None
        self._at_byte: dict[int, str] = {}
        self._at_time: list[tuple[float, str]] = []
        self._heard = 0
        self.slips: list[PrintedSlip] = []
        self.ended_at = 0.0
        """When the last fault that struck has its end, in seconds of this clock."""

    @property
    def port_id(self) -> str:
        return "turned"

    @property
    def is_up(self) -> bool:
        return self._up

    @property
    def received(self) -> int:
        """Bytes that came to the printer."""
        return self._machine.received

    def now(self) -> float:
        return self._clock.now()

    def start(self, listener: CableListener) -> None:
        self._listener = listener
        self._up_at = self.now()

    def close(self) -> None:
        self._listener = None

    def write(self, data: bytes, *, seconds: float) -> None:
        deadline = self.now() + seconds
        if not self._up:
            raise CableAway(port=self.port_id, sent=0)
        if not self._unsent:
            self._wire_free_at = max(self._wire_free_at, self.now())
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            while len(self._unsent) + len(piece) > BUFFER:
                if self.now() >= deadline:
                    raise CableStalled(port=self.port_id, sent=start)
                self._step(deadline)
                if not self._up:
                    raise CableAway(port=self.port_id)
            self._unsent.extend(piece)

    def discard_unsent(self) -> None:
        self._unsent.clear()

    def wait(self, news: threading.Condition, seconds: float) -> None:  # noqa: ARG002 - told on this very thread
        """Until something was heard, or so long."""
        self._until(self.now() + seconds, heard=self._heard)

    def let(self, seconds: float) -> None:
        """So much time goes by."""
        self._until(self.now() + seconds, heard=None)

    def do(self, words: str) -> None:
        """``paper out``, ``cover open``, ``unplug``, ``replug``, ``power off``, ``power on`` ...

        Each ``at 120`` (bytes from now on), and ``paper out then paper ok after 3`` (seconds).
        """
        if words.rpartition(" ")[0].endswith(" at"):
            what, _, count = words.rpartition(" at ")
            self._at_byte[self.received + int(count)] = what
        elif " then " in words:
            what, _, end = words.partition(" then ")
            back, _, seconds = end.rpartition(" after ")
            self.ended_at = self.now() + float(seconds)
            self._at_time.append((self.ended_at, back))
            self.do(what)
        elif words in ("unplug", "power off"):
            self._unplug()
            if words == "power off":
                self._machine.switch_on()
        elif words in ("replug", "power on"):
            self._plugged = True
            self._up_at = self.now() + RETRY[1]
        else:
            self._machine.set(words)

    def _until(self, moment: float, *, heard: int | None) -> None:
        while self.now() < moment and (heard is None or self._heard == heard):
            self._step(moment)

    def _step(self, limit: float) -> None:
        """On to the next thing that happens, at most to `limit`; and let it happen."""
        moment = limit
        for at, _ in self._at_time:
            moment = min(moment, at)
        if self._coming:
            moment = min(moment, self._coming[0][0])
        if self._up_at is not None:
            moment = min(moment, self._up_at)
        if (due := self._machine.next_at()) is not None:
            moment = min(moment, due)
        if not self._move_bytes(moment):
            self._clock.wait_until(moment)
        self._happen()

    def _move_bytes(self, until: float) -> bool:
        """Bytes along the wire, up to `until` or to one that makes something happen; whether any moved."""
        moved = False
        while self._unsent and not self._machine.holds_the_sender and self._wire_free_at + self.byte_s <= until:
            self._wire_free_at = max(self._wire_free_at + self.byte_s, self.now())
            self._clock.wait_until(self._wire_free_at)
            moved = True
            self._machine.receive(self._unsent.popleft())
            self._machine.work()
            words = self._at_byte.pop(self._machine.received, None)
            if words is not None:
                self.do(words)
            due = self._machine.next_at()
            if words is not None or (due is not None and due <= self._wire_free_at + self.byte_s):
                break
        return moved

    def _happen(self) -> None:
        now = self.now()
        for at, words in [entry for entry in self._at_time if entry[0] <= now]:
            self._at_time.remove((at, words))
            self.do(words)
        if self._up_at is not None and self._up_at <= now and self._plugged:
            self._tell_link(up=True)
        self._machine.work()
        self._take_answers()
        self.slips += self._machine.due_slips()
        while self._coming and self._coming[0][0] <= now:
            self._hand_on(self._coming.popleft()[1])

    def _take_answers(self) -> None:
        for answer in self._machine.due_answers():
            for byte in answer:
                self._answer_free_at = max(self._answer_free_at, self.now()) + self.byte_s
                if self._plugged:
                    self._coming.append((self._answer_free_at, byte))

    def _hand_on(self, byte: int) -> None:
        self._heard += 1
        if self._listener is not None and self._up:
            self._listener.on_byte(byte, self.now())

    def _unplug(self) -> None:
        self._plugged = False
        self._up_at = None
        self._unsent.clear()
        self._coming.clear()
        self._tell_link(up=False)

    def _tell_link(self, *, up: bool) -> None:
        self._up, self._up_at = up, None
        self._heard += 1
        if self._listener is not None:
            self._listener.on_link(up=up)
