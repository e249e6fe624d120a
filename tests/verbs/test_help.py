"""「需要協助」: one call a kiosk, one person who comes, a number that goes to the kiosk it was asked at."""

import json
import threading

import pytest

from tests.verbs import acts
from tests.verbs.soundness import check_hall
from waitline.model.clock import HOUR
from waitline.model.errors import HelpOver, HelpUnknown, Refused
from waitline.model.help import STAYS
from waitline.model.slip import JobState
from waitline.model.ticket import Need, Origin, PriorityClass
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request
from waitline.views import kiosk_view


def ask(hall, place="kiosk-1", **facts):
    return hall.reception.ask_for_help(request=new_request(), place=place, **facts)


def answer(hall, call, by="greeter"):
    hall.reception.answer_help(request=new_request(), help_id=call, by=by)


def give(hall, call, **facts):
    facts = {"request": new_request(), "by": "greeter", "service": "TRANS"} | facts
    return hall.reception.take_for_help(help_id=call, **facts)


def heard(hall, counter="3"):
    """The calls a console shows."""
    return [call.id for call in hall.console(counter).help]


def test_a_call_reaches_every_counter_where_somebody_sits(hall):
    hall.clerks("3", "7")
    call = ask(hall, language="vi")
    for counter in ("3", "7"):
        (shown,) = hall.console(counter).help
        assert (shown.id, shown.place, shown.language, shown.asked_at) == (call, "kiosk-1", "vi", hall.now)
        assert hall.console(counter).allowed.answer_help
    assert hall.console("8").help == ()


def test_asking_again_while_nobody_has_answered_is_the_same_call(hall):
    hall.clerk("3")
    call = ask(hall)
    hall.turn(seconds=30)
    before = hall.seq
    assert ask(hall) == call
    assert hall.kinds(before) == ["AlreadySo"]
    assert heard(hall) == [call]


def test_two_kiosks_are_two_calls_and_the_older_is_first(hall):
    hall.clerk("3")
    first, second = ask(hall, "kiosk-2"), ask(hall, "kiosk-1")
    assert heard(hall) == [first, second]


def test_once_answered_it_stays_with_who_answered_for_a_while_and_is_gone_elsewhere(hall):
    hall.clerks("3", "7")
    call = ask(hall)
    answer(hall, call, by="c03")
    assert heard(hall, "3") == [call]
    assert heard(hall, "7") == []
    (entry,) = [entry for entry in hall.journal() if entry.kind == "HelpAnswered"]
    assert (entry.staff, entry.facts["help"], entry.facts["place"]) == ("c03", call, "kiosk-1")
    hall.turn(ms=STAYS - 1)
    assert heard(hall, "3") == [call]
    hall.turn(ms=1)
    assert heard(hall, "3") == []


def test_after_somebody_came_the_next_visitor_may_ask_again(hall):
    hall.clerk("3")
    call = ask(hall)
    answer(hall, call)
    assert ask(hall) != call


def test_a_withdrawn_call_is_gone_everywhere_even_after_somebody_set_out(hall):
    hall.clerk("3")
    for comes in (False, True):
        call = ask(hall)
        if comes:
            answer(hall, call, by="c03")
        hall.reception.withdraw_help(request=new_request(), help_id=call)
        assert heard(hall) == []
        before = hall.seq
        hall.reception.withdraw_help(request=new_request(), help_id=call)
        assert hall.kinds(before) == ["AlreadySo"]


def test_the_number_is_for_who_asked_and_its_slip_for_the_printer_there(hall):
    hall.clerk("3")
    hall.take()
    call = ask(hall, language="id")
    taken = give(hall, call, needs=frozenset({Need.DEAF, Need.WHEELCHAIR}))
    ticket = taken.ticket
    assert (ticket.label, ticket.language, ticket.origin) == ("A002", "id", Origin.GREETER)
    assert ticket.needs == {Need.DEAF, Need.WHEELCHAIR}
    assert (taken.ahead, taken.job.printer, taken.job.state) == (1, "kiosk-1", JobState.QUEUED)
    here = hall.kiosk.help
    assert (here.call.id, here.taken) == (call, taken)
    assert heard(hall) == []
    check_hall(hall)


