"""The console's top line: which counter, whose, how it stands, what time it is at the office."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from waitline.look import ClockLabel, Colour, FitLabel, Icon, Look, Space, TouchButton, Type
from waitline.look import Face as ButtonFace
from waitline.model.clock import local

from .actions import Action
from .bar_row import stack
from .face import Face
from .words import ClerkWords, unbroken


class Header(QWidget):
    """Shows where and who; says when the clerk wants out, smaller, or another language."""

    wanted = Signal(Action)
    language_wanted = Signal()

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__()
        self.setObjectName("header")
        self._words, self._keys = words, keys
        self._counter = FitLabel(look, Type.TITLE, strong=True, colour=Colour.ACCENT_TEXT)
        self._counter.setObjectName("counter_name")
        self._clerk = FitLabel(look, Type.BODY)
        self._deputy = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET)
        self._deputy.setObjectName("deputy")
        self._served = FitLabel(look, Type.BODY, colour=Colour.TEXT_QUIET)
        self._clock = ClockLabel(look, Type.HEADING)
        self._clock.setObjectName("clock")
        self._buttons = {
            Action.SUMMON: _quiet(look, Icon.PEOPLE, Action.SUMMON.value),
            Action.CLOSE: _quiet(look, Icon.CANCEL, Action.CLOSE.value),
            Action.LOCK: _quiet(look, Icon.LOCK, Action.LOCK.value),
            Action.SIGN_OUT: _quiet(look, Icon.DOOR, Action.SIGN_OUT.value),
            Action.RESIZE: _quiet(look, Icon.UP, Action.RESIZE.value),
        }
        self._language = _quiet(look, Icon.LANGUAGE, "language")
        self._language.activated.connect(self.language_wanted)
        self._lay_out(look)
        for action, button in self._buttons.items():
            button.activated.connect(lambda action=action: self.wanted.emit(action))
        words.changed.connect(self._name)
        self._name()

    def _lay_out(self, look: Look) -> None:
        margin = look.px(Space.MARGIN)
        self._people = QWidget()
        stack(self._clerk, self._deputy, within=self._people)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(Space.GAP))
        row.addWidget(self._counter)
        row.addSpacing(margin)
        row.addWidget(self._people)
        row.addSpacing(margin)
        row.addWidget(self._served)
        row.addStretch(1)
        row.addWidget(self._clock)
        row.addSpacing(margin)
        row.addWidget(self._language)
        for button in self._buttons.values():
            row.addWidget(button)
        for part in (self._counter, self._people, self._served, self._clock):
            row.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)

    def show_face(self, face: Face) -> None:
        """Draw this moment."""
        for action, button in self._buttons.items():
            button.setEnabled(action is Action.RESIZE or action in face.live)
        view = face.view
        if view is None:
            return
        self._buttons[Action.SUMMON].setVisible(view.back_line.set_up)
        self._counter.show_words(self._words.of(view.counter.names))
        self._clerk.show_words(view.staff.name if view.staff else "")
        self._deputy.setVisible(view.deputy is not None)
        if view.deputy is not None:
            self._deputy.show_words(self._words.deputy(view.deputy))
        served = self.tr("今日已辦 %1 件").replace("%1", str(view.served_today))
        self._served.show_words(served)
        self._clock.tell(local(face.now, view.setup.zone) if view.time_is_known else None)

    def _name(self) -> None:
        self._language.show_words(unbroken(self._words.name_of_other_language))
        self._language.setAccessibleName(self._words.name_of_other_language)
        names = {
            Action.SUMMON: self._words.action(Action.SUMMON),
            Action.CLOSE: self._words.action(Action.CLOSE),
            Action.LOCK: self.tr("鎖定"),
            Action.SIGN_OUT: self._words.action(Action.SIGN_OUT),
            Action.RESIZE: self.tr("縮成小列"),
        }
        for action, name in names.items():
            self._buttons[action].show_words(name)
            key = self._keys.get(action)
            self._buttons[action].setToolTip(f"{name}  {key}" if key else name)
            self._buttons[action].setAccessibleName(", ".join(part for part in (name, key) if part))


def _quiet(look: Look, icon: Icon, name: str) -> TouchButton:
    button = TouchButton(look, face=ButtonFace.QUIET, icon=icon)
    button.setObjectName(name)
    return button
