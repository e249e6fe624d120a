"""Event logging: a fixed word and fields, one line each, to a rotating file and to stderr.

    logger = logging.getLogger(__name__)
    logger.info("call_shown", extra={"number": "A001", "counter": 3})

writes `2026-07-15 10:32:07.214 INFO display.board call_shown number=A001 counter=3`. A thread of its own
writes, so that a slow or full disk never holds up a screen. Every program that runs has a file of its own: the
second display of a computer writes `display-2.log`.
"""

import logging
import os
import sys
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from queue import SimpleQueue
from typing import Self

from platformdirs import user_state_path

from .file_lock import lock

FILE_BYTES = 2_000_000
FILES_KEPT = 5
ALIKE_AT_MOST = 20
"""So many alike have each a file; two that shared one would take it from each other when it is full."""
NOT_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "exc_text"}


class EventFormatter(logging.Formatter):
    """Time, level, logger, the event's word, then the fields given as `extra`."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s.%(msecs)03d %(levelname)s %(name)s %(message)s", "%Y-%m-%d %H:%M:%S")

    def formatMessage(self, record: logging.LogRecord) -> str:
        fields = {key: value for key, value in vars(record).items() if key not in NOT_FIELDS}
        said = "".join(f" {key}={_quoted(value)}" for key, value in fields.items())
        return super().formatMessage(record) + said


class FieldsQueueHandler(QueueHandler):
    """Hands records on unformatted but for the traceback, which must not outlive its frames."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        if record.exc_info:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
            record.exc_info = None
        return record


class Logs:
    """Logging of one program, from `start_logs` until `close`."""

    def __init__(
        self, handlers: list[logging.Handler], level: int, file: Path | None, held: int | None = None
    ) -> None:
        self.file = file
        self._held = held
        self._root = logging.getLogger()
        self._level_before = self._root.level
        self._handlers = handlers
        queue: SimpleQueue[logging.LogRecord] = SimpleQueue()
        self._door = FieldsQueueHandler(queue)
        self._listener = QueueListener(queue, *handlers, respect_handler_level=True)
        self._root.addHandler(self._door)
        self._root.setLevel(level)
        self._listener.start()

    def close(self) -> None:
        """Write what is left and stop."""
        self._root.removeHandler(self._door)
        self._root.setLevel(self._level_before)
        self._listener.stop()
        for handler in self._handlers:
            handler.close()
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def log_folder() -> Path:
    """Where this user's programs keep their logs."""
    return user_state_path("waitline", appauthor=False) / "log"


def start_logs(
    program: str, *, folder: Path | None = None, level: int = logging.INFO, to_stderr: bool = True
) -> Logs:
    """Begin to log. A folder that cannot be written is said on stderr and gone without."""
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr)] if to_stderr else []
    file: Path | None = None
    held: int | None = None
    trouble: OSError | None = None
    try:
        file, held = _own_file(folder or log_folder(), program)
        handlers.append(RotatingFileHandler(file, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8"))
    except OSError as error:
        trouble, file = error, None
        if held is not None:
            os.close(held)
            held = None
    for handler in handlers:
        handler.setFormatter(EventFormatter())
    logs = Logs(handlers, level, file, held)
    if trouble is not None:
        logging.getLogger(__name__).warning("log_file_unusable", extra={"reason": str(trouble)})
    return logs


def _own_file(folder: Path, program: str) -> tuple[Path, int | None]:
    """The first file that no living program has, and what holds it until that is closed: nothing on a disk that
    keeps no locks."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, ALIKE_AT_MOST + 1):
        name = program if number == 1 else f"{program}-{number}"
        held = os.open(folder / f".{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            lock(held)
        except OSError as error:
            os.close(held)
            if not isinstance(error, BlockingIOError):
                return folder / f"{name}.log", None
        else:
            return folder / f"{name}.log", held
    return folder / f"{name}.log", None


def _quoted(value: object) -> str:
    text = str(value)
    return repr(text) if any(c.isspace() or c == '"' for c in text) or not text else text
