"""The board's head: whose hall this is, when it is open, what time it is, and whether the voice is silent."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from waitline.look import ClockLabel, Colour, Icon, Look, Type, paint_icon
from waitline.look.fit import Part
from waitline.model.words import Words

from .lettering import small, write
from .two_languages import TwoLanguages

_CLOCK_MM: Final = 122.0
_DATE_MM: Final = 180.0
_SILENT_MM: Final = 150.0
_GAP_MM: Final = 12.0


class Heading(QWidget):
    """Shows the office's names, the day's hours and the office's clock."""

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._silent_words = tongues.words(self, self.tr("目前沒有聲音"))
        self._date_form = tongues.words(self, self.tr("M月d日 dddd"))
        self._names = Words(zh="", en="")
        self._hours = Words(zh="", en="")
        self._date = Words(zh="", en="")
        self._silent = False
        self._clock = ClockLabel(look, Type.BODY, parent=self)
        self._clock.setObjectName("clock")
        self.setObjectName("heading")

    def show_office(self, names: Words, hours: Words) -> None:
        """Show whose hall this is, and when it is open today."""
        if (names, hours) != (self._names, self._hours):
            self._names, self._hours = names, hours
            self._tell()

    def show_time(self, now: datetime) -> None:
        """Set the clock to the office's time."""
        self._clock.tell(now)
        today = QDate(now.year, now.month, now.day)
        date = Words(
            zh=QLocale("zh_TW").toString(today, self._date_form.zh),
            en=QLocale("en").toString(today, self._date_form.en),
        )
        if date != self._date:
            self._date = date
            self._tell()

    def show_silent(self, *, silent: bool) -> None:
        """A small mark while no sound comes out."""
        if silent != self._silent:
            self._silent = silent
            self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        width = self._look.mm(_CLOCK_MM)
        self._clock.setGeometry(self.width() - width, 0, width, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look
        gap = look.mm(_GAP_MM)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, quiet = look.colour(Colour.TEXT), look.colour(Colour.TEXT_QUIET)
        right = self.width() - look.mm(_CLOCK_MM) - gap
        date = QRectF(right - look.mm(_DATE_MM), 0, look.mm(_DATE_MM), self.height())
        day = Words(zh=self._date.zh, en=f"{self._date.en}")
        self._paint_pair(painter, date, day, self._hours)
        left = date.left() - gap
        if self._silent:
            left -= look.mm(_SILENT_MM)
            self._paint_silent(painter, QRectF(left, 0, look.mm(_SILENT_MM), self.height()))
        names = QRectF(0, 0, left - gap, self.height())
        zh = Part(self._names.zh, small(look, strong=True))
        write(painter, look, names, [(zh, ink), (Part(self._names.en, small(look, 0.56)), quiet)])
        painter.end()

    def _paint_pair(self, painter: QPainter, box: QRectF, date: Words, hours: Words) -> None:
        look = self._look
        ink, quiet = look.colour(Colour.TEXT), look.colour(Colour.TEXT_QUIET)
        lines = [
            (Part(f"{date.zh}  {date.en}".strip(), small(look, 0.5, strong=True)), ink),
            (Part(hours.zh, small(look, 0.5)), ink),
            (Part(hours.en, small(look, 0.4)), quiet),
        ]
        write(painter, look, box, lines, align=Qt.AlignmentFlag.AlignRight)

    def _paint_silent(self, painter: QPainter, box: QRectF) -> None:
        """A crossed loudspeaker and the words: the hall knows to look up."""
        look = self._look
        ink = look.colour(Colour.ON_NOTICE)
        plate = box.adjusted(0, box.height() * 0.14, 0, -box.height() * 0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Colour.NOTICE))
        painter.drawRoundedRect(plate, look.mm(9), look.mm(9))
        side = plate.height() * 0.62
        icon = QRectF(plate.left() + look.mm(7), plate.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.VOICE, icon, ink)
        pen = painter.pen()
        pen.setColor(ink)
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setWidthF(max(1.5, side * 0.08))
        painter.setPen(pen)
        painter.drawLine(icon.topLeft(), icon.bottomRight())
        words = plate.adjusted(icon.right() - plate.left() + look.mm(6), 0, -look.mm(6), 0)
        zh = Part(self._silent_words.zh, small(look, 0.44, strong=True))
        write(painter, look, words, [(zh, ink), (Part(self._silent_words.en, small(look, 0.36)), ink)])

    def _tell(self) -> None:
        silent = f" {self._silent_words.zh} {self._silent_words.en}" if self._silent else ""
        self.setAccessibleName(
            f"{self._names.zh} {self._names.en} {self._date.zh} {self._hours.zh} {self._hours.en}{silent}"
        )
        self.update()
