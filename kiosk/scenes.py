"""What the kiosk can be showing: frozen scenes, decided by the flow and drawn by the pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from waitline.model.errors import OfficeClosed, Refused, ServiceNotOnOffer
from waitline.rules.kiosk_menu import HOME, MenuPlace

if TYPE_CHECKING:
    from waitline.model.calendar import Offer
    from waitline.model.service import ServiceCode
    from waitline.model.slip import Taken
    from waitline.model.ticket import LoveReason
    from waitline.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """A visitor's wish for a number. `request` stays the same however often the wish is sent."""

    request: str
    service: ServiceCode | None
    love: bool = False
    love_reason: LoveReason | None = None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallHelp:
    """A visitor's wish for somebody to come."""

    request: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawHelp:
    """A visitor's wish that nobody need come after all."""

    request: str
    call: int


Wish = Take | CallHelp | WithdrawHelp


class Slip(StrEnum):
    """How the paper of the number on the glass is doing."""

    NONE = "none"
    """This kiosk has no printer."""
    PRINTING = "printing"
    PRINTED = "printed"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipNews:
    """What the printer's desk has to say about a ticket's slip; `words` only with trouble."""

    label: str
    slip: Slip
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The tiles at a place of the menu. `pressed`: the wish being carried out, its button shown held down."""

    pressed: Take | None = None
    place: MenuPlace = HOME


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why priority, in pictures; saying nothing is one of the answers."""

    pressed: Take | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCounter:
    """No open counter serves what was touched: a number all the same, or not."""

    service: ServiceCode
    pressed: Take | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotOffered:
    """What was touched is not on offer now: when it is again, and what to do instead."""

    service: ServiceCode
    offer: Offer


@dataclass(frozen=True, slots=True, kw_only=True)
class StillTrying:
    """The wish takes longer than a moment."""

    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """The number on the glass, large. `slip_words` say what is wrong with the paper."""

    taken: Taken
    slip: Slip
    slip_words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpComes:
    """Somebody has been told; `coming`: and is on the way. `call` is the office's id of it."""

    call: int
    coming: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorry:
    """It did not work, in words. With a `wish` it is still being tried and may be tried again by hand."""

    words: Words
    wish: Wish | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Nobody gets a number now; `offer` says why and when again, None: nobody knows."""

    offer: Offer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What stands above every page. `for_staff`: what somebody has to do before numbers can be given again."""

    out_of_touch: bool = False
    for_staff: Words | None = None
    no_paper: bool = False


Scene = Home | Reasons | NoCounter | NotOffered | StillTrying | Number | HelpComes | Sorry | Closed


def refused(error: Refused) -> Scene:
    """How it is said that there is no number."""
    if isinstance(error, OfficeClosed):
        return Closed(offer=error.offer)
    if isinstance(error, ServiceNotOnOffer):
        return NotOffered(service=error.service.code, offer=error.offer)
    return Sorry(words=error.words)
