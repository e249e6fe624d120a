"""The emulated printer on a pseudo terminal or on the network, with a thread of its own.

A pty moves bytes at once; the emulator takes them at the pace of the baud rate, or turns its clock. XON/XOFF works
as on a cable (the terminal layer obeys it). RTS/CTS has no wires on a pty and cannot be shown here. On the network
a full buffer holds the sender by not being read.
"""

import contextlib
import logging
import select
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from drivers.printing.emulator.clock import Clock, RealClock, TurnedClock
from drivers.printing.emulator.control import ControlChannel, Order
from drivers.printing.emulator.machine import BUFFER, Machine
from drivers.printing.emulator.network_terminal import NetworkTerminal
from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.emulator.pseudo_terminal import PseudoTerminal
from drivers.printing.errors import EmulatorNeedsPty, UnknownFault
from drivers.printing.profile import Profile

logger = logging.getLogger(__name__)

Event = Mapping[str, Any]
_AT_A_TIME: Final = 4
"""Bytes taken off the wire together: 4 ms at 9600 baud."""

_LATE_AT_MOST: Final = 0.05
"""Seconds by which this thread may come late to bytes that stood on the wire already: they then come that much
closer together, since a busy machine does not make a cable slower."""

_ORDER_SECONDS: Final = 5.0


