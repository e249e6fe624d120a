"""A press on its way to the hall, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from waitline.model.clock import Instant
from waitline.model.counter import Desk
from waitline.model.ticket import Ticket
from waitline.model.words import Words

from .actions import Wish
from .face import Post

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.counter_view import CounterView


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One press on its way to the hall. Every try carries the same `request` and asks for the same.

    `since`: the screen's steady clock, seconds; `until`: the office's time of the planned return.
    """

    request: str
    wish: Wish
    post: Post
    since: float
    until: Instant | None = None
    tries: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of an attempt: the ticket or the desk it moved, the hall as read just afterwards, words for it."""

    ticket: Ticket | None = None
    desk: Desk | None = None
    view: CounterView | None = None
    said: Words | None = None
