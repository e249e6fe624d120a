"""The icon beside the desktop's clock: how one stands, by shape, colour and words; a menu for the rest."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from waitline.look import Colour, Icon, Look
from waitline.look.icon import icon_for_qt

from ..actions import Action
from .face import Stage, StandByFace
from .words import StandByWords

SIDE_PX: Final = 64
"""Drawn once in this size; the desktop makes it as small as its own icons are."""
OFFERED: Final = (
    Action.ACCEPT,
    Action.ARRIVE,
    Action.DECLINE,
    Action.ANSWER_CASE,
    Action.COME_TO_CASE,
    Action.LOCK,
    Action.UNLOCK,
    Action.STAND_DOWN,
)


class Tray(QObject):
    """Says what is wanted by its menu; a click on it asks for the window."""

    wanted = Signal(Action)
    window_wanted = Signal()
    language_wanted = Signal()

    def __init__(self, look: Look, words: StandByWords, *, there: Callable[[], bool]) -> None:
        """`there`: whether this desktop has a place for such icons now; it may come after us."""
        super().__init__()
        self._look, self._words, self._there = look, words, there
        self._icon = QSystemTrayIcon(self)
        self._drawn: tuple[Icon, Colour] | None = None
        self._menu = QMenu()
        self._menu.setObjectName("stand_by_menu")
        self._state = QAction(self._menu)
        self._state.setEnabled(False)
        self._menu.addAction(self._state)
        self._menu.addSeparator()
        self._actions = {action: self._offer(action) for action in OFFERED}
        self._window = self._menu.addAction("", self.window_wanted.emit)
        self._language = self._menu.addAction("", self.language_wanted.emit)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._clicked)

    def _offer(self, action: Action) -> QAction:
        found = self._menu.addAction("", lambda: self.wanted.emit(action))
        found.setObjectName(action.value)
        return found

    @property
    def is_there(self) -> bool:
        """Whether somebody can see it."""
        return self._there()

    def show_face(self, face: StandByFace, out_of_touch: str | None) -> None:
        """Draw this moment."""
        words = self._words
        told = [words.title(face)]
        if out_of_touch is not None:
            told.append(out_of_touch)
        elif face.view is not None:
            told.append(words.hall(face.view))
            if face.cases.front is not None and face.locked:
                told.append(words.clerk.cases_asked(face.cases))
            elif face.cases.front is not None:
                view = face.view
                told.append(words.cases.asked(face.cases.front, view.cases, view.setup, face.now)[1])
        self._icon.setToolTip("\n".join(["Waitline", *told]))
        self._state.setText(words.clerk.listed(told))
        for action, offered in self._actions.items():
            offered.setText(words.clerk.action(action))
            offered.setVisible(action in face.live)
        self._window.setText(self.tr("顯示待命視窗"))
        self._language.setText(words.clerk.name_of_other_language)
        self._draw(*_picture(face))
        if self.is_there and not self._icon.isVisible():
            self._icon.show()

    def close(self) -> None:
        """Take it away."""
        self._icon.hide()
        self._menu.deleteLater()

    def _draw(self, icon: Icon, colour: Colour) -> None:
        if (icon, colour) != self._drawn:
            self._drawn = icon, colour
            self._icon.setIcon(icon_for_qt(icon, SIDE_PX, self._look.colour(colour)))

    def _clicked(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is QSystemTrayIcon.ActivationReason.Trigger:
            self.window_wanted.emit()


def _picture(face: StandByFace) -> tuple[Icon, Colour]:
    if not face.in_touch:
        return Icon.OUT_OF_TOUCH, Colour.TROUBLE_EDGE
    asks = face.cases.front is not None and face.cases.front.is_unanswered
    if asks and face.stage is Stage.STANDING_BY:
        return Icon.QUESTION, Colour.NOTICE_EDGE
    return {
        Stage.ASKED: (Icon.NOTICE, Colour.NOTICE_EDGE),
        Stage.COMING: (Icon.WALK_IN, Colour.ACCENT),
        Stage.RELEASED: (Icon.CHECK, Colour.GOOD_EDGE),
    }.get(face.stage, (Icon.PEOPLE, Colour.ACCENT))
