"""The slim bar above the registration program: the same clerk's screen, one finger high."""

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from waitline.look import Banner, Colour, FitLabel, Icon, Look, NumberLabel, Space, TouchButton, Type
from waitline.look import Face as ButtonFace

from .action_button import ActionButton
from .action_buttons import give_keyboard, show_actions
from .actions import Action
from .alerts import Alerts
from .badges import badges_of
from .bar_row import keep_place, never_narrower, stack
from .chip_row import ChipRow
from .chips import Chip
from .drop import Drop
from .face import Face, Stage, served
from .keyboard import has_lost_it, keyboard_in
from .lock_page import LockRow
from .lock_signs import signs_at_counter
from .message_line import show_said
from .panel import Panel
from .sheet import Sheet
from .words import ClerkWords, stopwatch

BUTTONS: Final = (
    Action.CALL_NEXT,
    Action.OPEN,
    Action.BEGIN,
    Action.OVERRIDE,
    Action.RECALL,
    Action.NO_SHOW,
    Action.ASK_FOR_CASE_HELP,
    Action.FINISH,
)
NUMBER_MM: Final = 7.4
BAR_MM: Final = 17.5
NEXT_MM: Final = 48.0
UNDO_MM: Final = 23.0
WHERE_MM: Final = 27.0
WHAT_MM: Final = 30.0
"""What the service and the badges keep beside a message, at least."""


