"""The visitor at the counter, or how the counter waits for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from waitline.look import Colour, FitLabel, Icon, Look, NumberLabel, Space, Type, paint_icon
from waitline.model.ticket import Ticket
from waitline.rules.dispatch import Why

from .badges import badges_of
from .chip_row import ChipRow
from .chips import Chip
from .face import Face, Stage, served, waited
from .panel import Panel
from .why import why_words
from .words import ClerkWords, stopwatch

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


NUMBER_TIMES: Final = 1.7
"""The console has room for a larger number than the desk's smallest."""
LOW_MM: Final = 62.0
"""Below this, as others want something of the clerk, times stand side by side and why it was called goes."""
_CALM_ICONS: Final = {
    Stage.CLOSED: Icon.LOCK,
    Stage.PAUSED: Icon.PAUSE,
    Stage.IDLE: Icon.NEXT,
    Stage.READY: Icon.PEOPLE,
    Stage.RESERVED: Icon.LOVE,
    Stage.ARRIVING: Icon.CLOCK,
}


class TicketCard(Panel):
    """Draws the current ticket large; without one, says calmly what the counter waits for."""

    def __init__(self, look: Look, words: ClerkWords, *, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setObjectName("ticket_card")
        self._words = words
        self._visitor = _Visitor(look, words, self)
        self._calm = _Calm(look, self)
        self._pages = _Pages(self)
        self._pages.addWidget(self._calm)
        self._pages.addWidget(self._visitor)

    def show_face(self, face: Face) -> None:
        """Draw this moment."""
        view = face.view
        if view is not None and view.current is not None:
            self._visitor.show_ticket(view, view.current, face)
            self._pages.setCurrentWidget(self._visitor)
        else:
            self._calm.show_words(face.stage, *self._calm_words(face))
            self._pages.setCurrentWidget(self._calm)
        self._dress(face)

    def _dress(self, face: Face) -> None:
        if face.ringing:
            self.show_surface(Colour.ACCENT_SOFT, Colour.ACCENT, thick=True)
        elif face.stage is Stage.RESERVED:
            self.show_surface(Colour.LOVE_SOFT, Colour.LOVE)
        else:
            self.show_surface(Colour.SURFACE, Colour.LINE)

    def _calm_words(self, face: Face) -> tuple[str, str]:
        view, stage = face.view, face.stage
        said = self._words.stage(stage)
        if view is None:
            return said, ""
        if stage is Stage.PAUSED:
            return said, self._pause_words(view)
        return said, {
            Stage.CLOSED: self.tr("按「開始服務」後才會叫號到這裡"),
            Stage.IDLE: self._next_words(view),
            Stage.READY: self.tr("一有可辦的號碼，就會叫到這個櫃台"),
            Stage.RESERVED: self.tr("這是最後一個空櫃台，留給下一位愛心民眾；一般號等太久時也會叫來"),
        }.get(stage, "")

    def _next_words(self, view: CounterView) -> str:
        coming = view.next
        if coming is None or view.next_why is None:
            return self._words.of(why_words(view.next_why or Why.NOBODY, None, view.setup.zone))
        service = self._words.short_service(coming.service, view.setup)
        why = self._words.of(why_words(view.next_why, coming, view.setup.zone))
        return (
            self.tr("下一位是 %1　%2（%3）").replace("%1", coming.label).replace("%2", service).replace("%3", why)
        )

    def _pause_words(self, view: CounterView) -> str:
        desk = view.desk
        parts = [desk.pause_reason or ""]
        if desk.pause_until is not None:
            hour = self._words.hour(desk.pause_until, view.setup)
            parts.append(self.tr("預計 %1 恢復").replace("%1", hour))
        return "　".join(part for part in parts if part)


class _Pages(QStackedLayout):
    """Takes the height it is given: when there is little, the card gives way before the buttons below it do."""

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSize(self) -> QSize:
        return QSize(super().minimumSize().width(), 1)


class _Visitor(QWidget):
    """One ticket: number, service, badges, times, why."""

    def __init__(self, look: Look, words: ClerkWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._words = look, words
        self._stage = FitLabel(look, Type.HEADING, colour=Colour.ACCENT_TEXT, strong=True)
        self._number = NumberLabel(look, cap_mm=look.sizes.type[Type.NUMBER].amount * NUMBER_TIMES)
        self._number.setObjectName("current_number")
        self._service = FitLabel(look, Type.HEADING, strong=True)
        self._chips = ChipRow(look)
        self._waited = _Figure(look)
        self._served = _Figure(look)
        self._why = FitLabel(look, Type.BODY, colour=Colour.TEXT_QUIET)
        self._why.setObjectName("why_line")
        self._note = FitLabel(look, Type.BODY)
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        figures = self._figures = QVBoxLayout()
        figures.setSpacing(gap)
        figures.addWidget(self._served)
        figures.addWidget(self._waited)
        grid = QGridLayout()
        grid.setHorizontalSpacing(margin)
        grid.addWidget(self._number, 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addLayout(figures, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(margin * 2, margin, margin * 2, margin)
        column.setSpacing(gap)
        column.addWidget(self._stage)
        column.addStretch(1)
        column.addLayout(grid)
        column.addSpacing(gap)
        column.addWidget(self._service)
        column.addWidget(self._chips)
        column.addWidget(self._why)
        column.addWidget(self._note)
        column.addStretch(2)

    def show_ticket(self, view: CounterView, ticket: Ticket, face: Face) -> None:
        words, setup = self._words, view.setup
        self._stage.show_words(self._stage_words(ticket, face))
        self._number.show_number(ticket.label)
        self._number.setAccessibleName(f"{words.stage(face.stage)} {ticket.label}")
        stale = not face.in_touch
        self._number.show_colour(Colour.STALE if stale else Colour.TEXT)
        self._service.show_words(words.service(ticket.service, setup))
        self._service.show_colour(Colour.STALE if stale else Colour.TEXT)
        badges = badges_of(ticket)
        self._chips.setVisible(bool(badges))
        chips = tuple(Chip(badge=badge, words=words.badge(badge, ticket, setup)) for badge in badges)
        self._chips.show_chips(chips, words.listed(chip.words for chip in chips))
        since = self.tr("辦理時間") if ticket.begun_at else self.tr("叫號至今")
        self._served.show_figure(stopwatch(served(ticket, face.now)), since, stale=stale)
        self._waited.show_figure(words.minutes(waited(ticket, face.now)), self.tr("等候"), stale=stale)
        why = words.of(why_words(view.why, ticket, setup.zone)) if view.why else ""
        self._why.show_words(self.tr("叫號原因：%1").replace("%1", why) if why else "")
        self._note.setVisible(bool(ticket.note))
        self._note.show_words(self.tr("備註：%1").replace("%1", ticket.note or ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self._look.mm(LOW_MM)
        way = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        if self._figures.direction() is not way:
            self._figures.setDirection(way)
            self._figures.setSpacing(self._look.px(Space.MARGIN if low else Space.GAP))
            self._chips.keep(one_line=low)
            self._why.setVisible(not low)
            self._column.activate()  # at once, not painted small for a moment

    def _stage_words(self, ticket: Ticket, face: Face) -> str:
        said = self._words.stage(face.stage)
        if face.stage is Stage.CALLED and ticket.calls > 1:
            return self.tr("%1（第 %2 次）").replace("%1", said).replace("%2", str(ticket.calls))
        return said


class _Figure(QWidget):
    """A time that is read at a glance, with its name under it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        right = Qt.AlignmentFlag.AlignRight
        self._value = FitLabel(look, Type.TITLE, strong=True, align=right)
        self._name = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET, align=right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._value)
        column.addWidget(self._name)

    def show_figure(self, value: str, name: str, *, stale: bool) -> None:
        self._value.show_words(value)
        self._value.show_colour(Colour.STALE if stale else Colour.TEXT)
        self._name.show_words(name)
        self.setAccessibleName(f"{name} {value}")


class _Calm(QWidget):
    """How the counter stands while nobody is there."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = _Picture(look)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._said = FitLabel(look, Type.TITLE, strong=True, align=middle)
        self._said.setObjectName("calm_words")
        self._more = FitLabel(look, Type.BODY, colour=Colour.TEXT_QUIET, align=middle)
        margin = look.px(Space.MARGIN)
        row = QHBoxLayout()
        row.addWidget(self._picture, 0, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin * 2, margin, margin * 2, margin)
        column.setSpacing(look.px(Space.GAP))
        column.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._said)
        column.addWidget(self._more)
        column.addStretch(1)

    def show_words(self, stage: Stage, said: str, more: str) -> None:
        love = stage is Stage.RESERVED
        ink = Colour.LOVE_TEXT if love else Colour.ACCENT_TEXT
        self._picture.show_icon(_CALM_ICONS.get(stage, Icon.CLOCK), ink)
        self._said.show_words(said)
        self._said.show_colour(Colour.LOVE_TEXT if love else Colour.TEXT)
        self._more.show_words(more)
        self._more.show_colour(Colour.TEXT if love else Colour.TEXT_QUIET)


class _Picture(QWidget):
    """One large icon."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._icon, self._ink = look, Icon.CLOCK, Colour.ACCENT_TEXT

    def show_icon(self, icon: Icon, ink: Colour) -> None:
        self._icon, self._ink = icon, ink
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(Space.TILE_HEIGHT)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_icon(painter, self._icon, QRectF(self.rect()), self._look.colour(self._ink))
        painter.end()
