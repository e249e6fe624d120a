"""The protocol of a summons, on both databases: by rule and by hand, in every way it may go."""

import pytest

from tests.verbs.back_line_hall import (
    CREW,
    accepted,
    asked,
    at_the_counter,
    crew,
    full,
    picture,
    stand_by,
    summons,
    the_summons,
    verbs,
)
from waitline.model.back_line_errors import NobodyToSummon, SummonsOver, SummonsTaken
from waitline.model.clock import MINUTE
from waitline.model.counter import CounterState
from waitline.model.errors import NotAllowed, ReasonNeeded, WrongPin
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

FIRST, SECOND, THIRD = CREW


def test_a_hall_that_stays_full_asks_the_first_of_the_rota(hall):
    full(hall)
    hall.settle()
    assert picture(hall).open == ()
    hall.turn(seconds=30)
    hall.settle()
    one = the_summons(hall)
    assert (one.asked, one.counter, one.reason) == (FIRST, "11", None)
    hall.turn(seconds=30)
    hall.settle()
    assert the_summons(hall) == one


def test_every_view_says_when_the_hall_is_to_be_looked_at(hall):
    full(hall)
    assert hall.board.settle_at == hall.now
    hall.settle()
    assert hall.board.settle_at == hall.now + 30_000
    assert hall.console("3").settle_at == hall.kiosk.settle_at == hall.board.settle_at


def test_where_nobody_stands_by_nobody_is_asked(hall):
    crew(hall)
    for _ in range(5):
        hall.take()
    for _ in range(10):
        hall.settle()
        hall.turn(seconds=30)
    assert picture(hall).open == ()


def test_who_does_not_answer_in_a_minute_is_followed_by_the_next_and_then_the_supervisor_is_told(hall):
    number = asked(hall)
    askings = [the_summons(hall).asked]
    for _ in range(3):
        hall.turn(seconds=59)
        hall.settle()
        assert the_summons(hall).asked == askings[-1]
        hall.turn(seconds=1)
        hall.settle()
        askings.append(the_summons(hall).asked)
    assert askings == [FIRST, SECOND, THIRD, None]
    kinds = [str(entry.kind) for entry in hall.journal(number) if "Watched" not in entry.kind]
    assert kinds[-1] == "SummonsEscalated"
    hall.turn(minutes=5)
    hall.settle()
    assert number not in {one.id for one in picture(hall).open}
    assert hall.journal(number)[-1].facts.get("how", "unanswered") == "unanswered"


def test_whoever_is_asked_is_asked_to_a_counter_that_they_may_open(hall):
    number = asked(hall)
    verbs(hall).decline(request=new_request(), summons=number, by=FIRST, reason="會議中")
    assert (the_summons(hall).asked, the_summons(hall).counter) == (SECOND, "12")
    verbs(hall).accept(request=new_request(), summons=number, by=SECOND)
    verbs(hall).arrive(request=new_request(), summons=number, staff=SECOND)
    assert hall.desk("12").staff == SECOND


def test_who_comes_after_all_opens_their_own_counter(hall):
    number = asked(hall)
    verbs(hall).decline(request=new_request(), summons=number, by=FIRST, reason="會議中")
    verbs(hall).accept(request=new_request(), summons=number, by=FIRST)
    assert the_summons(hall).counter == "11"
    verbs(hall).arrive(request=new_request(), summons=number, staff=FIRST)
    assert hall.desk("11").staff == FIRST


def test_who_answers_late_is_as_welcome_while_nobody_has_accepted(hall):
    number = asked(hall)
    hall.turn(seconds=60)
    hall.settle()
    verbs(hall).accept(request=new_request(), summons=number, by=FIRST)
    assert the_summons(hall).staff == FIRST
    with pytest.raises(SummonsTaken):
        verbs(hall).accept(request=new_request(), summons=number, by=SECOND)


def test_arriving_opens_the_counter_and_next_calls_somebody_there(hall):
    at_the_counter(hall)
    assert hall.desk("11").state is CounterState.OPEN
    assert the_summons(hall).is_here
    called = Calling(hall.store).call_next(request=new_request(), counter="11", by=FIRST)
    assert called.ticket is not None


def test_signing_in_at_the_counter_is_arriving(hall):
    accepted(hall)
    hall.clerk("11", FIRST)
    assert the_summons(hall).is_here


