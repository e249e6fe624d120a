"""The office's clock: told the time by the database, going on by itself in between; never the PC's."""

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, QTimer
from PySide6.QtWidgets import QWidget

from .fit_label import FitLabel
from .look import Look
from .roles import Colour, Type

DATE_FORMATS = {
    "zh": "M月d日 dddd",
    "en": "dddd d MMMM",
    "vi": "dddd, d MMMM",
    "id": "dddd, d MMMM",
    "th": "dddd'ที่' d MMMM",
}
UNKNOWN = "–:––"
LATE_MS = 30  # a timer may be a little early


class ClockLabel(FitLabel):
    """Hours and minutes, with the date before them if wished. Empty until it has been told the time once."""

    def __init__(
        self,
        look: Look,
        role: Type = Type.HEADING,
        *,
        language: str = "zh-TW",
        with_date: bool = False,
        colour: Colour = Colour.TEXT,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, role, colour=colour, strong=True, align=align, parent=parent)
        self._language = language
        self._with_date = with_date
        self._monotonic = monotonic
        self._told: tuple[datetime, float] | None = None
        self._next_minute = QTimer(self)
        self._next_minute.setSingleShot(True)
        self._next_minute.setTimerType(Qt.TimerType.PreciseTimer)
        self._next_minute.timeout.connect(self._show)

    def tell(self, office_time: datetime | None) -> None:
        """Set the clock: the office's local time now, as the database has it; None as `forget`."""
        if office_time is None:
            self.forget()
            return
        self._told = (office_time, self._monotonic())
        self._show()

    def forget(self) -> None:
        """It is not known what time it is: show none rather than a wrong one."""
        self._told = None
        self._next_minute.stop()
        self.show_words(UNKNOWN)

    def speak(self, language: str) -> None:
        """Write the date in another language."""
        self._language = language
        self._show()

    def _show(self) -> None:
        if self._told is None:
            return
        told, at = self._told
        now = told + timedelta(seconds=self._monotonic() - at)
        self.show_words(f"{date_text(now, self._language)}  {now:%H:%M}" if self._with_date else f"{now:%H:%M}")
        into_minute_ms = now.second * 1000 + now.microsecond // 1000
        self._next_minute.start(60_000 - into_minute_ms + LATE_MS)


def date_text(day: date, language: str) -> str:
    """Weekday, day and month as `language` (BCP 47 tag) writes them; where we do not know how, as English does."""
    order = DATE_FORMATS.get(language.partition("-")[0], DATE_FORMATS["en"])
    return QLocale(language.replace("-", "_")).toString(QDate(day.year, day.month, day.day), order)
