"""What somebody of the back line sees from their desk, on both databases."""

import pytest

from tests.builders import LiveHall
from tests.verbs.back_line_hall import CREW, asked, crew, stand_by, summons, verbs
from waitline.model.errors import UnknownStaff
from waitline.verbs.requests import new_request
from waitline.views import stand_by as stand_by_view
from waitline.views.stand_by import StandByView

FIRST, SECOND, THIRD = CREW


def seen(hall: LiveHall, staff: str) -> StandByView:
    return stand_by_view.read(hall.store, staff)


def test_it_says_who_else_stands_by_and_how_full_the_hall_is(hall):
    crew(hall)
    stand_by(hall, FIRST, SECOND)
    hall.take()
    view = seen(hall, FIRST)
    assert (view.stands_by, view.others, view.waiting) == (True, (SECOND,), 1)
    assert view.work_minutes > 0
    assert (view.own, view.may_accept, view.at_counter) == (None, None, None)
    assert not seen(hall, THIRD).stands_by


def test_only_whom_it_concerns_sees_a_summons_as_their_own(hall):
    number = asked(hall)
    assert seen(hall, FIRST).own == summons(hall, number)
    assert seen(hall, FIRST).may_accept == summons(hall, number)
    assert (seen(hall, SECOND).own, seen(hall, SECOND).may_accept) == (None, None)


def test_who_has_let_it_pass_may_still_say_yes_until_somebody_comes(hall):
    number = asked(hall)
    hall.turn(seconds=60)
    hall.settle()
    assert seen(hall, FIRST).own is None
    assert seen(hall, FIRST).may_accept == summons(hall, number)
    verbs(hall).accept(request=new_request(), summons=number, by=SECOND)
    assert seen(hall, FIRST).may_accept is None


def test_at_a_counter_one_is_nobody_elses_stand_by(hall):
    number = asked(hall)
    verbs(hall).accept(request=new_request(), summons=number, by=FIRST)
    hall.clerk("11", FIRST)
    assert seen(hall, FIRST).at_counter == "11"
    assert seen(hall, FIRST).own == summons(hall, number)
    assert FIRST not in seen(hall, SECOND).others


def test_it_says_when_time_alone_changes_something(hall):
    asked(hall)
    view = seen(hall, FIRST)
    assert view.settle_at is not None
    assert view.settle_at == hall.console("3").settle_at


def test_the_console_is_told_of_the_back_line_only_while_somebody_sits_there(hall):
    number = asked(hall)
    assert [one.id for one in hall.console("3").back_line.summons] == [number]
    assert hall.console("3").allowed.summon
    assert hall.console("11").back_line.summons == ()


def test_a_stranger_has_no_view(hall):
    crew(hall)
    with pytest.raises(UnknownStaff):
        seen(hall, "nobody")
