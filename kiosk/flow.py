"""What the kiosk does next: touches, answers and time come in, scenes and wishes come out. No Qt here.

Times are seconds of any clock that only runs forward; the caller brings them along.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from waitline.model.errors import Refused, WaitlineError
from waitline.model.words import SOURCE_LANGUAGE, Words

from .help_line import COMING_STAYS, HELP_STAYS, HelpLine
from .hours import UNKNOWN, offers_at
from .page_turning import A_TOUCH_TOO_MANY, PageTurning
from .scenes import (
    CallHelp,
    Closed,
    HelpComes,
    Home,
    NoCounter,
    NotOffered,
    Number,
    Reasons,
    Scene,
    Slip,
    SlipNews,
    Sorry,
    StillTrying,
    Take,
    Wish,
    WithdrawHelp,
    refused,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.clock import Instant
    from waitline.model.office import KioskSetup, OfficeSetup
    from waitline.model.service import ServiceCode
    from waitline.model.slip import Taken
    from waitline.model.ticket import LoveReason
    from waitline.rules.kiosk_menu import MenuPlace
    from waitline.views.kiosk_view import HelpHere, KioskView

NUMBER_STAYS: Final = 8.0
NUMBER_STAYS_WITHOUT_PAPER: Final = 20.0
SLIP_IS_TAKEN_IN: Final = 3.0
SORRY_STAYS: Final = 20.0
CHOOSING_STAYS: Final = 60.0
SAY_STILL_TRYING_AFTER: Final = 0.7
SAY_SORRY_AFTER: Final = 6.0
TRY_AGAIN_AFTER: Final = (0.15, 0.3, 0.6, 1.0, 2.0)
NUMBER_HELD: Final = 0.9
CHOOSING: Final = (Home, Reasons, NoCounter, NotOffered)


class Flow(PageTurning):
    """One visitor after another. Every method that a touch leads to returns the wish to send, if any."""

    def __init__(self, *, office: OfficeSetup, kiosk: KioskSetup, new_request: Callable[[], str]) -> None:
        super().__init__(kiosk.languages[0] if kiosk.languages else SOURCE_LANGUAGE)
        self._office = office
        self._kiosk = kiosk
        self._new_request = new_request
        self._view: KioskView | None = None
        self._offers = UNKNOWN
        self._printer_words: Words | None = None
        self._news: SlipNews | None = None
        self._help = HelpLine()

    @property
    def printer_words(self) -> Words | None:
        """What is wrong with the printer now, whoever's slip it is; None while it is well."""
        return self._printer_words

    def is_served(self, service: ServiceCode) -> bool:
        """Whether an open counter serves it, as far as is known: before the first view, yes."""
        lines = self._view.services if self._view is not None else ()
        return all(line.open_counters for line in lines if line.code == service)

    # --- what the office tells -------------------------------------------------------------------------

    def show_view(self, view: KioskView, office_time: Instant, now: float) -> None:
        """A fresh view, or only later by the office's clock."""
        self._view, self._offers = view, offers_at(view.calendar, office_time)
        was_closed, front = isinstance(self._scene, Closed), self._front()
        at_rest = was_closed or (isinstance(self._scene, Home) and self._wish is None)
        if at_rest and (was_closed or isinstance(front, Closed)) and self._scene != front:
            self._go_home(now)
        self._hear_of_help(view.help, office_time, now)

    def printer_told(self, words: Words | None) -> None:
        self._printer_words = words

    def slip_told(self, news: SlipNews, now: float) -> None:
        """The slip of some ticket moved on; it matters here while that ticket's number is on the glass."""
        self._news = news
        scene = self._scene
        if not isinstance(scene, Number) or scene.taken.ticket.label != news.label:
            return
        if scene.slip is news.slip and scene.slip_words == news.words:
            return
        self._scene = replace(scene, slip=news.slip, slip_words=news.words)
        stays = NUMBER_STAYS_WITHOUT_PAPER if news.slip is Slip.TROUBLE else SLIP_IS_TAKEN_IN
        self._leave_at = max(self._leave_at or now, now + stays)

    # --- touches ---------------------------------------------------------------------------------------

    def service_touched(self, code: str, now: float) -> Wish | None:
        if not self._free(now, Home):
            return None
        service = self._office.service(code).code
        offer = self._offers.of(service)
        if not offer.open:
            self._show(NotOffered(service=service, offer=offer), now, leave_after=CHOOSING_STAYS)
            return None
        if not self.is_served(service):
            self._show(NoCounter(service=service), now, leave_after=CHOOSING_STAYS)
            return None
        return self._take(now, service=service)

    def place_touched(self, place: MenuPlace, now: float) -> None:
        """Another page of the menu; the page that stands there rests like every other that a touch has brought."""
        if self._free(now, Home):
            self._show(Home(place=place), now, leave_after=CHOOSING_STAYS)

    def love_touched(self, now: float) -> Wish | None:
        if not self._free(now, Home):
            return None
        if self._kiosk.love_asks_reason:
            self._show(Reasons(), now, leave_after=CHOOSING_STAYS)
            return None
        return self._take(now, love=True)

    def reason_touched(self, reason: LoveReason | None, now: float) -> Wish | None:
        if not self._free(now, Reasons):
            return None
        return self._take(now, love=True, reason=reason)

    def anyway_touched(self, now: float) -> Wish | None:
        """A number though no open counter serves it now."""
        scene = self._scene
        if not isinstance(scene, NoCounter) or not self._free(now, NoCounter):
            return None
        return self._take(now, service=scene.service)

    def help_touched(self, now: float) -> Wish | None:
        if not self._free(now, *CHOOSING):
            return None
        return self._send(CallHelp(request=self._new_request(), language=self.language), now)

    def withdraw_touched(self, now: float) -> Wish | None:
        """Nobody need come after all."""
        scene = self._scene
        if not isinstance(scene, HelpComes) or not self._free(now, HelpComes):
            return None
        return self._send(WithdrawHelp(request=self._new_request(), call=scene.call), now)

    def again_touched(self, now: float) -> Wish | None:
        """The same wish, with the same request."""
        scene = self._scene
        if not isinstance(scene, Sorry) or scene.wish is None or not self._settled(now):
            return None
        self._show(StillTrying(wish=scene.wish), now)
        on_its_way = self._try_at is None
        self._send(scene.wish, now)
        return None if on_its_way else scene.wish

    def home_touched(self, now: float) -> None:
        held = NUMBER_HELD if isinstance(self._scene, Number) else A_TOUCH_TOO_MANY
        if isinstance(self._scene, (Home, StillTrying, Closed)) or now - self._shown_at < held:
            return
        if not isinstance(self._scene, CHOOSING):
            self._go_home(now)
        elif self._wish is None:
            self._show(Home(), now, leave_after=CHOOSING_STAYS)

    def language_touched(self, language: str, now: float) -> None:
        if language in self._kiosk.languages:
            self.language = language
            self.touched(now)

    def touched(self, now: float) -> None:
        """Somebody is there: a page that waits for a choice, or speaks another language, waits on."""
        if isinstance(self._scene, CHOOSING) and self._wish is None:
            self._leave_at = now + CHOOSING_STAYS

    # --- answers ---------------------------------------------------------------------------------------

    def taken(self, request: str, taken: Taken, now: float) -> None:
        """The office gave a number; a late answer counts unless somebody else's wish has come between."""
        late = self._wish is None and isinstance(self._scene, (Home, Sorry))
        if not late and (self._wish is None or self._wish.request != request):
            return
        self._wish = None
        self._show_number(taken, now)

    def help_called(self, request: str, call: int, now: float) -> None:
        if self._wish is not None and self._wish.request == request:
            self._wish = None
            self._show(HelpComes(call=call), now, leave_after=HELP_STAYS)

    def help_withdrawn(self, request: str, now: float) -> None:
        if self._wish is not None and self._wish.request == request:
            self._go_home(now)

    def failed(self, request: str, error: WaitlineError, now: float) -> None:
        """A refusal is said at once; trouble is tried again for a while, then said and tried on."""
        wish = self._wish
        if wish is None or wish.request != request:
            return
        if isinstance(error, Refused):
            self._wish = None
            self._show(refused(error), now, leave_after=SORRY_STAYS)
            return
        self._try_at = now + TRY_AGAIN_AFTER[min(self._tries, len(TRY_AGAIN_AFTER) - 1)]
        self._tries += 1
        if now - self._wished_at >= SAY_SORRY_AFTER and not isinstance(self._scene, Sorry):
            self._show(Sorry(words=error.words, wish=wish), now, leave_after=SORRY_STAYS)

    # --- time ------------------------------------------------------------------------------------------

    def tick(self, now: float) -> Wish | None:
        """What time alone brings: a wish to send once more, a page that has stood long enough."""
        if self._wish is not None:
            if now - self._wished_at >= SAY_STILL_TRYING_AFTER and not isinstance(
                self._scene, (StillTrying, Sorry)
            ):
                self._show(StillTrying(wish=self._wish), now)
            if self._try_at is not None and now >= self._try_at:
                self._try_at = None
                return self._wish
        if self._leave_at is not None and now >= self._leave_at and not self._paper_is_coming(now):
            self._go_home(now)
        return None

    # --- inside ----------------------------------------------------------------------------------------

    def _front(self) -> Scene:
        """Closed by the calendar, though counters serve on until nobody waits."""
        office = self._offers.office
        return Home() if office.open else Closed(offer=office)

    def _hear_of_help(self, here: HelpHere | None, at: Instant, now: float) -> None:
        """Somebody is coming, or has taken the number: said once, when nobody else is at it."""
        news = self._help.news(here, at)
        if here is None or news is None or self._wish is not None:
            return
        if not isinstance(self._scene, (Home, Closed, HelpComes)):
            return
        self._help.said(here)
        language = here.call.language if isinstance(news, HelpComes) else news.ticket.language
        self.language = language if language in self._kiosk.languages else self.language
        if isinstance(news, HelpComes):
            self._show(news, now, leave_after=COMING_STAYS)
        else:
            self._show_number(news, now)

    def _show_number(self, taken: Taken, now: float) -> None:
        slip, words = self._slip_of(taken)
        stays = NUMBER_STAYS_WITHOUT_PAPER if slip is Slip.TROUBLE else NUMBER_STAYS
        self._show(Number(taken=taken, slip=slip, slip_words=words), now, leave_after=stays)

    def _slip_of(self, taken: Taken) -> tuple[Slip, Words | None]:
        if taken.job is None:
            return Slip.NONE, None
        if self._news is not None and self._news.label == taken.ticket.label:
            return self._news.slip, self._news.words
        if self._printer_words is not None:
            return Slip.TROUBLE, self._printer_words
        return Slip.PRINTING, None

    def _paper_is_coming(self, now: float) -> bool:
        scene = self._scene
        printing = isinstance(scene, Number) and scene.slip is Slip.PRINTING
        return printing and now - self._shown_at < NUMBER_STAYS_WITHOUT_PAPER

    def _take(
        self,
        now: float,
        *,
        service: ServiceCode | None = None,
        love: bool = False,
        reason: LoveReason | None = None,
    ) -> Wish:
        take = Take(
            request=self._new_request(),
            service=service,
            love=love,
            love_reason=reason,
            language=self.language,
        )
        if isinstance(self._scene, (Home, Reasons, NoCounter)):
            self._scene = replace(self._scene, pressed=take)
            self._leave_at = None
        return self._send(take, now)
