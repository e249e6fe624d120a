"""What nobody caught: logged once with its traceback, told to whoever shows it, never left to stop the program."""

import logging
import sys
import threading
import time
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler

from waitline.model.errors import WaitlineError
from waitline.model.words import Words

logger = logging.getLogger(__name__)
qt_logger = logging.getLogger("qt")

AGAIN_AFTER_S = 10.0
UNFORESEEN = Words(
    zh="程式發生問題，已記錄下來；若無法繼續，請洽服務人員",
    en="Something went wrong and was logged. If you cannot go on, please ask the staff",
)
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def words_for(error: BaseException) -> Words:
    """What to tell a person of an error: its own words if it is one of ours, else that something went wrong."""
    return error.words if isinstance(error, WaitlineError) else UNFORESEEN


class Uncaught(QObject):
    """Python's last hooks, on every thread, and Qt's messages, from `install` until `remove`."""

    met = Signal(object)
    interrupted = Signal()
    _from_any_thread = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._logged_at: dict[tuple[str, str, int], float] = {}
        self._hook_before = sys.excepthook
        self._thread_hook_before = threading.excepthook
        self._qt_before: Any = None
        self._from_any_thread.connect(self.met, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the hooks."""
        sys.excepthook = self._in_main
        threading.excepthook = self._in_thread
        self._qt_before = qInstallMessageHandler(self._qt_said)

    def remove(self) -> None:
        """Give the hooks back to whom they were taken from."""
        sys.excepthook = self._hook_before
        threading.excepthook = self._thread_hook_before
        qInstallMessageHandler(self._qt_before)

    def _in_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.interrupted.emit()
            return
        self._meet(error, trace, "main")

    def _in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._meet(args.exc_value, args.exc_traceback, args.thread.name if args.thread else "")

    def _meet(self, error: BaseException, trace: TracebackType | None, thread: str) -> None:
        last = trace
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        where = (last.tb_frame.f_code.co_filename, last.tb_lineno) if last is not None else ("", 0)
        key = (type(error).__name__, *where)
        now = time.monotonic()
        if now - self._logged_at.get(key, -AGAIN_AFTER_S) >= AGAIN_AFTER_S:
            self._logged_at[key] = now
            logger.critical("uncaught", exc_info=(type(error), error, trace), extra={"in_thread": thread})
        self._from_any_thread.emit(words_for(error))

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        qt_logger.log(LEVELS[kind], "qt_said", extra={"text": text, "category": context.category or ""})
        if callable(self._qt_before):
            self._qt_before(kind, context, text)
