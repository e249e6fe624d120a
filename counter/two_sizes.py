"""The bar and the full window as one screen: the same face in both, one of them shown."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from waitline.look import Look
from waitline.model.office import OfficeSetup

from .actions import Action
from .bar import Bar
from .console import Console
from .face import Face, Stage
from .lock_page import LockPage
from .lock_signs import signs_at_counter
from .sheet import Sheet
from .sign_in import SignIn
from .window import FullWindow
from .words import ClerkWords

LARGEST = QSize(1600, 1000)
"""Wider than this the eye has to travel between ticket and queue."""

FRAME = QSize(24, 64)
"""What a desktop's window frame may add around."""


class TwoSizes(QObject):
    """Draws a face in the size in use. Signing in is always done in the large one."""

    wanted = Signal(Action)
    call_wanted = Signal(str)
    unpark_wanted = Signal(str)
    chosen = Signal(int)
    """A call for help, or a question about a case."""
    row_chosen = Signal(object)
    language_wanted = Signal()
    unlock_wanted = Signal(str)
    """With the PIN."""
    closed = Signal()

    def __init__(
        self, look: Look, words: ClerkWords, keys: Mapping[Action, str], setup: OfficeSetup, *, small: bool
    ) -> None:
        super().__init__()
        self._words, self._setup, self._small = words, setup, small
        self._signed_in, self._locked = False, False
        self.sign_in = SignIn(look, words)
        self._console = Console(look, words, dict(keys))
        self._lock_page = LockPage(look, words)
        self._full = FullWindow(self.sign_in, self._console, self._lock_page)
        self._bar = Bar(look, words, dict(keys))
        self._geometry: QRect | None = None
        self._rang = False
        self._others_rang = 0
        self._wire(keys)

    def _wire(self, keys: Mapping[Action, str]) -> None:
        for size in (self._console, self._bar):
            size.wanted.connect(self.wanted)
            size.chosen.connect(self.chosen)
        for page in (self._console, self.sign_in, self._lock_page):
            page.language_wanted.connect(self.language_wanted)
        for locked in (self._lock_page, self._bar.locked):
            locked.unlock_wanted.connect(self.unlock_wanted)
        self._console.call_wanted.connect(self.call_wanted)
        self._console.unpark_wanted.connect(self.unpark_wanted)
        self._console.row_chosen.connect(self.row_chosen)
        for window in (self._full, self._bar):
            window.closed.connect(self.closed)
            for action, key in keys.items():
                self._bind(window, action, key)

    def _bind(self, window: QWidget, action: Action, key: str) -> None:
        """The key holds in either window and in the questions that drop from the bar."""
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self.wanted.emit(action))

    @property
    def is_small(self) -> bool:
        """Whether the bar is what the clerk sees."""
        return self._small and self._signed_in

    def place(self, geometry: QRect | None) -> None:
        """Where the first window stands; None: as large as the screen gives, up to what is comfortable."""
        self._geometry = geometry
        if geometry is None:
            room = QGuiApplication.primaryScreen().availableGeometry().size()
            self._full.resize(room.boundedTo(LARGEST))
            if (room - FRAME).boundedTo(LARGEST) != LARGEST:
                self._full.setWindowState(Qt.WindowState.WindowMaximized)  # with its frame it would not fit
        elif not self._small:
            self._full.setGeometry(geometry)

    def resize(self) -> None:
        """The other size from now on."""
        self._small = not self._small

    def show_face(self, face: Face, out_of_touch: str | None) -> None:
        """Draw this moment; `out_of_touch`: what to say across it, if anything."""
        self._signed_in = face.stage is not Stage.SIGNED_OUT
        self._show_page(face, out_of_touch)
        page: QWidget = self._console if self._signed_in else self.sign_in
        if self._full.turn_to(self._lock_page if face.locked else page):
            self.begin()
        self._full.setWindowTitle(self._title(face))
        self._show_size()
        self._ring(face)

    def _show_page(self, face: Face, out_of_touch: str | None) -> None:
        size = self._bar if self.is_small else self._console
        if not self._signed_in:
            self.sign_in.show_face(face, out_of_touch)
        elif face.locked and not self.is_small:
            self._lock_page.show_face(face, signs_at_counter(face, self._words), out_of_touch)
        else:
            size.show_out_of_touch(out_of_touch)
            size.show_face(face)
        if not face.locked:
            self._lock_page.pin.clear()
        self._locked = face.locked

    def begin(self) -> None:
        """Put the keyboard where the work goes on."""
        if not self._signed_in:
            self.sign_in.begin()
        elif self._locked and not self.is_small:
            self._lock_page.pin.begin()
        elif self.is_small:
            self._bar.begin()
        else:
            self._console.begin()

    def begin_search(self) -> None:
        """Into the queue's search, in the large size."""
        self._console.begin_search()

    def show_sheet(self, sheet: Sheet) -> None:
        """Put an action's questions where this size has room for them."""
        (self._bar if self.is_small else self._console).show_sheet(sheet)

    def clear_sheet(self) -> None:
        """Nothing is asked any more."""
        self._console.clear_sheet()
        self._bar.clear_sheet()

    def hide(self) -> None:
        """Out of sight, until a face is to be shown again."""
        for window in (self._bar, self._full):
            window.hide()

    def close(self) -> None:
        """Take everything off the screen."""
        self.clear_sheet()
        for window in (self._bar, self._full):
            window.blockSignals(True)
            window.close()
            window.deleteLater()

    def _show_size(self) -> None:
        shown, hidden = (self._bar, self._full) if self.is_small else (self._full, self._bar)
        if not shown.isVisible():
            if shown is self._bar:
                self._bar.stand_on_top(self._geometry)
            shown.show()
            shown.activateWindow()
            self.begin()
        if hidden.isVisible():
            hidden.hide()

    def _ring(self, face: Face) -> None:
        """Once a number, a call for help or a question: a short sound, and the task bar's own way of calling."""
        if (face.ringing and not self._rang) or face.rung > self._others_rang:
            QApplication.beep()
            QApplication.alert(self._bar if self.is_small else self._full)
        self._rang, self._others_rang = face.ringing, face.rung

    def _title(self, face: Face) -> str:
        counter = self._words.of(face.view.counter.names) if face.view else self._words.action(Action.SIGN_IN)
        return f"{counter} · {self._words.of(self._setup.names)}"
