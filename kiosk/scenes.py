"""What the kiosk can be showing: frozen scenes, decided by the flow and drawn by the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from waitline.model.errors import OfficeClosed, Refused, ServiceNotOnOffer
from waitline.rules.kiosk_menu import HOME, MenuPlace

if TYPE_CHECKING:
    from drivers.printing.queue.slip_news import Slip
    from waitline.model.calendar import Offer
    from waitline.model.forecast import Forecast, WaitRange
    from waitline.model.service import ServiceCode
    from waitline.model.slip import Taken
    from waitline.model.ticket import LoveReason
    from waitline.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """A visitor's wish for a number. `request` stays the same however often the wish is sent. `told`: the wait
    that the glass has told, None where nothing is foreseen. `asked`: what to bring has been asked about.
    """

    request: str
    service: ServiceCode | None
    love: bool = False
    love_reason: LoveReason | None = None
    language: str
    paperless: bool = False
    told: Forecast | None = None
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CallHelp:
    """A visitor's wish for somebody to come. `number`: what they hold already, for them to go on reading it."""

    request: str
    language: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawHelp:
    """A visitor's wish that nobody need come after all."""

    request: str
    call: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """The kiosk's own wish: the number that the request `take` may have been given has been seen by nobody."""

    request: str
    take: str


Wish = Take | CallHelp | WithdrawHelp | Withdraw


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The tiles at a place of the menu. `pressed`: the wish being carried out, its button shown held down.

    `paperless`: whether the next number comes without paper; None where that is not to be chosen.
    """

    pressed: Take | None = None
    place: MenuPlace = HOME
    paperless: bool | None = None


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
class Papers:
    """What has to be brought, to be looked through before a number is given.

    `ahead` and `wait` only where the wait would be asked about too: one page asks both.
    """

    service: ServiceCode
    ahead: int | None = None
    wait: WaitRange | None = None
    pressed: Take | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Some paper is missing: the service desk knows what to do; a number all the same, or not."""

    service: ServiceCode
    pressed: Take | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LongWait:
    """Many are ahead: a number, or another day."""

    service: ServiceCode
    ahead: int
    wait: WaitRange | None = None
    pressed: Take | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StillTrying:
    """The wish takes longer than a moment."""

    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """The number on the glass, large. `slip_words` say what is wrong with the paper.

    `wait` is what the office announced with the number, None where it announces nothing. `tells_papers`: what to
    bring for it, which nobody has asked about. `opens_later`: no open counter serves it now.
    """

    taken: Taken
    slip: Slip
    slip_words: Words | None = None
    wait: WaitRange | None = None
    tells_papers: bool = False
    opens_later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpComes:
    """Somebody has been told; `coming`: and is on the way. `call` is the office's id of it.

    `number`: what the visitor held when they called. `later`: their page has gone meanwhile, so somebody else may
    be reading.
    """

    call: int
    coming: bool = False
    number: str = ""
    later: bool = False


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
    """What stands above every page. `for_staff`: what somebody has to do before numbers can be given again.

    `goes_on`: numbers are given all the same.
    """

    out_of_touch: bool = False
    goes_on: bool = False
    for_staff: Words | None = None
    no_paper: bool = False


Question = Reasons | NoCounter | Papers | Missing | LongWait
"""What is asked before a number is given."""

Asking = Question | NotOffered
"""Pages that wait for a visitor's next touch."""

Scene = Home | Asking | StillTrying | Number | HelpComes | Sorry | Closed


def hears_of_help(scene: Scene) -> bool:
    """Whether help can be asked for there: not before an earlier wish is answered."""
    return not isinstance(scene, StillTrying | HelpComes) and not (isinstance(scene, Sorry) and scene.wish)


def refused(error: Refused) -> Scene:
    """How it is said that there is no number."""
    if isinstance(error, OfficeClosed):
        return Closed(offer=error.offer)
    if isinstance(error, ServiceNotOnOffer):
        return NotOffered(service=error.service.code, offer=error.offer)
    return Sorry(words=error.words)
