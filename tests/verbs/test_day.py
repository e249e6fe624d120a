"""The business day: local midnight closes what was left open, by whatever happens first."""

from datetime import UTC, datetime

import pytest

from tests.verbs.soundness import check_hall
from waitline.model.clock import HOUR, MINUTE, Instant, instant
from waitline.model.counter import CounterState
from waitline.model.errors import NothingToUndo, UnknownTicket
from waitline.model.ticket import Outcome, TicketState
from waitline.verbs.floor import Floor

MIDNIGHT = instant(datetime(2026, 11, 20, 16, tzinfo=UTC))
"""00:00 of Saturday 2026-11-21 in Taipei."""


@pytest.fixture
def left_open(hall):
    """Every state but the ended ones, at 23:59 of Friday."""
    serving, called, ready, aside = hall.clerks("3", "7", "8", "9")
    hall.take()
    serving.serves()
    hall.love()
    called.calls()
    hall.take("REG")
    aside.serves()
    aside.do("park", reason="拍照")
    hall.take("REG")
    aside.calls()
    aside.do("no_show")
    ready.next()
    hall.turn_to(Instant(MIDNIGHT - 1))
    hall.clerk("10").do("pause", reason="交班")
    return hall


def of_yesterday(hall):
    return [ticket for ticket in hall.tickets() if ticket.day == "2026-11-20"]


def test_a_millisecond_before_midnight_it_is_still_today(left_open):
    assert left_open.take().day == "2026-11-20"


def test_the_first_number_after_midnight_opens_the_day_and_closes_yesterday(left_open):
    before = left_open.seq
    left_open.turn_to(MIDNIGHT)
    ticket = left_open.take("SEAL")
    assert (ticket.day, ticket.label) == ("2026-11-21", "D001")
    kinds = left_open.kinds(before)
    assert sorted(kinds[:4]) == ["TicketClosed", "TicketClosed", "TicketExpired", "TicketExpired"]
    assert kinds[4:] == ["CounterClosed"] * 5 + ["DayClosed", "DayOpened", "TicketTaken"]
    check_hall(left_open)


def test_who_was_at_a_counter_is_closed_and_others_expire_all_of_them_inaccurate(left_open):
    left_open.turn_to(MIDNIGHT)
    left_open.settle()
    ended = of_yesterday(left_open)
    assert {(t.state, t.inaccurate) for t in ended} == {(TicketState.DONE, True), (TicketState.EXPIRED, True)}
    for ticket in ended:
        assert ticket.ended_at == MIDNIGHT
        if ticket.state is TicketState.DONE:
            assert left_open.errands(ticket)[-1].outcome is Outcome.UNFINISHED


def test_every_counter_is_signed_out(left_open):
    left_open.turn_to(MIDNIGHT)
    left_open.settle()
    for counter in ("3", "7", "8", "9", "10"):
        assert (left_open.desk(counter).state, left_open.desk(counter).staff) == (CounterState.CLOSED, None)
    assert left_open.clerk("7", "c03").staff == "c03"


def test_numbers_start_again_and_yesterdays_are_unknown(left_open):
    left_open.turn_to(MIDNIGHT)
    with pytest.raises(UnknownTicket):
        left_open.reception.cancel(request="old", label="A001")
    assert left_open.take().label == "A001"
    assert left_open.love().label == "901"


def test_nothing_of_yesterday_can_be_undone(left_open):
    left_open.turn_to(MIDNIGHT)
    clerk = left_open.clerk("10")
    with pytest.raises(NothingToUndo):
        clerk.do("undo")


def test_a_machine_asleep_for_a_week_opens_the_right_day(left_open):
    left_open.turn(minutes=7 * 24 * 60)
    assert left_open.take().day == "2026-11-27"
    assert left_open.kinds(0).count("DayClosed") == 1


def test_screens_show_an_empty_hall_before_the_first_event_of_the_day(left_open):
    left_open.turn_to(MIDNIGHT)
    board, console = left_open.board, left_open.console("3")
    assert board.day == "2026-11-21"
    assert (board.calls, board.missed) == ((), ())
    assert all(line.waiting == 0 for line in board.services)
    assert (console.current, console.waiting, console.parked, console.missed) == (None, (), (), ())
    assert console.served_today == 0
    assert board.settle_at == left_open.now


def test_the_day_is_the_offices_not_the_databases(make_hall):
    hall = make_hall(time_zone="Pacific/Auckland")
    hall.turn_to(Instant(MIDNIGHT - 6 * HOUR))
    assert hall.take().day == "2026-11-20"
    hall.turn(minutes=60)
    assert hall.take().day == "2026-11-21"


def test_a_day_closed_by_hand_gives_the_head_to_keep_elsewhere(hall):
    clerk = hall.clerk("3")
    hall.take()
    clerk.serves()
    end = Floor(hall.store).close_day(request="close")
    assert end.day == "2026-11-20"
    assert (end.seq, end.hash) == (hall.seq, hall.journal()[-1].hash)
    assert hall.desk("3").staff is None
    check_hall(hall)


def test_after_closing_by_hand_the_same_day_goes_on_with_its_numbers(hall):
    hall.take()
    Floor(hall.store).close_day(request="close")
    hall.turn(seconds=MINUTE / 1000)
    assert hall.take().label == "A002"
    check_hall(hall)
