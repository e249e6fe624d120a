"""Questions that a printer answers in order, behind everything that was sent before them.

By their answers a job is confirmed, and it is known that a printer reads commands again.
"""

import contextlib
from typing import Final

from drivers.printing.conversation import Conversation, Heard
from drivers.printing.errors import CableTrouble
from drivers.printing.profile import Confirmation, Profile
from drivers.printing.transport import Transport, Watch

_USUAL: Final = 1.25
"""Seconds beyond the wire after which an ordinary printer has printed a slip and said so."""

_AGAIN: Final = 0.4
"""Seconds between two questions about one job: an answer that was lost, to noise or silence, is not waited for."""

_PROBE: Final = 0.4
_LATE_ANSWER: Final = 0.25
"""Two answers due one behind the other come closer together than this and their bytes' time on the wire."""


class InOrder:
    """Asks and waits. All of it is for the one thread that talks with the printer."""

    def __init__(self, profile: Profile, transport: Transport, watch: Watch, conversation: Conversation) -> None:
        self._profile = profile
        self._transport = transport
        self._watch = watch
        self._conversation = conversation
        self._probes = 0

    @property
    def nothing_is_due(self) -> bool:
        """Whether every question was answered: the next answer belongs to the next question."""
        return self._conversation.is_answered

    def question(self, token: bytes) -> bytes:
        """``GS ( H`` function 48 with the job's id, or ``GS r 1``; nothing for a printer that answers neither."""
        match self._profile.confirmation:
            case Confirmation.PROCESS_ID:
                return b"\x1d(H\x06\x0000" + token
            case Confirmation.GS_R:
                return b"\x1dr\x01"
            case Confirmation.NONE:
                return b""

    def expect(self, token: bytes) -> int:
        """A job with its question is about to be sent, and nothing is due; returns the link it goes out on."""
        return self._conversation.expect(self._named(token), in_step=True)

    def wait_for_job(self, token: bytes, link: int, byte_count: int, *, began: float, deadline: float) -> Heard:
        """Until the job that was sent at `began` is confirmed, or cannot be any more.

        Whoever is late is asked again: any answer comes from behind the job's bytes, whichever question it is to.
        """
        named, wire = self._named(token), self._profile.seconds_for(byte_count)
        if self._profile.confirmation is Confirmation.NONE:
            return self._conversation.wait_for(named, link, wire + _PROBE)
        until = min(deadline, began + wire + _USUAL)
        while True:
            heard = self._conversation.wait_for(named, link, until - self._watch.now(), quiet=0.0)
            if heard is not Heard.NOTHING or until >= deadline:
                return heard
            self._conversation.expect_another(named)
            with contextlib.suppress(CableTrouble):  # the first question is on its way: how it ends is heard
                self._transport.write(self.question(token), seconds=_AGAIN)
            until = min(deadline, self._watch.now() + _AGAIN)

    def answers_behind(self, empty: int) -> bool:
        """Whether a question behind so many empty bytes is answered: they have then ended what was cut off."""
        self._probes = (self._probes + 1) % 1000
        token = b"?%03d" % self._probes
        link = self._conversation.expect(self._named(token), in_step=False)
        probe = b"\x00" * empty + self.question(token)
        seconds = self._profile.seconds_for(len(probe))
        self._transport.write(probe, seconds=seconds + _PROBE)
        heard = self._conversation.wait_for(
            self._named(token), link, seconds + _PROBE, quiet=seconds + _LATE_ANSWER
        )
        return heard is Heard.DONE

    def _named(self, token: bytes) -> bytes | None:
        """None where answers bear no name."""
        return token if self._profile.confirmation is Confirmation.PROCESS_ID else None
