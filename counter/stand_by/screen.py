"""Standing by with this program: presses go to the flow, its decisions to the hall, the icon and the windows."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from waitline.look import Look
from waitline.model.errors import WaitlineError
from waitline.model.staff import StaffId

from ..actions import Action, Place, Wish
from ..attempt import Answer, Attempt
from ..cases.sheets import AnswerSheet
from ..drop import Drop
from ..hall_line import HallLine
from ..hall_screen import HallScreen
from ..lock import Untouched, tells_nothing
from ..reading import Reading
from ..refusals import CaseGone
from ..sheet import Sheet
from ..sheets import ReasonSheet
from ..words import ClerkWords
from .case_banner import CaseBanner
from .chime import Chime
from .face import ANSWERS_A_SUMMONS, Stage, StandByFace
from .flow import StandByFlow
from .little_window import LittleWindow
from .summons_banner import SummonsBanner
from .tray import Tray
from .words import StandByWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.stand_by import StandByView

WAITS = (Stage.BEGINNING, Stage.STANDING_BY, Stage.ASKED, Stage.COMING)


class StandByScreen(HallScreen):
    """Draws what the flow says. `ended`: no longer standing by; `arrived`: wants to open that counter here;
    `closed`: wants to leave the program."""

    ended = Signal()
    arrived = Signal(str)
    closed = Signal()

    def __init__(
        self,
        *,
        look: Look,
        words: ClerkWords,
        keys: Mapping[Action, str],
        line: HallLine,
        staff: StaffId,
        new_request: Callable[[], str],
        clock: Callable[[], float] = time.monotonic,
        has_pin: bool = False,
        computer: Untouched = tells_nothing,
        tray_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        flow = StandByFlow(staff=staff, new_request=new_request, clock=clock, has_pin=has_pin, computer=computer)
        super().__init__(line, flow)
        self._flow = flow
        self._look, self._words = look, words
        self._staff, self._new_request = staff, new_request
        own = StandByWords(words)
        self._window = LittleWindow(look, own, dict(keys))
        self._banner = SummonsBanner(look, own, dict(keys))
        self._case_banner = CaseBanner(look, words, dict(keys))
        self._tray = Tray(look, own, there=tray_there)
        self._chime = Chime(self)
        self._rung = 0
        self._leaving = False
        self._wants_window = not self._tray.is_there
        self._sheet: tuple[Sheet, Drop] | None = None
        self._wire(keys)

    def _wire(self, keys: Mapping[Action, str]) -> None:
        line = self._line
        for part in (self._window, self._banner, self._case_banner, self._tray):
            part.wanted.connect(self.want)
        self._case_banner.chosen.connect(self._choose)
        self._window.unlock_wanted.connect(lambda pin: self._press(Wish(action=Action.UNLOCK, pin=pin)))
        for menu in (self._window, self._tray):
            menu.language_wanted.connect(self._change_language)
        self._tray.window_wanted.connect(self._turn_window)
        self._window.closed.connect(self._window_closed)
        for window in (self._window, self._banner, self._case_banner):
            for action, key in keys.items():
                self._bind(window, action, key)
        line.stand_by_came.connect(self._view_came)

    def _bind(self, window: QWidget, action: Action, key: str) -> None:
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self.want(action))

    def show(self) -> None:
        """Begin to stand by; whoever does has given their PIN already."""
        self._line.read_as(Reading(place=Place.STAND_BY, who=self._staff))
        self._chime.open()
        self._window.stand_aside()
        self._draw()
        self._tick.start()

    @property
    def face(self) -> StandByFace:
        """What is shown now."""
        return self._flow.face()

    def give_up(self) -> None:
        """The program ends, at the day's end or with the computer: whoever sat here is asked no longer."""
        if self._flow.face().stage in WAITS:
            self._flow.seat.end()
            attempt = self._flow.press(Wish(action=Action.STAND_DOWN))
            if attempt is not None:
                self._line.carry_out(attempt, done=self._done, failed=self._failed)

    def close(self) -> None:
        """Take everything off the screen."""
        self._line.stand_by_came.disconnect(self._view_came)
        self._leave_hall()
        self._clear_sheet()
        self._chime.close()
        self._tray.close()
        for window in (self._window, self._banner, self._case_banner):
            window.hide()
            window.deleteLater()

    # -- what is wanted ----------------------------------------------------------------------------

    def want(self, action: Action) -> None:
        """One press of a button, a key or the icon's menu."""
        face = self._flow.face()
        if action is Action.LOCK:
            self._flow.seat.lock_now()
            self._draw()
        elif action is Action.UNLOCK:
            self._wants_window = True
            self._draw()
            self._window.activateWindow()
        elif face.locked and action not in ANSWERS_A_SUMMONS:
            return
        elif action is Action.ARRIVE:
            if face.stage is Stage.COMING and face.summons is not None:
                self.arrived.emit(face.summons.counter)
        elif action in {Action.DECLINE, Action.ANSWER_CASE}:
            self._ask(Wish(action=action))
        else:
            self._press(Wish(action=action))

    def _ask(self, wish: Wish) -> None:
        """Why not, or what to answer: the questions stand below what was pressed."""
        if not self._flow.may_ask(wish):
            self._draw()
            return
        self._clear_sheet()
        sheet, banner = self._questions(wish.action)
        sheet.agreed.connect(self._press)
        sheet.left.connect(self._clear_sheet)
        sheet.unready.connect(self._say)
        drop = Drop(banner if banner.isVisible() else self._window, sheet)
        self._sheet = sheet, drop
        drop.show()
        drop.activateWindow()
        sheet.begin()

    def _questions(self, action: Action) -> tuple[Sheet, QWidget]:
        """What is asked, and below which banner."""
        face = self._flow.face()
        if action is Action.ANSWER_CASE and face.view is not None and face.cases.front is not None:
            return AnswerSheet(self._look, self._words, face.view, face.cases.front), self._case_banner
        return ReasonSheet(self._look, self._words, Action.DECLINE), self._banner

    def _choose(self, number: int) -> None:
        self._flow.choose(number)
        self._draw()

    def _say(self, error: WaitlineError) -> None:
        self._flow.say(error)
        self._draw()

    def _clear_sheet(self) -> None:
        if self._sheet is not None:
            _, drop = self._sheet
            self._sheet = None
            drop.hide()
            drop.deleteLater()

    def _change_language(self) -> None:
        self._clear_sheet()
        self._words.speak(self._words.other_language)
        self._draw()

    def _turn_window(self) -> None:
        self._wants_window = not self._window.isVisible() or not self._tray.is_there
        self._draw()

    def _window_closed(self) -> None:
        """Where there is an icon, out of sight; else it is leaving, and nobody is to be asked in vain."""
        if self._tray.is_there:
            self._wants_window = False
            self._draw()
        else:
            self._leaving = True
            self._flow.seat.end()
            self._press(Wish(action=Action.STAND_DOWN))
            if self._flow.to_try_again() is None:
                self.closed.emit()

    # -- what came of it ---------------------------------------------------------------------------

    def _done(self, attempt: Attempt, answer: Answer) -> None:
        self._flow.done(attempt, answer)
        if attempt.wish.action is Action.STAND_DOWN:
            self._end()
        else:
            self._go_on()
            self._draw()

    def _failed(self, attempt: Attempt, error: WaitlineError) -> None:
        super()._failed(attempt, error)
        if self._leaving and self._flow.to_try_again() is None:
            self.closed.emit()

    def _end(self) -> None:
        if self._leaving:
            self.closed.emit()
        else:
            self.ended.emit()

    # -- what the hall says ------------------------------------------------------------------------

    def _view_came(self, view: StandByView) -> None:
        self._flow.view_came(view)
        if self._flow.face().stage is Stage.OVER and self._flow.to_try_again() is None:
            self._end()
        else:
            self._draw()

    # -- drawing -----------------------------------------------------------------------------------

    def _draw(self) -> None:
        face = self._flow.face()
        late = self._words.out_of_touch(self._age) if self._age and not face.in_touch else None
        self._tray.show_face(face, late)
        self._window.show_face(face, late)
        asked_behind_lock = face.locked and face.cases.front is not None
        seen = self._wants_window or face.stage in {Stage.COMING, Stage.RELEASED} or asked_behind_lock
        self._window.setVisible(seen)
        self._banner.show_face(face, late)
        self._case_banner.show_face(face, below=self._banner.height() if self._banner.isVisible() else 0)
        if self._sheet is not None and face.in_touch:
            self._end_questions(self._sheet[0], face)
        if face.rung > self._rung:
            self._chime.ring()
        self._rung = face.rung

    def _end_questions(self, sheet: Sheet, face: StandByFace) -> None:
        """They are over when nobody asks any more, and what is no answer to a summons with the lock."""
        if face.locked and sheet.action not in ANSWERS_A_SUMMONS:
            self._clear_sheet()
            return
        if sheet.case_id is None and Action.DECLINE not in face.live:
            self._clear_sheet()
        if sheet.case_id is not None and sheet.case_id not in face.cases.held:
            self._clear_sheet()
            self._say(CaseGone())
