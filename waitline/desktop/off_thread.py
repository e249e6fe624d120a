"""Work that touches disk, network or cable, one piece after another on a thread of its own."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from waitline.model.errors import WaitlineError

logger = logging.getLogger(__name__)
V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    owner: QObject | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    job: _Job
    value: Any = None
    error: Exception | None = None


class OffThread(QObject):
    """Runs callables in the order they were given; each ends on the UI thread in `done` or in `failed`.

    An end whose owner has been deleted meanwhile is dropped. The owner is the object whose method `done` is,
    unless another is named. Nothing ends after `close`.
    """

    _ended = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._closed = False
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], V],
        *,
        done: Callable[[V], object],
        failed: Callable[[Exception], object],
        owner: QObject | None = None,
    ) -> None:
        """Do `work` after all that was given before. A named refusal or anything unforeseen ends in `failed`."""
        if self._closed:
            logger.info("work_after_closing", extra={"worker": self._thread.name})
            return
        self._jobs.put(_Job(work=work, done=done, failed=failed, owner=owner or _owner_of(done)))

    def close(self, within_s: float = 5.0) -> bool:
        """Finish what was given, end the thread; False if it hangs in its work and is left behind."""
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        self._thread.join(within_s)
        if self._thread.is_alive():
            logger.error("worker_hangs", extra={"worker": self._thread.name})
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            end = _done(job, self._thread.name)
            if isValid(self) and not self._closed:
                self._ended.emit(end)

    def _deliver(self, end: _End) -> None:
        job = end.job
        if self._closed or (job.owner is not None and not isValid(job.owner)):
            return
        if end.error is not None:
            job.failed(end.error)
        else:
            job.done(end.value)


def _done(job: _Job, worker: str) -> _End:
    try:
        return _End(job=job, value=job.work())
    except WaitlineError as error:
        return _End(job=job, error=error)
    except Exception as error:  # the thread's edge
        logger.exception("work_failed", extra={"worker": worker})
        return _End(job=job, error=error)


def _owner_of(end: Callable[..., object]) -> QObject | None:
    owner = getattr(end, "__self__", None)
    return owner if isinstance(owner, QObject) else None
