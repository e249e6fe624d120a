"""The stand-by window: so small that it stays out of the way, and says all there is to know."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from waitline.look import Banner, Colour, FitLabel, Icon, Look, Says, Space, TouchButton, Type
from waitline.look import Face as ButtonFace

from ..actions import Action
from ..message_line import show_said
from ..pin_entry import PinEntry
from ..words import unbroken
from .buttons import StandByButtons
from .face import ANSWERS_A_SUMMONS, Stage, StandByFace
from .words import StandByWords

WIDE_MM: Final = 106.0
TALL_MM: Final = 46.0
ACTIONS: Final = (
    Action.ACCEPT,
    Action.ARRIVE,
    Action.DECLINE,
    Action.ANSWER_CASE,
    Action.COME_TO_CASE,
    Action.STAND_DOWN,
)


class LittleWindow(QWidget):
    """Shows where one stands; says what is wanted. Closing it is asking to leave."""

    wanted = Signal(Action)
    language_wanted = Signal()
    unlock_wanted = Signal(str)
    """With the PIN."""
    closed = Signal()

    def __init__(self, look: Look, words: StandByWords, keys: dict[Action, str]) -> None:
        super().__init__()
        self.setObjectName("stand_by_window")
        kind = Qt.WindowType
        self.setWindowFlags(
            kind.Window | kind.WindowTitleHint | kind.WindowMinimizeButtonHint | kind.WindowCloseButtonHint
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # else the first button would have it, and a stray key press it
        self._look, self._words = look, words
        self._title = FitLabel(look, Type.TITLE, strong=True, colour=Colour.ACCENT_TEXT)
        self._title.setObjectName("stand_by_title")
        self._hall = FitLabel(look, Type.BODY)
        self._hall.setObjectName("stand_by_hall")
        self._others = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET, elide=True)
        self._others.setObjectName("stand_by_others")
        self._said = Banner(look, role=Type.SMALL)
        self._said.setObjectName("stand_by_message")
        self._case = Banner(look, role=Type.SMALL)
        self._case.setObjectName("stand_by_case")
        self._language = TouchButton(look, face=ButtonFace.QUIET, icon=Icon.LANGUAGE)
        self._language.setObjectName("stand_by_language")
        self._language.activated.connect(self.language_wanted)
        self._buttons = StandByButtons(look, words.clerk, keys, ACTIONS)
        self._buttons.wanted.connect(self.wanted)
        self._pin = PinEntry(look, words.clerk)
        self._pin.given.connect(self.unlock_wanted)
        self._pin.hide()
        self._lay_out(look)
        words.clerk.changed.connect(self._name)
        self._name()

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        above = QHBoxLayout()
        above.setSpacing(gap)
        above.addWidget(self._title, 1)
        above.addWidget(self._language, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, gap, margin, margin)
        column.setSpacing(gap // 2)
        column.addLayout(above)
        column.addWidget(self._hall)
        column.addWidget(self._others)
        column.addWidget(self._said)
        column.addWidget(self._case)
        column.addStretch(1)
        column.addWidget(self._buttons)
        column.addWidget(self._pin)
        self.setMinimumSize(look.mm(WIDE_MM), look.mm(TALL_MM))
        self.resize(self.minimumSize())

    def show_face(self, face: StandByFace, out_of_touch: str | None) -> None:
        """Draw this moment; `out_of_touch`: that what is shown may be old, and since when."""
        words, view = self._words, face.view
        title = words.title(face)
        left = words.left(face.seconds_left) if face.stage is Stage.ASKED else ""
        locked = words.clerk.locked() if face.locked else ""
        self._title.show_words(words.clerk.listed((title, left, locked)))
        self._title.show_colour(Colour.ACCENT_TEXT if face.in_touch else Colour.STALE)
        self.setWindowTitle(f"{title} · {view.staff.name}" if view is not None and not face.locked else title)
        self._show_said(face, out_of_touch)
        if view is not None:
            self._hall.show_words(self._hall_words(face))
            self._others.show_words(words.others(view))
        talks = not self._said.isHidden()
        asks = self._show_case(face, room=not talks)
        self._hall.setVisible(view is not None and not talks and not asks)
        quiet = face.stage not in {Stage.ASKED, Stage.COMING} and not asks and not face.locked
        self._others.setVisible(view is not None and quiet and not talks)
        self._show_buttons(face)

    def _show_buttons(self, face: StandByFace) -> None:
        """A summons is answered without a PIN, behind the lock too; all else waits for it."""
        self._buttons.show_face(face)
        self._buttons.setVisible(not face.locked or bool(face.live & ANSWERS_A_SUMMONS))
        asks_for_pin = face.locked and face.stage not in {Stage.ASKED, Stage.COMING}
        self._make_room(two_rows=asks_for_pin and not self._buttons.isHidden())
        appears = asks_for_pin and self._pin.isHidden()
        self._pin.setVisible(asks_for_pin)
        if appears:
            self._pin.begin()
        if not face.locked:
            self._pin.clear()

    def _make_room(self, *, two_rows: bool) -> None:
        """Buttons and the field for the PIN, one below the other, make the window taller while they are there."""
        row = self._pin.sizeHint().height() + self._look.px(Space.GAP)
        tall = self._look.mm(TALL_MM) + (row if two_rows else 0)
        if tall != self.minimumHeight():
            self.setMinimumHeight(tall)
            self.resize(self.width(), tall)

    def _show_case(self, face: StandByFace, *, room: bool) -> bool:
        """What a colleague asks, while nobody is to come to a counter."""
        case, view = face.cases.front, face.view
        shown = room and case is not None and view is not None and face.stage is Stage.STANDING_BY
        if not shown or case is None or view is None:
            self._case.clear()
            return False
        if face.locked:
            self._case.show_words(Says.NOTICE, self._words.clerk.cases_asked(face.cases))
            self._case.setToolTip("")
            return True
        self._case.show_words(*self._words.cases.asked(case, view.cases, view.setup, face.now))
        self._case.setToolTip(self._case.text())
        return True

    def _hall_words(self, face: StandByFace) -> str:
        view = face.view
        if view is None:
            return ""
        if face.stage is Stage.ASKED and face.summons is not None:
            return self._words.reason(view, face.summons, locked=face.locked)
        return self._words.here() if face.stage is Stage.COMING else self._words.hall(view)

    def _show_said(self, face: StandByFace, out_of_touch: str | None) -> None:
        show_said(self._said, face, self._words.clerk, out_of_touch)

    def stand_aside(self) -> None:
        """In the lower right corner of the screen, before it is first seen."""
        room = self.screen().availableGeometry()
        gap = self._look.px(Space.MARGIN)
        self.move(room.right() - self.width() - gap, room.bottom() - self.height() - 3 * gap)

    def _name(self) -> None:
        name = self._words.clerk.name_of_other_language
        self._language.show_words(unbroken(name))
        self._language.setAccessibleName(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.closed.emit()
