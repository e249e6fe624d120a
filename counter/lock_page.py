"""The locked screen in both sizes: the number being served and what the hall wants stay, names and notes go."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from waitline.look import Banner, Colour, FitLabel, Icon, Look, NumberLabel, Space, TouchButton, Type
from waitline.look import Face as ButtonFace

from .lock_news import LockNews
from .lock_signs import LockedFace, Signs
from .message_line import show_said
from .panel import Panel, stand_in_the_middle
from .pin_entry import PinEntry
from .words import ClerkWords, unbroken

PANEL_MM: Final = (200.0, 150.0)
NUMBER_TIMES: Final = 1.7
CALM: Final = (Colour.SURFACE, Colour.LINE)
CALLED: Final = (Colour.ACCENT_SOFT, Colour.ACCENT)
"""A number that was called while nobody looked is seen from afar, locked or not."""


class LockSigns(QWidget):
    """What both sizes show. Made with their own layouts by the two below."""

    unlock_wanted = Signal(str)

    def __init__(self, look: Look, words: ClerkWords, *, number_mm: float, middle: bool) -> None:
        super().__init__()
        self._words = words
        align = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        self.locked = FitLabel(look, Type.BODY if middle else Type.SMALL, strong=True, align=align)
        self.counter = FitLabel(
            look, Type.HEADING if middle else Type.SMALL, strong=True, colour=Colour.ACCENT_TEXT, align=align
        )
        self.stage = FitLabel(look, Type.TITLE if middle else Type.BODY, strong=True, align=align)
        self.stage.setObjectName("locked_stage")
        self.number = NumberLabel(look, cap_mm=number_mm)
        self.number.setObjectName("current_number")
        self.timer = FitLabel(look, Type.TITLE, strong=True, align=align)
        self.waiting = FitLabel(look, Type.BODY, colour=Colour.TEXT_QUIET, align=align)
        self.said = Banner(look, role=Type.BODY if middle else Type.SMALL)
        self.said.setObjectName("message")
        self.pin = PinEntry(look, words)
        self.pin.given.connect(self.unlock_wanted)

    def show_signs(self, face: LockedFace, signs: Signs | None, out_of_touch: str | None) -> None:
        """Draw this moment; `out_of_touch`: what to say across it, if anything."""
        if signs is None:
            return
        self.locked.show_words(self._words.locked())
        self.counter.show_words(signs.place)
        self.stage.setVisible(bool(signs.stage))
        self.stage.show_words(signs.stage)
        for sign in (self.number, self.timer):
            sign.setVisible(signs.number is not None)
            sign.show_colour(Colour.TEXT if face.in_touch else Colour.STALE)
        if signs.number is not None:
            self.number.show_number(signs.number)
            self.number.setAccessibleName(f"{signs.stage} {signs.number}")
            self.timer.show_words(signs.served)
        self.waiting.show_words(self.tr("等候 %1 位").replace("%1", str(signs.waiting)))
        show_said(self.said, face, self._words, out_of_touch)


class LockPage(LockSigns):
    """In the full window."""

    language_wanted = Signal()

    def __init__(self, look: Look, words: ClerkWords) -> None:
        super().__init__(look, words, number_mm=look.sizes.type[Type.NUMBER].amount * NUMBER_TIMES, middle=True)
        self.setObjectName("lock_page")
        self._news = LockNews(look, words, tall=look.px(Space.BUTTON), gap=look.px(Space.GAP))
        self._panel = Panel(look)
        self._language = TouchButton(look, face=ButtonFace.QUIET, icon=Icon.LANGUAGE)
        self._language.setObjectName("lock_language")
        self._language.activated.connect(self.language_wanted)
        self._lay_out(look)
        words.changed.connect(self._name)
        self._name()

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._panel.setMaximumSize(*(look.mm(each) for each in PANEL_MM))
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(margin * 2, margin * 2, margin * 2, margin * 2)
        inside.setSpacing(gap)
        inside.addWidget(self.counter)
        inside.addWidget(self.locked)
        inside.addStretch(1)
        for sign in (self.stage, self.number, self.timer):
            inside.addWidget(sign, 0, middle if sign is self.number else Qt.AlignmentFlag(0))
        inside.addWidget(self.waiting)
        inside.addStretch(1)
        inside.addWidget(self._news)
        inside.addWidget(self.said)
        inside.addWidget(self.pin)
        stand_in_the_middle(self, self._panel, self._language, look)

    def show_face(self, face: LockedFace, signs: Signs | None, out_of_touch: str | None) -> None:
        """Draw this moment."""
        self.show_signs(face, signs, out_of_touch)
        self._news.show_face(face)
        rings = signs is not None and signs.rings
        self._panel.show_surface(*(CALLED if rings else CALM), thick=rings)

    def _name(self) -> None:
        self._language.show_words(unbroken(self._words.name_of_other_language))
        self._language.setAccessibleName(self._words.name_of_other_language)


class LockRow(LockSigns):
    """In the slim bar, `tall` pixels high; what the hall wants comes below."""

    def __init__(self, look: Look, words: ClerkWords, *, number_mm: float, tall: int, line: int) -> None:
        super().__init__(look, words, number_mm=number_mm, middle=False)
        self.setObjectName("lock_row")
        gap, pad = look.px(Space.GAP), look.px(Space.PAD)
        self._tall = tall
        self._news = LockNews(look, words, tall=line, pad=pad, gap=0)
        above = QWidget()
        above.setFixedHeight(tall)
        row = QHBoxLayout(above)
        row.setContentsMargins(pad, 2, pad, 2)
        row.setSpacing(gap * 2)
        for first, second in ((self.counter, self.locked), (self.stage, self.waiting)):
            sign = QBoxLayout(QBoxLayout.Direction.TopToBottom)
            sign.setSpacing(1)
            for part in (None, first, second, None):
                sign.addStretch(1) if part is None else sign.addWidget(part)
            row.addLayout(sign)
            if first is self.counter:
                row.addWidget(self.number)
                row.addWidget(self.timer)
        row.addStretch(1)
        row.addWidget(self.said, 6)
        row.addWidget(self.pin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self._news)

    @property
    def needed(self) -> int:
        """Pixels from above to below."""
        return self._tall + (0 if self._news.isHidden() else self._news.height())

    def show_face(self, face: LockedFace, signs: Signs | None, out_of_touch: str | None) -> None:
        """Draw this moment."""
        self.show_signs(face, signs, out_of_touch)
        self._news.show_face(face)
