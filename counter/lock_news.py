"""What the hall wants, on a locked screen: where and how many; no names, no words of anybody's, no buttons."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from waitline.look import Banner, Look, Says, Type

from .device_strip import DeviceStrip
from .help_words import HelpWords
from .lock_signs import LockedFace
from .words import ClerkWords


class LockNews(QWidget):
    """A line each, hidden while there is none. `tall`: pixels of a line; `pad`: left free at the sides, below."""

    def __init__(self, look: Look, words: ClerkWords, *, tall: int, pad: int = 0, gap: int = 0) -> None:
        super().__init__()
        self._words, self._help_words = words, HelpWords(words)
        self._help, self._cases = Banner(look, role=Type.SMALL), Banner(look, role=Type.SMALL)
        self._help.setObjectName("locked_help")
        self._cases.setObjectName("locked_cases")
        self._devices = DeviceStrip(look, words, tall=tall)
        self._tall, self._gap, self._pad = tall, gap, pad
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, 0, pad, pad)
        column.setSpacing(gap)
        for line in self._lines:
            line.setFixedHeight(tall)
            column.addWidget(line)

    @property
    def _lines(self) -> tuple[QWidget, ...]:
        return self._help, self._cases, self._devices

    def show_face(self, face: LockedFace) -> None:
        """Draw this moment, as tall as what there is to say."""
        call = face.help.front
        if call is None:
            self._help.clear()
        else:
            says, told = self._help_words.sentence(call, face)
            self._help.show_words(says if face.in_touch else Says.STALE, told)
        told = self._words.cases_asked(face.cases)
        if told:
            self._cases.show_words(Says.NOTICE if face.in_touch else Says.STALE, told)
        else:
            self._cases.clear()
        self._devices.show_face(face)
        shown = sum(not line.isHidden() for line in self._lines)
        self.setVisible(shown > 0)
        if shown:
            self.setFixedHeight(shown * self._tall + (shown - 1) * self._gap + self._pad)
