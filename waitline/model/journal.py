"""The journal: what happened, in order, chained by hash so that no entry can be changed unseen."""

import hashlib
import json
from enum import StrEnum
from typing import Final, NamedTuple

from .clock import Instant
from .counter import CounterId
from .staff import StaffId
from .ticket import TicketId

FIRST_HASH: Final = "0" * 64

Fact = str | int | bool | None


class Kind(StrEnum):
    """What can happen in the hall."""

    OFFICE_SET_UP = "OfficeSetUp"
    DAY_OPENED = "DayOpened"
    DAY_CLOSED = "DayClosed"
    TICKET_TAKEN = "TicketTaken"
    TICKET_CALLED = "TicketCalled"
    TICKET_RECALLED = "TicketRecalled"
    CALL_WITHDRAWN = "CallWithdrawn"
    SERVING_BEGUN = "ServingBegun"
    TICKET_FINISHED = "TicketFinished"
    NO_SHOW_MARKED = "NoShowMarked"
    TICKET_PUT_BACK = "TicketPutBack"
    TICKET_PARKED = "TicketParked"
    TICKET_UNPARKED = "TicketUnparked"
    TICKET_RETURNED = "TicketReturned"
    TICKET_TRANSFERRED = "TicketTransferred"
    TICKET_CONTINUED = "TicketContinued"
    SERVICE_CORRECTED = "ServiceCorrected"
    """Whoever is served came for something else than was said."""
    TICKET_FELL_BACK = "TicketFellBack"
    """The counter it waited for alone takes nobody now: it waits for its service again."""
    TICKET_MOVED = "TicketMoved"
    """Its clerk went on at another counter and took the visitor along."""
    TICKET_CANCELLED = "TicketCancelled"
    TICKET_EXPIRED = "TicketExpired"
    TICKET_CLOSED = "TicketClosed"
    TICKET_PRECHECKED = "TicketPrechecked"
    ACTION_UNDONE = "ActionUndone"
    RESERVE_OVERRIDDEN = "ReserveOverridden"
    SIGNED_IN = "SignedIn"
    SIGNED_OUT = "SignedOut"
    PIN_SET = "PinSet"
    PIN_REFUSED = "PinRefused"
    KIOSK_UNLOCKED = "KioskUnlocked"
    CONSOLE_UNLOCKED = "ConsoleUnlocked"
    """The clerk of a counter is back at a screen that had locked itself."""
    COUNTER_OPENED = "CounterOpened"
    COUNTER_READY = "CounterReady"
    COUNTER_RESTED = "CounterRested"
    COUNTER_PAUSED = "CounterPaused"
    COUNTER_CLOSED = "CounterClosed"
    SERVICE_DESK_BEGUN = "ServiceDeskBegun"
    """Somebody signed in at the service desk, which is no counter."""
    HELP_ASKED = "HelpAsked"
    HELP_ANSWERED = "HelpAnswered"
    HELP_WITHDRAWN = "HelpWithdrawn"
    HELP_NUMBER_GIVEN = "HelpNumberGiven"
    """Whoever answered took the number for the visitor; the ticket began with the entry before."""
    HELP_EXPIRED = "HelpExpired"
    """Nobody had answered by the day's end."""
    HALL_WATCHED = "HallWatched"
    """The hall became full or quiet, or is so no longer, as the rule of the back line sees it."""
    STAND_BY_BEGUN = "StandByBegun"
    STAND_BY_ENDED = "StandByEnded"
    BACK_LINE_SUMMONED = "BackLineSummoned"
    SUMMONS_ASKED = "SummonsAsked"
    SUMMONS_ACCEPTED = "SummonsAccepted"
    SUMMONS_DECLINED = "SummonsDeclined"
    SUMMONS_UNANSWERED = "SummonsUnanswered"
    SUMMONS_ESCALATED = "SummonsEscalated"
    """Everybody was asked in vain: the supervisor is told."""
    BACK_LINE_ARRIVED = "BackLineArrived"
    BACK_LINE_RELEASED = "BackLineReleased"
    SUMMONS_ENDED = "SummonsEnded"
    CASE_HELP_ASKED = "CaseHelpAsked"
    CASE_HELP_ESCALATED = "CaseHelpEscalated"
    """The team that was asked did not answer: the supervisor is asked."""
    CASE_HELP_ANSWERED = "CaseHelpAnswered"
    CASE_HELP_ENDED = "CaseHelpEnded"
    EXPERIENCE_RENEWED = "ExperienceRenewed"
    """What past days teach of waits was reckoned anew."""
    SLIP_QUEUED = "SlipQueued"
    SLIP_SENT = "SlipSent"
    SLIP_CONFIRMED = "SlipConfirmed"
    SLIP_FAILED = "SlipFailed"
    DEVICE_REPORTED = "DeviceReported"
    ALREADY_SO = "AlreadySo"
    """Nothing had to change; the entry only keeps the request's answer for a repeat."""


class Entry(NamedTuple):
    """One line of the journal. `data` never holds what must be forgotten: love reason, needs, note.

    The first entry of a verb carries its `request_id`, `verb` and `result` (JSON), for a repeat.
    """

    seq: int
    at: Instant
    kind: Kind
    ticket: TicketId | None = None
    counter: CounterId | None = None
    staff: StaffId | None = None
    data: str = "{}"
    request_id: str | None = None
    verb: str | None = None
    result: str | None = None
    hash: str = ""

    @property
    def facts(self) -> dict[str, Fact]:
        found: dict[str, Fact] = json.loads(self.data)
        return found


_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def chain(previous: str, office: str, entry: Entry) -> str:
    """SHA-256 over the previous hash and the entry, fields in a fixed order, as 64 hex digits."""
    line = _COMPACT.encode(
        [previous, office, entry.seq, entry.at, entry.kind, entry.ticket, entry.counter, entry.staff,
         entry.data, entry.request_id, entry.verb, entry.result],
    )  # fmt: skip
    return hashlib.sha256(line.encode()).hexdigest()
