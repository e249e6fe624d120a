"""A process that talks to devices ends itself when its main thread has stood still: a sound server that hangs
keeps whoever asks it for ever, and whoever waits for the answer would not know.

Python's own thread may be kept as well; the one that watches here is C's, and needs nothing of Python's.
"""

import faulthandler
from typing import Final

from PySide6.QtCore import QObject, QTimer

_PATS_MS: Final = 500


class DeadMan(QObject):
    """From now on the process ends, with a word on stderr, when its event loop stands still for `seconds`."""

    def __init__(self, seconds: float, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = seconds
        pats = QTimer(self, interval=_PATS_MS)
        pats.timeout.connect(self._pat)
        pats.start()
        self._pat()

    def _pat(self) -> None:
        faulthandler.dump_traceback_later(self._seconds, exit=True)
