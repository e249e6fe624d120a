"""Question and answer with a printer over a transport: who waits for which answer, and for how long."""

import threading
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
from drivers.printing.transport import Transport, Watch

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
        watch: Watch,
        *,
        on_automatic: Callable[[bytes, float], None],
        on_link: Callable[[bool], None],
    ) -> None:
        self._transport = transport
        self._watch = watch
        self._on_automatic = on_automatic
        self._on_link = on_link
        self._parser = AnswerParser()
        self._news = threading.Condition()
        self._real_time: list[int] = []
        self._done_ids: set[bytes] = set()
        self._open_questions = 0
        self._answered_at: float | None = None
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
        deadline = self._watch.now() + seconds
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

    def expect(self, token: bytes | None, *, in_step: bool) -> int:
        """An in-order question is about to be sent; returns the link it goes out on.

        Answers to ``GS r`` (`token` None) bear no name and are counted: one that comes late belongs to an earlier
        question. `in_step` says that none of those is left open.
        """
        with self._news:
            self._done_ids.clear()
            self._stopped = False
            self._answered_at = None
            if in_step:
                self._open_questions = 0
            if token is None:
                self._open_questions += 1
            return self._links

    def expect_another(self, token: bytes | None) -> None:
        """The in-order question is about to be sent once more: its answer, or the first one's, may be lost."""
        with self._news:
            if token is None:
                self._open_questions += 1

    @property
    def is_answered(self) -> bool:
        """No in-order question is left open."""
        with self._news:
            return self._open_questions <= 0

    def wait_for(self, token: bytes | None, link: int, seconds: float, *, quiet: float | None = None) -> Heard:
        """Until `token` is heard or every ``GS r`` is answered, or neither can be any more.

        Where `quiet` is given, an answer and then so long a silence will do: the questions still open were lost.
        """
        deadline = self._watch.now() + seconds
        with self._news:
            while True:
                if self._is_done(token):
                    return Heard.DONE
                if self._links != link:
                    return Heard.LINK_LOST
                if self._stopped:
                    return Heard.TROUBLE
                until = deadline
                if quiet is not None and self._answered_at is not None:
                    until = self._answered_at + quiet
                left = until - self._watch.now()
                if left <= 0:
                    return Heard.NOTHING if until == deadline else Heard.DONE
                self._watch.wait(self._news, left)

    def _is_done(self, token: bytes | None) -> bool:
        return token in self._done_ids if token is not None else self._open_questions <= 0

    def _ask(self, question: bytes, deadline: float) -> int | None:
        with self._news:
            self._real_time.clear()
            link = self._links
        left = deadline - self._watch.now()
        if left <= 0:
            return None
        try:
            self._transport.write(question, seconds=left)
        except CableTrouble:
            return None
        with self._news:
            while not self._real_time:
                left = deadline - self._watch.now()
                if left <= 0 or self._links != link:
                    self._answer_owed = True
                    return None
                self._watch.wait(self._news, left)
            return self._real_time.pop(0)

    def _wait_for_quiet(self, deadline: float) -> None:
        with self._news:
            if not self._answer_owed:
                return
            while True:
                now = self._watch.now()
                quiet_at = self._last_byte_at + _QUIET
                if now >= quiet_at or now >= deadline:
                    self._answer_owed = False
                    return
                self._watch.wait(self._news, min(quiet_at, deadline) - now)

    def _note(self, answer: Answer) -> None:
        match answer:
            case RealTimeAnswer(value=value):
                self._real_time.append(value)
            case InOrderAnswer():
                self._open_questions -= 1
                self._answered_at = self._last_byte_at
            case ProcessDone(process_id=process_id):
                self._done_ids.add(process_id)
            case Noise(data=data):
                self._noise += len(data)
            case _:
                pass
