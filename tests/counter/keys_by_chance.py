"""Keys that a clerk may press at any moment without being asked anything, and what may come of them."""

from collections import Counter

from counter.actions import ASKS_FIRST, Action, Place
from counter.keys import DEFAULT_KEYS, keys_at
from waitline.store.engine import Store

LEAVES = frozenset({Action.SIGN_OUT, Action.CLOSE, Action.FIND, Action.SUMMON, Action.ANSWER_HELP})
PRESSED = {
    str(action): key
    for action, key in keys_at(Place.COUNTER, DEFAULT_KEYS).items()
    if action not in LEAVES | ASKS_FIRST
}


def more_than_keys(store: Store, staff: str, pressed: Counter[str]) -> int:
    """Deeds of that person in the journal for which there was no key."""
    with store.reading() as look:
        deeds = Counter(entry.verb for entry in look.entries_after(0, 100_000) if entry.staff == staff)
    return sum(max(0, deeds[name] - pressed[name]) for name in PRESSED)
