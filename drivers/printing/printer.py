"""A printer as the kiosk sees it: how is it, and print this slip.

A job is bracketed by ``DLE EOT``, never interrupted by it (inside a picture the query would be eaten as data),
and is *confirmed* by an answer in order behind its bytes. Nothing here waits without a deadline.
"""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterable
from typing import Final

from drivers.printing.conversation import QUESTIONS, Conversation, Heard
from drivers.printing.errors import CableStalled, CableTrouble
from drivers.printing.escpos_bytes import LONGEST_DATA
from drivers.printing.in_order import InOrder
from drivers.printing.outcome import PrintOutcome, PrintState
from drivers.printing.profile import Confirmation, Profile
from drivers.printing.slip import build_void
from drivers.printing.status import (
    MAKES_UNKNOWN,
    NOTHING_KNOWN,
    ONLY_A_WARNING,
    Cause,
    PrinterStatus,
    causes_of_automatic,
    causes_of_real_time,
)
from drivers.printing.transport import Transport, WallWatch, Watch

logger = logging.getLogger(__name__)

STATUS_SECONDS: Final = 0.4
_MECHANICS: Final = 2.5
"""Seconds a printer may take beyond the wire: a long slip at 75 mm/s, and the cut."""

_EMPTY_TRIES: Final = (LONGEST_DATA, LONGEST_DATA, 8 * LONGEST_DATA)
_NO_LENGTH: Final = b"\x00" * 8
"""Said first to a printer that may be in the head of a command: its lengths are then nothing. Without it, a
question is taken for the size of a picture: megabytes."""

_ASB_ON: Final = b"\x1da\x0e"


