"""One video, silent: its pictures one after another, as fast as the wall takes them."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QMediaMetaData, QMediaPlayer, QVideoFrame, QVideoSink

from waitline.model.media import VIDEO_MOST_PIXELS, Trouble

LEAST_APART_US: Final = 25_000
"""By the video's own time: thirty pictures a second are taken whole; of fifty or sixty, every other one."""


class Video(QObject):
    """Plays to its end. After `came` the next picture comes once `taken` is told; of those between, the last."""

    came = Signal(QImage)
    ended = Signal()
    failed = Signal(Trouble, str)

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = file
        self._over = False
        self._waits = False
        self._held: QVideoFrame | None = None
        self._came_at_us: int | None = None
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._look_at)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._player.mediaStatusChanged.connect(self._status)
        self._player.errorOccurred.connect(lambda _, why: self._fail(Trouble.BROKEN, why))

    def begin(self) -> None:
        self._player.setSource(QUrl.fromLocalFile(str(self._file)))
        self._player.play()

    def obey(self, order: dict[str, Any]) -> None:
        """Of `pause`, `go_on` and `taken`."""
        told: dict[str, Callable[[], None]] = {
            "pause": self._player.pause,
            "go_on": self._player.play,
            "taken": self._taken,
        }
        for word in order:
            told[word]()

    def close(self) -> None:
        """Hold nothing of the file any more."""
        self._over = True
        self._held = None
        self._player.stop()
        self._player.setSource(QUrl())
        self.deleteLater()

    def _taken(self) -> None:
        self._waits = False
        if self._held is not None:
            held, self._held = self._held, None
            self._give(held)

    def _look_at(self, frame: QVideoFrame) -> None:
        if self._over or not frame.isValid() or self._too_soon(_moment_us(frame)):
            return
        if self._waits:
            self._held = frame
        else:
            self._give(frame)

    def _too_soon(self, moment_us: int) -> bool:
        """After the last one that came; a moment before that one is of another round."""
        return self._came_at_us is not None and 0 <= moment_us - self._came_at_us < LEAST_APART_US

    def _give(self, frame: QVideoFrame) -> None:
        if self._over:
            return
        if frame.width() * frame.height() > VIDEO_MOST_PIXELS:
            self._fail(Trouble.PIXELS, f"{frame.width()} x {frame.height()}")
            return
        picture = frame.toImage()
        if picture.isNull():
            self._fail(Trouble.BROKEN, "a picture cannot be decoded")
            return
        self._waits, self._came_at_us = True, _moment_us(frame)
        self.came.emit(picture)

    def _status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._over:
            return
        if status is QMediaPlayer.MediaStatus.LoadedMedia:
            size = self._player.metaData().value(QMediaMetaData.Key.Resolution)
            if not self._player.hasVideo():
                self._fail(Trouble.NO_PICTURE, "no video in it")
            elif size is not None and size.width() * size.height() > VIDEO_MOST_PIXELS:
                self._fail(Trouble.PIXELS, f"{size.width()} x {size.height()}")
        elif status is QMediaPlayer.MediaStatus.InvalidMedia:
            self._fail(Trouble.BROKEN, self._player.errorString())
        elif status is QMediaPlayer.MediaStatus.EndOfMedia:
            self._over = True
            if self._came_at_us is not None:
                self.ended.emit()
            else:
                self.failed.emit(Trouble.BROKEN, "no picture could be decoded")

    def _fail(self, trouble: Trouble, why: str) -> None:
        if not self._over:
            self._over = True
            self.failed.emit(trouble, why)


def _moment_us(frame: QVideoFrame) -> int:
    """When it is to be seen, by the video's own time; a picture may come late, and the next one soon after it."""
    told = frame.startTime()
    return told if told >= 0 else time.monotonic_ns() // 1000