def test_a_wrong_pin_is_no_arrival(hall):
    with_pin(hall, FIRST)
    with pytest.raises(WrongPin):
        verbs(hall).stand_by(request=new_request(), staff=FIRST, pin="0000")
    assert picture(hall).standing_by == ()
    verbs(hall).stand_by(request=new_request(), staff=FIRST, pin="2468")
    number = verbs(hall).summon(request=new_request(), by="supervisor", reason="人多").id
    verbs(hall).accept(request=new_request(), summons=number, by=FIRST)
    with pytest.raises(WrongPin):
        verbs(hall).arrive(request=new_request(), summons=number, staff=FIRST, pin="0000")
    assert hall.desk("11").state is CounterState.CLOSED


def with_pin(hall, staff):
    crew(hall)
    Floor(hall.store).set_pin(request=new_request(), staff=staff, pin="2468")


def test_a_quiet_hall_lets_the_last_who_came_go_and_leaving_ends_it(hall):
    number = at_the_counter(hall)
    for label in ("A001", "A002", "A003"):
        hall.reception.cancel(request=new_request(), label=label)
    for _ in range(60):
        hall.turn(seconds=30)
        hall.settle()
    one = summons(hall, number)
    assert one.released_at == one.begun_at + 15 * MINUTE
    Calling(hall.store).sign_out(request=new_request(), counter="11", by=FIRST)
    assert summons(hall, number).ended_at is not None
    assert picture(hall).open == ()
    assert FIRST in {one.staff for one in picture(hall).standing_by}


def test_who_stands_down_is_asked_no_longer_and_comes_no_longer(hall):
    number = accepted(hall)
    verbs(hall).stand_down(request=new_request(), staff=FIRST)
    one = the_summons(hall)
    assert (one.id, one.staff, one.asked) == (number, None, SECOND)


def test_a_declined_summons_is_not_asked_of_the_same_person_again(hall):
    number = asked(hall)
    for who in CREW:
        verbs(hall).decline(request=new_request(), summons=number, by=who, reason="會議中")
    one = the_summons(hall)
    assert one.asked is None
    assert one.was_tried == frozenset(CREW)


def test_nobody_is_asked_twice_at_once(hall):
    asked(hall)
    second = verbs(hall).summon(request=new_request(), by="supervisor", reason="人多")
    assert (second.asked, second.counter) == (SECOND, "12")
    verbs(hall).summon(request=new_request(), by="supervisor", reason="人多")
    with pytest.raises(NobodyToSummon):
        verbs(hall).summon(request=new_request(), by="supervisor", reason="人多")


def test_a_day_ends_every_summons_and_every_stand_by(hall):
    at_the_counter(hall)
    hall.turn(minutes=24 * 60)
    hall.settle()
    assert picture(hall).open == ()
    assert picture(hall).standing_by == ()
    assert picture(hall).watch.filled_at is None


def test_everything_that_is_refused_says_so_and_changes_nothing(hall):
    number = asked(hall)
    before = hall.everything()
    for refusal, act in (
        (ReasonNeeded, lambda: verbs(hall).summon(request=new_request(), by="supervisor", reason=" ")),
        (ReasonNeeded, lambda: verbs(hall).decline(request=new_request(), summons=number, by=FIRST, reason="")),
        (ReasonNeeded, lambda: verbs(hall).call_off(request=new_request(), summons=number, by="c03", reason="")),
        (NotAllowed, lambda: verbs(hall).stand_by(request=new_request(), staff="c03")),
        (NotAllowed, lambda: verbs(hall).accept(request=new_request(), summons=number, by="c03")),
        (NotAllowed, lambda: verbs(hall).summon(request=new_request(), by="installer", reason="人多")),
        (SummonsTaken, lambda: verbs(hall).decline(request=new_request(), summons=number, by=SECOND, reason="忙")),
        (SummonsTaken, lambda: verbs(hall).arrive(request=new_request(), summons=number, staff=SECOND)),
        (SummonsOver, lambda: verbs(hall).release(request=new_request(), summons=number, by="c03", reason="少")),
        (SummonsOver, lambda: verbs(hall).accept(request=new_request(), summons=1, by=FIRST)),
    ):
        with pytest.raises(refusal) as refused:
            act()
        assert refused.value.words.zh
        assert refused.value.words.en
    assert hall.everything() == before


def test_standing_by_twice_is_standing_by_once(hall):
    crew(hall)
    stand_by(hall, FIRST, FIRST)
    assert [one.staff for one in picture(hall).standing_by] == [FIRST]
