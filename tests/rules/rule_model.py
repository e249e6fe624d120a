"""The calling rule once more, written from its words alone and apart from the program, to check it against."""

from dataclasses import dataclass
from typing import Any

from tests.builders import COUNTERS
from waitline.model.clock import MINUTE
from waitline.model.ticket import PriorityClass

ALL_ROUND = {"3", "7", "8", "9", "10"}
LOVE_COUNTER = "10"


def in_order(line):
    return sorted(line, key=lambda one: (one.key_at, one.id))


@dataclass
class RuleModel:
    """The counters of `tests.builders`; `desks` are states by counter, `line` anything like `dispatch.Waiting`."""

    reserve_on: bool
    now: int
    desks: dict[str, str]
    line: list[Any]
    override: str | None = None
    """The counter whose clerk gives up the reserve this once."""

    def can(self, counter, one):
        facts = COUNTERS[counter]
        if one.for_counter:
            return one.for_counter == counter
        if one.wheelchair and not facts.get("accessible", True):
            return False
        if one.service is None:
            return counter in ALL_ROUND
        return facts["services"] == "all" or one.service in facts["services"]

    def reserve(self):
        free = [c for c in ALL_ROUND if self.desks.get(c) == "READY"]
        working = [c for c in ALL_ROUND if self.desks.get(c) in {"READY", "OPEN"}]
        return free[0] if self.reserve_on and len(free) == 1 and len(working) >= 3 else None

    def has_waited_long_enough(self, one):
        if one.priority is PriorityClass.ORDINARY:
            return self.now - one.key_at >= 25 * MINUTE
        if one.priority is PriorityClass.APPOINTMENT:
            return self.now - max(one.slot, one.issued_at) >= 8 * MINUTE
        return True

    def step(self):
        """The next call: (who, counter), or None."""
        kept = self.reserve()
        opened = kept and any(self.can(kept, one) and self.has_waited_long_enough(one) for one in self.line)
        opened = opened or (kept and kept == self.override)
        for one in in_order(self.line):
            love = one.priority is PriorityClass.LOVE
            able = [c for c, state in self.desks.items() if state == "READY" and self.can(c, one)]
            if not love and not opened:
                able = [c for c in able if c != kept]
            if able:
                return one, min(able, key=lambda c, love=love: ((c == LOVE_COUNTER) is not love, width(c), c))
        return None

    def settle(self):
        """Every call until there is none, as {ticket: counter}; counters called to are at work."""
        found = {}
        while step := self.step():
            one, counter = step
            found[one.id] = counter
            self.line.remove(one)
            self.desks[counter] = "OPEN"
        return found


def width(counter):
    served = COUNTERS[counter]["services"]
    return 6 if served == "all" else len(served)
