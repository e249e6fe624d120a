"""The hall's queue beside the ticket: tabs, a search, a filter, and calling one out of order."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from waitline.look import Colour, FitLabel, Look, Space, Type
from waitline.model.office import OfficeSetup
from waitline.model.ticket import PriorityClass, TicketState

from .action_button import ActionButton
from .actions import Action
from .chips import chip_width, paint_chip
from .face import Face
from .panel import Panel
from .waiting_rows import ROW_ROLE, Filter, Row, WaitingRows, rows_of
from .words import ClerkWords

TABS: Final = (TicketState.WAITING, TicketState.PARKED, TicketState.NO_SHOW)


class WaitingList(Panel):
    """Shows who waits and says whom the clerk wants; never calls by itself."""

    call_wanted = Signal(str)
    unpark_wanted = Signal(str)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__(look)
        self.setObjectName("waiting_list")
        self._words, self._face = words, Face()
        self._model = WaitingRows(words)
        self._tabs = QTabBar()
        self._tabs.setObjectName("waiting_tabs")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        for _ in TABS:
            self._tabs.addTab("")
        self._search = QLineEdit()
        self._search.setObjectName("search")
        self._search.setClearButtonEnabled(True)
        self._which = QComboBox()
        self._which.setObjectName("filter")
        self._list = QListView()
        self._list.setObjectName("waiting_rows")
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowPainter(look, self._model, self._list))
        self._empty = FitLabel(
            look, colour=Colour.TEXT_QUIET, align=Qt.AlignmentFlag.AlignHCenter, parent=self._list
        )
        self._call = ActionButton(look, words, Action.CALL_TICKET, keys.get(Action.CALL_TICKET))
        self._unpark = ActionButton(look, words, Action.UNPARK, keys.get(Action.UNPARK))
        self._offered: OfficeSetup | None = None
        self._lay_out(look)
        self._wire()
        self._name()

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        above = QHBoxLayout()
        above.setSpacing(gap)
        above.addWidget(self._tabs, 1)
        above.addWidget(self._search, 1)
        above.addWidget(self._which, 1)
        below = QHBoxLayout()
        below.setSpacing(gap)
        below.addStretch(1)
        below.addWidget(self._unpark)
        below.addWidget(self._call)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(gap)
        column.addLayout(above)
        column.addWidget(self._list, 1)
        column.addLayout(below)

    def _wire(self) -> None:
        self._tabs.currentChanged.connect(self._again)
        self._search.textChanged.connect(self._again)
        self._search.returnPressed.connect(self._to_first)
        self._which.currentIndexChanged.connect(self._again)
        self._list.activated.connect(self._ask_call)
        self._list.selectionModel().currentChanged.connect(self._show_chosen)
        self._call.activated.connect(self._ask_call)
        self._unpark.activated.connect(self._ask_unpark)
        self._words.changed.connect(self._name)

    def show_face(self, face: Face) -> None:
        """Draw this moment; keeps the chosen row and the place in the list."""
        self._face = face
        if face.view is not None and face.view.setup is not self._offered:
            self._offer(face.view.setup)
        self._again()

    def begin_search(self) -> None:
        """Put the clerk into the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _again(self) -> None:
        view = self._face.view
        chosen, scrolled = self._chosen(), self._list.verticalScrollBar().value()
        setup = view.setup if view else None
        if self._model.show_rows(rows_of(view) if view else (), setup, self._filter(), self._face.now):
            row = self._model.row_of(chosen.ticket.id) if chosen else None
            if row is not None:
                self._list.setCurrentIndex(self._model.index(row))
            self._list.verticalScrollBar().setValue(scrolled)
        self._list.viewport().update()
        self._show_counts()
        self._show_chosen()

    def _filter(self, tab: int | None = None, *, searching: bool = True) -> Filter:
        which = self._which.currentData()
        return Filter(
            state=TABS[self._tabs.currentIndex() if tab is None else tab],
            search=self._search.text() if searching else "",
            ours_only=which == "ours",
            priority=which if isinstance(which, PriorityClass) else None,
            service=which.removeprefix("service:") if str(which).startswith("service:") else None,
        )

    def _show_counts(self) -> None:
        names = (self.tr("等候"), self.tr("稍後再辦"), self.tr("過號"))
        for tab, name in enumerate(names):
            count = self._model.count(self._filter(tab, searching=False))
            self._tabs.setTabText(tab, f"{name} {count}")
        nobody = self._model.rowCount() == 0
        self._empty.setVisible(nobody)
        if nobody:
            searched = bool(self._search.text())
            self._empty.show_words(self.tr("找不到這個號碼") if searched else self.tr("目前沒有"))
            self._empty.setGeometry(self._list.viewport().rect())

    def _show_chosen(self) -> None:
        row = self._chosen()
        label = row.ticket.label if row else ""
        parked = row is not None and row.ticket.state is TicketState.PARKED
        self._call.show_state(live=row is not None and Action.CALL_TICKET in self._face.live, note=label)
        self._unpark.setVisible(parked)
        self._unpark.show_state(live=parked and Action.UNPARK in self._face.live, note=label)

    def _chosen(self) -> Row | None:
        row = self._model.data(self._list.currentIndex(), ROW_ROLE)
        return row if isinstance(row, Row) else None

    def _ask_call(self) -> None:
        row = self._chosen()
        if row is not None:
            self.call_wanted.emit(row.ticket.label)

    def _ask_unpark(self) -> None:
        row = self._chosen()
        if row is not None:
            self.unpark_wanted.emit(row.ticket.label)

    def _to_first(self) -> None:
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, setup: OfficeSetup) -> None:
        """What the list can be narrowed to in this office."""
        self._offered = setup
        before = self._which.currentData()
        self._which.blockSignals(True)
        self._which.clear()
        self._which.addItem(self.tr("本櫃可辦"), "ours")
        self._which.addItem(self.tr("全部"), "all")
        self._which.addItem(self.tr("愛心"), PriorityClass.LOVE)
        self._which.addItem(self.tr("預約"), PriorityClass.APPOINTMENT)
        for service in setup.services:
            self._which.addItem(self._words.short_service(service.code, setup), f"service:{service.code}")
        self._which.setCurrentIndex(max(0, self._which.findData(before)))
        self._which.blockSignals(False)

    def _name(self) -> None:
        self._search.setPlaceholderText(self.tr("找號碼"))
        self._search.setAccessibleName(self.tr("找號碼"))
        self._which.setAccessibleName(self.tr("只看"))
        self._list.setAccessibleName(self.tr("等候名單"))
        self._tabs.setAccessibleName(self.tr("名單"))
        if self._offered is not None:
            self._offer(self._offered)
        self._again()


