"""How the paper is doing: of the number on the glass, and of the printer for whoever comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from drivers.printing.queue.slip_news import Slip, SlipNews

from .scenes import Number, Scene

if TYPE_CHECKING:
    from waitline.model.slip import Taken
    from waitline.model.words import Words

LONGEST_SLIP: Final = 20.0
"""Seconds."""


class Paper:
    """What the printer's desk has told. `printer_words`: what is wrong with the printer now, None: it is well."""

    def __init__(self) -> None:
        self.printer_words: Words | None = None
        self._news: SlipNews | None = None

    def told(self, news: SlipNews, number: Number) -> Number | None:
        """The number with what is new of its slip; None when nothing is."""
        if number.taken.ticket.label != news.label:
            return None
        if (number.slip, number.slip_words) == (news.slip, news.words):
            return None
        return replace(number, slip=news.slip, slip_words=news.words)

    def keep(self, news: SlipNews) -> None:
        """The slip may be out before its number is on the glass."""
        self._news = news

    def with_number(self, taken: Taken) -> Number:
        """A new number and its slip as far as is known."""
        if taken.job is None:
            return Number(taken=taken, wait=taken.wait, slip=Slip.NONE)
        if self._news is not None and self._news.label == taken.ticket.label:
            return Number(taken=taken, wait=taken.wait, slip=self._news.slip, slip_words=self._news.words)
        if self.printer_words is not None:
            return Number(taken=taken, wait=taken.wait, slip=Slip.TROUBLE, slip_words=self.printer_words)
        return Number(taken=taken, wait=taken.wait, slip=Slip.PRINTING)

    @staticmethod
    def is_coming(scene: Scene, shown_for: float) -> bool:
        """Whether the slip of the number on the glass is being printed: the number waits for it, not for ever."""
        return isinstance(scene, Number) and scene.slip is Slip.PRINTING and shown_for < LONGEST_SLIP
