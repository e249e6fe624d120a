"""The full console: ticket and buttons at the left, the hall's queue or an action's questions at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from waitline.look import Banner, Look, Says, Space

from .action_pad import ActionPad
from .actions import Action
from .alerts import Alerts
from .back_line_strip import BackLineStrip
from .cases.strips import OwnCaseStrip
from .device_strip import DeviceStrip
from .face import Face
from .header import Header
from .key_strip import KeyStrip
from .keyboard import has_lost_it, keyboard_in
from .message_line import MessageLine
from .sheet import Sheet
from .ticket_card import TicketCard
from .waiting_list import WaitingList
from .words import ClerkWords


class Console(QWidget):
    """The large size of the clerk's screen."""

    wanted = Signal(Action)
    language_wanted = Signal()
    call_wanted = Signal(str)
    unpark_wanted = Signal(str)
    chosen = Signal(int)
    row_chosen = Signal(object)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__()
        self.setObjectName("console")
        self._look = look
        self._header = Header(look, words, keys)
        self._touch = Banner(look)
        self._touch.setObjectName("out_of_touch")
        self._alerts = Alerts(look, words, keys, gap=look.px(Space.GAP))
        self._devices = DeviceStrip(look, words, tall=self._alerts.tall)
        self._back_line = BackLineStrip(look, words, tall=self._alerts.tall)
        self._key_strip = KeyStrip(look, words, tall=self._alerts.tall)
        self._own_case = OwnCaseStrip(look, words, keys)
        self._card = TicketCard(look, words)
        self._pad = ActionPad(look, words, keys)
        self._line = MessageLine(look, words, keys.get(Action.UNDO))
        self._list = WaitingList(look, words, keys)
        self._sheet: Sheet | None = None
        self._right = QStackedLayout()
        self._lay_out(look)
        for part in (self._header, self._alerts, self._pad, self._own_case, self._list):
            part.wanted.connect(self.wanted)
        self._alerts.chosen.connect(self.chosen)
        self._line.undo_wanted.connect(self.wanted)
        self._header.language_wanted.connect(self.language_wanted)
        self._list.call_wanted.connect(self.call_wanted)
        self._list.unpark_wanted.connect(self.unpark_wanted)
        self._list.chosen.connect(self.row_chosen)

    def _lay_out(self, look: Look) -> None:
        margin = look.px(Space.MARGIN)
        left = QVBoxLayout()
        left.setSpacing(look.px(Space.GAP))
        left.addWidget(self._card, 1)
        left.addWidget(self._pad)
        left.addWidget(self._line)
        self._right.addWidget(self._list)
        right = QVBoxLayout()
        right.setSpacing(look.px(Space.GAP))
        right.addLayout(self._right, 1)
        right.addWidget(self._own_case)
        right.addWidget(self._back_line)
        right.addWidget(self._devices)
        right.addWidget(self._key_strip)
        body = QHBoxLayout()
        body.setSpacing(margin)
        body.addLayout(left, 11)
        body.addLayout(right, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, look.px(Space.GAP), margin, margin)
        column.setSpacing(look.px(Space.GAP))
        column.addWidget(self._header)
        column.addWidget(self._touch)
        column.addWidget(self._alerts)
        column.addLayout(body, 1)

    def show_face(self, face: Face) -> None:
        """Draw this moment; the keyboard never falls on what merely comes next."""
        before = keyboard_in(self)
        for part in (self._header, self._alerts, self._card, self._pad, self._line, self._list):
            part.show_face(face)
        self._show_news(face)
        if before is self._pad or has_lost_it(before):
            self.begin()

    def _show_news(self, face: Face) -> None:
        """Below the list, where no button moves for it; once the questions that need the room are answered."""
        self._own_case.show_face(face)
        if self._sheet is None:
            for news in (self._back_line, self._devices, self._key_strip):
                news.show_face(face)
        elif not self._has_room(self._sheet):
            self._own_case.hide()

    def _has_room(self, sheet: Sheet) -> bool:
        """Whether long questions leave room for the line below them; both columns are of one height."""
        gap = self._look.px(Space.GAP)
        room = self._card.height() + self._pad.height() + self._line.height() + 2 * gap
        return room >= sheet.minimumSizeHint().height() + self._own_case.height() + gap

    def show_out_of_touch(self, words: str | None) -> None:
        """Say across the screen that what is shown may be old; None when it is not."""
        if words is None:
            self._touch.clear()
        else:
            self._touch.show_words(Says.OUT_OF_TOUCH, words)

    def show_sheet(self, sheet: Sheet) -> None:
        """Put an action's questions where the list was."""
        self.clear_sheet()
        self._sheet = sheet
        for news in (self._back_line, self._devices, self._key_strip):
            news.hide()
        self._right.addWidget(sheet)
        self._right.setCurrentWidget(sheet)
        sheet.begin()

    def clear_sheet(self) -> None:
        """Back to the list."""
        if self._sheet is not None:
            had_keyboard = keyboard_in(self._sheet) is not None
            self._right.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
            if had_keyboard:
                self.begin()
        self._right.setCurrentWidget(self._list)

    def begin(self) -> None:
        """Put the keyboard on the buttons."""
        self._pad.begin()

    def begin_search(self) -> None:
        """Into the search."""
        self.clear_sheet()
        self._list.begin_search()
