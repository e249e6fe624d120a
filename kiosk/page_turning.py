"""One page after another, and the one wish that may be under way. No Qt here."""

from __future__ import annotations

from typing import Final

from .scenes import Home, Scene, Wish

A_TOUCH_TOO_MANY: Final = 0.35
"""A second tap of the same finger lands on the page that came with the first one: it means nothing."""


class PageTurning:
    """Part of `Flow`: which page is shown, for how long, in which language."""

    def __init__(self, house_language: str) -> None:
        self._scene: Scene = Home()
        self._shown_at = float("-inf")
        self._wish: Wish | None = None
        self._wished_at = 0.0
        self._tries = 0
        self._try_at: float | None = None
        self._leave_at: float | None = None
        self.house_language = house_language
        self.language = house_language

    @property
    def scene(self) -> Scene:
        return self._scene

    def _settled(self, now: float) -> bool:
        return now - self._shown_at >= A_TOUCH_TOO_MANY

    def _free(self, now: float, *scenes: type[Scene]) -> bool:
        """Whether a touch here counts: nothing is under way, and the page was there to see."""
        return self._wish is None and isinstance(self._scene, scenes) and self._settled(now)

    def _send(self, wish: Wish, now: float) -> Wish:
        self._wish = wish
        self._wished_at = now
        self._tries = 0
        self._try_at = None
        return wish

    def _show(self, scene: Scene, now: float, *, leave_after: float | None = None) -> None:
        self._scene = scene
        self._shown_at = now
        self._leave_at = None if leave_after is None else now + leave_after

    def _go_home(self, now: float) -> None:
        self._wish = None
        self._try_at = None
        self.language = self.house_language
        self._show(self._front(), now)

    def _front(self) -> Scene:
        """What stands there when nobody does anything."""
        return Home()
