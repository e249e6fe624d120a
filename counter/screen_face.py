"""What any line of news needs of a screen's face, wherever somebody works."""

from typing import Protocol, TypeVar

from waitline.model.clock import Instant

from .actions import Action

View_co = TypeVar("View_co", covariant=True)


class ScreenFace(Protocol[View_co]):
    """The hall as it was last seen, the time now, and what may be pressed."""

    @property
    def view(self) -> View_co | None: ...
    @property
    def now(self) -> Instant: ...
    @property
    def in_touch(self) -> bool: ...
    @property
    def live(self) -> frozenset[Action]: ...
