"""The head of every page: whose office this is, what time it is there, and today's hours."""

from PySide6.QtCore import Qt

from waitline.look import ClockLabel, Colour, FitLabel, Look, Space, TwoLanguageLabel, Type
from waitline.look.clock_label import date_text
from waitline.model.calendar import OfficeCalendar
from waitline.model.clock import Instant, local
from waitline.model.office import OfficeSetup
from waitline.rules.kiosk_glass import DATE, header_of, is_level, is_low, is_wide
from waitline.rules.opening import has_hours, office_day

from ..tongue import both_words, first
from .page import Page

CLOCK_MM = 62.0
SQUARE_CLOCK_MM = 42.0
"""Where date and hours stand below name and clock on a panel that lies: no taller than its line, no wider."""
DATE_LINE_MM = 14.0
LEAST_DATE_LINE_MM = 9.6
"""Date and hours in capitals of five millimetres, where the name cannot be read otherwise."""
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class Header(Page):
    """Office name at the left, time at the right; date and hours below, or beside where the panel is wide.

    On a low panel that is not wide, and where a page needs the height, date and hours are left out."""

    def __init__(self, look: Look, office: OfficeSetup, language: str) -> None:
        super().__init__(look, "header", language)
        self._office = office
        self._calendar: OfficeCalendar | None = None
        self._at: Instant | None = None
        self._gives_way = False
        self._named: tuple[object, ...] = ()
        left, right = (side | Qt.AlignmentFlag.AlignVCenter for side in (LEFT, RIGHT))
        self._name = TwoLanguageLabel(look, Type.TITLE, strong=True, align=left, parent=self)
        self._name.setObjectName("office-name")
        self._clock = ClockLabel(look, Type.TITLE, language=language, align=right, parent=self)
        self._clock.setObjectName("clock")
        self._date = FitLabel(look, Type.BODY, strong=True, align=right, parent=self)
        self._date.setObjectName("date")
        self._hours = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET, align=right, parent=self)
        self._hours.setObjectName("hours-today")
        self.retranslate()

    def show_office(self, calendar: OfficeCalendar, at: Instant | None) -> None:
        """The office and its time now; None: it is not known what time it is."""
        self._calendar, self._office, self._at = calendar, calendar.setup, at
        self._clock.tell(None if at is None else local(at, self._office.zone))
        self.retranslate()

    def speak(self, language: str) -> None:
        self._clock.speak(language)
        super().speak(language)

    def give_way(self, *, to_trouble: bool, clock_stays: bool) -> int:
        """Leave all, or all but the clock, to a banner, or take it back; the pixels that are beside the clock."""
        self._clock.setHidden(to_trouble and not clock_stays)
        if to_trouble != self._gives_way:
            self._gives_way = to_trouble
            self.lay_out()
        return self.width() - self.look.mm(CLOCK_MM) - self.px(Space.GAP)

    def retranslate(self) -> None:
        self._name_office()
        self.name_itself()
        self._hours.show_words(first(self._hours_text()))
        self._date.show_words(self._date_text())

    def name_itself(self) -> None:
        """By the office, also while its name gives way to a banner."""
        self.setAccessibleName(self._office.names.in_language(self.language))

    def lay_out(self) -> None:
        height, time = self.height(), self.look.mm(CLOCK_MM)
        window, mm = self.window(), self.look.glass.mm
        screen = mm(window.width()), mm(window.height())
        level = is_wide(screen)
        short = not level and (is_low(screen) or height < self.look.mm(header_of(screen)))
        self._name.setHidden(self._gives_way)
        self._date.setHidden(short or self._gives_way)
        self._hours.setHidden(short or self._gives_way)
        if level:
            self._lay_out_level(time)
        elif is_low(screen) or not is_level(screen):
            split = height if short else height - self.look.mm(DATE)
            self._lay_out_two_lines(time, split, dated=round(self.width() * 0.46))
        else:
            self._lay_out_square(short=short)
        self._name_office()

    def _name_office(self) -> None:
        """In one language where both have no room: tried once for each place it stands in."""
        named = self._office.names, self.language, self._name.size(), self.look.glass
        if named == self._named:
            return
        self._named = named
        first_name, second = both_words(self._office.names, self.language)
        self._name.show_both(first_name, second)
        if self._name.squeezed:
            self._name.show_both(first_name, "")

    def _lay_out_two_lines(self, time: int, split: int, *, dated: int) -> None:
        """Date and hours below name and clock: the date as wide as this."""
        width, height, apart = self.width(), self.height(), self.px(Space.GAP)
        self._name.setGeometry(0, 0, width - time - self.px(Space.PAD), split)
        self._clock.setGeometry(width - time, 0, time, split)
        self._date.setAlignment(LEFT | Qt.AlignmentFlag.AlignVCenter)
        self._date.setGeometry(0, split, dated, height - split)
        self._hours.setGeometry(dated + apart, split, width - dated - apart, height - split)

    def _lay_out_square(self, *, short: bool) -> None:
        """The same with little height: the name has its room first."""
        wanted = self._date.sizeHint().width(), self._hours.sizeHint().width()
        dated = round(self.width() * wanted[0] / sum(wanted))
        for line_mm in (0.0,) if short else (DATE_LINE_MM, LEAST_DATE_LINE_MM):
            split = self.height() - self.look.mm(line_mm)
            self._lay_out_two_lines(self.look.mm(SQUARE_CLOCK_MM), split, dated=dated)
            self._name_office()
            if not self._name.squeezed:
                break

    def _lay_out_level(self, time: int) -> None:
        width, height, gap = self.width(), self.height(), self.px(Space.MARGIN)
        beside = min(round(width * 0.33), self.look.mm(120))
        self._clock.setGeometry(width - time, 0, time, height)
        self._date.setAlignment(RIGHT | Qt.AlignmentFlag.AlignVCenter)
        left = width - time - gap // 2 - beside
        self._date.setGeometry(left, 0, beside, height // 2)
        self._hours.setGeometry(left, height // 2, beside, height - height // 2)
        self._name.setGeometry(0, 0, left - gap, height)

    def _date_text(self) -> str:
        if self._at is None:
            return ""
        return date_text(local(self._at, self._office.zone), self.language)

    def _hours_text(self) -> str:
        if self._at is None or self._calendar is None or not has_hours(self._office):
            return ""
        hours = office_day(self._calendar, local(self._at, self._office.zone).date()).hours
        if hours is None:
            return self.tr("今日休息")
        return self.tr("今日服務時間 {times}").format(times=hours)
