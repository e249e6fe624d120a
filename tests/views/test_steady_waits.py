"""What a program shows of waits all day, in real halls on both databases."""

import pytest

from tests.verbs.acts_learning import LEARNT
from waitline.model.clock import MINUTE
from waitline.verbs.learning import Learning
from waitline.views.foresight import NOTHING_FORESEEN
from waitline.views.steady_waits import SteadyWaits


@pytest.fixture
def busy(hall):
    """Six counters at work: every number more adds a minute or two to the next one's wait."""
    Learning(hall.store).learn(LEARNT)
    for clerk in hall.clerks("1", "2", "3", "7", "8", "9"):
        hall.take()
        clerk.serves()
        hall.turn(minutes=0.8)
    return hall


def upper_ends(hall, takes):
    """After each take: what is found, and what is shown."""
    waits, found = SteadyWaits(), []
    for _ in range(takes):
        hall.take()
        foresight = hall.kiosk.foresight
        found.append((foresight.waits["TRANS"].most, waits.of(foresight).waits["TRANS"].most))
    return found


def test_a_wait_that_creeps_up_is_shown_in_steps(busy):
    ends = upper_ends(busy, takes=14)
    assert all(found - 2 <= shown <= found for found, shown in ends)
    assert len({shown for _, shown in ends}) < len({found for found, _ in ends})


def test_a_wait_that_falls_is_shown_at_once(busy):
    waits = SteadyWaits()
    waiting = [busy.take() for _ in range(8)]
    before = waits.of(busy.kiosk.foresight).waits["TRANS"].most
    for ticket in waiting[:6]:
        busy.reception.cancel(request=ticket.label, label=ticket.label)
    found = busy.kiosk.foresight
    assert waits.of(found).waits["TRANS"].most == found.waits["TRANS"].most < before


def test_only_what_is_announced_is_steadied(busy):
    waits = SteadyWaits()
    for _ in range(3):
        busy.take()
        found = busy.kiosk.foresight
        shown = waits.of(found)
        assert shown.calls == found.calls
        assert [wait.reckoned for wait in shown.services.values()] == [
            wait.reckoned for wait in found.services.values()
        ]


def test_what_was_shown_is_forgotten_where_nothing_is_known(busy):
    waits = SteadyWaits()
    busy.take()
    first = busy.kiosk.foresight
    waits.of(first)
    assert waits.of(NOTHING_FORESEEN).waits == {}
    busy.turn(seconds=30)
    again = busy.kiosk.foresight
    assert waits.of(again).waits == again.waits
    assert again.services["TRANS"].reckoned / MINUTE > 0
