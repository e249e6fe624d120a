"""What a clerk's screen shows at this moment, worked out from what the hall says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from waitline.model.clock import BEGINNING, SECOND, Instant
from waitline.model.counter import CounterId, CounterState
from waitline.model.staff import StaffId
from waitline.model.ticket import Ticket, TicketState
from waitline.model.words import Words
from waitline.rules.dispatch import Why

from .actions import Action
from .cases.news import NO_CASE_NEWS, CaseFace
from .help_calls import NO_HELP, HelpFace
from .nudges import Nudge

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


NO_COUNTER: Final = CounterId("")


class Stage(StrEnum):
    """Where the clerk stands in the day."""

    SIGNED_OUT = "signed_out"
    ARRIVING = "arriving"
    """Signed in, nothing read yet."""
    CLOSED = "closed"
    PAUSED = "paused"
    IDLE = "idle"
    """Open, nobody at the counter, the next one not asked for."""
    READY = "ready"
    RESERVED = "reserved"
    CALLED = "called"
    SERVING = "serving"


class Tone(StrEnum):
    """How a message is meant."""

    SAID = "said"
    REFUSED = "refused"
    TROUBLE = "trouble"
    NUDGE = "nudge"
    """A quiet reminder, which may be overlooked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A sentence beside the buttons. `until`: seconds of the screen's steady clock; `actions`: what it names."""

    words: Words
    tone: Tone
    until: float
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Who works where; at a desk of their own it is no counter (`NO_COUNTER`)."""

    counter: CounterId
    staff: StaffId


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver:
    """Whoever wants to sign in at `post` is still signed in at `leaving`, with the visitor `label` or nobody."""

    post: Post
    leaving: CounterId
    label: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """Everything the bar and the console draw. `now`: the office's time; `live`: what is worth pressing; `about`:
    whom paper would be for; `waiting`: what was pressed since and comes next; `keys`: of keys that do not work
    while another program has the focus.
    """

    stage: Stage = Stage.SIGNED_OUT
    view: CounterView | None = None
    post: Post | None = None
    now: Instant = BEGINNING
    in_touch: bool = True
    under_way: Action | None = None
    waiting: tuple[Action, ...] = ()
    message: Message | None = None
    undo_seconds: int = 0
    ringing: bool = False
    pin_wanted: bool = False
    take_over: TakeOver | None = None
    locked: bool = False
    nudge: Nudge | None = None
    live: frozenset[Action] = frozenset()
    primary: Action | None = None
    help: HelpFace = NO_HELP
    about: Ticket | None = None
    cases: CaseFace = NO_CASE_NEWS
    keys: Words | None = None

    @property
    def rung(self) -> int:
        """How often it should have rung for what others want."""
        return self.help.rung + self.cases.rung


def stage_now(post: Post | None, view: CounterView | None) -> Stage:
    """The stage of whoever works there, if anybody does."""
    if post is None:
        return Stage.SIGNED_OUT
    return stage_of(view) if view is not None else Stage.ARRIVING


def stage_of(view: CounterView) -> Stage:
    """The stage of a signed-in clerk."""
    if view.current is not None:
        return Stage.SERVING if view.current.state is TicketState.SERVING else Stage.CALLED
    match view.desk.state:
        case CounterState.CLOSED:
            return Stage.CLOSED
        case CounterState.PAUSED:
            return Stage.PAUSED
        case CounterState.READY:
            return Stage.RESERVED if _kept_for_love(view) else Stage.READY
        case CounterState.OPEN:
            return Stage.IDLE


def _kept_for_love(view: CounterView) -> bool:
    return view.next is None and view.next_why is Why.RESERVED


def primary_of(stage: Stage) -> Action | None:
    """The one button that stands out: what most clerks do next. A counter that waits has nothing to press."""
    if stage in {Stage.READY, Stage.RESERVED}:
        return None
    if stage in {Stage.CLOSED, Stage.PAUSED}:
        return Action.OPEN
    return Action.BEGIN if stage is Stage.CALLED else Action.CALL_NEXT


def about_of(view: CounterView, chosen: str | None) -> Ticket | None:
    """Whom paper would be for: whoever is at the counter, else the number `chosen` in the queue."""
    if view.current is not None or chosen is None:
        return view.current
    everybody = (*(line.ticket for line in view.waiting), *view.parked, *view.missed)
    return next((ticket for ticket in everybody if ticket.label == chosen), None)


def live_of(view: CounterView, *, undo_seconds: int, about: Ticket | None = None) -> frozenset[Action]:
    """Which actions the hall would not refuse as things stand."""
    allowed, idle = view.allowed, view.current is None
    paper = about is not None and view.counter.printer is not None
    pending = about is not None and (about is view.current or about.state is TicketState.PARKED)
    answers = {
        Action.OPEN: allowed.open,
        Action.PAUSE: allowed.pause,
        Action.CLOSE: allowed.close,
        Action.CALL_NEXT: allowed.call_next,
        Action.CALL_TICKET: allowed.call_next,
        Action.RECALL: allowed.recall,
        Action.BEGIN: allowed.begin,
        Action.FINISH: allowed.finish,
        Action.NO_SHOW: allowed.no_show,
        Action.PUT_BACK: allowed.put_back,
        Action.PARK: allowed.park,
        Action.TRANSFER: allowed.transfer,
        Action.CONTINUE: view.current is not None and view.current.state is TicketState.SERVING,
        Action.OVERRIDE: allowed.override_reserve,
        Action.UNPARK: view.desk.is_open,
        Action.CORRECT: view.current is not None and view.current.state is TicketState.SERVING,
        Action.WALK_IN: view.desk.is_open and idle,
        Action.CHOOSE_WALK_IN: view.desk.is_open and idle,
        Action.SIGN_OUT: idle,
        Action.UNDO: undo_seconds > 0,
        Action.ANSWER_HELP: allowed.answer_help and any(call.is_open for call in view.help),
        Action.HELP_NUMBER: allowed.answer_help and bool(view.help),
        Action.SUMMON: allowed.summon,
        Action.REPRINT: paper,
        Action.RECEIPT: paper and pending,
        Action.FIND: True,
        Action.RESIZE: True,
    }
    return frozenset(action for action, live in answers.items() if live)


def undo_seconds(view: CounterView, now: Instant) -> int:
    """Whole seconds in which the last action can still be undone, 0 when it cannot."""
    if view.undo is None:
        return 0
    return max(0, -((now - view.undo.until) // SECOND))


def waited(ticket: Ticket, now: Instant) -> int:
    """Milliseconds from taking the number to its first call, or until now."""
    return max(0, (ticket.called_at or now) - ticket.issued_at)


def still_waiting(ticket: Ticket, now: Instant) -> int:
    """Milliseconds since the number was taken."""
    return max(0, now - ticket.issued_at)


def served(ticket: Ticket, now: Instant) -> int:
    """Milliseconds since serving began, or since the latest call when it has not begun."""
    return max(0, now - (ticket.begun_at or ticket.last_called_at or now))
