"""One visitor at the kiosk: what stands on the glass, what they have chosen, the wish under way. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .choices import Choices
from .help_line import HelpLine
from .hours import UNKNOWN
from .paper import Paper
from .pending import Pending
from .scenes import Asking, Closed, HelpComes, Home, Missing, Number, Papers, Question, Scene, Sorry, Take, Wish
from .stage import IDLE_AFTER, Stage
from .taps import Taps
from .unseen import Unseen

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.office import KioskSetup, OfficeSetup
    from waitline.model.service import ServiceCode
    from waitline.model.ticket import LoveReason
    from waitline.model.words import Words
    from waitline.views.kiosk_view import KioskView

    from .day_language import Chosen

SLOWER: Final = 3.0
"""So many times longer pages stay by themselves for a visitor who reads or listens slowly."""
EASED_IDLE_AFTER: Final = 120.0
STAYS_ON: Final = 24.0
"""What such a visitor hears again, or turns louder, is not taken away while it is said."""


class Visit:
    """What `Flow` decides with. Times are seconds of the flow's clock."""

    def __init__(self, *, office: OfficeSetup, kiosk: KioskSetup, new_request: Callable[[], str]) -> None:
        self._office = office
        self._kiosk = kiosk
        self._new_request = new_request
        self._view: KioskView | None = None
        self._in_touch = True
        self._offers = UNKNOWN
        self._stage = Stage()
        self._taps = Taps()
        self._pending = Pending()
        self._unseen = Unseen(new_request)
        self._paper = Paper()
        self._choices = Choices(kiosk)
        self._help = HelpLine()
        self._stage.scene = self._home()

    @property
    def scene(self) -> Scene:
        return self._stage.scene

    @property
    def language(self) -> str:
        return self._choices.language

    @property
    def awaits_answer(self) -> bool:
        """Whether something was asked of the office, and nothing came back yet."""
        return self._pending.wish is not None

    @property
    def eased(self) -> bool:
        """Whether this visitor wants everything large, within reach, spoken and slow."""
        return self._choices.eased

    @property
    def is_at_rest(self) -> bool:
        """Nobody has chosen anything, and nothing is under way."""
        front = isinstance(self.scene, Home | Closed)
        return front and not self._choices.are_made and self._pending.wish is None and not self._unseen.takes

    @property
    def house_language(self) -> str:
        return self._choices.house_language

    def speak_at_first(self, language: str) -> None:
        """The language in which every visitor finds the kiosk for the rest of the office's day."""
        self._choices.greet_anew(lambda day: day.choose(language))

    @property
    def day_language(self) -> Chosen | None:
        """What the staff have chosen for today, to be kept over a restart."""
        return self._choices.of_the_day.chosen

    def recall_day_language(self, chosen: Chosen | None) -> None:
        """That of an earlier life of this kiosk, if it is still that day."""
        self._choices.greet_anew(lambda day: day.recall(chosen))

    @property
    def printer_words(self) -> Words | None:
        """What is wrong with the printer now, whoever's slip it is; None while it is well."""
        return self._paper.printer_words

    @property
    def unseen_takes(self) -> tuple[str, ...]:
        """Requests whose visitors left without a number, as long as the office has not been asked about them."""
        return self._unseen.takes

    def recall_unseen(self, takes: tuple[str, ...]) -> None:
        """Those of an earlier life of this kiosk."""
        self._unseen.recall(takes)

    @property
    def _known(self) -> KioskView | None:
        """The hall as it is now; out of touch nobody knows: what it was half an hour ago is not told as true."""
        return self._view if self._in_touch else None

    def is_served(self, service: ServiceCode) -> bool:
        """Whether an open counter serves it, as far as is known: before the first view and out of touch, yes."""
        lines = self._known.services if self._known is not None else ()
        return all(line.open_counters for line in lines if line.code == service)

    def heeds(self, at: float) -> bool:
        """Whether a touch that happened at `at` was meant for the page that is on the glass now."""
        return self._stage.heeds(at) and not self._taps.began_before(self._stage.shown_at)

    def leaving_in(self, now: float) -> int | None:
        """Seconds until an unanswered page goes away, once the visitor should know; None otherwise."""
        return self._stage.leaving_in(now)

    def glass_touched(self, now: float) -> None:
        """A finger has come down, on a button or beside, or a key."""
        self._taps.down(now)
        self.touched(now)

    def touched(self, now: float) -> None:
        """Somebody is there: a page that waits for a choice, or is not as the house shows it, waits on."""
        if self._pending.wish is not None:
            return
        if isinstance(self.scene, Asking) or (isinstance(self.scene, Home | Closed) and self._choices.are_made):
            self._wait(now)
        elif self.eased and isinstance(self.scene, Number | HelpComes | Sorry):
            self._stage.stay(max(self._stage.leaves_at or now, now + STAYS_ON))

    def page_seen(self, now: float) -> None:
        """The page that was turned to is on the glass since now."""
        self._stage.seen(now)

    # --- for the flow ----------------------------------------------------------------------------------

    def _free(self, now: float, *scenes: type[Scene]) -> bool:
        """Whether a touch here counts: nothing is under way, and the page was there to see."""
        return self._pending.wish is None and isinstance(self.scene, scenes) and self.heeds(now)

    def _ask(self, question: Asking, now: float) -> Wish | None:
        """Nothing to send yet."""
        self._show(question, now)
        self._wait(now)
        return None

    def _wait(self, now: float) -> None:
        """The page stays until nobody has touched anything for a while."""
        self._stage.wait_for_choice(now, EASED_IDLE_AFTER if self.eased else IDLE_AFTER)

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
            paperless=self._choices.paperless is True,
            told=None if self._known is None else self._known.forecast_of(service, love=love),
            asked=isinstance(self.scene, Papers | Missing),
        )
        if isinstance(self.scene, Home | Question):
            self._stage.say_more(replace(self.scene, pressed=take))
            self._stage.stay(None)
        return self._pending.send(take, now)

    def _show(self, scene: Scene, now: float, *, leave_after: float | None = None) -> None:
        slower = SLOWER if self.eased else 1.0
        self._stage.show(scene, now, stays=None if leave_after is None else leave_after * slower)

    def _home(self) -> Home:
        return Home(paperless=self._choices.paperless)

    def _front(self) -> Scene:
        """Closed by the calendar, though counters serve on until nobody waits."""
        office = self._offers.office
        return self._home() if office.open else Closed(offer=office)

    def _go_home(self, now: float) -> None:
        """The next visitor, who knows nothing of the one before."""
        if isinstance(self._pending.wish, Take):
            self._unseen.add(self._pending.wish.request)
        self._pending.forget()
        self._choices.forget()
        self._show(self._front(), now)
