"""The head of every page: whose office this is, what time it is there, and today's hours."""

from PySide6.QtCore import QRect, Qt

from waitline.look import ClockLabel, Colour, FitLabel, Look, Space, TwoLanguageLabel, Type
from waitline.model.clock import Instant, local
from waitline.model.office import OfficeSetup

from ..hours import clock_text, has_hours, today
from ..tongue import both_words, first
from .page import Page

LEVEL_MM = 31.0
UPRIGHT_MM = 52.0


class Header(Page):
    """Office name at the left, clock and hours at the right or, on a narrow panel, below it."""

    def __init__(self, look: Look, office: OfficeSetup, language: str) -> None:
        super().__init__(look, "header")
        self._office = office
        self._language = language
        self._at: Instant | None = None
        centre = Qt.AlignmentFlag.AlignVCenter
        self._name = TwoLanguageLabel(
            look, Type.TITLE, strong=True, align=Qt.AlignmentFlag.AlignLeft | centre, parent=self
        )
        self._name.setObjectName("office-name")
        self._clock = ClockLabel(
            look, Type.HEADING, language=language, with_date=True,
            align=Qt.AlignmentFlag.AlignRight | centre, parent=self,
        )  # fmt: skip
        self._clock.setObjectName("clock")
        self._hours = FitLabel(
            look, Type.SMALL, colour=Colour.TEXT_QUIET, align=Qt.AlignmentFlag.AlignRight | centre, parent=self
        )
        self._hours.setObjectName("hours-today")
        self.retranslate()

    def show_office(self, office: OfficeSetup, at: Instant) -> None:
        """The office and its time now."""
        self._office, self._at = office, at
        self._clock.tell(local(at, office.zone))
        self.retranslate()

    def speak(self, language: str) -> None:
        self._language = language
        self._clock.speak(language)
        self.retranslate()

    def retranslate(self) -> None:
        self._name.show_both(*both_words(self._office.names, self._language))
        self._hours.show_words(first(self._hours_text()))

    def lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), self.px(Space.MARGIN)
        if self.height() >= self.look.mm(UPRIGHT_MM):
            split, right = round(height * 0.66), round(width * 0.5)
            self._name.setGeometry(0, 0, width, split)
            self._hours.setGeometry(QRect(0, split, width - right, height - split))
            self._clock.setGeometry(QRect(width - right, split, right, height - split))
            self._hours.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            return
        right = min(round(width * 0.42), self.look.mm(175))
        split = round(height * 0.56)
        self._name.setGeometry(0, 0, width - right - gap, height)
        self._clock.setGeometry(QRect(width - right, 0, right, split))
        self._hours.setGeometry(QRect(width - right, split, right, height - split))
        self._hours.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _hours_text(self) -> str:
        if self._at is None or not has_hours(self._office):
            return ""
        hours = today(self._office, self._at)
        if hours is None:
            return self.tr("今日休息")
        times = f"{clock_text(hours.opens)}–{clock_text(hours.closes)}"
        return self.tr("今日服務時間 {times}").format(times=times)
