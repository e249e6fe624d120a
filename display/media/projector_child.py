"""The process that opens, decodes and scales: a file may be broken, huge or on a slow disk, and no call waits.

One JSON object a line. Told:
{"look": folder, "names": [...]}: what is there, of these names alone if there are any;
{"show": turn, "file": path, "memory": key, "size": [w, h], "ground": colour}, {"try": turn, "file": path},
{"size": [w, h], "memory": key, "ground": colour}: it is another one from now on;
{"pause": turn}, {"go_on": turn}, {"stop": turn}, {"taken": turn}: the last picture is on the glass; and the end of
input: leave.
Answers: {"found": [[name, bytes, stamp], ...] or null}, {"picture": turn, "size": [w, h], "half": 0 or 1},
{"ended": turn}, {"failed": turn, "trouble": word, "why": words}, {"good": turn}.

Pictures stand in shared memory, in one half of it while the other is on the glass. A video has no sound.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSharedMemory, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from waitline.model.media import Trouble

from ..orders import answer, take_orders
from .halves import half_of
from .looking import look
from .picture import read_picture
from .trouble import Unusable
from .video import Video

GIVES_WAY: Final = 5


class Projector(QObject):
    """Shows one file at a time."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._turn = 0
        self._trying = False
        self._file: Path | None = None
        self._size, self._ground = QSize(), 0
        self._memory: QSharedMemory | None = None
        self._half = 0
        self._video: Video | None = None
        self.told.connect(self._obey)

    def _obey(self, order: dict[str, Any] | None) -> None:
        if order is None:
            self._leave()
        elif "look" in order:
            answer(found=look(Path(order["look"]), order["names"]))
        elif "show" in order:
            self._show(order["show"], order)
        elif "try" in order:
            self._show(order["try"], order)
        elif "size" in order:
            self._resize(order)
        elif "stop" in order:
            self._stop()
        elif self._video is not None:
            self._video.obey(order)

    def _show(self, turn: int, order: dict[str, Any]) -> None:
        self._stop()
        self._turn, self._trying, self._file = turn, "try" in order, Path(order["file"])
        if not self._trying:
            self._place(order)
        try:
            picture = read_picture(self._file, self._size)
        except Unusable as error:
            self._fail(error.trouble, error.why)
            return
        if picture is not None:
            self._lay(picture)
            return
        self._video = Video(self._file, self)
        self._video.came.connect(self._lay)
        self._video.ended.connect(self._ended)
        self._video.failed.connect(self._fail)
        self._video.begin()

    def _resize(self, order: dict[str, Any]) -> None:
        """A video's next picture comes in the new size by itself."""
        self._place(order)
        if self._video is None and self._file is not None:
            try:
                picture = read_picture(self._file, self._size)
            except Unusable as error:
                self._fail(error.trouble, error.why)
                return
            if picture is not None:
                self._lay(picture)

    def _place(self, order: dict[str, Any]) -> None:
        self._size, self._ground = QSize(*order["size"]), order["ground"]
        if self._memory is not None and self._memory.key() == order["memory"]:
            return
        if self._memory is not None:
            self._memory.detach()
        self._memory = QSharedMemory(order["memory"])
        if not self._memory.attach():
            self._memory = None

    def _lay(self, picture: QImage) -> None:
        """Lay a picture into the half that is not on the glass, as large as fits."""
        if self._trying:
            turn = self._turn
            self._stop()
            answer(good=turn)
            return
        if self._memory is None:
            self._fail(Trouble.STUCK, "no shared memory")
            return
        size = picture.size().scaled(self._size, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        self._half = 1 - self._half
        laid = half_of(self._memory, self._half, size)
        if laid is None:
            self._fail(Trouble.STUCK, "shared memory too small")
            return
        laid.fill(self._ground)
        painter = QPainter(laid)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(laid.rect(), picture)
        painter.end()
        answer(picture=self._turn, size=[size.width(), size.height()], half=self._half)

    def _ended(self) -> None:
        turn = self._turn
        self._stop()
        answer(ended=turn)

    def _fail(self, trouble: Trouble, why: str) -> None:
        turn = self._turn
        self._stop()
        answer(failed=turn, trouble=trouble.value, why=why)

    def _stop(self) -> None:
        self._file = None
        if self._video is not None:
            video, self._video = self._video, None
            video.close()

    def _leave(self) -> None:
        """What the decoder has left behind may take long to close; the memory must be given back."""
        if self._memory is not None:
            self._memory.detach()
        os._exit(0)


def main() -> int:
    """Serve until the display closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the display decides when to end, also after Ctrl-C
    if hasattr(os, "nice"):
        os.nice(GIVES_WAY)
    app = QGuiApplication(sys.argv[:1])
    projector = Projector()
    take_orders(projector.told)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
