"""What is said of an action that has taken something for granted, so that nothing is guessed in silence. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waitline.model.words import Words, without_details

from .actions import Action

if TYPE_CHECKING:
    from waitline.model.office import OfficeSetup
    from waitline.model.ticket import Ticket


def told_of(action: Action, ticket: Ticket | None, setup: OfficeSetup) -> tuple[Words, tuple[Action, ...]] | None:
    """The sentence, and the actions whose keys it names; None where there is nothing to say."""
    if ticket is None or ticket.service is None:
        return None
    label, service = ticket.label, without_details(setup.service(ticket.service).names)
    if action is Action.WALK_IN:
        words = Words(
            zh=f"{label} 現場受理：{service.zh}。項目不對請按 {{keys}}",
            en=f"{label} taken for: {service.en}. Something else? {{keys}}",
        )
        return words, (Action.CORRECT,)
    if action is Action.CORRECT:
        return Words(zh=f"{label} 改為：{service.zh}", en=f"{label} is now for: {service.en}"), ()
    return None
