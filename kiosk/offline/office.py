"""The real office, as the outpost asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from waitline.model.slip import Taken
    from waitline.model.ticket import PaperNumber
    from waitline.verbs.printing import PrintDesk
    from waitline.verbs.reception import Reception
    from waitline.views.kept_office import KeptOffice

    from ..scenes import Take


class Office(Protocol):
    """Every method may wait for disk and network, and raises a `WaitlineError`."""

    def take_there(self, wish: Take) -> Taken:
        """The office's own number."""

    def look_there(self, series: str) -> KeptOffice:
        """The office as it is now."""

    def hand_over(self, paper: PaperNumber) -> Taken:
        """A number that was given here becomes the office's."""

    def print_desk(self, printer: str) -> PrintDesk:
        """The office's print queue."""

    def reception(self) -> Reception:
        """For copies of slips."""
