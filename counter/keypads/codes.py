"""What a panel of four digits says when something is refused: a code a clerk looks up once."""

from typing import Final

from waitline.model.case_help_errors import CaseHelpAsked, NobodyToAsk
from waitline.model.errors import (
    CounterEmpty,
    CounterNotOpen,
    CounterOccupied,
    CounterTaken,
    CounterTakesNobody,
    IllegalMove,
    LockedOut,
    NotAllowed,
    NotBegun,
    NothingToUndo,
    NotServedHere,
    NotSignedIn,
    Refused,
    ServiceNeeded,
    UndoOvertaken,
    UndoTooLate,
    UnknownCounter,
    WaitlineError,
    WrongPin,
)
from waitline.model.sign_in_errors import SignedInElsewhere, VisitorStays

SIGN_IN_FIRST: Final = "E01"
NOBODY_BY_NUMBER: Final = "E02"
NO_SUCH_PLACE: Final = "E15"
NOT_UNDERSTOOD: Final = "E20"
NO_SUCH_NUMBER: Final = "E21"
SEVERAL_NUMBERS: Final = "E22"
ASKED: Final = "C05"
"""No refusal: colleagues were asked for help."""
OUT_OF_TOUCH: Final = "E90"

_CODES: Final[tuple[tuple[type[WaitlineError], str], ...]] = (
    (NotSignedIn, SIGN_IN_FIRST),
    (WrongPin, "E03"),
    (LockedOut, "E04"),
    (CounterTaken, "E05"),
    (VisitorStays, "E08"),
    (SignedInElsewhere, "E06"),
    (NotAllowed, "E07"),
    (CounterEmpty, "E10"),
    (NotBegun, "E11"),
    (CounterOccupied, "E12"),
    (CounterNotOpen, "E13"),
    (ServiceNeeded, "E14"),
    (UnknownCounter, NO_SUCH_PLACE),
    (CounterTakesNobody, "E16"),
    (NotServedHere, "E16"),
    (NobodyToAsk, "E23"),
    (CaseHelpAsked, "E24"),
    (NothingToUndo, "E17"),
    (UndoTooLate, "E17"),
    (UndoOvertaken, "E17"),
    (IllegalMove, "E18"),
    (Refused, "E19"),
)


def code_of(error: WaitlineError) -> str:
    """Troubles, which are nobody's fault at the counter, are all `OUT_OF_TOUCH`."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), OUT_OF_TOUCH)
