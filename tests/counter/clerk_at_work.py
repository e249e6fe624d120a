"""A clerk's hands and eyes on the program."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView, QTabBar, QWidget

from counter.actions import Action
from counter.choice_button import ChoiceButton
from counter.clerk_screen import Beginning, ClerkScreen
from counter.face import Face, Stage
from counter.hall_line import HallLine
from counter.keys import read_keys
from counter.words import ClerkWords
from counter.workplace import Workplace
from tests.counter.halls import RealHall
from waitline.desktop import Translations
from waitline.look import Look
from waitline.model.counter import CounterId
from waitline.model.staff import StaffId
from waitline.store.engine import Store
from waitline.store.migrate import check_version
from waitline.verbs.requests import new_request

LAPTOP = QRect(0, 0, 1366, 700)
"""What the frame of its window and a task bar leave of 1366 x 768."""
PATIENCE_MS = 30_000


@dataclass(frozen=True)
class ClerkAtWork:
    """One running program. Everything is done by key or mouse and seen on a window."""

    qtbot: Any
    screen: ClerkScreen
    line: HallLine
    store: Store
    translations: Translations
    geometry: QRect

    # -- hands -------------------------------------------------------------------------------------

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """A key, wherever the keyboard is now."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        there = QApplication.focusWidget() or self.window
        QTest.keyClick(there, key, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def click(self, name: str) -> None:
        """The left mouse button on a control that can be seen and is live."""
        there = self.find(name)
        assert there.isEnabled(), f"{name} is not live"
        QTest.mouseClick(there, Qt.MouseButton.LeftButton)

    def choose(self, question: str, words: str) -> None:
        """Click the answer that reads `words`."""
        answer = self.answer(question, words)
        assert answer.isEnabled(), f"{words} may not be chosen"
        QTest.mouseClick(answer, Qt.MouseButton.LeftButton)

    def choose_row(self, text: str) -> None:
        """Click the line of the queue that holds `text`."""
        rows = self.find("waiting_rows")
        assert isinstance(rows, QListView)
        for place in range(rows.model().rowCount()):
            index = rows.model().index(place, 0)
            if text in str(index.data()):
                rows.scrollTo(index)
                at = rows.visualRect(index).center()
                QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
                return
        raise AssertionError(f"{text} is not in the queue")

    def turn_to_tab(self, place: int) -> None:
        tabs = self.find("waiting_tabs")
        assert isinstance(tabs, QTabBar)
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())

    # -- eyes --------------------------------------------------------------------------------------

    @property
    def window(self) -> QWidget:
        """The one that is shown: full window or bar."""
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.objectName() in WINDOWS]
        ours = [window for window in shown if window in self._windows]
        assert len(ours) == 1
        return ours[0]

    @property
    def _windows(self) -> tuple[QWidget, ...]:
        sizes = self.screen._sizes
        return (sizes._full, sizes._bar)

    def find(self, name: str) -> QWidget:
        """The visible control of that name."""
        roots = [*self._windows, *(w for w in QApplication.topLevelWidgets() if w.objectName() == "drop")]
        found = {w for root in roots for w in root.findChildren(QWidget, name) if w.isVisible()}
        assert len(found) == 1, f"{len(found)} controls called {name}"
        return found.pop()

    def answers(self, question: str) -> list[ChoiceButton]:
        """All answers to a question of the sheet, in their order."""
        return [b for b in self.find("sheet").findChildren(ChoiceButton) if b.objectName().startswith(question)]

    def answer(self, question: str, words: str) -> ChoiceButton:
        return next(button for button in self.answers(question) if button.text() == words)

    @property
    def keyboard(self) -> str:
        """The name of what has the keyboard in the window that is shown, be it the active one or not."""
        there = self.window.focusWidget()
        return there.objectName() if there is not None else ""

    def sees(self, name: str) -> bool:
        return any(w.isVisible() for root in self._windows for w in root.findChildren(QWidget, name))

    def live(self, name: str) -> bool:
        return self.sees(name) and self.find(name).isEnabled()

    def text(self, name: str) -> str:
        there = self.find(name)
        return there.text() if hasattr(there, "text") else there.accessibleName()

    @property
    def help(self) -> str:
        """What the line of help says; empty while nobody asks."""
        return self.text("help_call") if self.sees("help_call") else ""

    @property
    def number(self) -> str:
        return self.text("current_number") if self.sees("current_number") else ""

    @property
    def message(self) -> str:
        return self.text("message") if self.sees("message") else ""

    @property
    def rows(self) -> list[str]:
        rows = self.find("waiting_rows")
        assert isinstance(rows, QListView)
        model = rows.model()
        return [str(model.index(place, 0).data()) for place in range(model.rowCount())]

    @property
    def face(self) -> Face:
        return self.screen._flow.face()

    def until(self, condition: Callable[[], bool], timeout: int = PATIENCE_MS) -> None:
        self.qtbot.waitUntil(condition, timeout=timeout)

    def until_stage(self, stage: Stage) -> None:
        self.until(lambda: self.face.stage is stage and self.face.under_way is None)

    def until_number(self, label: str) -> None:
        self.until(lambda: self.number == label and self.face.under_way is None)

    def until_asked(self) -> None:
        """Until the questions have the keyboard."""

        def asked() -> bool:
            there = QApplication.focusWidget()
            return there is not None and self.sees("sheet") and self.find("sheet").isAncestorOf(there)

        self.until(asked)

    def until_keyboard(self) -> None:
        """Until keys reach one of our windows again."""
        self.until(lambda: QApplication.activeWindow() is not None and QApplication.focusWidget() is not None)

    def until_message(self, words: str, timeout: int = PATIENCE_MS) -> None:
        self.until(lambda: words in self.message, timeout)

    def leave(self) -> None:
        self.screen.close()
        self.line.close()
        self.store.close()


