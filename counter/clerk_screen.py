"""The clerk's program at work: presses go to the flow, its decisions to the hall and the screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer, Signal

from waitline.look import Look
from waitline.model.counter import Counter, CounterId
from waitline.model.errors import WaitlineError
from waitline.model.office import OfficeSetup
from waitline.model.staff import StaffId
from waitline.model.words import Words

from .actions import QUEUES_PAPER, Action, Place, Wish
from .attempt import Answer, Attempt
from .face import Face, Post
from .flow import ClerkFlow
from .hall_line import HallLine
from .hall_screen import HallScreen
from .keys import keys_at
from .lock import Untouched, tells_nothing
from .refusals import CaseGone, HelpGone
from .sheet import Sheet
from .sheets import sheet_for
from .two_sizes import TwoSizes
from .words import ClerkWords

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """How the program was started. `geometry`: where its first window stands, in screen pixels."""

    counter: CounterId | None = None
    staff: StaffId | None = None
    place: Place = Place.COUNTER
    small: bool = False
    geometry: QRect | None = None


class ClerkScreen(HallScreen):
    """Draws what the flow says, and hands it what the clerk and the hall say."""

    left = Signal()
    goes_elsewhere = Signal(Place, str, bool)
    """Somebody signed in away from the counters: where, who, and whether they gave a PIN."""
    signed_out = Signal(str)
    works_at = Signal(object)
    """The counter where somebody is signed in from now on, None: nobody is."""
    stands_at = Signal(object)
    """That counter as the office has set it up now; None while nobody is signed in, or the screen is locked."""
    paper_queued = Signal()

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
        computer: Untouched = tells_nothing,
    ) -> None:
        flow = ClerkFlow(new_request=new_request, clock=clock, computer=computer)
        super().__init__(line, flow)
        self._flow = flow
        self._look, self._words, self._setup = look, words, setup
        words.know_keys(keys_at(Place.COUNTER, keys))
        self._beginning = beginning
        self._sizes = TwoSizes(look, words, keys_at(Place.COUNTER, keys), setup, small=beginning.small)
        self._sheet: Sheet | None = None
        self._sheet_of: object = None
        self._post: Post | None = None
        self._away = False
        self._stood_at: Counter | None = None
        self._wire()

    def _wire(self) -> None:
        sizes, line = self._sizes, self._line
        sizes.wanted.connect(self.want)
        sizes.call_wanted.connect(lambda label: self._ask(Wish(action=Action.CALL_TICKET, label=label)))
        sizes.unpark_wanted.connect(lambda label: self._press(Wish(action=Action.UNPARK, label=label)))
        sizes.chosen.connect(self._choose)
        sizes.row_chosen.connect(self._choose_row)
        sizes.unlock_wanted.connect(lambda pin: self._press(Wish(action=Action.UNLOCK, pin=pin)))
        sizes.language_wanted.connect(self._change_language)
        sizes.closed.connect(self.left)
        sizes.sign_in.wanted.connect(self._press)
        sizes.sign_in.unready.connect(self._say)
        sizes.sign_in.name_chosen.connect(self._forget_pin)
        line.view_came.connect(self._view_came)

    def show(self) -> None:
        """Put the first page on the screen; what needs the database comes after the first paint."""
        beginning, sign_in = self._beginning, self._sizes.sign_in
        sign_in.show_office(self._setup)
        sign_in.choose(staff=beginning.staff, counter=beginning.counter, place=beginning.place)
        self._sizes.place(beginning.geometry)
        self._draw()
        self._tick.start()
        QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        staff, counter = self._beginning.staff, self._beginning.counter
        self._line.begin(counter or self._setup.counters[0].id)
        if staff is not None and (counter is not None or self._beginning.place is not Place.COUNTER):
            self._press(Wish(action=Action.SIGN_IN, place=self._beginning.place, staff=staff, counter=counter))

    def stand_aside(self) -> None:
        """Somebody works elsewhere with this program: nothing of ours is seen, and nothing followed."""
        self._away = True
        self._tick.stop()
        self._clear_sheet()
        self._sizes.hide()

    def come_back(self) -> None:
        """To the first page."""
        self._away = False
        self._flow.another_name_chosen()
        self._line.follow(self._setup.counters[0].id)
        self._tick.start()
        self._draw()

    def sign_in_at(self, counter: CounterId, staff: StaffId) -> None:
        """As if somebody had chosen both on the first page."""
        self._sizes.sign_in.choose(staff=staff, counter=counter)
        self._press(Wish(action=Action.SIGN_IN, staff=staff, counter=counter))

    def close(self) -> None:
        """Take everything off the screen."""
        self._tick.stop()
        self._retry.stop()
        self._sizes.close()

    # -- what the clerk wants ----------------------------------------------------------------------

    def want(self, action: Action) -> None:
        """One press of a button or a key."""
        if action is Action.RESIZE:
            self._resize()
        elif self._flow.attendance.is_locked:
            return
        elif action in {Action.LOCK, Action.SNOOZE}:
            self._flow.attendance.asked(action)
            self._draw()
        elif action is Action.FIND:
            self._find()
        elif self._flow.asks_first(action):
            self._ask(Wish(action=action))
        else:
            self._press(Wish(action=action))

    def _ask(self, wish: Wish) -> None:
        """Open the questions of a wish."""
        face, action = self._flow.face(), wish.action
        if not self._flow.may_ask(wish) or face.view is None:
            self._draw()
            return
        self._clear_sheet()
        about = {
            Action.HELP_NUMBER: face.help.front,
            Action.ANSWER_CASE: face.cases.front,
            Action.RECEIPT: face.about,
        }.get(action)
        sheet = sheet_for(self._look, self._words, action, face.view, about or wish.label or "")
        sheet.agreed.connect(self._press)
        sheet.left.connect(self._leave_sheet)
        sheet.unready.connect(self._say)
        self._sheet, self._sheet_of = sheet, _subject(face, sheet)
        self._sizes.show_sheet(sheet)

    def _say(self, error: WaitlineError) -> None:
        self._flow.say(error)
        self._draw()

    def _leave_sheet(self) -> None:
        self._clear_sheet()
        self._sizes.begin()

    def _clear_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet = None
            self._sizes.clear_sheet()

    def keys_told(self, words: Words | None) -> None:
        """What there is to know of keys while another program has the focus."""
        self._flow.keys_told(words)
        self._draw()

    def _choose(self, number: int) -> None:
        self._flow.choose(number)
        self._draw()

    def _choose_row(self, label: str | None) -> None:
        self._flow.choose_row(label)
        self._draw()

    def _forget_pin(self) -> None:
        self._flow.another_name_chosen()
        self._draw()

    def _change_language(self) -> None:
        self._clear_sheet()
        self._words.speak(self._words.other_language)
        self._draw()

    def _resize(self) -> None:
        self._clear_sheet()
        self._sizes.resize()
        self._draw()

    def _find(self) -> None:
        if self._post is None:
            return
        self._clear_sheet()
        if self._sizes.is_small:
            self._resize()
        self._sizes.begin_search()

    # -- what came of it ---------------------------------------------------------------------------

    def _done(self, attempt: Attempt, answer: Answer) -> None:
        self._flow.done(attempt, answer)
        wish = attempt.wish
        if wish.action is Action.SIGN_IN and wish.place is not Place.COUNTER:
            self.goes_elsewhere.emit(wish.place, attempt.post.staff, wish.pin is not None)
            return
        if wish.action in QUEUES_PAPER:
            self.paper_queued.emit()
        if wish.action is Action.SIGN_OUT:
            self.signed_out.emit(attempt.post.staff)
        self._go_on()
        self._draw()

    # -- what the hall says ------------------------------------------------------------------------

    def _view_came(self, view: CounterView) -> None:
        self._sizes.sign_in.show_office(view.setup, view.desks)
        self._flow.view_came(view)
        self._draw()

    # -- drawing -----------------------------------------------------------------------------------

    def _draw(self) -> None:
        if self._away:
            return
        face = self._flow.face()
        self._follow(face)
        if face.locked:
            self._clear_sheet()
        late = self._age if not face.in_touch else None
        self._sizes.show_face(face, self._words.out_of_touch(late) if late else None)
        if self._sheet is not None and _subject(face, self._sheet) != self._sheet_of:
            self._end_sheet(self._sheet)
        if self._sheet is not None and face.view is not None:
            self._sheet.show_view(face.view)

    def _end_sheet(self, sheet: Sheet) -> None:
        """Its question is over: nobody stands there any more, or somebody else sees to what was asked."""
        self._clear_sheet()
        if sheet.help_id is not None and self._post is not None:
            self._say(HelpGone())
        if sheet.case_id is not None and self._post is not None:
            self._say(CaseGone())

    def _follow(self, face: Face) -> None:
        """Follow the hall as the counter of whoever is signed in sees it."""
        counter = face.view.counter if face.view is not None and not face.locked else None
        if counter != self._stood_at:
            self._stood_at = counter
            self.stands_at.emit(counter)
        if face.post == self._post:
            return
        self._post = face.post
        self.works_at.emit(None if face.post is None else face.post.counter)
        if face.post is None:
            self._clear_sheet()
        else:
            self._line.follow(face.post.counter)


def _subject(face: Face, sheet: Sheet) -> object:
    """What an open question is about: it is over when somebody else stands at the counter, or nobody asks."""
    if sheet.help_id is not None:
        return face.help.holds(sheet.help_id)
    if sheet.case_id is not None:
        return sheet.case_id in face.cases.held
    current = face.view.current if face.view else None
    return current.id if current else None
