"""The board's head: whose hall this is, when it is open, what time it is, and whether the voice is silent."""

import re
from datetime import datetime
from typing import Final

from PySide6.QtCore import QDate, QLocale, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from waitline.look import ClockLabel, Colour, Icon, Look, Type, paint_icon
from waitline.look.breaking import MAY_BREAK, as_read, whole
from waitline.look.fit import Block, Part, paint_block
from waitline.look.fonts import ems_of, font_of_px
from waitline.model.words import Words

from .lettering import caps_of, fitted, on_one_line, small, write
from .two_languages import TwoLanguages

NO_BREAK: Final = "\N{NO-BREAK SPACE}"
_CLOCK_MM: Final = 122.0
_DATE_MM: Final = 180.0
_DATE_AT_MOST: Final = 0.3  # of the heading
_SILENT_MM: Final = 150.0
_NAMES_LEAST: Final = (0.3, 0.25, 0.2)  # the last is 5.8 mm, as services' English is
_AS_LARGE: Final = 0.9
_LONGEST_PART: Final = 0.67  # of the name: in two lines, and one of them may be twice as long
_MARK_PAD_MM: Final = 7.0
_PLATE_DOWN: Final = 0.72
_ICON_DOWN: Final = 0.62  # of the plate
_WORDS_ABOVE: Final = 0.52  # of the heading left for names and mark: in less the mark stands without its words
_BETWEEN_PARTS: Final = re.compile(
    r"(?<=[\u5e02\u7e23\u5340\u9109\u93ae\u5c40\u8655])(?!$)"  # 市、縣、區、鄉、鎮、局、處
    r"|(?<=[\u52d9\u516c\u751f\u7406]\u6240)(?!$)"  # 事務所、公所、衛生所、監理所
    r"|(?<!^)(?=[\u66a8\uff08])"  # before 暨 and （
)
"""A long office's name may be broken where a place or an authority ends: 「新北市三重區／第二戶政事務所」."""
_GAP_MM: Final = 12.0


class Heading(QWidget):
    """Shows the office's names, the day's hours and the office's clock.

    `shown_names`, `shown_date`: what was last drawn, a line each. `name_cap_px`: how high capitals are beside the
    Chinese name.
    """

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._silent_words = tongues.words(self, self.tr("目前沒有聲音"))
        self._date_form = tongues.words(self, self.tr("M月d日 dddd"))
        self._names = Words(zh="", en="")
        self._hours = Words(zh="", en="")
        self._date = Words(zh="", en="")
        self._silent = False
        self.shown_names = self.shown_date = ""
        self.name_cap_px = 0.0
        self._clock = ClockLabel(look, Type.BODY, parent=self)
        self._clock.setObjectName("clock")
        self.setObjectName("heading")

    def show_office(self, names: Words, hours: Words) -> None:
        """Show whose hall this is, and when it is open today."""
        if (names, hours) != (self._names, self._hours):
            self._names, self._hours = names, hours
            self._tell()

    def show_time(self, now: datetime | None) -> None:
        """Set the clock to the office's time; None: it is not known what time it is."""
        if now is None:
            self._clock.forget()
            self._date = Words(zh="", en="")
            self._tell()
            return
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
        lines = self._date_lines()
        across = self._date_width(lines)
        date = QRectF(right - across, 0, across, self.height())
        self.shown_date = write(painter, look, date, lines, align=Qt.AlignmentFlag.AlignRight)
        left = date.left() - gap
        if self._silent:
            with_words = left > self.width() * _WORDS_ABOVE
            mark = look.mm(_SILENT_MM) if with_words else self._icon_px() + 2 * look.mm(_MARK_PAD_MM)
            left -= mark
            self._paint_silent(painter, QRectF(left, 0, mark, self.height()), with_words=with_words)
        names = QRectF(0, 0, left - gap, self.height())
        block = self._laid_names(names)
        paint_block(painter, block, names, Qt.AlignmentFlag.AlignLeft, [ink, quiet])
        self.shown_names, self.name_cap_px = as_read(block.text), _cap_of_first(block)
        painter.end()

    def _laid_names(self, box: QRectF) -> Block:
        """English gives way where the Chinese becomes clearly larger by it, down to what is read from 2 m."""
        parts = [self._name(box.width()), Part(self._names.en, small(self._look, 0.56))]
        blocks = [fitted(self._look, box, parts, least=least) for least in _NAMES_LEAST]
        largest = max(map(_cap_of_first, blocks))
        return next(block for block in blocks if _cap_of_first(block) >= largest * _AS_LARGE)

    def _name(self, width: float) -> Part:
        """On one line where it nearly fits; else broken between its parts, if none is much the longest."""
        font = on_one_line(self._names.zh, small(self._look, strong=True), width)
        longest = _LONGEST_PART * max(1.0, ems_of(self._names.zh, font.weight()))
        guide = font_of_px(min(font.pixelSize(), width / longest), font.weight())
        return Part(whole(_BETWEEN_PARTS.sub(MAY_BREAK, self._names.zh), guide, width), font)

    def _date_lines(self) -> list[tuple[Part, QColor]]:
        look = self._look
        ink, quiet = look.colour(Colour.TEXT), look.colour(Colour.TEXT_QUIET)
        date = f"{self._date.zh}  {self._date.en.replace(' ', NO_BREAK)}".strip()
        return [
            (Part(date, small(look, 0.5, strong=True)), ink),
            (Part(self._hours.zh, small(look, 0.5)), ink),
            (Part(self._hours.en, small(look, 0.4)), quiet),
        ]

    def _date_width(self, lines: list[tuple[Part, QColor]]) -> float:
        """As wide as its longest line, within what leaves the names their room."""
        longest = max(QFontMetricsF(part.font).horizontalAdvance(part.text) for part, _ in lines) + 1
        return min(max(self._look.mm(_DATE_MM), longest), self.width() * _DATE_AT_MOST)

    def _icon_px(self) -> float:
        return self.height() * _PLATE_DOWN * _ICON_DOWN

    def _paint_silent(self, painter: QPainter, box: QRectF, *, with_words: bool) -> None:
        """A crossed loudspeaker, and the words where there is room: the hall knows to look up."""
        look = self._look
        ink = look.colour(Colour.ON_NOTICE)
        aside = box.height() * (1 - _PLATE_DOWN) / 2
        plate = box.adjusted(0, aside, 0, -aside)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Colour.NOTICE))
        painter.drawRoundedRect(plate, look.mm(9), look.mm(9))
        side = self._icon_px()
        icon = QRectF(plate.left() + look.mm(_MARK_PAD_MM), plate.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.VOICE, icon, ink)
        pen = painter.pen()
        pen.setColor(ink)
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setWidthF(max(1.5, side * 0.08))
        painter.setPen(pen)
        painter.drawLine(icon.topLeft(), icon.bottomRight())
        if not with_words:
            return
        words = plate.adjusted(icon.right() - plate.left() + look.mm(6), 0, -look.mm(6), 0)
        zh = Part(self._silent_words.zh, small(look, 0.44, strong=True))
        write(painter, look, words, [(zh, ink), (Part(self._silent_words.en, small(look, 0.36)), ink)])

    def _tell(self) -> None:
        silent = f" {self._silent_words.zh} {self._silent_words.en}" if self._silent else ""
        self.setAccessibleName(
            f"{self._names.zh} {self._names.en} {self._date.zh} {self._hours.zh} {self._hours.en}{silent}"
        )
        self.update()


def _cap_of_first(block: Block) -> float:
    return next(iter(caps_of(block)), 0.0)
