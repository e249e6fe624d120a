"""The one line that tells a clerk why this number and no other."""

from typing import Final
from zoneinfo import ZoneInfo

from waitline.model.clock import local
from waitline.model.ticket import Ticket
from waitline.model.words import Words
from waitline.rules.dispatch import Why

_WORDS: Final[dict[Why, Words]] = {
    Why.LONGEST_WAIT: Words(zh="等候最久", en="Waited longest"),
    Why.LOVE_FIRST: Words(zh="愛心號優先", en="Priority first"),
    Why.APPOINTMENT: Words(zh="預約", en="Booked"),
    Why.OUT_OF_ORDER: Words(zh="指定叫號", en="Called out of order"),
    Why.BROUGHT: Words(zh="直接到櫃台", en="Came straight to the counter"),
    Why.RESERVED: Words(zh="保留給愛心號", en="Kept for priority"),
    Why.NOBODY: Words(zh="目前無人等候", en="Nobody is waiting"),
}


def why_words(why: Why, ticket: Ticket | None, zone: ZoneInfo) -> Words:
    """Why `ticket` was or would be called; a booking says its time."""
    words = _WORDS[why]
    if why is Why.APPOINTMENT and ticket is not None and ticket.slot is not None:
        slot = f"{local(ticket.slot, zone):%H:%M}"
        return Words(zh=f"{words.zh} {slot}", en=f"{words.en} {slot}")
    return words
