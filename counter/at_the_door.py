"""What the first page still wants of whoever signs in, and why somebody is back on it. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from waitline.model.clock import local
from waitline.model.counter import CounterId, Desk
from waitline.model.errors import WaitlineError
from waitline.model.sign_in_errors import SignedInElsewhere, VisitorStays
from waitline.model.staff import StaffId
from waitline.model.words import Words

from .actions import Action
from .attempt import Attempt
from .face import Post, TakeOver
from .refusals import PinNeeded

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


class AtTheDoor:
    """Whether a PIN is wanted, and what is offered to somebody who is still signed in elsewhere."""

    def __init__(self) -> None:
        self.pin_wanted = False
        self.take_over: TakeOver | None = None
        self.desks: Sequence[Desk] = ()

    def came(self, desks: Sequence[Desk]) -> None:
        """Who sits where now: whom nobody keeps elsewhere any more, nothing is offered."""
        self.desks, offer = desks, self.take_over
        sits = offer is None or (offer.leaving, offer.post.staff) in {(desk.counter, desk.staff) for desk in desks}
        self.take_over = offer if sits else None

    def refused(self, attempt: Attempt, error: WaitlineError) -> None:
        """Signing in did not succeed."""
        self.take_over = offered(attempt, error)
        self.pin_wanted = self.pin_wanted or isinstance(error, PinNeeded)

    def forget(self) -> None:
        """Somebody is in, or somebody else stands before the page."""
        self.pin_wanted, self.take_over = False, None


def offered(attempt: Attempt, error: WaitlineError) -> TakeOver | None:
    """What may be done about this refusal by pressing once more."""
    if attempt.wish.action is not Action.SIGN_IN or not isinstance(error, SignedInElsewhere):
        return None
    if isinstance(error, VisitorStays):
        return None
    label = error.facts["label"]
    return TakeOver(
        post=attempt.post,
        leaving=CounterId(str(error.facts["counter"])),
        label=None if label is None else str(label),
    )


def why_signed_out(view: CounterView, post: Post) -> Words:
    """Somebody is not signed in here any more: where they went on, and since when, as far as it is known."""
    setup, zone = view.setup, view.setup.zone
    since = f"{local(view.desk.since, zone):%H:%M}" if view.desk.staff is None else ""
    there = next((desk.counter for desk in view.desks if desk.staff == post.staff), None)
    if there is None and since:
        return Words(zh=f"這個櫃台已在別處登出（{since}）", en=f"This counter was signed out elsewhere ({since})")
    if there is None:
        return Words(zh="這個櫃台已在別處登出", en="This counter was signed out elsewhere")
    name, counter = setup.somebody(StaffId(post.staff)).name, setup.counter(there).names
    when = Words(zh=f"已於 {since} ", en=f" at {since}") if since else Words(zh="已", en="")
    return Words(
        zh=f"{name}{when.zh}改在 {counter.zh}登入，這裡已登出",
        en=f"{name} went on at {counter.in_language('en')}{when.in_language('en')} and is signed out here",
    )
