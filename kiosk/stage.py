"""The scene on the glass: since when it can be seen, and until when it stays."""

from __future__ import annotations

import math
from typing import Final

from .scenes import Home, Number, Scene

A_TOUCH_TOO_MANY: Final = 0.35
"""A second tap of the same finger lands on the page that came with the first one: it means nothing."""
NUMBER_HELD: Final = 0.9
IDLE_AFTER: Final = 60.0
WARNS_BEFORE: Final = 20.0


class Stage:
    """One scene at a time. Times are seconds of the flow's clock."""

    def __init__(self) -> None:
        self.scene: Scene = Home()
        self.shown_at = -math.inf
        self.leaves_at: float | None = None
        self._warns = False

    def show(self, scene: Scene, now: float, *, stays: float | None = None) -> None:
        """Turn to a scene; it goes away by itself after `stays` seconds, or never."""
        self.scene = scene
        self.shown_at = now
        self.stay(None if stays is None else now + stays)

    def say_more(self, scene: Scene) -> None:
        """The same page, with something new on it: what was seen before a touch was still this page."""
        self.scene = scene

    def seen(self, now: float) -> None:
        """The page has only now been painted: a touch before was meant for what stood there until then."""
        self.shown_at = max(self.shown_at, now)

    def stay(self, until: float | None) -> None:
        """When the scene goes away; None: not by itself."""
        self.leaves_at, self._warns = until, False

    def wait_for_choice(self, now: float, idle_after: float = IDLE_AFTER) -> None:
        """Somebody is there and may touch something: the page goes when nobody has for `idle_after` seconds."""
        self.leaves_at, self._warns = now + idle_after, True

    def heeds(self, at: float) -> bool:
        """Whether a touch that happened at that time was meant for this page."""
        held = NUMBER_HELD if isinstance(self.scene, Number) else A_TOUCH_TOO_MANY
        return at - self.shown_at >= held

    def is_over(self, now: float) -> bool:
        return self.leaves_at is not None and now >= self.leaves_at

    def leaving_in(self, now: float) -> int | None:
        """Whole seconds until a page that waits for a choice goes away, once that is near; None otherwise."""
        if not self._warns or self.leaves_at is None or self.leaves_at - now > WARNS_BEFORE:
            return None
        return max(1, math.ceil(self.leaves_at - now))