class Printer:
    """One printer on one transport. `status` and `print_slip` are for worker threads, never for a UI's.

    `on_status` is called from the driver's threads whenever health or causes change. `left_unfinished` says that
    the last job of an earlier life was never confirmed: what hangs out of the printer is voided first.
    """

    def __init__(
        self,
        profile: Profile,
        transport: Transport,
        *,
        on_status: Callable[[PrinterStatus], None] | None = None,
        left_unfinished: bool = False,
        watch: Watch | None = None,
    ) -> None:
        self._profile = profile
        self._transport = transport
        self._on_status = on_status
        self._watch = watch or WallWatch()
        self._talking = threading.Lock()
        self._knowing = threading.Lock()
        self._status = NOTHING_KNOWN
        self._in_step = False
        self._unfinished = left_unfinished
        self._conversation = Conversation(
            transport, self._watch, on_automatic=self._hear_automatic, on_link=self._hear_link
        )
        self._in_order = InOrder(profile, transport, self._watch, self._conversation)

    @property
    def profile(self) -> Profile:
        return self._profile

    @property
    def port_id(self) -> str:
        return self._transport.port_id

    @property
    def last_status(self) -> PrinterStatus:
        """What was known last, with its age; asks nothing."""
        with self._knowing:
            return self._status

    def start(self) -> None:
        """Begin to look for the port; returns at once, and works as soon as the printer is there."""
        self._transport.start(self._conversation)

    def close(self) -> None:
        self._transport.close()

    def status(self, timeout: float = STATUS_SECONDS) -> PrinterStatus:
        """Ask now; while a slip prints, what was known last."""
        if not self._talking.acquire(blocking=False):
            return self.last_status
        try:
            return self._look(timeout)
        finally:
            self._talking.release()

    def make_ready(self, timeout: float = STATUS_SECONDS) -> PrinterStatus:
        """Ask, and where the printer is well again after a fault, void what hangs out of it: for idle moments."""
        if not self._talking.acquire(blocking=False):
            return self.last_status
        try:
            if self._look(timeout).may_print and not self._get_in_step():
                return self._look(timeout)
        except CableTrouble as trouble:
            self._cable_causes(trouble)
        finally:
            self._talking.release()
        return self.last_status

    def print_slip(self, slip: bytes, job_id: int) -> PrintOutcome:
        """Print `slip` and wait for its confirmation; always ends, at the latest at its deadline."""
        began = self._watch.now()
        with self._talking:
            try:
                state, causes, on_paper = self._print(slip, job_id)
            except CableTrouble as cause:
                state, causes, on_paper = PrintState.FAILED, self._cable_causes(cause), False
        outcome = PrintOutcome(
            job_id=job_id,
            state=state,
            causes=causes,
            may_be_on_paper=on_paper,
            seconds=self._watch.now() - began,
        )
        words = {"job": job_id, "state": state.value, "causes": [c.value for c in causes], "port": self.port_id}
        logger.info("print_job_ended", extra=words)
        return outcome

    def _print(self, slip: bytes, job_id: int) -> tuple[PrintState, tuple[Cause, ...], bool]:
        if self._profile.answers:
            before = self._look(STATUS_SECONDS)
            if not before.may_print:
                return PrintState.FAILED, before.causes, False
        if not self._get_in_step():
            stopped = self._look(STATUS_SECONDS).causes or (Cause.STALLED,)
            return PrintState.FAILED, stopped, False
        return self._send(slip, job_id)

    def _send(self, slip: bytes, job_id: int) -> tuple[PrintState, tuple[Cause, ...], bool]:
        token = b"%04d" % (job_id % 10_000)
        job = slip + self._in_order.question(token)
        seconds = self._profile.seconds_for(len(job)) * 1.25 + _MECHANICS
        began = self._watch.now()
        deadline = began + seconds
        link = self._in_order.expect(token)
        self._in_step = False
        self._unfinished = True
        try:
            self._transport.write(job, seconds=seconds)
        except CableTrouble as cause:
            causes = self._cable_causes(cause)
            self._transport.discard_unsent()
            return PrintState.FAILED, causes, bool(cause.facts.get("sent", 1))
        heard = self._in_order.wait_for_job(token, link, len(job), began=began, deadline=deadline)
        return self._judge(heard)

    def _judge(self, heard: Heard) -> tuple[PrintState, tuple[Cause, ...], bool]:
        if heard is Heard.LINK_LOST:
            return PrintState.FAILED, (Cause.UNPLUGGED,), True
        if heard is Heard.TROUBLE:
            causes = self.last_status.causes  # on a network, throwing away ends the connection
            self._transport.discard_unsent()
            return PrintState.FAILED, causes, True
        after = self._look(STATUS_SECONDS)
        if heard is Heard.DONE:
            self._in_step = self._in_order.nothing_is_due
            self._unfinished = False
            return PrintState.CONFIRMED, after.causes, True
        if not self._profile.answers and self._transport.is_up:
            self._unfinished = False
            return PrintState.SENT, after.causes, True
        if not after.may_print:
            self._transport.discard_unsent()
            return PrintState.FAILED, after.causes, True
        self._unfinished = self._profile.confirmation is not Confirmation.NONE
        return PrintState.SENT, after.causes, True

    def _get_in_step(self) -> bool:
        """Make sure that the printer reads commands, and no rest of an earlier one.

        A picture or QR code that was cut off swallows what follows as its data: so many empty bytes as it can
        still want (`LONGEST_DATA`) end it, and at rest a printer ignores them.
        """
        if self._in_step:
            return True
        if self._profile.confirmation is Confirmation.NONE:
            if self._unfinished:
                self._void(b"\x00" * LONGEST_DATA)
            self._in_step = True
            return True
        for empty in _EMPTY_TRIES if self._unfinished else (0, *_EMPTY_TRIES):
            if self._in_order.answers_behind(empty):
                if empty or self._unfinished:
                    self._void(b"")
                self._in_step = True
                return True
            if not self._transport.is_up or self._grave(self.last_status.causes):
                return False
        return False

    def _void(self, before: bytes) -> None:
        self._transport.write(before + build_void(self._profile), seconds=_MECHANICS)
        self._unfinished = False
        logger.info("print_torso_voided", extra={"port": self.port_id})

    def _look(self, seconds: float) -> PrinterStatus:
        """Ask everything; silence is never well, and leaves a trouble that was reported standing."""
        if not self._profile.answers:
            return self._learn({Cause.ONE_WAY if self._transport.is_up else Cause.UNPLUGGED})
        answers, noise = self._conversation.ask_all(seconds, first=b"" if self._in_step else _NO_LENGTH)
        if len(answers) == len(QUESTIONS):
            causes = causes_of_real_time(answers, near_end_sensor=self._profile.near_end_sensor)
            return self._learn(causes)
        if not self._transport.is_up:
            return self._learn({Cause.UNPLUGGED})
        if noise:
            return self._learn({Cause.GARBAGE})
        return self._learn({Cause.SILENT, *self._grave(self.last_status.causes)})

    @staticmethod
    def _grave(causes: Iterable[Cause]) -> frozenset[Cause]:
        return frozenset(causes) - MAKES_UNKNOWN - ONLY_A_WARNING

    def _cable_causes(self, trouble: CableTrouble) -> tuple[Cause, ...]:
        cause = Cause.STALLED if isinstance(trouble, CableStalled) else Cause.UNPLUGGED
        return self._learn({cause, *self._grave(self.last_status.causes)}).causes

    def _learn(self, causes: Iterable[Cause]) -> PrinterStatus:
        with self._knowing:
            before = self._status
            self._status = before.followed_by(causes, self._watch.now())
            after = self._status
        if (before.health, before.causes) != (after.health, after.causes):
            words = {"port": self.port_id, "health": after.health.value, "causes": [c.value for c in after.causes]}
            logger.info("printer_status", extra=words)
            if self._on_status is not None:
                self._on_status(after)
        return after

    def _hear_automatic(self, frame: bytes, _at: float) -> None:
        status = self._learn(causes_of_automatic(frame, near_end_sensor=self._profile.near_end_sensor))
        if not status.may_print:
            self._conversation.trouble_reported()

    def _hear_link(self, up: bool) -> None:
        self._in_step = False
        if not up:
            self._learn({Cause.UNPLUGGED})
        elif not self._profile.answers:
            self._learn({Cause.ONE_WAY})
        else:
            self._learn({Cause.SILENT})  # until it has said something
            with contextlib.suppress(CableTrouble):
                self._transport.write(_NO_LENGTH + _ASB_ON, seconds=0.1)