class Emulator:
    """A printer at `place`: a symbolic link that outlives every unplugging, or an end of the network.

    `turned` runs it on a turned clock: everything happens at once, and times are what they would have been.
    `on_event` hears ``ready``, ``cut``, ``unplugged``, ``replugged`` and ``refused``, on the emulator's thread.
    """

    def __init__(
        self,
        profile: Profile,
        place: Path | NetworkTerminal,
        *,
        turned: bool = False,
        out: Path | None = None,
        control: Path | None = None,
        on_event: Callable[[Event], None] | None = None,
        font: str | None = None,
    ) -> None:
        if sys.platform == "win32":
            raise EmulatorNeedsPty
        self._terminal = PseudoTerminal(place) if isinstance(place, Path) else place
        self._profile = profile
        self._clock: Clock = TurnedClock() if turned else RealClock()
        self._at_a_time = 256 if turned else _AT_A_TIME
        self._machine = Machine(profile, self._clock, font=font)
        self._control = ControlChannel(control)
        self._out = out
        self._on_event = on_event
        self._orders: deque[Order] = deque()
        self._scheduled: dict[int, str] = {}
        self._wire_in = self._wire_out = 0.0
        self._wire_runs = False
        self._news = threading.Condition()
        self._slips: list[PrintedSlip] = []
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._live, name="printer emulator", daemon=True)

    def __enter__(self) -> "Emulator":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def port(self) -> str:
        return self._terminal.port

    @property
    def slips(self) -> tuple[PrintedSlip, ...]:
        """Every slip cut so far."""
        with self._news:
            return tuple(self._slips)

    @property
    def received(self) -> int:
        """Bytes that came off the wire so far."""
        return self._machine.received

    @property
    def now(self) -> float:
        """The emulator's own clock, in seconds: the one that a slip's times are told by."""
        return self._clock.now()

    def start(self) -> None:
        self._terminal.plug_in()
        self._thread.start()

    def close(self) -> None:
        self._ending.set()
        self._control.wake()
        if self._thread.is_alive():
            self._thread.join()
        self._terminal.unplug()
        self._control.close()

    def do(self, words: str) -> None:
        """``paper out``, ``cover open``, ``unplug``, ``paper out at 120`` ...; done when it returns."""
        order = Order(words=words)
        self._orders.append(order)
        self._control.wake()
        if not order.done.wait(_ORDER_SECONDS):
            raise RuntimeError(f"the emulator did not obey {words!r}")
        if order.refusal is not None:
            raise order.refusal

    def wait_for_slips(self, count: int, seconds: float) -> tuple[PrintedSlip, ...]:
        """Until so many slips are cut; all of them, fewer if `seconds` were not enough."""
        deadline = time.monotonic() + seconds
        with self._news:
            while len(self._slips) < count and (left := deadline - time.monotonic()) > 0:
                self._news.wait(left)
            return tuple(self._slips)

    def _live(self) -> None:
        self._tell(event="ready", port=self.port)
        while not self._ending.is_set():
            try:
                self._turn()
            except Exception:
                logger.exception("printer_emulator_failed")
                self._ending.set()

    def _turn(self) -> None:
        """One round: orders, print, answer, deliver, then wait for what comes first."""
        self._orders.extend(Order(words=words) for words in self._control.read())
        if self._ending.is_set():  # the wake that told so may have been read just now: no other will come
            return
        while self._orders:
            self._obey(self._orders.popleft())
        self._machine.work()
        for answer in self._machine.due_answers():
            self._answer(answer)
        for slip in self._machine.due_slips():
            self._deliver(slip)
        at = self._machine.next_at()
        seconds = None if at is None else self._clock.wait_until(at)
        descriptors = list(self._control.descriptors)
        if self._is_full:  # a pty goes on delivering what was in it when XOFF was said
            self._wire_runs = False
        else:
            descriptors += self._terminal.descriptors
        ready, _, _ = select.select(descriptors, [], [], seconds)
        if set(self._terminal.descriptors) & set(ready):
            self._take(self._terminal.read(self._at_a_time))

    @property
    def _is_full(self) -> bool:
        if self._terminal.obeys_flow_control:
            return self._machine.holds_the_sender
        return self._machine.waiting > BUFFER - self._at_a_time

    def _take(self, data: bytes) -> None:
        """Bytes at the wire's pace; a fault set for the n-th byte comes right behind it."""
        late = _LATE_AT_MOST if self._wire_runs else 0.0
        self._wire_runs = len(data) == self._at_a_time
        for byte in data:
            self._wire_in = max(self._wire_in, self._clock.now() - late) + self._profile.seconds_for(1)
            left = self._clock.wait_until(self._wire_in)
            if left > 0:
                self._ending.wait(left)
            self._machine.receive(byte)
            self._machine.work()
            words = self._scheduled.pop(self._machine.received, None)
            if words is not None:
                self._obey(Order(words=words))
                if not self._terminal.is_plugged_in:
                    return

    def _answer(self, answer: bytes) -> None:
        """Ten bits a byte on the way back as well."""
        self._wire_out = max(self._wire_out, self._clock.now()) + self._profile.seconds_for(len(answer))
        left = self._clock.wait_until(self._wire_out)
        if left > 0:
            self._ending.wait(left)
        self._terminal.write(answer)

    def _obey(self, order: Order) -> None:
        try:
            self._carry_out(order.words)
        except UnknownFault as refusal:
            order.refusal = refusal
            self._tell(event="refused", words=order.words, why=refusal.words.zh)
        order.done.set()

    def _carry_out(self, words: str) -> None:
        match words.split():
            case [*what, "at", count] if what and count.isdigit():
                self._scheduled[self._machine.received + int(count)] = " ".join(what)
            case ["unplug"]:
                self._terminal.unplug()
                self._tell(event="unplugged", received=self._machine.received)
            case ["replug"]:
                self._terminal.plug_in()
                self._tell(event="replugged", port=self.port)
            case ["restart"]:
                self._machine.switch_on()
            case ["tear"]:
                self._machine.tear_off()
            case _:
                self._machine.set(words)

    def _deliver(self, slip: PrintedSlip) -> None:
        with self._news:
            self._slips.append(slip)
            number = len(self._slips)
            self._news.notify_all()
        picture = None
        if self._out is not None:
            picture = self._out / f"slip-{number:04d}.png"
            half = picture.with_suffix(".part")
            slip.image.save(half, format="PNG", dpi=(self._profile.dpi, self._profile.dpi))
            half.replace(picture)
        self._tell(
            event="cut",
            slip=number,
            picture=str(picture) if picture else None,
            bytes=slip.job_bytes,
            seconds=round(slip.cut_at - slip.job_began_at, 3),
            wire_bytes=slip.byte_count,
            text=slip.text,
            codes=[code.payload for code in slip.codes],
            unknown=slip.unknown,
        )

    def _tell(self, **event: Any) -> None:
        if self._on_event is not None:
            with contextlib.suppress(BrokenPipeError):
                self._on_event({"at": round(time.time(), 3), **event})
        logger.debug("printer_emulator", extra={"what": event.get("event")})