def opened(store: Store) -> Workplace:
    """The hall as the program opens it."""
    check_version(store.engine)
    return Workplace(store)


WINDOWS = ("counter_window", "bar")


def begin_work(
    qtbot: Any,
    look: Look,
    translations: Translations,
    hall: RealHall,
    *,
    counter: str | None = "3",
    staff: str | None = "c03",
    small: bool = False,
    keys: Mapping[str, str] | None = None,
    geometry: QRect | None = LAPTOP,
    url: str | None = None,
) -> ClerkAtWork:
    """Start the program and wait until its clerk can work, or until the sign-in page knows the counters."""
    store = Store(url or hall.url, hall.setup.id)
    line = HallLine(lambda: opened(store))
    screen = ClerkScreen(
        look=look,
        words=ClerkWords(translations),
        keys=read_keys(keys or {}),
        setup=hall.setup,
        line=line,
        new_request=new_request,
        beginning=Beginning(
            counter=CounterId(counter) if counter else None,
            staff=StaffId(staff) if staff else None,
            small=small,
            geometry=geometry,
        ),
    )
    room = geometry or QApplication.primaryScreen().availableGeometry()
    clerk = ClerkAtWork(
        qtbot=qtbot, screen=screen, line=line, store=store, translations=translations, geometry=room
    )
    with qtbot.waitSignal(line.view_came if url is None else line.lost_touch, timeout=PATIENCE_MS):
        screen.show()
    if staff is not None:
        clerk.until(lambda: is_answered(clerk.face))
    return clerk


def is_answered(face: Face) -> bool:
    """Signing in has ended, well or not: words that the database is slow are no end."""
    ended = face.view is not None or face.message is not None or face.pin_wanted
    return ended and face.under_way is None


def live_buttons(clerk: ClerkAtWork) -> set[str]:
    """The actions that can be pressed now."""
    names = {action.value for action in Action}
    window = clerk.window
    return {
        button.objectName()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button.objectName() in names
    }
