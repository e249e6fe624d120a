"""What became of this kiosk's call for help, as far as the glass has not said it yet. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from waitline.model.clock import MINUTE

from .scenes import HelpComes

if TYPE_CHECKING:
    from waitline.model.clock import Instant
    from waitline.model.slip import Taken
    from waitline.views.kiosk_view import HelpHere

HELP_STAYS: Final = 60.0
"""Whoever asked waits where they are; the next visitor may go to the home page at any time."""
COMING_STAYS: Final = 30.0
FRESH: Final = 2 * MINUTE
"""Later, whoever asked stands elsewhere: the number is on their slip, or with whoever helped them."""


class HelpLine:
    """Remembers what was said of the latest call, so that each step comes onto the glass once."""

    def __init__(self) -> None:
        self._said: tuple[int, bool] | None = None
        self._eased: int | None = None

    def asked(self, call: int, *, eased: bool) -> None:
        """A call was made here; `eased`: in the accessible profile, in which its visitor is to hear the answer."""
        self._eased = call if eased else None

    def is_eased(self, here: HelpHere) -> bool:
        """Whether the news of it is for somebody who needs the accessible profile."""
        return here.call.id == self._eased

    def news(self, here: HelpHere | None, at: Instant) -> HelpComes | Taken | None:
        """What the glass should say now, if it is free: somebody is coming, or the number; `at`: office time."""
        if here is None:
            return None
        call, taken = here.call, here.taken
        since = call.answered_at if taken is None else call.ended_at
        over = taken is None and call.ended_at is not None
        if since is None or over or at - since >= FRESH or self._said == (call.id, taken is not None):
            return None
        return taken or HelpComes(call=call.id, coming=True)

    def said(self, here: HelpHere) -> None:
        """The glass has said it."""
        self._said = here.call.id, here.taken is not None
