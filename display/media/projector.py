"""The wall's end of the process that decodes: it may hang or die with a file, and the wall never notices."""

from __future__ import annotations

import json
import logging
import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, QSharedMemory, QSize, QTimer, Signal
from PySide6.QtGui import QImage

from waitline.desktop.child import begin, child_for, end
from waitline.model.media import PATIENCE_S, MediaFile, Trouble

from .halves import bytes_for, half_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QColor

logger = logging.getLogger(__name__)


class Projector(QObject):
    """Shows one file at a time, as large as fits the room. Of every `show` that is not stopped comes one end."""

    found = Signal(object)
    """What a look has found: `MediaFile`s, or None where there is no folder."""
    came = Signal(QImage)
    """A picture, good until the next one comes or `close`."""
    ended = Signal()
    failed = Signal(Trouble, str)

    def __init__(self, ground: QColor, parent: QObject | None = None, *, patience_s: float = PATIENCE_S) -> None:
        super().__init__(parent)
        self._ground = ground.rgb()
        self._child: QProcess | None = None
        self._memory: QSharedMemory | None = None
        self._old: list[QSharedMemory] = []
        self._room = QSize()
        self._turn = 0
        self._playing = self._still = self._paused = self._shown = False
        self._look_patience = QTimer(self, singleShot=True, interval=round(patience_s * 1000))
        self._look_patience.timeout.connect(self._stuck)
        self._patience = QTimer(self, singleShot=True, interval=round(patience_s * 1000))
        self._patience.timeout.connect(self._stuck)

    def look(self, folder: Path, names: tuple[str, ...]) -> None:
        """`found` follows, unless the disk hangs."""
        if not self._look_patience.isActive():
            self._tell(look=str(folder), names=names)
            self._look_patience.start()

    def show_file(self, file: Path, *, still: bool) -> None:
        """Show it instead of what is being shown. `still`: a picture, which has no end of its own."""
        self._turn += 1
        self._playing, self._still = True, still
        self._paused = self._shown = False
        self._tell(show=self._turn, file=str(file), **self._place())
        self._wait()

    def set_room(self, room: QSize) -> None:
        """How large a picture may be, from the next one on."""
        if room == self._room:
            return
        self._room = room
        if self._playing:
            self._tell(**self._place())

    def pause(self) -> None:
        """What plays stands still until `go_on`."""
        if self._playing:
            self._paused = True
            self._wait()
            self._tell(pause=self._turn)

    def go_on(self) -> None:
        if self._playing:
            self._paused = False
            self._wait()
            self._tell(go_on=self._turn)

    def stop(self) -> None:
        """Show nothing; no end follows."""
        if self._playing:
            self._playing = False
            self._patience.stop()
            self._tell(stop=self._turn)

    def close(self) -> None:
        """End the process and give its memory back; no picture may be painted any more."""
        self._drop_child()
        self._give_back_old()
        if self._memory is not None:
            self._memory.detach()
            self._memory = None

    def _wait(self) -> None:
        """From now for the next picture, while one is due: none is while all stands still, nor of a still picture
        that has come."""
        if self._paused or (self._still and self._shown):
            self._patience.stop()
        else:
            self._patience.start()

    def _place(self) -> dict[str, Any]:
        """Where the pictures go to: memory for two of the largest that fit."""
        needs = bytes_for(self._room)
        if self._memory is None or self._memory.size() < needs:
            if self._memory is not None:
                self._old.append(self._memory)
            self._memory = QSharedMemory(f"waitline-{uuid.uuid4().hex}")
            if not self._memory.create(needs):
                logger.error("media_memory_missing", extra={"why": self._memory.errorString(), "bytes": needs})
        size = [self._room.width(), self._room.height()]
        return {"size": size, "memory": self._memory.key(), "ground": self._ground}

    def _tell(self, **order: object) -> None:
        if self._child is None:
            # no plugin for windows is wanted, and no graphics card: the wall paints
            child = child_for(self, QT_QPA_PLATFORM="offscreen")
            child.readyReadStandardOutput.connect(self._hear)
            child.readyReadStandardError.connect(self._hear_mutter)
            child.finished.connect(self._lost)
            child.errorOccurred.connect(self._not_started)
            self._child = child
            begin(child, "display.media.projector_child")
        self._child.write(json.dumps(order).encode() + b"\n")

    def _hear(self) -> None:
        while self._child is not None and self._child.canReadLine():
            answer: dict[str, Any] = json.loads(bytes(self._child.readLine().data()))
            if "found" in answer:
                self._found(answer["found"])
            elif not self._playing:
                continue
            elif answer.get("picture") == self._turn:
                self._came(answer)
            elif answer.get("ended") == self._turn:
                self._end()
                self.ended.emit()
            elif answer.get("failed") == self._turn:
                self._end()
                self.failed.emit(Trouble(answer["trouble"]), answer["why"])

    def _found(self, files: list[tuple[str, int, int]] | None) -> None:
        self._look_patience.stop()
        if files is None:
            self.found.emit(None)
        else:
            self.found.emit(tuple(MediaFile(name=name, size=size, stamp=at) for name, size, at in files))

    def _came(self, answer: dict[str, Any]) -> None:
        self._shown = True
        self._wait()
        picture = None
        if self._memory is not None:
            picture = half_of(self._memory, answer["half"], QSize(*answer["size"]))
        if picture is None:
            return  # it lies in the memory of a larger room than there is now
        self.came.emit(picture)
        self._give_back_old()
        self._tell(taken=self._turn)

    def _give_back_old(self) -> None:
        """No picture in it is painted any more."""
        for memory in self._old:
            memory.detach()
        self._old.clear()

    def _end(self) -> None:
        self._playing = False
        self._patience.stop()

    def _hear_mutter(self) -> None:
        """What Qt and the decoder say: for whoever looks for the cause."""
        if self._child is not None:
            text = bytes(self._child.readAllStandardError().data()).decode(errors="replace").strip()
            logger.debug("projector_said", extra={"text": text})

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            logger.error("projector_not_started")
            self._lost()

    def _lost(self) -> None:
        """It ended by itself: the file is at fault; the next order begins another process."""
        self._over(Trouble.BROKEN, "its decoder died of it")

    def _stuck(self) -> None:
        self._over(Trouble.STUCK, f"no picture for {self._patience.interval() // 1000} s")

    def _over(self, trouble: Trouble, why: str) -> None:
        playing = self._playing
        self._drop_child()
        if playing:
            self.failed.emit(trouble, why)

    def _drop_child(self) -> None:
        self._end()
        self._look_patience.stop()
        if self._child is not None:
            child, self._child = self._child, None
            end(child)
