"""An hour of calls on a turned clock: the announcer and the loudspeaker's rules, every clip as long as it is."""

import random
from collections.abc import Callable
from typing import Final

from display.announcer import Announcement
from display.flow import Flow
from display.phrase import BEGINS_S, BETWEEN_LANGUAGES_S, seconds_of
from drivers.voice.spoken import chime_of
from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.views.board import BoardCall

CALLS: Final = 90
HOUR_S: Final = 3_600.0
SPOKEN: Final = ("zh-TW", "en", "vi", "id")
COUNTERS: Final = 12

Seconds = Callable[[BoardCall, str, bool], float]
"""How long the words of a call last in one language, in the short form or not."""


class Hour:
    """Ninety visitors who are called at random moments, each with a language; begun in order, to the end."""

    def __init__(self, seed: int, house: tuple[str, ...], seconds: Seconds) -> None:
        self._chance = random.Random(seed)
        self._clock = TurnedClock()
        self._hall = PaperHall(self._clock)
        self._flow = Flow(clock=self._clock, languages=house)
        self._seconds = seconds
        self._called: dict[str, float] = {}
        self._to_come = sorted(self._chance.uniform(0, HOUR_S) for _ in range(CALLS))
        self._begun = self._clock.now
        self._chime = seconds_of(chime_of(love=False))
        self.delays: list[float] = []
        self.lasted: list[float] = []
        self.left_out = self.spoken = self.own_languages = 0
        self._flow.see(self._hall.board())
        self._run()

    def _run(self) -> None:
        while self._to_come or self._flow.has_more:
            if not self._flow.has_more:
                self._until(self._begun + self._to_come[0])
            announcement = self._flow.announce()
            if announcement is None:
                continue
            began = self._clock.now
            self.delays.append(began - self._called[announcement.call.label])
            self._say(announcement)
            self._flow.announced()
            self.spoken += 1
            self.lasted.append(self._clock.now - began)

    def _say(self, announcement: Announcement) -> None:
        """As `Loudspeaker` does it: between two languages it looks whether others wait."""
        began, said = self._clock.now, list[str]()
        self._until(began + BEGINS_S + self._chime)
        for language in announcement.languages:
            if said and language not in announcement.needed and self._flow.has_more:
                self.left_out += 1
                continue
            takes_s = BEGINS_S + self._seconds(announcement.call, language, announcement.short)
            takes_s += BETWEEN_LANGUAGES_S if said else 0.0
            so_far_s = self._clock.now - began
            if not announcement.has_time_for(language, takes_s, said=said, so_far_s=so_far_s):
                self.left_out += 1
                continue
            self._until(self._clock.now + takes_s)
            said.append(language)
        self.own_languages += announcement.call.language in said

    def _until(self, moment: float) -> None:
        """Time passes, and whoever is called meanwhile is on the board."""
        while self._to_come and self._begun + self._to_come[0] <= moment:
            self._clock.now = self._begun + self._to_come.pop(0)
            label = f"{self._chance.choice('ABCDEF')}{len(self._called) + 1:03d}"
            counter = str(self._chance.randint(1, COUNTERS))
            self._hall.call(label, counter, language=self._chance.choice(SPOKEN))
            self._called[label] = self._clock.now
            self._flow.see(self._hall.board())
        self._clock.now = moment
