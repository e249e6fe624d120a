"""What stands beside the calls from minute to minute: looks into the folder, and shows one file after another."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from waitline.look import Colour

from .programme import Programme
from .projector import Projector
from .screen import MediaScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from waitline.look import Look
    from waitline.model.media import MediaFile, MediaSetup, Trouble

    from ..board.wall import Wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """In seconds. However short a video is, it begins anew only after `least_s`. Where the welcome gives its whole
    place away, it has it back every `welcome_after_s` for `welcome_s`."""

    look_every_s: float = 20.0
    least_s: float = 2.0
    welcome_after_s: float = 60.0
    welcome_s: float = 10.0


USUAL: Final = Pace()


class MediaShow(QObject):
    """`minute`: of the office's day, after midnight; None while that is not known.

    Whoever owns the wall says how much room there is; without any, a video stands still and a picture's time
    is over.
    """

    changed = Signal()
    """There is something to show now, or nothing any more: who asks `on`."""

    def __init__(
        self,
        look: Look,
        setup: MediaSetup,
        minute: Callable[[], int | None],
        parent: QWidget,
        *,
        projector: Projector,
        pace: Pace,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._setup, self._folder, self._minute, self._clock = setup, Path(setup.folder), minute, clock
        self._pace = pace
        self.programme = Programme(setup, clock)
        self.screen = MediaScreen(look, parent)
        self.screen.hide()
        self._projector = projector
        self._file: MediaFile | None = None
        self._begun_at = 0.0
        self._welcomed_at = clock()
        self._has_room = self._alone = False
        self._looks = QTimer(self, interval=round(self._pace.look_every_s * 1000))
        self._looks.timeout.connect(self._look)
        self._stands = QTimer(self, singleShot=True)
        self._stands.timeout.connect(self._stood)
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._show_next)
        projector.found.connect(self._found)
        projector.came.connect(self._came)
        projector.ended.connect(self._over)
        projector.failed.connect(self._failed)

    @classmethod
    def on_wall(
        cls, wall: Wall, look: Look, setup: MediaSetup, minute: Callable[[], int | None], pace: Pace
    ) -> MediaShow:
        """One whose screen stands on a wall."""
        projector = Projector(look.colour(Colour.SURFACE), wall)
        show = cls(look, setup, minute, wall, projector=projector, pace=pace)
        wall.put_media(show)
        return show

    @property
    def on(self) -> bool:
        """Whether there is a picture to be seen."""
        return self.screen.picture is not None

    @property
    def has_any(self) -> bool:
        """Whether there is a file to show at this time of day."""
        minute = self._minute()
        return minute is not None and self.programme.any_at(minute)

    def begin(self) -> None:
        """Look into the folder, from now on every while."""
        self._looks.start()
        self._look()

    def close(self) -> None:
        """End the process and every timer; safe to call twice."""
        for timer in (self._looks, self._stands, self._next):
            timer.stop()
        self.screen.show_picture(None)
        self._projector.close()

    def set_room(self, room: QSize | None, *, alone: bool = False) -> None:
        """How large the place is; None: it is needed for calls. `alone`: nobody is called, and the welcome stands
        where this does."""
        self._alone = alone
        if room is not None:
            self._projector.set_room(self.screen.on_glass(room))
        if (room is not None) == self._has_room:
            return
        self._has_room = room is not None
        if self._has_room:
            self._resume()
        elif self._stands.isActive():
            self._stood()
        else:
            self._projector.pause()

    def _resume(self) -> None:
        if self._file is None:
            self._show_next()
        else:
            self._projector.go_on()

    def _look(self) -> None:
        self._projector.look(self._folder, tuple(dict.fromkeys(item.file for item in self._setup.items)))

    def _found(self, files: tuple[MediaFile, ...] | None) -> None:
        self.programme.found(files)
        self.changed.emit()
        if self._file is None and not self._next.isActive():
            self._show_next()

    def _show_next(self) -> None:
        self._next.stop()
        if not self._has_room:
            return
        minute = self._minute()
        self._file = None if minute is None else self.programme.next_at(minute)
        if self._file is None:
            self._show_nothing()
            return
        self._begun_at = self._clock()
        self._projector.show_file(self._folder / self._file.name, still=self._file.is_picture)

    def _came(self, picture: QImage) -> None:
        was_on = self.on
        self.screen.show_picture(picture)
        self.screen.setAccessibleName("" if self._file is None else self._file.name)
        if self._file is not None and self._file.is_picture and not self._stands.isActive():
            self._stands.start(round(self._setup.picture_s * 1000))
        if not was_on:
            self.changed.emit()

    def _stood(self) -> None:
        """A picture's time is over."""
        self._stands.stop()
        self._projector.stop()
        self._over()

    def _over(self) -> None:
        """What was shown last stands until the next one comes, unless it is the welcome's turn."""
        self._file = None
        now = self._clock()
        if self._alone and now - self._welcomed_at >= self._pace.welcome_after_s:
            self._welcomed_at = now + self._pace.welcome_s
            self._show_nothing()
            self._next.start(round(self._pace.welcome_s * 1000))
        else:
            self._next.start(round(max(0.0, self._begun_at + self._pace.least_s - now) * 1000))

    def _failed(self, trouble: Trouble, why: str) -> None:
        self._stands.stop()
        if self._file is not None:
            self.programme.leave_out(self._file, trouble, why)
        self._file = None
        self._next.start(0)

    def _show_nothing(self) -> None:
        if self.on:
            self.screen.show_picture(None)
            self.changed.emit()
