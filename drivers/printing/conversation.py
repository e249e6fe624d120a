"""Question and answer with a printer over a transport: who waits for which answer, and for how long."""

import threading
import time
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from drivers.printing.answers import (
    Answer,
    AnswerParser,
    AutomaticStatus,
    InOrderAnswer,
    Noise,
    ProcessDone,
    RealTimeAnswer,
)
from drivers.printing.errors import CableTrouble
from drivers.printing.transport import Transport

QUESTIONS: Final = (1, 2, 3, 4)
"""``DLE EOT n``: printer, why off line, errors, paper."""

_QUIET: Final = 0.06
"""After an unanswered question a late answer would be taken for the next one's: wait until nothing comes."""


class Heard(StrEnum):
    """How waiting for a job ended."""

    DONE = "done"
    TROUBLE = "trouble"
    LINK_LOST = "link_lost"
    NOTHING = "nothing"


class Conversation:
    """The one listener on a transport. Calls back on the transport's thread, holding no lock."""

    def __init__(
        self,
        transport: Transport,
        *,
        on_automatic: Callable[[bytes, float], None],
        on_link: Callable[[bool], None],
    ) -> None:
        self._transport = transport
        self._on_automatic = on_automatic
        self._on_link = on_link
        self._parser = AnswerParser()
        self._news = threading.Condition()
        self._real_time: list[int] = []
        self._in_order: list[bytes] = []
        self._last_byte_at = 0.0
        self._noise = 0
        self._links = 0
        self._stopped = False
        self._answer_owed = False

    def on_byte(self, byte: int, at: float) -> None:
        answers = self._parser.feed(byte, at)
        with self._news:
            self._last_byte_at = at
            for answer in answers:
                self._note(answer)
            self._news.notify_all()
        for answer in answers:
            if isinstance(answer, AutomaticStatus):
                self._on_automatic(answer.frame, at)

    def on_link(self, *, up: bool) -> None:
        self._parser.forget()
        with self._news:
            self._links += 1
            self._answer_owed = False
            self._news.notify_all()
        self._on_link(up)

    def trouble_reported(self) -> None:
        """The printer said by itself that it stopped: whoever waits for a job need wait no longer."""
        with self._news:
            self._stopped = True
            self._news.notify_all()

    def ask_all(self, seconds: float, *, first: bytes = b"") -> tuple[Mapping[int, int], bool]:
        """The answers to ``DLE EOT`` 1 to 4, as far as they came, and whether there was noise instead.

        `first` is sent ahead of the questions.
        """
        deadline = time.monotonic() + seconds
        answers: dict[int, int] = {}
        self._wait_for_quiet(deadline)
        noise_before = self._noise
        for question in QUESTIONS:
            value = self._ask(first + bytes((0x10, 0x04, question)), deadline)
            first = b""
            if value is None:
                break
            answers[question] = value
        return answers, self._noise > noise_before

    def expect_job(self) -> int:
        """Forget what was said before; what comes from here on belongs to the job about to be sent."""
        with self._news:
            self._in_order.clear()
            self._stopped = False
            return self._links

    def wait_for_job(self, token: bytes | None, link: int, seconds: float) -> Heard:
        """Until `token` (or, where None, any ``GS r`` answer) is heard, or it can no longer be."""
        deadline = time.monotonic() + seconds
        with self._news:
            while True:
                if self._is_done(token):
                    return Heard.DONE
                if self._links != link:
                    return Heard.LINK_LOST
                if self._stopped:
                    return Heard.TROUBLE
                left = deadline - time.monotonic()
                if left <= 0:
                    return Heard.NOTHING
                self._news.wait(left)

    def _is_done(self, token: bytes | None) -> bool:
        return token in self._in_order if token is not None else bool(self._in_order)

    def _ask(self, question: bytes, deadline: float) -> int | None:
        with self._news:
            self._real_time.clear()
            link = self._links
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        try:
            self._transport.write(question, seconds=left)
        except CableTrouble:
            return None
        with self._news:
            while not self._real_time:
                left = deadline - time.monotonic()
                if left <= 0 or self._links != link:
                    self._answer_owed = True
                    return None
                self._news.wait(left)
            return self._real_time.pop(0)

    def _wait_for_quiet(self, deadline: float) -> None:
        with self._news:
            if not self._answer_owed:
                return
            while True:
                now = time.monotonic()
                quiet_at = self._last_byte_at + _QUIET
                if now >= quiet_at or now >= deadline:
                    self._answer_owed = False
                    return
                self._news.wait(min(quiet_at, deadline) - now)

    def _note(self, answer: Answer) -> None:
        match answer:
            case RealTimeAnswer(value=value):
                self._real_time.append(value)
            case InOrderAnswer(value=value):
                self._in_order.append(bytes((value,)))
            case ProcessDone(process_id=process_id):
                self._in_order.append(process_id)
            case Noise(data=data):
                self._noise += len(data)
            case _:
                pass