def test_a_kiosk_without_a_printer_shows_the_number_all_the_same(hall):
    hall.clerk("3")
    taken = give(hall, ask(hall, "kiosk-2"))
    assert taken.job is None
    assert kiosk_view.read(hall.store, "kiosk-2").help.taken == taken
    assert hall.kiosk.help is None


def test_a_love_visitor_need_not_say_what_for_and_is_called_by_who_waits(hall):
    ready = acts.ready(hall)
    taken = give(hall, ask(hall), service=None, love=True, language="en")
    assert (taken.ticket.priority, taken.ticket.language) == (PriorityClass.LOVE, "en")
    assert hall.console(ready.counter).current.label == taken.ticket.label


def test_who_answered_gives_the_number_later_and_nobody_else_does(hall):
    hall.clerks("3", "7")
    call = ask(hall)
    answer(hall, call, by="c03")
    with pytest.raises(HelpUnknown):
        give(hall, call, by="c07")
    hall.turn(minutes=3)
    assert give(hall, call, by="c03").ticket.label == "A001"
    with pytest.raises(HelpOver):
        give(hall, call, by="c03")
    assert [ticket.label for ticket in hall.tickets()] == ["A001"]


def test_the_kiosk_is_told_each_step(hall):
    hall.clerk("3")
    assert hall.kiosk.help is None
    call = ask(hall)
    assert hall.kiosk.help.call.is_open
    answer(hall, call)
    here = hall.kiosk.help
    assert (here.call.answered_by, here.call.answered_at, here.taken) == ("greeter", hall.now, None)


def test_an_unanswered_call_ends_with_its_day(hall):
    hall.clerk("3")
    call, answered = ask(hall), ask(hall, "kiosk-2")
    answer(hall, answered)
    hall.turn(ms=16 * HOUR)
    assert heard(hall) == []
    assert hall.kiosk.help is None
    before = hall.seq
    hall.clerk("3")
    assert "HelpExpired" in hall.kinds(before)
    (ended,) = [entry for entry in hall.journal(before) if entry.kind == "HelpExpired"]
    assert ended.facts["help"] == call
    assert heard(hall) == []
    assert hall.kiosk.help is None
    with pytest.raises(HelpOver):
        answer(hall, call)
    assert ask(hall) > call
    check_hall(hall)


def test_when_many_answer_at_once_one_does(hall, make_store):
    hall.clerks("3", "7", "8", "9")
    call = ask(hall)
    outcomes: list[str] = []
    start = threading.Barrier(4)

    def run(staff: str) -> None:
        store = make_store(hall.store.url, hall.store.office)
        start.wait()
        try:
            Reception(store).take_for_help(request=new_request(), help_id=call, by=staff, service="TRANS")
            outcomes.append("given")
        except Refused as refused:
            outcomes.append(type(refused).__name__)
        finally:
            store.close()

    people = [threading.Thread(target=run, args=(staff,)) for staff in ("c03", "c07", "c08", "c09")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(outcomes) == ["HelpOver"] * 3 + ["given"]
    assert len(hall.tickets()) == 1


def test_the_journal_keeps_no_need_of_a_number_given_for_help(hall):
    hall.clerk("3")
    give(hall, ask(hall), needs=frozenset({Need.BLIND}))
    said = json.dumps([(entry.data, entry.result) for entry in hall.journal()])
    assert "blind" not in said


def test_a_call_that_nobody_answers_stays(hall):
    hall.clerk("3")
    call = ask(hall)
    hall.turn(minutes=90)
    assert heard(hall) == [call]
