"""The big place while nobody is called: calm words that say how it works, never a blank wall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, paint_icon
from waitline.look.fit import Part
from waitline.model.calendar import Why
from waitline.model.words import Words

from .lettering import on_one_line, small, write
from .strip import Strip
from .two_languages import TwoLanguages

if TYPE_CHECKING:
    from waitline.model.calendar import Offer

_PAD_MM: Final = 30.0
_LOVE_MM: Final = 104.0
_LOVE_PAD_MM: Final = 5.0
_LOVE_UPRIGHT_MM: Final = 132.0
_LOVE_WIDE_MM: Final = 700.0
"""Narrower, and the English has two lines."""
_DAYS_OFF: Final = (Why.HOLIDAY, Why.SPECIAL, Why.DAY_OFF)


class Welcome(Strip):
    """Shows a greeting, the office's notice if it has one, and who comes first; or, closed, when it opens.

    `shown`: what was last drawn above the plate, a line each.
    """

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "welcome", parent)
        self._hello = tongues.words(self, self.tr("您好，歡迎光臨"))
        self._how = tongues.words(self, self.tr("請先取號，叫號會顯示在這裡"))
        self._love = tongues.words(self, self.tr("年長者、身心障礙者、孕婦、攜帶嬰幼兒者"))
        self._press = tongues.words(self, self.tr("請按「愛心優先」"))
        self._connecting = tongues.words(self, self.tr("正在連線，請稍候"))
        self._listen = tongues.words(self, self.tr("請留意櫃台叫號"))
        self._opens = tongues.words(self, self.tr("{time} 開放"))
        self._then = tongues.words(self, self.tr("開放後請先取號"))
        self._closed = tongues.words(self, self.tr("今天不開放"))
        self._over = tongues.words(self, self.tr("今日服務已結束"))
        self._no_more = tongues.words(self, self.tr("今日已停止取號"))
        self._holders = tongues.words(self, self.tr("已取號的民眾，請等候叫號"))
        self._again = tongues.words(self, self.tr("下次開放：{date} {time}"))
        self._date_form = tongues.words(self, self.tr("M月d日 dddd"))
        self._title = self._hello
        self._under: Words | None = self._how
        self._offers = True
        self.shown = ""
        self._notice: Words | None = None
        self._ready = False
        self._before = self._connecting
        self._tell([self._connecting])

    @property
    def ready(self) -> bool:
        """Whether the hall was ever known."""
        return self._ready

    def show_unreached(self) -> None:
        """Nothing is known of the hall, and connecting takes its time: say what visitors do meanwhile."""
        if not self._ready and self._before != self._listen:
            self._before = self._listen
            self._tell([self._listen])

    def show_notice(self, notice: Words | None, closed: Offer | None = None, *, waited_for: bool = False) -> None:
        """The hall is known; say how it works, and what the office wants said.

        `closed`: no number is given now; `waited_for`: somebody who has one still waits.
        """
        title, under = (self._hello, self._how) if closed is None else self._closed_words(closed, waited_for)
        known = (self._ready, self._notice, self._offers, self._title, self._under)
        if known == (True, notice, closed is None, title, under):
            return
        self._ready, self._notice, self._offers = True, notice, closed is None
        self._title, self._under = title, under
        plate = (self._love, self._press) if self._offers else ()
        self._tell([words for words in (title, under, *plate, notice) if words])

    def _tell(self, said: list[Words]) -> None:
        self.setAccessibleName(" ".join(f"{words.zh} {words.en}" for words in said))
        self.update()

    def _closed_words(self, closed: Offer, waited_for: bool) -> tuple[Words, Words | None]:
        """What is written large while the hall gives no numbers, and below it."""
        again = closed.again
        if again is not None and again.days_ahead == 0:
            time = f"{again.at:%H:%M}"
            title = Words(zh=self._opens.zh.format(time=time), en=self._opens.en.format(time=time))
            return title, self._holders if waited_for else self._then
        if closed.why in _DAYS_OFF:
            title = self._closed
            if closed.reason:
                title = Words(zh=f"{title.zh}：{closed.reason.zh}", en=f"{title.en}: {closed.reason.en}")
        else:
            title = self._no_more if waited_for or closed.why is Why.LAST_TICKET else self._over
        if waited_for or again is None:
            return title, self._holders if waited_for else None
        day, time = QDate(again.at.year, again.at.month, again.at.day), f"{again.at:%H:%M}"
        zh = self._again.zh.format(date=QLocale("zh_TW").toString(day, self._date_form.zh), time=time)
        en = self._again.en.format(date=QLocale("en").toString(day, self._date_form.en), time=time)
        return title, Words(zh=zh, en=en)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look
        painter = self._on_ground(Colour.SURFACE)
        pad = look.mm(_PAD_MM)
        inner = QRectF(self.rect()).adjusted(pad, pad, -pad, -pad)
        if not self._ready:
            self._paint_words(painter, inner, self._before, None, None)
            painter.end()
            return
        if not self._offers:
            self._paint_words(painter, inner, self._title, self._under, self._notice)
            painter.end()
            return
        height = look.mm(_LOVE_MM if inner.width() > look.mm(_LOVE_WIDE_MM) else _LOVE_UPRIGHT_MM)
        love = QRectF(inner.left(), inner.bottom() - height, inner.width(), height)
        above = inner.adjusted(0, 0, 0, -love.height() - pad / 2)
        self._paint_words(painter, above, self._title, self._under, self._notice)
        self._paint_love(painter, love)
        painter.end()

    def _paint_words(
        self, painter: QPainter, box: QRectF, title: Words, under: Words | None, notice: Words | None
    ) -> None:
        look = self._look
        ink, quiet = look.colour(Colour.TEXT), look.colour(Colour.TEXT_QUIET)
        accent = look.colour(Colour.ACCENT_TEXT)
        lines = [
            (Part(title.zh, small(look, 2.1, strong=True)), accent),
            (Part(title.en, small(look, 1.2)), accent),
        ]
        how = small(look, 1.1, strong=True)
        if under:
            lines += [
                (Part(under.zh, on_one_line(under.zh, how, box.width()), gap=0.9), ink),
                (Part(under.en, small(look, 0.75), gap=0.1), quiet),
            ]
        if notice:
            lines += [
                (Part(notice.zh, small(look, strong=True), gap=0.9), ink),
                (Part(notice.en, small(look, 0.7), gap=0.1), quiet),
            ]
        self.shown = write(painter, look, box, lines, align=Qt.AlignmentFlag.AlignHCenter)

    def _paint_love(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        ink = look.colour(Colour.LOVE_TEXT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Colour.LOVE_SOFT))
        painter.drawRoundedRect(box, look.mm(14), look.mm(14))
        side, pad = box.height() * 0.6, look.mm(14)
        heart = QRectF(box.left() + pad, box.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.LOVE, heart, ink)
        words = QRectF(heart.right() + pad, box.top(), box.right() - heart.right() - 2 * pad, box.height())
        words.adjust(0, look.mm(_LOVE_PAD_MM), 0, -look.mm(_LOVE_PAD_MM))
        strong = small(look, 0.9, strong=True)
        who = Part(self._love.zh, on_one_line(self._love.zh, strong, words.width(), nearly=2.0))
        press = Part(f"{self._press.zh}  {self._press.en}", small(look, 0.8, strong=True))
        write(painter, look, words, [(who, ink), (Part(self._love.en, small(look, 0.5)), ink), (press, ink)])
