"""Counters that somebody of the back line is about to open: 「3 號櫃台即將開放」."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from waitline.look import Colour, Icon, Look, paint_icon
from waitline.look.fit import Part
from waitline.model.words import Words

from .lettering import on_one_line, small, write
from .strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from waitline.views.board import CounterSign

    from .two_languages import TwoLanguages

_PAD_MM: Final = 9.0
_ICON_MM: Final = 26.0
_BETWEEN: Final = Words(zh="、", en=", ")


class OpeningStrip(Strip):
    """Names these counters in two languages, below each other; 「11、12 號櫃台」 for short.

    `shown`: as last drawn.
    """

    def __init__(self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None) -> None:
        super().__init__(look, "opening", parent)
        self._said = tongues.words(self, self.tr("{counters}即將開放"))
        self._words = Words(zh="", en="")
        self.shown = self._words

    def show_opening(self, counters: tuple[CounterSign, ...]) -> None:
        """Show these, in the order of the office's counters."""
        signs = [one.counter for one in counters]
        zh = together(signs, [one.names.zh for one in counters], _BETWEEN.zh)
        en = together(signs, [one.names.en for one in counters], _BETWEEN.en)
        words = Words(zh=self._said.zh.format(counters=zh), en=self._said.en.format(counters=en))
        if words != self._words:
            self._words = words
            self.setAccessibleName(f"{words.zh} {words.en}" if counters else "")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look = self._look
        painter = self._on_ground(Colour.SUNK if self._stale else Colour.ACCENT_SOFT)
        ink = look.colour(Colour.STALE if self._stale else Colour.ACCENT_TEXT)
        pad, side = look.mm(_PAD_MM), min(look.mm(_ICON_MM), self.height() * 0.6)
        paint_icon(painter, Icon.DOOR, QRectF(pad, (self.height() - side) / 2, side, side), ink)
        box = QRectF(self.rect()).adjusted(pad * 1.8 + side, pad * 0.3, -pad, -pad * 0.3)
        zh, en = self._words.zh, self._words.en
        lines = [
            (Part(zh, on_one_line(zh, small(look, 0.8, strong=True), box.width(), nearly=1.6)), ink),
            (Part(en, on_one_line(en, small(look, 0.5), box.width(), nearly=1.6)), ink),
        ]
        drawn = write(painter, look, box, lines).split("\n")
        self.shown = Words(zh=drawn[0], en=" ".join(drawn[1:]))
        painter.end()


def together(signs: Sequence[str], names: Sequence[str], between: str) -> str:
    """Several names as one, where they differ in their signs alone; else one after another."""
    around = {tuple(name.split(sign, 1)) for name, sign in zip(names, signs, strict=True)}
    if len(around) == 1:
        return between.join(signs).join(around.pop())
    return between.join(names)
