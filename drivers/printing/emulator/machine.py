"""The printer's inside: receive buffer, flow control, real-time commands, a head and a cutter that take time.

No thread and no port: bytes go in with `receive`, time comes from a clock, answers and slips come out with the
moment they are due.
"""

from collections import deque
from dataclasses import replace
from typing import Final, TypeVar

from drivers.printing.answers import XOFF, XON
from drivers.printing.emulator.clock import Clock
from drivers.printing.emulator.interpreter import Interpreter, Part
from drivers.printing.emulator.paper import Paper, PrintedSlip
from drivers.printing.emulator.sensors import Sensors
from drivers.printing.profile import Flow, Profile

BUFFER: Final = 4096
_HOLD_AT: Final = BUFFER - 256
_GO_AT: Final = BUFFER - 1024

_MILLIMETRES_A_SECOND: Final = 150.0
_CUT_SECONDS: Final = 0.3
_AHEAD: Final = 0.25
"""Seconds of printing that are read from the buffer before the head has come so far."""

_T = TypeVar("_T")


class Machine:
    """One printer with the abilities of `profile`; its state outlives every unplugging, until `switch_on`."""

    def __init__(self, profile: Profile, clock: Clock, *, font: str | None = None) -> None:
        self._profile = profile
        self._clock = clock
        self.sensors = Sensors()
        self.received = 0
        self.lost = 0
        self._buffer: deque[tuple[int, float]] = deque()
        self._last_two = (0, 0)
        self._held = False
        self._busy_until = 0.0
        self._cut_waits = False
        self._slip_bytes = 0
        self._slip_began: float | None = None
        self._part_bytes, self._part_began = 0, 0.0
        self._job_bytes = 0
        self._job_began: float | None = None
        self._unconfirmed = False
        self._answers: list[tuple[float, bytes]] = []
        self._slips: list[tuple[float, PrintedSlip]] = []
        self._paper = Paper(profile, font=font, on_feed=self._moved)
        self._interpreter = Interpreter(
            self._paper,
            self.sensors,
            profile.encoding,
            on_answer=self._answer_in_order,
            on_cut=self._cut,
            on_part=self._count,
        )

    @property
    def waiting(self) -> int:
        """Bytes in the receive buffer."""
        return len(self._buffer)

    @property
    def holds_the_sender(self) -> bool:
        """XOFF was said, and XON not yet."""
        return self._held

    def receive(self, byte: int) -> None:
        """One byte off the wire; what finds the buffer full is lost."""
        self.received += 1
        if self._slip_began is None:
            self._slip_began = self._clock.now()
        if len(self._buffer) < _HOLD_AT:  # with the buffer full nobody listens for real-time commands
            self._obey_at_once(byte)
        self._last_two = (self._last_two[1], byte)
        if len(self._buffer) >= BUFFER:
            self.lost += 1
            return
        self._buffer.append((byte, self._clock.now()))
        if len(self._buffer) >= _HOLD_AT and not self._held and self._profile.flow is Flow.XONXOFF:
            self._held = True
            self._say(bytes((XOFF,)), self._clock.now())

    def work(self) -> None:
        """Obey what is in the buffer, as far as paper, cover, cutter and the head's speed allow."""
        if self._cut_waits and self.sensors.may_print:
            self._cut_waits = False
            self._cut()
        while self._buffer and self._may_read():
            byte, at = self._buffer.popleft()
            self._slip_bytes += 1
            if not self._part_bytes:
                self._part_began = at
            self._part_bytes += 1
            self._interpreter.feed(byte)
        if self._held and len(self._buffer) <= _GO_AT:
            self._held = False
            self._say(bytes((XON,)), self._clock.now())

    def next_at(self) -> float | None:
        """When `work`, `due_answers` or `due_slips` will next have something to do; None: at the next byte."""
        reads = self._buffer and self.sensors.may_print
        if not (self._answers or self._slips or reads):
            return None
        moments = [at for at, _ in self._answers] + [at for at, _ in self._slips]
        if reads:
            moments.append(self._busy_until - _AHEAD)
        return min(moments)

    def due_answers(self) -> list[bytes]:
        return _due(self._answers, self._clock.now())

    def due_slips(self) -> list[PrintedSlip]:
        return _due(self._slips, self._clock.now())

    def set(self, words: str) -> None:
        """A fault, or its end; reported at once where automatic status is on."""
        before = self.sensors.automatic()
        self.sensors.set(words)
        self._report(before)

    def switch_on(self) -> None:
        """Power off and on: buffers empty, half a line forgotten; what is printed hangs out of the slot."""
        self._buffer.clear()
        self._answers.clear()
        self._held = self._cut_waits = False
        self._part_bytes = 0
        self._interpreter.switch_on()

    def tear_off(self) -> None:
        """A hand tears the paper off, where no cutter does."""
        if not self._paper.is_blank:
            self._finish_slip()

    def _may_read(self) -> bool:
        return self.sensors.may_print and self._clock.now() >= self._busy_until - _AHEAD

    def _obey_at_once(self, byte: int) -> None:
        """``DLE EOT n`` and ``DLE ENQ n``, wherever they stand, even off line and inside other data."""
        match (*self._last_two, byte):
            case (0x10, 0x04, (1 | 2 | 3 | 4) as question):
                self._say(bytes((self.sensors.real_time(question),)), self._clock.now())
            case (0x10, 0x05, (1 | 2) as request):
                self._recover(forget=request == 2)
            case _:
                pass

    def _recover(self, *, forget: bool) -> None:
        """``DLE ENQ``: start again after the cutter's error, with the buffer (1) or without it (2)."""
        before = self.sensors.automatic()
        self.sensors.cutter_error = False
        if forget:
            self._buffer.clear()
            self._cut_waits = False
        self._report(before)

    def _report(self, before: bytes) -> None:
        now = self.sensors.automatic()
        if self._interpreter.asb and now != before:
            self._say(now, self._clock.now())

    def _answer_in_order(self, answer: bytes) -> None:
        self._say(answer, max(self._clock.now(), self._busy_until))

    def _say(self, answer: bytes, at: float) -> None:
        if answer[0] not in (XON, XOFF):  # the wires of flow control are another matter
            if self.sensors.silent:
                return
            if self.sensors.garbage:
                answer = bytes(byte * 5 % 251 | 0x80 for byte in answer)
        self._answers.append((at, answer))

    def _moved(self, dots: int) -> None:
        seconds = dots * 25.4 / self._profile.dpi / _MILLIMETRES_A_SECOND
        self._busy_until = max(self._busy_until, self._clock.now()) + seconds

    def _cut(self) -> None:
        if self.sensors.cutter_stuck:
            before = self.sensors.automatic()
            self.sensors.cutter_error = True
            self._cut_waits = True
            self._report(before)
            return
        self._busy_until = max(self._busy_until, self._clock.now()) + _CUT_SECONDS
        self._finish_slip()

    def _count(self, part: Part) -> None:
        """A slip's own bytes, from its first one on; and the question behind it, by which the job is confirmed."""
        count, self._part_bytes = self._part_bytes, 0
        if part is Part.SLIP and self._job_began is None:
            self._unconfirmed = False
            self._job_began = self._part_began
        if self._job_began is not None:
            self._job_bytes += count
        elif part is Part.QUESTION and self._unconfirmed and self._slips:
            self._unconfirmed = False
            at, slip = self._slips[-1]
            self._slips[-1] = (at, replace(slip, job_bytes=slip.job_bytes + count))

    def _finish_slip(self) -> None:
        at = max(self._clock.now(), self._busy_until)
        began = self._slip_began if self._slip_began is not None else at
        slip = self._paper.cut(
            byte_count=self._slip_bytes,
            began_at=began,
            job_bytes=self._job_bytes,
            job_began_at=at if self._job_began is None else self._job_began,
            cut_at=at,
        )
        self._slips.append((at, slip))
        self._slip_bytes = self._job_bytes = 0
        self._slip_began = self._job_began = None
        self._unconfirmed = True


def _due(waiting: list[tuple[float, _T]], now: float) -> list[_T]:
    """Those whose time has come, in order; they leave the list."""
    if not waiting:
        return []
    ready = sorted((entry for entry in waiting if entry[0] <= now), key=lambda entry: entry[0])
    waiting[:] = [entry for entry in waiting if entry[0] > now]
    return [thing for _, thing in ready]
