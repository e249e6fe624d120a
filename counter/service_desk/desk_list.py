"""Everybody who waits, love visitors and the longest wait first; who was missed; who comes back later."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListView, QTabBar, QVBoxLayout

from waitline.look import Colour, FitLabel, Look, Space
from waitline.model.clock import MINUTE
from waitline.model.ticket import TicketState

from ..panel import Panel
from ..row_painter import RowPainter
from ..waiting_rows import ROW_ROLE, Filter, Row, WaitingRows
from ..words import ClerkWords
from .face import DeskFace

TABS: Final = (TicketState.WAITING, TicketState.NO_SHOW, TicketState.PARKED)


class DeskList(Panel):
    """Shows who is in the hall and says whose number is meant."""

    chosen = Signal(int)

    def __init__(self, look: Look, words: ClerkWords) -> None:
        super().__init__(look)
        self.setObjectName("desk_list")
        self._face = DeskFace()
        self._minute = 0
        self._model = WaitingRows(words)
        self._tabs = QTabBar()
        self._tabs.setObjectName("desk_tabs")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        for _ in TABS:
            self._tabs.addTab("")
        self._list = QListView()
        self._list.setObjectName("desk_rows")
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowPainter(look, self._model, self._list))
        self._empty = FitLabel(
            look, colour=Colour.TEXT_QUIET, align=Qt.AlignmentFlag.AlignCenter, parent=self._list
        )
        QVBoxLayout(self._list).addWidget(self._empty)
        margin = look.px(Space.MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.px(Space.GAP))
        column.addWidget(self._tabs)
        column.addWidget(self._list, 1)
        self._tabs.currentChanged.connect(self._again)
        self._list.clicked.connect(self._choose)
        self._list.activated.connect(self._choose)
        words.changed.connect(self._name)
        self._name()

    def show_face(self, face: DeskFace) -> None:
        """Draw this moment; keeps the chosen row and the place in the list."""
        self._face = face
        self._again()

    def _again(self) -> None:
        face = self._face
        view, scrolled = face.view, self._list.verticalScrollBar().value()
        every = (*view.waiting, *view.missed, *view.parked) if view is not None else ()
        rows = tuple(Row(ticket=ticket, ours=True) for ticket in every)
        wanted = Filter(state=TABS[self._tabs.currentIndex()])
        changed = self._model.show_rows(rows, view.setup if view else None, wanted, face.now)
        self._select(scrolled if changed else None)
        minute, stale = face.now // MINUTE, not face.in_touch
        if (minute, stale) != (self._minute, self._model.stale):
            self._minute, self._model.stale = minute, stale
            self._list.viewport().update()
        names = (self.tr("等候"), self.tr("過號"), self.tr("稍後再辦"))
        for tab, name in enumerate(names):
            self._tabs.setTabText(tab, f"{name} {self._model.count(Filter(state=TABS[tab]))}")
        self._empty.setVisible(self._model.rowCount() == 0)
        self._empty.show_words(self.tr("目前沒有"))

    def _select(self, scrolled: int | None) -> None:
        chosen = self._face.chosen
        row = self._model.row_of(chosen.id) if chosen is not None else None
        if row is None:
            self._list.clearSelection()
        elif row != self._list.currentIndex().row() or not self._list.selectionModel().hasSelection():
            self._list.setCurrentIndex(self._model.index(row))
        if scrolled is not None:
            self._list.verticalScrollBar().setValue(scrolled)

    def _choose(self) -> None:
        row = self._model.data(self._list.currentIndex(), ROW_ROLE)
        if isinstance(row, Row):
            self.chosen.emit(row.ticket.id)

    def _name(self) -> None:
        self._tabs.setAccessibleName(self.tr("名單"))
        self._list.setAccessibleName(self.tr("等候名單"))
        self._minute = 0
        self._again()