class Bar(Panel):
    """Always on top; dragged by any empty place. Calls for help and questions come below it, nothing moves."""

    wanted = Signal(Action)
    chosen = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__(look, fill=Colour.PAGE, edge=Colour.EDGE)
        self.setObjectName("bar")
        kind = Qt.WindowType
        self.setWindowFlags(kind.Window | kind.FramelessWindowHint | kind.WindowStaysOnTopHint)
        self._words, self._keys = words, keys
        self._make_signs(look)
        self._undo = TouchButton(look, icon=Icon.UNDO)
        self._undo.setObjectName(Action.UNDO.value)
        self._undo.activated.connect(lambda: self.wanted.emit(Action.UNDO))
        self._buttons = {action: self._button(look, action) for action in BUTTONS}
        self._grow = TouchButton(look, face=ButtonFace.QUIET)
        self._grow.setObjectName(Action.RESIZE.value)
        self._grow.activated.connect(lambda: self.wanted.emit(Action.RESIZE))
        self._alerts = Alerts(look, words, keys, all_news=True, pad=look.px(Space.PAD))
        self._alerts.wanted.connect(self.wanted)
        self._alerts.chosen.connect(self.chosen)
        line = self._alerts.tall - look.px(Space.GAP)
        self.locked = LockRow(look, words, number_mm=NUMBER_MM, tall=look.mm(BAR_MM), line=line)
        self.locked.hide()
        self._drop: Drop | None = None
        self._touch_words: str | None = None
        self._lay_out(look)
        words.changed.connect(self._name)
        self._name()

    def _make_signs(self, look: Look) -> None:
        self._counter = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET, strong=True, elide=True)
        self._stage = FitLabel(look, Type.BODY, colour=Colour.ACCENT_TEXT, strong=True, elide=True)
        self._number = NumberLabel(look, cap_mm=NUMBER_MM)
        self._number.setObjectName("current_number")
        self._calm = FitLabel(look, Type.TITLE, strong=True)
        self._calm.setObjectName("calm_words")
        self._service = FitLabel(look, Type.BODY, strong=True, elide=True)
        self._chips = ChipRow(look, Type.SMALL, one_line=True)
        self._timer = FitLabel(look, Type.TITLE, strong=True, align=Qt.AlignmentFlag.AlignRight)
        self._waiting = FitLabel(look, Type.BODY, strong=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._said = Banner(look, role=Type.SMALL)
        self._said.setObjectName("message")

    def _button(self, look: Look, action: Action) -> ActionButton:
        button = ActionButton(look, self._words, action, self._keys.get(action), with_icon=False)
        button.wanted.connect(self.wanted)
        return button

    def _lay_out(self, look: Look) -> None:
        gap, pad = look.px(Space.GAP), look.px(Space.PAD)
        self._what = QWidget()
        self._what.setMinimumWidth(look.mm(WHAT_MM))
        self._what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        stack(self._service, self._chips, within=self._what)
        where = QWidget()
        where.setFixedWidth(look.mm(WHERE_MM))
        stack(self._counter, self._stage, within=where)
        self._above = above = QWidget()
        above.setObjectName("bar_row")
        above.setFixedHeight(look.mm(BAR_MM))
        row = self._row = QHBoxLayout(above)
        row.setContentsMargins(pad, 2, pad, 2)
        row.setSpacing(gap)
        row.addWidget(where)
        row.addWidget(self._number)
        row.addWidget(self._calm, 4)
        row.addWidget(self._what, 4)
        row.addWidget(self._said, 6)
        row.addWidget(self._timer)
        row.addWidget(self._undo)
        row.addSpacing(gap)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addSpacing(gap)
        row.addWidget(self._waiting)
        row.addWidget(self._grow)
        for sign in (self._number, self._timer, self._waiting):
            never_narrower(sign)
        self._undo.setFixedWidth(look.mm(UNDO_MM))
        for each in (*self._buttons.values(), self._undo, self._grow):
            each.setFixedHeight(look.mm(BAR_MM) - 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self._alerts)
        column.addWidget(self.locked)

    def show_face(self, face: Face) -> None:
        """Draw this moment."""
        before = keyboard_in(self)
        self._above.setVisible(not face.locked)
        self.locked.setVisible(face.locked)
        if face.locked:
            self._alerts.hide()
            self.locked.show_face(face, signs_at_counter(face, self._words), self._touch_words)
        else:
            self.locked.pin.clear()
            self._show_work(face)
            self._alerts.show_face(face)
        self._stand_as_tall_as_needed()
        self._dress(face)
        if before is self or has_lost_it(before):
            self.begin()

    def _show_work(self, face: Face) -> None:
        show_actions(self._buttons, face, self._words, makes_room=(Action.RECALL,))
        serving = face.stage is Stage.SERVING  # who is served is no no-show any more: its place is free
        self._buttons[Action.NO_SHOW].setVisible(not serving)
        self._buttons[Action.ASK_FOR_CASE_HELP].setVisible(serving)
        self._show_said(face)
        self._show_ticket(face)
        self._show_undo(face)

    def _stand_as_tall_as_needed(self) -> None:
        """The bar grows downwards while somebody is wanted; only at the screen's lower end it has to move."""
        tall = self._height()
        if tall == self.height():
            return
        self.setFixedHeight(tall)
        room = self.screen().availableGeometry()
        self.move(self.x(), min(self.y(), max(room.top(), room.bottom() + 1 - tall)))
        if self._drop is not None:
            self._drop.stand_below(self)

    def _height(self) -> int:
        if not self.locked.isHidden():
            return self.locked.needed
        return self._look.mm(BAR_MM) + (0 if self._alerts.isHidden() else self._alerts.height())

    def _show_ticket(self, face: Face) -> None:
        view, words = face.view, self._words
        ticket = view.current if view else None
        for part in (self._number, self._timer, self._what):
            part.setVisible(ticket is not None)
        self._calm.setVisible(ticket is None)
        self._calm.show_words(words.stage(face.stage))
        self._calm.show_colour(Colour.LOVE_TEXT if face.stage is Stage.RESERVED else Colour.TEXT)
        self._stage.show_words(words.stage(face.stage) if ticket else self._clerk(face))
        if view is None:
            return
        self._counter.show_words(words.of(view.counter.names))
        waiting = sum(1 for line in view.waiting if line.ours)
        self._waiting.show_words(self.tr("等候\n%1 位").replace("%1", str(waiting)))
        if ticket is None:
            return
        self._number.show_number(ticket.label)
        self._number.setAccessibleName(f"{words.stage(face.stage)} {ticket.label}")
        self._number.show_colour(Colour.TEXT if face.in_touch else Colour.STALE)
        self._service.show_words(words.short_service(ticket.service, view.setup))
        badges = badges_of(ticket)
        self._service.setVisible(self._said.isHidden() or not badges)
        self._chips.setVisible(bool(badges))
        chips = tuple(Chip(badge=badge, words=words.badge(badge, ticket, view.setup)) for badge in badges)
        self._chips.show_chips(chips, words.listed(chip.words for chip in chips))
        self._timer.show_words(stopwatch(served(ticket, face.now)))
        self._timer.show_colour(Colour.TEXT if face.in_touch else Colour.STALE)
        self._timer.setVisible(self._said.isHidden())

    def _clerk(self, face: Face) -> str:
        return face.view.staff.name if face.view and face.view.staff else ""

    def _show_said(self, face: Face) -> None:
        show_said(self._said, face, self._words, self._touch_words)
        self._row.setStretchFactor(self._what, 4 if self._said.isHidden() else 1)
        self._said.setToolTip("" if self._said.isHidden() else self._said.text())

    def _show_undo(self, face: Face) -> None:
        offered = face.view is not None and face.undo_seconds > 0 and face.in_touch
        keep_place(self._undo, kept=face.in_touch)
        self._undo.setVisible(offered)
        if offered:
            seconds = self.tr("%1 秒").replace("%1", str(face.undo_seconds))
            self._undo.show_words(self._words.action(Action.UNDO), note=seconds)
            self._undo.setEnabled(Action.UNDO in face.live)

    def _dress(self, face: Face) -> None:
        if face.ringing:
            self.show_surface(Colour.ACCENT_SOFT, Colour.ACCENT, thick=True)
        elif face.stage is Stage.RESERVED:
            self.show_surface(Colour.LOVE_SOFT, Colour.LOVE)
        else:
            self.show_surface(Colour.PAGE, Colour.EDGE)

    def show_out_of_touch(self, words: str | None) -> None:
        """Say that what is shown may be old; None when it is not."""
        self._touch_words = words

    def stand_on_top(self, geometry: QRect | None) -> None:
        """Along the top of the screen, or at the top of `geometry`."""
        room = geometry or QGuiApplication.primaryScreen().availableGeometry()
        height = self._height()
        self.setFixedHeight(height)
        self.setGeometry(room.left(), room.top(), room.width(), height)

    def begin(self) -> None:
        """Put the keyboard on the button that stands out."""
        if self.locked.isHidden():
            give_keyboard(self._buttons, waits=self)
        else:
            self.locked.pin.begin()

    def show_sheet(self, sheet: Sheet) -> None:
        """Drop an action's questions down below the bar."""
        self.clear_sheet()
        self._drop = Drop(self, sheet)
        self._drop.show()
        self._drop.activateWindow()
        sheet.begin()

    def clear_sheet(self) -> None:
        """Nothing is asked any more."""
        if self._drop is not None:
            had_keyboard = self._drop.isActiveWindow()
            self._drop.hide()
            self._drop.deleteLater()
            self._drop = None
            if had_keyboard and self.isVisible():
                self.activateWindow()

    def _name(self) -> None:
        name, key = self.tr("展開主控台"), self._keys.get(Action.RESIZE)
        self._grow.show_words(self.tr("展開"), note=key or "")
        self._grow.setFixedWidth(self._grow.sizeHint().width())
        self._grow.setAccessibleName(", ".join(part for part in (name, key) if part))
        self.setAccessibleName(self.tr("櫃台小列"))
        self.setWindowTitle(self.tr("櫃台小列"))
        for action, button in self._buttons.items():
            button.setFixedWidth(button.sizeHint().width())
            if action in {Action.CALL_NEXT, Action.OPEN}:
                button.setFixedWidth(self._look.mm(NEXT_MM))
        both = sum(self._buttons[action].width() for action in (Action.BEGIN, Action.RECALL))
        shared = [self._buttons[action] for action in (Action.NO_SHOW, Action.ASK_FOR_CASE_HELP)]
        for button in shared:
            button.setFixedWidth(max(each.width() for each in shared))
        self._buttons[Action.OVERRIDE].setFixedWidth(both + self._look.px(Space.GAP))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.windowHandle() is not None:
            self.windowHandle().startSystemMove()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
