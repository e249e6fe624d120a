"""Working at the service desk: presses go to the flow, its decisions to the hall and the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from waitline.look import Look
from waitline.model.errors import WaitlineError
from waitline.model.staff import StaffId
from waitline.model.ticket import TicketId
from waitline.model.words import SOURCE_LANGUAGE, VISITOR_LANGUAGES

from ..actions import QUEUES_PAPER, Action, Place, Wish
from ..attempt import Answer, Attempt
from ..back_line_sheet import BackLineSheet
from ..cases.sheets import AnswerSheet
from ..hall_line import HallLine
from ..hall_screen import HallScreen
from ..help_sheet import HelpSheet
from ..lock import Untouched, tells_nothing
from ..number_sheet import NumberSheet
from ..reading import Reading
from ..refusals import CaseGone, HelpGone
from ..sheet import Sheet
from ..two_sizes import LARGEST
from ..words import ClerkWords
from .face import DeskFace
from .flow import DeskFlow
from .void_sheet import VoidSheet
from .window import DeskWindow

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.service_desk import ServiceDeskView

ASKS: frozenset[Action] = frozenset(
    {Action.TAKE_NUMBER, Action.HELP_NUMBER, Action.CANCEL_NUMBER, Action.SUMMON, Action.ANSWER_CASE}
)


class ServiceDeskScreen(HallScreen):
    """Draws what the flow says. `ended`: signed out; `closed`: wants to leave the program."""

    ended = Signal()
    closed = Signal()
    paper_queued = Signal()

    def __init__(
        self,
        *,
        look: Look,
        words: ClerkWords,
        keys: Mapping[Action, str],
        line: HallLine,
        staff: StaffId,
        new_request: Callable[[], str],
        geometry: QRect | None = None,
        clock: Callable[[], float] = time.monotonic,
        has_pin: bool = False,
        computer: Untouched = tells_nothing,
    ) -> None:
        flow = DeskFlow(staff=staff, new_request=new_request, clock=clock, has_pin=has_pin, computer=computer)
        super().__init__(line, flow)
        self._flow = flow
        self._look, self._words, self._staff = look, words, staff
        self._window = DeskWindow(look, words, dict(keys))
        self._geometry = geometry
        self._sheet: Sheet | None = None
        self._rung = 0
        self._wire()

    def _wire(self) -> None:
        window, line = self._window, self._line
        window.wanted.connect(self.want)
        window.found.connect(self._find)
        window.chosen.connect(self._choose)
        window.put_in_front.connect(self._put_in_front)
        window.language_wanted.connect(self._change_language)
        window.unlock_wanted.connect(lambda pin: self._press(Wish(action=Action.UNLOCK, pin=pin)))
        window.closed.connect(self.closed)
        line.service_desk_came.connect(self._view_came)

    def show(self) -> None:
        """Begin to work; whoever does has given their PIN already."""
        self._line.read_as(Reading(place=Place.SERVICE_DESK, who=self._staff))
        if self._geometry is None:
            self._window.resize(QGuiApplication.primaryScreen().availableGeometry().size().boundedTo(LARGEST))
        else:
            self._window.setGeometry(self._geometry)
        self._draw()
        self._window.show()
        self._window.begin()
        self._tick.start()

    @property
    def face(self) -> DeskFace:
        """What is shown now."""
        return self._flow.face()

    def close(self) -> None:
        """Take everything off the screen."""
        self._line.service_desk_came.disconnect(self._view_came)
        self._leave_hall()
        self._window.blockSignals(True)
        self._window.close()
        self._window.deleteLater()

    # -- what is wanted ----------------------------------------------------------------------------

    def want(self, action: Action) -> None:
        """One press of a button or a key."""
        if self._flow.seat.is_locked:
            return
        if action is Action.LOCK:
            self._flow.seat.lock_now()
            self._draw()
        elif action is Action.SIGN_OUT:
            self.ended.emit()
        elif action is Action.FIND:
            self._clear_sheet()
            self._window.begin()
        elif action in ASKS:
            self._ask(Wish(action=action))
        else:
            self._press(Wish(action=action))

    def _ask(self, wish: Wish) -> None:
        face = self._flow.face()
        if not self._flow.may_ask(wish) or face.view is None:
            self._draw()
            return
        sheet = self._sheet_for(wish.action, face.view, face)
        sheet.agreed.connect(self._press)
        sheet.left.connect(self._clear_sheet)
        sheet.unready.connect(self._say)
        self._sheet = sheet
        self._window.show_sheet(sheet)
        self._draw()

    def _sheet_for(self, action: Action, view: ServiceDeskView, face: DeskFace) -> Sheet:
        call, chosen, case = face.help.front, face.chosen, face.cases.front
        if action is Action.ANSWER_CASE and case is not None:
            return AnswerSheet(self._look, self._words, view, case)
        if action is Action.SUMMON:
            return BackLineSheet(self._look, self._words, view)
        if action is Action.CANCEL_NUMBER and chosen is not None:
            return VoidSheet(self._look, self._words, chosen.label)
        if action is Action.HELP_NUMBER and call is not None:
            return HelpSheet(self._look, self._words, view.setup, call)
        spoken, first = VISITOR_LANGUAGES, SOURCE_LANGUAGE
        return NumberSheet(self._look, self._words, action, view.setup, spoken=spoken, language=first)

    def _find(self, text: str) -> None:
        self._flow.find(text)
        self._window.begin()
        self._draw()

    def _choose(self, ticket: int) -> None:
        self._flow.choose(TicketId(ticket))
        self._draw()

    def _put_in_front(self, number: int) -> None:
        self._flow.put_in_front(number)
        self._draw()

    def _say(self, error: WaitlineError) -> None:
        self._flow.say(error)
        self._draw()

    def _clear_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet = None
            self._window.clear_sheet()

    def _change_language(self) -> None:
        self._clear_sheet()
        self._words.speak(self._words.other_language)
        self._draw()

    # -- what came of it ---------------------------------------------------------------------------

    def _done(self, attempt: Attempt, answer: Answer) -> None:
        self._flow.done(attempt, answer)
        if attempt.wish.action in QUEUES_PAPER:
            self.paper_queued.emit()
        if answer.ticket is not None:
            self._window.clear_field()
        self._go_on()
        self._draw()

    # -- what the hall says ------------------------------------------------------------------------

    def _view_came(self, view: ServiceDeskView) -> None:
        self._flow.view_came(view)
        self._draw()

    # -- drawing -----------------------------------------------------------------------------------

    def _draw(self) -> None:
        face = self._flow.face()
        if face.locked:
            self._clear_sheet()
        late = self._words.out_of_touch(self._age) if self._age and not face.in_touch else None
        self._window.show_face(face, late)
        sheet = self._sheet
        if sheet is not None and sheet.help_id is not None and not face.help.holds(sheet.help_id):
            self._clear_sheet()
            self._say(HelpGone())
        if sheet is not None and sheet.case_id is not None and sheet.case_id not in face.cases.held:
            self._clear_sheet()
            self._say(CaseGone())
        if isinstance(sheet, BackLineSheet) and face.view is not None:
            sheet.show_view(face.view)
        if face.rung > self._rung:
            QApplication.beep()
            QApplication.alert(self._window)
        self._rung = face.rung
