"""The hall's queue beside the ticket: tabs, a search, a filter, and calling one out of order."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QTabBar, QVBoxLayout

from waitline.look import Colour, FitLabel, Look, Space, Type
from waitline.model.clock import MINUTE
from waitline.model.ticket import PriorityClass, TicketState
from waitline.views.wait_words import accuracy_words

from .action_button import ActionButton
from .actions import Action
from .choices import OneOf, Option
from .face import Face
from .panel import Panel
from .paper_buttons import PaperButtons
from .row_painter import RowPainter
from .waiting_rows import ROW_ROLE, Filter, Row, WaitingRows, rows_of
from .words import ClerkWords

WHICH: Final = ("ours", "all", PriorityClass.LOVE, PriorityClass.APPOINTMENT)
TABS: Final = (TicketState.WAITING, TicketState.PARKED, TicketState.NO_SHOW)


class WaitingList(Panel):
    """Shows who waits and says whom the clerk wants; never calls by itself."""

    call_wanted = Signal(str)
    unpark_wanted = Signal(str)
    wanted = Signal(Action)
    chosen = Signal(object)
    """The number of the row that is chosen, None: no row is."""

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__(look)
        self.setObjectName("waiting_list")
        self._words, self._face = words, Face()
        self._model = WaitingRows(words)
        self._minute = 0
        self._tabs = QTabBar()
        self._tabs.setObjectName("waiting_tabs")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        for _ in TABS:
            self._tabs.addTab("")
        self._search = QLineEdit()
        self._search.setObjectName("search")
        self._search.setClearButtonEnabled(True)
        self._which = OneOf(look, "filter", "", [Option(value=value, words="") for value in WHICH], columns=4)
        self._list = QListView()
        self._list.setObjectName("waiting_rows")
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowPainter(look, self._model, self._list))
        middle = Qt.AlignmentFlag.AlignCenter
        self._empty = FitLabel(look, colour=Colour.TEXT_QUIET, align=middle, parent=self._list)
        over_the_list = QVBoxLayout(self._list)
        over_the_list.addWidget(self._empty)
        self._longest = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET)
        self._longest.setObjectName("longest_wait")
        self._call = ActionButton(look, words, Action.CALL_TICKET, keys.get(Action.CALL_TICKET))
        self._unpark = ActionButton(look, words, Action.UNPARK, keys.get(Action.UNPARK))
        self._paper = PaperButtons(look, words, keys)
        self._lay_out(look)
        self._wire()
        self._name()

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        above = QHBoxLayout()
        above.setSpacing(gap)
        above.addWidget(self._tabs)
        above.addStretch(1)
        above.addWidget(self._search, 2)
        below = QHBoxLayout()
        below.setSpacing(gap)
        below.addWidget(self._longest, 3)
        below.addWidget(self._unpark, 2)
        below.addWidget(self._call, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(gap)
        column.addLayout(above)
        column.addWidget(self._which)
        column.addWidget(self._list, 1)
        column.addLayout(below)
        column.addWidget(self._paper)

    def _wire(self) -> None:
        self._tabs.currentChanged.connect(self._again)
        self._search.textChanged.connect(self._again)
        self._search.returnPressed.connect(self._to_first)
        self._which.chosen.connect(self._again)
        self._list.activated.connect(self._ask_call)
        self._list.selectionModel().currentChanged.connect(self._row_chosen)
        self._call.activated.connect(self._ask_call)
        self._unpark.activated.connect(self._ask_unpark)
        self._paper.wanted.connect(self.wanted)
        self._words.changed.connect(self._name)

    def show_face(self, face: Face) -> None:
        """Draw this moment; keeps the chosen row and the place in the list, but no search beyond its visitor."""
        if _who_is_there(face) not in {None, _who_is_there(self._face)} and not self._search.hasFocus():
            self._search.clear()
        self._face = face
        self._paper.show_face(face)
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
        minute, stale = self._face.now // MINUTE, not self._face.in_touch
        if (minute, stale) != (self._minute, self._model.stale):
            self._minute, self._model.stale = minute, stale
            self._list.viewport().update()
        self._show_counts()
        self._show_longest()
        self._show_chosen()

    def _filter(self, tab: int | None = None, *, searching: bool = True) -> Filter:
        which = self._which.value
        return Filter(
            state=TABS[self._tabs.currentIndex() if tab is None else tab],
            search=self._search.text() if searching else "",
            ours_only=which == "ours",
            priority=which if isinstance(which, PriorityClass) else None,
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

    def _show_longest(self) -> None:
        """How long the hall will have kept somebody waiting; to a supervisor, how often what was told held
        (in the tooltip of thirty days too)."""
        longest = self._face.view.longest_wait if self._face.view else None
        said = "" if longest is None else self._words.minutes(longest)
        told = [self.tr("最久預計等 %1").replace("%1", said)] if said else []
        kept = self._face.view.accuracies if self._face.view else ()
        words = [self._words.of(accuracy_words(one)) for one in kept]
        self._longest.show_words("\n".join(told + words[:1]))
        self._longest.setToolTip("\n".join(words))

    def _show_chosen(self) -> None:
        row = self._chosen()
        label = row.ticket.label if row else ""
        parked = row is not None and row.ticket.state is TicketState.PARKED
        self._call.show_state(live=row is not None and Action.CALL_TICKET in self._face.live, note=label)
        self._unpark.setVisible(parked)
        self._unpark.show_state(live=parked and Action.UNPARK in self._face.live, note=label)

    def _row_chosen(self) -> None:
        row = self._chosen()
        self._show_chosen()
        self.chosen.emit(row.ticket.label if row is not None else None)

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

    def _name(self) -> None:
        self._search.setPlaceholderText(self.tr("找號碼或項目"))
        self._search.setAccessibleName(self.tr("找號碼或項目"))
        self._which.rename((self.tr("本櫃可辦"), self.tr("全部"), self.tr("愛心"), self.tr("預約")))
        self._which.setAccessibleName(self.tr("只看"))
        self._list.setAccessibleName(self.tr("等候名單"))
        self._tabs.setAccessibleName(self.tr("名單"))
        self._minute = 0
        self._again()


def _who_is_there(face: Face) -> str | None:
    current = None if face.view is None else face.view.current
    return None if current is None else current.label
