"""Counters that somebody of the back line is about to open: 「3 號櫃台即將開放」, the number first and largest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from waitline.look import Colour, Icon, Look, Type, paint_icon
from waitline.model.words import Words
from waitline.rules.counter_name import CounterName, by_number, shortest

from .counter_words import CounterWords, Drawn, sign_for
from .strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from waitline.views.board import CounterSign

    from .two_languages import TwoLanguages

_PAD_MM: Final = 9.0
_ICON_MM: Final = 26.0
_NUMBER: Final = 1.0
"""Beside the hall's smallest type, the most."""
_BETWEEN: Final = Words(zh="、", en=", ")


class OpeningStrip(Strip):
    """Names these counters in two languages; 「11、12 號櫃台」 for short. Details of their names are left out.

    `drawn`: as last drawn.
    """

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "opening", parent)
        self._said = tongues.words(self, self.tr("{counters}即將開放"))
        self._words: CounterWords | None = None
        self.drawn: Drawn | None = None

    def show_opening(self, counters: tuple[CounterSign, ...]) -> None:
        """Show these, in the order of the office's counters."""
        words = CounterWords(self._name(counters), "") if counters else None
        if words != self._words:
            self._words = words
            self.setAccessibleName(words.text if words else "")
            self.update()

    def _name(self, counters: Sequence[CounterSign]) -> CounterName:
        """All as if they were one counter, whose number is a list."""
        signs = [one.counter for one in counters]
        names = [shortest(one.names, one.counter) for one in counters]
        if len({(one.before, one.after) for one in names}) > 1:
            names = [by_number(sign) for sign in signs]
        english = together(signs, [one.english for one in names], _BETWEEN.en)
        return CounterName(
            before=names[0].before,
            sign=_BETWEEN.zh.join(signs),
            after=self._said.zh.format(counters=names[0].after),
            detail="",
            english=self._said.en.format(counters=english),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look
        painter = self._on_ground(Colour.SUNK if self._stale else Colour.ACCENT_SOFT)
        ink = look.colour(Colour.STALE if self._stale else Colour.ACCENT_TEXT)
        pad, side = look.mm(_PAD_MM), min(look.mm(_ICON_MM), self.height() * 0.6)
        paint_icon(painter, Icon.DOOR, QRectF(pad, (self.height() - side) / 2, side, side), ink)
        box = QRectF(self.rect()).adjusted(pad * 1.8 + side, pad * 0.3, -pad, -pad * 0.3)
        if self._words is not None:
            most = look.cap_mm(look.font(Type.SMALL, strong=True)) * _NUMBER
            sign = min(most, sign_for(look, box, go_to=""))
            self.drawn = self._words.paint(painter, look, box, sign, (ink, ink), centred=False)
        painter.end()


def together(signs: Sequence[str], names: Sequence[str], between: str) -> str:
    """Several names as one, where they differ in their signs alone; else one after another."""
    around = {tuple(name.split(sign, 1)) for name, sign in zip(names, signs, strict=True)}
    if len(around) == 1:
        return between.join(signs).join(around.pop())
    return between.join(names)
