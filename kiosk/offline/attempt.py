"""Asking the office, with somebody waiting for the answer only so long."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)
V = TypeVar("V")


class GivenUp(Exception):
    """No answer within the time; whatever still comes is dropped."""


class Attempt(Generic[V]):
    """One question on a thread of its own, which may hang in it longer than anybody waits."""

    def __init__(self, name: str, ask: Callable[[], V]) -> None:
        self._ask = ask
        self._answered = threading.Condition()
        self._given_up = False
        self._values: list[V] = []
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def answer(self, within_s: float) -> V:
        """Raises what the question raised, and `GivenUp`: then it counts as not answered, whatever comes."""
        with self._answered:
            self._answered.wait_for(lambda: self._values or self._error, within_s)
            if self._error is not None:
                raise self._error
            if not self._values:
                self._given_up = True
                raise GivenUp
            return self._values[0]

    @property
    def is_running(self) -> bool:
        return self._thread.is_alive()

    def end(self, within_s: float) -> bool:
        """Whether its thread has ended."""
        self._thread.join(within_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            value = self._ask()
        except Exception as error:  # noqa: BLE001 - the thread's edge: raised again where the answer is awaited
            with self._answered:
                self._error = error
                self._answered.notify_all()
            if self._given_up:
                logger.info("late_failure_dropped", extra={"why": type(error).__name__})
            return
        with self._answered:
            self._values.append(value)
            self._answered.notify_all()
        if self._given_up:
            logger.info("late_answer_dropped", extra={"attempt": self._thread.name})
