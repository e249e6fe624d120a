"""The service desk's window: what is done for visitors at the left, who waits, or questions, at the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from waitline.look import Banner, ClockLabel, Colour, FitLabel, Icon, Look, Says, Space, TouchButton, Type
from waitline.look import Face as ButtonFace
from waitline.model.clock import local

from ..action_button import ActionButton
from ..actions import Action, Place
from ..alerts import Alerts
from ..back_line_strip import BackLineStrip
from ..device_strip import DeviceStrip
from ..lock_page import LockPage
from ..lock_signs import signs_at_desk
from ..message_line import show_said
from ..sheet import Sheet
from ..words import ClerkWords, unbroken
from .desk_card import DeskCard
from .desk_list import DeskList
from .face import DeskFace

LEAST_WIDTH: Final = 1180
LEAST_HEIGHT: Final = 640
TALL: Final = 1.5


class DeskWindow(QWidget):
    """Draws a face; the field at its middle is where typing and scanning go."""

    wanted = Signal(Action)
    found = Signal(str)
    chosen = Signal(int)
    put_in_front = Signal(int)
    language_wanted = Signal()
    unlock_wanted = Signal(str)
    """With the PIN."""
    closed = Signal()

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__()
        self.setObjectName("service_desk_window")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._look, self._words = look, words
        self._make_head(look, keys)
        self._alerts = Alerts(look, words, keys, place=Place.SERVICE_DESK, gap=look.px(Space.GAP))
        self._touch, self._said = Banner(look), Banner(look)
        self._touch.setObjectName("out_of_touch")
        self._said.setObjectName("message")
        self._take = ActionButton(look, words, Action.TAKE_NUMBER, keys.get(Action.TAKE_NUMBER))
        self._bring = ActionButton(look, words, Action.BRING_LOVE, keys.get(Action.BRING_LOVE))
        self._field = QLineEdit()
        self._field.setObjectName("number_or_code")
        self._field.setMaxLength(60)
        self._field.setFont(look.font(Type.TITLE))
        self._card = DeskCard(look, words, keys)
        self._list = DeskList(look, words)
        self._devices = DeviceStrip(look, words, tall=self._alerts.tall)
        self._back_line = BackLineStrip(look, words, tall=self._alerts.tall)
        self._sheet: Sheet | None = None
        self._right = QStackedLayout()
        self._lock_page = LockPage(look, words)
        self._is_locked = False
        self._lay_out(look)
        self._wire(keys)
        self._name()

    def _make_head(self, look: Look, keys: dict[Action, str]) -> None:
        self._title = FitLabel(look, Type.TITLE, strong=True, colour=Colour.ACCENT_TEXT)
        self._who = FitLabel(look, Type.BODY)
        self._clock = ClockLabel(look, Type.HEADING)
        self._clock.setObjectName("clock")
        self._language = TouchButton(look, face=ButtonFace.QUIET, icon=Icon.LANGUAGE)
        self._language.setObjectName("language")
        self._summon = ActionButton(look, self._words, Action.SUMMON, keys.get(Action.SUMMON), show_key=False)
        self._lock = ActionButton(look, self._words, Action.LOCK, keys.get(Action.LOCK), show_key=False)
        self._out = ActionButton(look, self._words, Action.SIGN_OUT, keys.get(Action.SIGN_OUT), show_key=False)

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        self._right.addWidget(self._list)
        right = QVBoxLayout()
        right.setSpacing(gap)
        right.addLayout(self._right, 1)
        right.addWidget(self._back_line)
        right.addWidget(self._devices)
        body = QHBoxLayout()
        body.setSpacing(margin)
        body.addLayout(self._left(look), 11)
        body.addLayout(right, 10)
        self._work = QWidget()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._work)
        self._pages.addWidget(self._lock_page)
        column = QVBoxLayout(self._work)
        column.setContentsMargins(margin, gap, margin, margin)
        column.setSpacing(gap)
        column.addLayout(self._head(look))
        column.addWidget(self._touch)
        column.addWidget(self._alerts)
        column.addLayout(body, 1)

    def _head(self, look: Look) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(look.px(Space.MARGIN))
        head.addWidget(self._title)
        head.addWidget(self._who)
        head.addStretch(1)
        head.addWidget(self._clock)
        head.addWidget(self._language)
        head.addWidget(self._summon)
        head.addWidget(self._lock)
        head.addWidget(self._out)
        return head

    def _left(self, look: Look) -> QVBoxLayout:
        """Messages keep their place below, so that no button moves for them."""
        gap = look.px(Space.GAP)
        large = QGridLayout()
        large.setSpacing(gap)
        for place, button in enumerate((self._take, self._bring)):
            large.addWidget(button, 0, place)
            large.setColumnStretch(place, 1)
        large.setRowMinimumHeight(0, round(self._take.sizeHint().height() * TALL))
        kept = QWidget()
        kept.setFixedHeight(self._alerts.tall)
        inside = QVBoxLayout(kept)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._said)
        left = QVBoxLayout()
        left.setSpacing(gap)
        left.addLayout(large)
        left.addWidget(self._field)
        left.addWidget(self._card, 1)
        left.addWidget(kept)
        return left

    def _wire(self, keys: dict[Action, str]) -> None:
        for part in (self._take, self._bring, self._summon, self._lock, self._out, self._alerts, self._card):
            part.wanted.connect(self.wanted)
        self._alerts.chosen.connect(self.put_in_front)
        self._list.chosen.connect(self.chosen)
        self._field.returnPressed.connect(lambda: self.found.emit(self._field.text()))
        self._language.activated.connect(self.language_wanted)
        self._lock_page.language_wanted.connect(self.language_wanted)
        self._lock_page.unlock_wanted.connect(self.unlock_wanted)
        self._words.changed.connect(self._name)
        for action, key in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda action=action: self.wanted.emit(action))

    def show_face(self, face: DeskFace, out_of_touch: str | None) -> None:
        """Draw this moment; `out_of_touch`: that what is shown may be old, and since when."""
        if face.locked:
            signs = signs_at_desk(face.view, self._words.workplace(Place.SERVICE_DESK))
            self._lock_page.show_face(face, signs, out_of_touch)
        else:
            self._lock_page.pin.clear()
            self._show_work(face, out_of_touch)
        if self._is_locked != face.locked:
            self._is_locked = face.locked
            self._pages.setCurrentWidget(self._lock_page if face.locked else self._work)
            self.begin()

    def _show_work(self, face: DeskFace, out_of_touch: str | None) -> None:
        if out_of_touch is None:
            self._touch.clear()
        else:
            self._touch.show_words(Says.OUT_OF_TOUCH, out_of_touch)
        show_said(self._said, face, self._words)
        view, idle = face.view, face.under_way is None
        if view is not None:
            self._who.show_words(view.staff.name)
            self._clock.tell(local(face.now, view.setup.zone) if view.time_is_known else None)
        self._take.show_state(live=Action.TAKE_NUMBER in face.live and idle, primary=True)
        self._bring.show_state(live=Action.BRING_LOVE in face.live and idle, note=self._led_to(face))
        self._summon.setVisible(view is not None and view.back_line.set_up)
        self._summon.show_state(live=Action.SUMMON in face.live and idle)
        self._lock.show_state(live=Action.LOCK in face.live and idle)
        self._out.show_state(live=Action.SIGN_OUT in face.live and idle)
        self._alerts.show_face(face)
        self._card.show_face(face)
        self._list.show_face(face)
        if self._sheet is None:
            self._back_line.show_face(face)
            self._devices.show_face(face)

    def _led_to(self, face: DeskFace) -> str:
        if face.view is None:
            return ""
        led = face.view.led_to
        if led is None:
            return self.tr("目前沒有櫃台能辦")
        counter = self._words.of(face.view.setup.counter(led.counter).names)
        return (self.tr("%1 等著") if led.free else self.tr("接著是 %1")).replace("%1", counter)

    def begin(self) -> None:
        """Put the keyboard into the field, ready to type over; where it is locked, where the PIN goes."""
        if self._is_locked:
            self._lock_page.pin.begin()
            return
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.selectAll()

    def clear_field(self) -> None:
        """What stood there is not what is shown any more."""
        self._field.clear()

    def show_sheet(self, sheet: Sheet) -> None:
        """Put an action's questions where the list was."""
        self.clear_sheet()
        self._sheet = sheet
        self._right.addWidget(sheet)
        self._right.setCurrentWidget(sheet)
        sheet.begin()

    def clear_sheet(self) -> None:
        """Back to the list, and to the field."""
        if self._sheet is not None:
            self._right.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
            self._sheet = None
            self.begin()
        self._right.setCurrentWidget(self._list)

    def _name(self) -> None:
        self._title.show_words(self.tr("服務台"))
        self.setWindowTitle(self.tr("服務台"))
        self._field.setPlaceholderText(self.tr("號碼或掃描 QR，按 Enter"))
        self._field.setAccessibleName(self.tr("號碼或 QR"))
        self._language.show_words(unbroken(self._words.name_of_other_language))
        self._language.setAccessibleName(self._words.name_of_other_language)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
