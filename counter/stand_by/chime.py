"""One soft chime for somebody at their desk; the computer's own beep where no sound can be played."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from waitline.assets import asset
from waitline.desktop.sound import Sound

LONG_S: Final = 2.0
"""More than the chime takes."""


class Chime(QObject):
    """The loudspeaker is looked for when somebody begins to stand by, not when they are asked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound = Sound(self)
        self._file = asset("sounds", "chime-love.wav")

    def open(self) -> None:
        """Find the loudspeaker."""
        self._sound.open()

    def ring(self) -> None:
        """Once."""
        if self._sound.audible:
            self._sound.play(self._file, LONG_S)
        else:
            QApplication.beep()

    def close(self) -> None:
        """Give the loudspeaker back."""
        self._sound.close()
