"""The clerk's program on the screen: one flow drawn in two sizes, its wishes carried to the hall."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from waitline.desktop import OutOfTouch
from waitline.look import Look
from waitline.model.counter import CounterId
from waitline.model.errors import WaitlineError
from waitline.model.office import OfficeSetup
from waitline.model.staff import StaffId

from .actions import Action, Wish
from .bar import Bar
from .console import Console
from .face import Face, Post, Stage
from .flow import Answer, Attempt, ClerkFlow
from .hall_line import HallLine
from .sheet import Sheet, sheet_for
from .sign_in import SignIn
from .window import FullWindow
from .words import ClerkWords

TICK_MS: Final = 250
PEEK_AGAIN_MS: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """How the program was started. `geometry`: where its first window stands, in screen pixels."""

    counter: CounterId | None = None
    staff: StaffId | None = None
    small: bool = False
    geometry: QRect | None = None


class ClerkScreen(QObject):
    """Draws what the flow says, and hands it what the clerk and the hall say."""

    left = Signal()

    def __init__(
        self,
        *,
        look: Look,
        words: ClerkWords,
        keys: Mapping[Action, str],
        setup: OfficeSetup,
        line: HallLine,
        new_request: Callable[[], str],
        beginning: Beginning,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._look, self._words, self._line = look, words, line
        self._beginning, self._setup, self._small = beginning, setup, beginning.small
        self._flow = ClerkFlow(new_request=new_request, clock=clock)
        self._sign_in = SignIn(look, words)
        self._console = Console(look, words, dict(keys))
        self._full = FullWindow(self._sign_in, self._console)
        self._bar = Bar(look, words, dict(keys))
        self._sheet: Sheet | None = None
        self._sheet_of: object = None
        self._age: OutOfTouch | None = None
        self._post: Post | None = None
        self._rang = False
        self._retry = QTimer(self, singleShot=True)
        self._peek_again = QTimer(self, singleShot=True, interval=PEEK_AGAIN_MS)
        self._tick = QTimer(self, interval=TICK_MS)
        self._wire(keys)

    def _wire(self, keys: Mapping[Action, str]) -> None:
        for size in (self._console, self._bar):
            size.wanted.connect(self.want)
        self._console.call_wanted.connect(lambda label: self._ask(Action.CALL_TICKET, label))
        self._console.unpark_wanted.connect(lambda label: self._press(Wish(action=Action.UNPARK, label=label)))
        self._sign_in.wanted.connect(self._press)
        self._sign_in.name_chosen.connect(self._forget_pin)
        for page in (self._console, self._sign_in):
            page.language_wanted.connect(self._change_language)
        for window in (self._full, self._bar):
            window.closed.connect(self.left)
            for action, key in keys.items():
                self._bind(window, action, key)
        self._line.view_came.connect(self._view_came)
        self._line.lost_touch.connect(self._lost_touch)
        self._line.back_in_touch.connect(self._back_in_touch)
        self._line.peeked.connect(self._peeked)
        self._line.peek_failed.connect(self._peek_failed)
        self._retry.timeout.connect(self._try_again)
        self._peek_again.timeout.connect(self._peek)
        self._tick.timeout.connect(self._ticked)

    def _bind(self, window: QWidget, action: Action, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self.want(action))

    # -- from the start ----------------------------------------------------------------------------

    def show(self) -> None:
        """Put the first page on the screen; what needs the database comes after the first paint."""
        self._sign_in.show_office(self._setup)
        self._sign_in.choose(staff=self._beginning.staff, counter=self._beginning.counter)
        if self._beginning.geometry is not None and not self._small:
            self._full.setGeometry(self._beginning.geometry)
        elif self._beginning.geometry is None:
            self._full.resize(_comfortable())
        self._draw()
        self._sign_in.begin()
        self._tick.start()
        QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        self._peek()
        staff, counter = self._beginning.staff, self._beginning.counter
        if staff is not None and counter is not None:
            self._press(Wish(action=Action.SIGN_IN, staff=staff, counter=counter))

    def close(self) -> None:
        """Take everything off the screen."""
        for timer in (self._tick, self._retry, self._peek_again):
            timer.stop()
        self._clear_sheet()
        for window in (self._bar, self._full):
            window.blockSignals(True)
            window.close()
            window.deleteLater()

    # -- what the clerk wants ----------------------------------------------------------------------

    def want(self, action: Action) -> None:
        """One press of a button or a key."""
        if action is Action.RESIZE:
            self._resize()
        elif action is Action.FIND:
            self._find()
        elif self._flow.asks_first(action):
            self._ask(action)
        else:
            self._press(Wish(action=action))

    def _press(self, wish: Wish) -> None:
        attempt = self._flow.press(wish)
        if attempt is not None:
            self._clear_sheet()
            self._line.carry_out(attempt, done=self._done, failed=self._failed)
        self._draw()

    def _ask(self, action: Action, label: str = "") -> None:
        view = self._flow.face().view
        if not self._flow.may_ask(action) or view is None:
            self._draw()
            return
        self._clear_sheet()
        sheet = sheet_for(self._look, self._words, action, view, label)
        sheet.agreed.connect(self._press)
        sheet.left.connect(self._leave_sheet)
        sheet.unready.connect(self._say)
        self._sheet, self._sheet_of = sheet, view.current.id if view.current else None
        (self._bar if self._is_small() else self._console).show_sheet(sheet)

    def _say(self, error: WaitlineError) -> None:
        self._flow.say(error)
        self._draw()

    def _leave_sheet(self) -> None:
        self._clear_sheet()
        (self._bar if self._is_small() else self._console).begin()

    def _clear_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet = None
            self._console.clear_sheet()
            self._bar.clear_sheet()

    def _forget_pin(self) -> None:
        self._flow.another_name_chosen()
        self._draw()

    def _change_language(self) -> None:
        self._clear_sheet()
        self._words.speak(self._words.other_language)
        self._draw()

    def _find(self) -> None:
        if self._is_small():
            self._resize()
        self._clear_sheet()
        self._console.begin_search()

    # -- what came of it ---------------------------------------------------------------------------

    def _done(self, attempt: Attempt, answer: Answer) -> None:
        self._flow.done(attempt, answer)
        self._draw()

    def _failed(self, attempt: Attempt, error: WaitlineError) -> None:
        pause = self._flow.failed(attempt, error)
        if pause is not None:
            self._retry.start(round(pause * 1000))
        self._draw()

    def _try_again(self) -> None:
        attempt = self._flow.to_try_again()
        if attempt is not None:
            self._line.carry_out(attempt, done=self._done, failed=self._failed)

    # -- what the hall says ------------------------------------------------------------------------

    def _view_came(self, view: object) -> None:
        self._flow.view_came(view)  # type: ignore[arg-type]
        self._draw()

    def _lost_touch(self, age: OutOfTouch) -> None:
        self._age = age
        self._flow.lost_touch()
        self._draw()

    def _back_in_touch(self) -> None:
        self._flow.back_in_touch()
        self._draw()

    def _peek(self) -> None:
        if self._post is None:
            counter = self._beginning.counter or self._setup.counters[0].id
            self._line.peek(counter)

    def _peeked(self, view: object) -> None:
        self._sign_in.show_office(view.setup, view.desks)  # type: ignore[attr-defined]

    def _peek_failed(self, error: WaitlineError) -> None:
        if self._post is None:
            self._say(error)
            self._peek_again.start()

    def _ticked(self) -> None:
        if self._flow.settle_due():
            self._line.settle()
        self._draw()

    # -- drawing -----------------------------------------------------------------------------------

    def _draw(self) -> None:
        face = self._flow.face()
        self._follow(face)
        signed_out = face.stage is Stage.SIGNED_OUT
        page: QWidget = self._sign_in if signed_out else self._console
        if signed_out:
            self._sign_in.show_face(face)
        else:
            self._say_touch(face)
            (self._bar if self._small else self._console).show_face(face)
        if self._full.turn_to(page):
            (self._sign_in if signed_out else self._console).begin()
        self._show_size()
        self._ring(face)
        if self._sheet is not None and _subject(face) != self._sheet_of:
            self._clear_sheet()

    def _follow(self, face: Face) -> None:
        if face.post == self._post:
            return
        self._post = face.post
        if face.post is None:
            self._line.unfollow()
            self._clear_sheet()
            self._peek()
        else:
            self._line.follow(face.post.counter)

    def _say_touch(self, face: Face) -> None:
        words = None if face.in_touch or self._age is None else self._words.out_of_touch(self._age)
        self._console.show_out_of_touch(words)
        self._bar.show_out_of_touch(words)

    def _ring(self, face: Face) -> None:
        if face.ringing and not self._rang:
            QApplication.beep()
            QApplication.alert(self._bar if self._is_small() else self._full)
        self._rang = face.ringing

    def _is_small(self) -> bool:
        return self._small and self._post is not None

    def _resize(self) -> None:
        self._clear_sheet()
        self._small = not self._small
        self._draw()
        if not self._small:
            self._console.begin()

    def _show_size(self) -> None:
        shown, hidden = (self._bar, self._full) if self._is_small() else (self._full, self._bar)
        if not shown.isVisible():
            if shown is self._bar:
                self._bar.stand_on_top(self._beginning.geometry if self._beginning.small else None)
            shown.show()
            shown.activateWindow()
            if shown is self._bar:
                self._bar.begin()
        if hidden.isVisible():
            hidden.hide()


def _subject(face: Face) -> object:
    """What an open question is about: it is over when somebody else stands at the counter."""
    current = face.view.current if face.view else None
    return current.id if current else None


def _comfortable() -> QSize:
    """As large as the screen gives, but never wider than the eye likes."""
    room = QGuiApplication.primaryScreen().availableGeometry().size()
    return room.boundedTo(QSize(1600, 1000))
