"""Who comes to the hall, when, and for what: drawn by chance from what the office serves."""

import random
from dataclasses import dataclass
from typing import Final

from waitline.model.office import OfficeSetup
from waitline.model.ticket import LoveReason

LOVE_SHARE: Final = 0.09
ENGLISH_SHARE: Final = 0.08
REASON_UNSAID_SHARE: Final = 0.3
HEAVY: Final = 1.6
"""Quick services are asked for more often than slow ones, by this power."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What one visitor touches at the kiosk."""

    service: str | None
    love: bool
    reason: LoveReason | None
    language: str


class Arrivals:
    """Visitors at random (Poisson), so many that the clerks are nearly always busy."""

    def __init__(
        self, setup: OfficeSetup, chance: random.Random, *, clerks: int, pace: float, load: float
    ) -> None:
        """`pace`: how many times quicker than in life; `load`: the share of the clerks' time that is asked for."""
        self._chance = chance
        self._codes = [service.code for service in setup.services]
        self._weights = [1 / service.mean_minutes**HEAVY for service in setup.services]
        minutes = sum(
            weight * service.mean_minutes for weight, service in zip(self._weights, setup.services, strict=True)
        ) / sum(self._weights)
        self.mean_gap_s = (minutes * 60 / pace + SETTLING_IN_S) / max(1, clerks) / load

    def next_gap(self) -> float:
        """Seconds until the next visitor."""
        return self._chance.expovariate(1 / self.mean_gap_s)

    def next_visitor(self) -> Arrival:
        chance = self._chance
        love = chance.random() < LOVE_SHARE
        unsaid = chance.random() < REASON_UNSAID_SHARE
        return Arrival(
            service=None if love else self.service(),
            love=love,
            reason=chance.choice(list(LoveReason)) if love and not unsaid else None,
            language="en" if chance.random() < ENGLISH_SHARE else "zh-TW",
        )

    def service(self) -> str:
        """What somebody comes for."""
        return self._chance.choices(self._codes, self._weights)[0]


SETTLING_IN_S: Final = 8.0
"""What a visitor's way to the counter and the clerk's last keystrokes take, quickened or not."""
