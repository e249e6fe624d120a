"""What the kiosk does next: touches, answers and time come in, scenes and wishes come out. No Qt here.

Times are seconds of any clock that only runs forward; the caller brings them along.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, get_args

from drivers.printing.queue.slip_news import Slip, SlipNews
from waitline.model.clock import business_day
from waitline.model.errors import Refused, WaitlineError

from .help_line import COMING_STAYS, HELP_STAYS
from .hours import offers_at
from .questions import before_number
from .scenes import (
    Asking,
    CallHelp,
    Closed,
    HelpComes,
    Home,
    LongWait,
    Missing,
    NoCounter,
    NotOffered,
    Number,
    Papers,
    Reasons,
    Sorry,
    StillTrying,
    Take,
    Wish,
    WithdrawHelp,
    hears_of_help,
    refused,
)
from .visit import Visit

if TYPE_CHECKING:
    from waitline.model.clock import Instant
    from waitline.model.slip import Taken
    from waitline.model.ticket import LoveReason
    from waitline.model.words import Words
    from waitline.rules.kiosk_menu import MenuPlace
    from waitline.views.kiosk_view import HelpHere, KioskView

NUMBER_STAYS: Final = 8.0
NUMBER_STAYS_WITH_MORE: Final = 20.0
"""Where it is all there is, or papers to bring stand beside it."""
SLIP_IS_TAKEN_IN: Final = 3.0
SORRY_STAYS: Final = 20.0
SAY_STILL_TRYING_AFTER: Final = 0.7
SAY_SORRY_AFTER: Final = 6.0
ASKING: Final = get_args(Asking)


class Flow(Visit):
    """One visitor after another. Every method that a touch leads to returns the wish to send, if any."""

    # --- what the office tells -------------------------------------------------------------------------

    def show_view(self, view: KioskView, office_time: Instant, now: float) -> None:
        """A fresh view, or only later by the office's clock."""
        self._view, self._office = view, view.setup
        self._offers = offers_at(view.calendar, office_time)
        today = business_day(office_time, view.setup.zone)
        self._choices.greet_anew(lambda day: day.is_day(today))
        was_closed, front = isinstance(self.scene, Closed), self._front()
        at_rest = was_closed or (isinstance(self.scene, Home) and self._pending.wish is None)
        if at_rest and (was_closed or isinstance(front, Closed)) and self.scene != front:
            self._go_home(now)
        self._hear_of_help(view.help, office_time, now)

    def touch_told(self, *, in_touch: bool) -> None:
        """Whether the office can be reached."""
        self._in_touch = in_touch

    def printer_told(self, words: Words | None) -> None:
        self._paper.printer_words = words

    def slip_told(self, news: SlipNews, now: float) -> None:
        """The slip of some ticket moved on; it matters here while that ticket's number is on the glass."""
        self._paper.keep(news)
        number = self._paper.told(news, self.scene) if isinstance(self.scene, Number) else None
        if number is not None:
            self._stage.say_more(number)
            stays = NUMBER_STAYS_WITH_MORE if news.slip is Slip.TROUBLE else SLIP_IS_TAKEN_IN
            self._stage.stay(max(self._stage.leaves_at or now, now + stays))

    # --- touches ---------------------------------------------------------------------------------------

    def service_touched(self, code: str, now: float) -> Wish | None:
        scene = self.scene
        if not isinstance(scene, Home) or not self._free(now, Home):
            return None
        service = self._office.service(code)
        offer = self._offers.of(service.code)
        if not offer.open:
            return self._ask(NotOffered(service=service.code, offer=offer), now)
        served = self.is_served(service.code)
        question = before_number(service, self._kiosk, self._known, scene.place, served=served, eased=self.eased)
        return self._take(now, service=service.code) if question is None else self._ask(question, now)

    def place_touched(self, place: MenuPlace, now: float) -> None:
        """Another page of the menu; the page that stands there rests like every other that a touch has brought."""
        if self._free(now, Home):
            self._show(replace(self._home(), place=place), now)
            self._wait(now)

    def love_touched(self, now: float) -> Wish | None:
        if not self._free(now, Home):
            return None
        return self._ask(Reasons(), now) if self._kiosk.love_asks_reason else self._take(now, love=True)

    def reason_touched(self, reason: LoveReason | None, now: float) -> Wish | None:
        if not self._free(now, Reasons):
            return None
        return self._take(now, love=True, reason=reason)

    def anyway_touched(self, now: float) -> Wish | None:
        """The answer to a question is a number: all papers are there, or it is wanted all the same."""
        scene = self.scene
        if not isinstance(scene, NoCounter | Papers | Missing | LongWait) or not self._free(now, type(scene)):
            return None
        return self._take(now, service=scene.service)

    def missing_touched(self, now: float) -> None:
        """Some paper is not there."""
        scene = self.scene
        if isinstance(scene, Papers) and self._free(now, Papers):
            self._ask(Missing(service=scene.service), now)

    def paperless_touched(self, now: float) -> None:
        """Paper or none for this visitor's number."""
        if self._choices.paperless is not None and self._free(now, Home):
            self._choices.paperless = not self._choices.paperless
            self._stage.say_more(self._home())
            self.touched(now)

    def help_touched(self, now: float) -> Wish | None:
        scene = self.scene
        if not hears_of_help(scene) or not self._free(now, type(scene)):
            return None
        number = scene.taken.ticket.label if isinstance(scene, Number) else ""
        wish = CallHelp(request=self._new_request(), language=self.language, number=number)
        return self._pending.send(wish, now)

    def withdraw_touched(self, now: float) -> Wish | None:
        """Nobody need come after all."""
        scene = self.scene
        if not isinstance(scene, HelpComes) or not self._free(now, HelpComes):
            return None
        return self._pending.send(WithdrawHelp(request=self._new_request(), call=scene.call), now)

    def again_touched(self, now: float) -> Wish | None:
        """The same wish, with the same request."""
        scene = self.scene
        if not isinstance(scene, Sorry) or scene.wish is None or not self.heeds(now):
            return None
        self._show(StillTrying(wish=scene.wish), now)
        on_its_way = self._pending.is_on_its_way
        self._pending.send(scene.wish, now)
        return None if on_its_way else scene.wish

    def home_touched(self, now: float) -> None:
        if isinstance(self.scene, Home | StillTrying | Closed) or not self.heeds(now):
            return
        if not isinstance(self.scene, Asking):
            self._go_home(now)
        elif self._pending.wish is None:
            self._show(self._home(), now)  # the same visitor: language and choices stay
            self.touched(now)

    def language_touched(self, language: str, now: float) -> None:
        if self._choices.speak(language):
            self.touched(now)
            if isinstance(self.scene, Number):  # it is read from its beginning
                tells = self.scene.tells_papers or self.scene.opens_later
                stays = NUMBER_STAYS_WITH_MORE if tells else NUMBER_STAYS
                self._stage.stay(max(self._stage.leaves_at or now, now + stays))

    def ease_touched(self, now: float, *, on: bool) -> None:
        """Large, within reach, spoken and slow for this visitor; or, at home, the end of the visit."""
        if not on and isinstance(self.scene, Home | Closed) and self._pending.wish is None:
            self._go_home(now)
        elif on != self.eased:
            self._choices.eased = on
            self._stage.seen(now)  # everything has moved: a touch before was meant for what stood there
            self.touched(now)

    # --- answers ---------------------------------------------------------------------------------------

    def taken(self, request: str, taken: Taken, now: float) -> None:
        """The office gave a number. When its visitor has left meanwhile, `Unseen` asks it back."""
        if not self._pending.is_for(request):
            return
        wish = self._pending.wish
        self._pending.forget()
        self._show_number(taken, now, asked=isinstance(wish, Take) and wish.asked)

    def help_called(self, request: str, call: int, now: float) -> None:
        if self._pending.is_for(request):
            wish = self._pending.wish
            number = wish.number if isinstance(wish, CallHelp) else ""
            self._pending.forget()
            self._help.asked(call, eased=self.eased)
            self._show(HelpComes(call=call, number=number), now, leave_after=HELP_STAYS)

    def help_withdrawn(self, request: str, now: float) -> None:
        if self._pending.is_for(request):
            self._go_home(now)

    def withdrawn(self, request: str) -> None:
        """The office has looked after a number that nobody saw."""
        self._unseen.answered(request)

    def failed(self, request: str, error: WaitlineError, now: float) -> None:
        """A refusal is said at once; trouble is tried again for a while, then said and tried on."""
        wish = self._pending.wish
        if wish is None or not self._pending.is_for(request):
            self._unseen.failed(request, error, now)
        elif isinstance(error, Refused):
            self._pending.forget()
            self._show(refused(error), now, leave_after=SORRY_STAYS)
        else:
            self._pending.failed(now)
            if now - self._pending.since >= SAY_SORRY_AFTER and not isinstance(self.scene, Sorry):
                self._show(Sorry(words=error.in_public, wish=wish), now, leave_after=SORRY_STAYS)

    # --- time ------------------------------------------------------------------------------------------

    def tick(self, now: float) -> Wish | None:
        """What time alone brings: a wish to send once more, a page that has stood long enough."""
        wish = self._pending.wish
        if wish is not None:
            slow = now - self._pending.since >= SAY_STILL_TRYING_AFTER
            if slow and not isinstance(self.scene, StillTrying | Sorry):
                self._show(StillTrying(wish=wish), now)
            again = self._pending.due(now)
            if again is not None:
                return again
        if self._stage.is_over(now) and not self._paper.is_coming(self.scene, now - self._stage.shown_at):
            self._go_home(now)
        return self._unseen.due(now) if self._pending.wish is None else None

    # --- inside ----------------------------------------------------------------------------------------

    def _hear_of_help(self, here: HelpHere | None, at: Instant, now: float) -> None:
        """Somebody is coming, or has taken the number: said once, when nobody else is at it."""
        news = self._help.news(here, at)
        if here is None or news is None or self._pending.wish is not None:
            return
        later = isinstance(self.scene, Home | Closed)
        if (later and self._choices.are_made) or not (later or isinstance(self.scene, HelpComes)):
            return
        self._help.said(here)
        self._choices.eased = self.eased or self._help.is_eased(here)
        self._choices.speak(here.call.language if isinstance(news, HelpComes) else news.ticket.language)
        if isinstance(news, HelpComes):
            held = self.scene.number if isinstance(self.scene, HelpComes) else ""
            self._show(replace(news, number=held, later=later), now, leave_after=COMING_STAYS)
        else:
            self._show_number(news, now, asked=False)

    def _show_number(self, taken: Taken, now: float, *, asked: bool) -> None:
        """`asked`: whether its visitor was asked what to bring; else the number tells it, with time to read."""
        number, service = self._paper.with_number(taken), taken.ticket.service
        tells = not asked and service is not None and self._office.service(service).ask_papers
        without = number.slip in {Slip.TROUBLE, Slip.NONE}
        nobody = service is not None and not self.is_served(service)
        stays = NUMBER_STAYS_WITH_MORE if without or tells or nobody else NUMBER_STAYS
        self._show(replace(number, tells_papers=tells, opens_later=nobody), now, leave_after=stays)