class RowPainter(QStyledItemDelegate):
    """One line a visitor: number, service, badges, minutes."""

    def __init__(self, look: Look, model: WaitingRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del index
        height = round(self._look.font(Type.BODY).pixelSize() * 2.6)
        return QSize(option.rect.width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        look, box = self._look, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, look.colour(Colour.ACCENT_SOFT))
            painter.fillRect(
                QRectF(box.left(), box.top(), look.px(Space.GAP) // 2, box.height()), look.colour(Colour.ACCENT)
            )
        pad, em = look.px(Space.PAD), look.font(Type.BODY).pixelSize()
        middle = Qt.AlignmentFlag.AlignVCenter
        ink = look.colour(Colour.TEXT if row.ours else Colour.STALE)
        painter.setPen(ink)
        painter.setFont(look.font(Type.HEADING, strong=True))
        painter.drawText(box.adjusted(pad * 1.5, 0, 0, 0), middle, row.ticket.label)
        painter.setFont(look.font(Type.BODY))
        right = box.adjusted(0, 0, -pad, 0)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, self._model.since(row))
        edge = self._paint_badges(painter, row, box.right() - pad - em * 5, box.center().y())
        left = box.left() + pad * 1.5 + em * 5
        room = QRectF(left, box.top(), max(0.0, edge - left), box.height())
        words = QFontMetricsF(painter.font()).elidedText(
            self._model.service(row), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(ink)
        painter.setFont(look.font(Type.BODY))
        painter.drawText(room, middle, words)
        painter.setPen(look.colour(Colour.LINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _paint_badges(self, painter: QPainter, row: Row, right: float, middle: float) -> float:
        """Badges and asides from the right; where they begin."""
        look = self._look
        gap = look.px(Space.GAP) / 2
        for chip in reversed(self._model.chips(row)):
            right -= chip_width(look, Type.SMALL, chip) + gap
            paint_chip(painter, look, Type.SMALL, chip, right, middle)
        aside = self._model.aside(row)
        if aside:
            painter.setFont(look.font(Type.SMALL))
            painter.setPen(look.colour(Colour.TEXT_QUIET))
            metrics = QFontMetricsF(painter.font())
            aside = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, look.font(Type.SMALL).pixelSize() * 9)
            width = metrics.horizontalAdvance(aside)
            right -= width + gap
            height = metrics.height()
            painter.drawText(
                QRectF(right, middle - height / 2, width + 2, height), Qt.AlignmentFlag.AlignVCenter, aside
            )
        return right - gap
