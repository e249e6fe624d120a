"""A clerk asks about a case without leaving the visitor, and is answered, or helped, or relieved."""

import pytest

from tests.verbs.case_help_hall import REVIEWERS, ask, cases, hard_case, verbs, with_reviewers
from waitline.model.case_help import Answer, Team
from waitline.model.case_help_errors import (
    CaseHelpAnswered,
    CaseHelpAsked,
    CaseHelpOver,
    CaseHelpTaken,
    MessageNeeded,
    NobodyToAsk,
    PersonalNumberTold,
)
from waitline.model.errors import CounterOccupied, NotAllowed, NotSignedIn, UnknownStaff
from waitline.model.ticket import TicketState
from waitline.verbs.calling import Calling
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request
from waitline.views import service_desk, stand_by


@pytest.fixture
def office(make_hall):
    return make_hall()


@pytest.fixture
def reviewed(office):
    """An office with a review team, and a hard case at counter 3."""
    with_reviewers(office)
    hard_case(office)
    return office


def answer(hall, verb, case, by, **facts):
    return getattr(verbs(hall), verb)(request=new_request(), case=case, by=by, **facts)


def finish(hall, counter, by):
    return Calling(hall.store).finish(request=new_request(), counter=counter, by=by)


def test_a_message_is_read_beside_the_visitor(reviewed):
    reviewed.clerk("7", REVIEWERS[0])
    case = ask(reviewed, Team.REVIEW)
    (seen,) = reviewed.console("7").cases.asked
    assert (seen.question, seen.counter, seen.staff) == ("收養登記要什麼文件？", "3", "c03")
    answer(reviewed, "answer_case_help", case.id, REVIEWERS[0], message=" 請看收出養許可 ")
    asking = reviewed.console("3").cases.own
    assert (asking.answer, asking.message, asking.answered_by) == (Answer.MESSAGE, "請看收出養許可", REVIEWERS[0])
    assert reviewed.console("3").current.state is TicketState.SERVING
    answer(reviewed, "end_case_help", case.id, "c03")
    assert reviewed.console("3").cases.own is None
    assert reviewed.console("7").cases.asked == ()


def test_only_the_team_that_is_asked_sees_it_and_the_supervisor_after_a_minute(reviewed):
    reviewed.clerk("7", REVIEWERS[0])
    reviewed.clerk("8", "supervisor")
    reviewed.clerk("1")
    ask(reviewed, Team.REVIEW)
    assert [len(reviewed.console(counter).cases.asked) for counter in ("7", "8", "1", "3")] == [1, 1, 0, 0]
    ask(reviewed, Team.SUPERVISOR)
    assert [len(reviewed.console(counter).cases.asked) for counter in ("7", "8", "1", "3")] == [0, 1, 0, 0]


def test_a_question_that_nobody_answers_climbs_once_and_is_told_when(reviewed):
    asked_at = ask(reviewed, Team.REVIEW).asked_at
    assert reviewed.console("3").settle_at == asked_at + 60_000
    reviewed.turn(seconds=59)
    reviewed.settle()
    assert cases(reviewed)[0].team is Team.REVIEW
    reviewed.turn(seconds=1)
    before = reviewed.seq
    reviewed.settle()
    reviewed.settle()
    assert reviewed.kinds(before) == ["CaseHelpEscalated"]
    assert cases(reviewed)[0].team is Team.SUPERVISOR
    assert reviewed.console("3").settle_at > reviewed.now


def test_whom_it_was_asked_first_may_still_answer_after_it_has_climbed(reviewed):
    case = ask(reviewed, Team.REVIEW)
    reviewed.turn(seconds=60)
    reviewed.settle()
    assert answer(reviewed, "come_to_case", case.id, REVIEWERS[1]).answered_by == REVIEWERS[1]


def test_one_comes_and_the_others_are_told_so(reviewed):
    case = ask(reviewed, Team.REVIEW)
    answer(reviewed, "come_to_case", case.id, REVIEWERS[0])
    with pytest.raises(CaseHelpTaken):
        answer(reviewed, "come_to_case", case.id, REVIEWERS[1])
    with pytest.raises(CaseHelpTaken):
        answer(reviewed, "answer_case_help", case.id, "supervisor", message="我來")
    with pytest.raises(CaseHelpAsked):
        ask(reviewed, Team.SUPERVISOR)


def test_after_a_message_somebody_may_come_and_the_clerk_may_ask_on(reviewed):
    case = ask(reviewed, Team.REVIEW)
    answer(reviewed, "answer_case_help", case.id, REVIEWERS[0], message="看看")
    assert answer(reviewed, "come_to_case", case.id, REVIEWERS[1]).message == "看看"
    answer(reviewed, "end_case_help", case.id, "c03")
    again = ask(reviewed, Team.REVIEW)
    answer(reviewed, "answer_case_help", again.id, REVIEWERS[0], message="看看")
    third = ask(reviewed, Team.REVIEW, "還是不清楚")
    assert [one.id for one in cases(reviewed)] == [third.id]
    with pytest.raises(CaseHelpOver):
        answer(reviewed, "answer_case_help", again.id, REVIEWERS[0], message="好")


def test_nobody_writes_over_the_words_of_a_colleague(reviewed):
    case = ask(reviewed, Team.REVIEW)
    answer(reviewed, "answer_case_help", case.id, REVIEWERS[0], message="看第 8 條")
    with pytest.raises(CaseHelpAnswered):
        answer(reviewed, "answer_case_help", case.id, REVIEWERS[1], message="看第 9 條")
    answer(reviewed, "answer_case_help", case.id, REVIEWERS[0], message="看第 8 條第 2 項")
    answer(reviewed, "come_to_case", case.id, REVIEWERS[1])
    with pytest.raises(CaseHelpTaken):
        answer(reviewed, "answer_case_help", case.id, REVIEWERS[0], message="看第 9 條")
    assert reviewed.console("3").cases.own.message == "看第 8 條第 2 項"


def test_at_a_desk_of_their_own_they_are_asked_as_at_a_counter_and_told_about_whom(reviewed):
    case = ask(reviewed, Team.REVIEW)
    reviewed.clerk("8", "supervisor")
    label = reviewed.console("3").current.label
    for seen in (
        service_desk.read(reviewed.store, "supervisor").cases,
        stand_by.read(reviewed.store, REVIEWERS[0]).cases,
        reviewed.console("8").cases,
    ):
        assert seen.asked == (case,)
        assert seen.ticket_of(case).label == label
    reviewed.clerk("7", REVIEWERS[0])
    assert stand_by.read(reviewed.store, REVIEWERS[0]).cases.asked == ()


@pytest.mark.parametrize("words", ["A123456789 本人未到", "打 0912-345-678", "02-2345-6789", "ac12345678"])
def test_a_number_by_which_a_visitor_is_known_is_told_to_nobody(reviewed, words):
    with pytest.raises(PersonalNumberTold):
        ask(reviewed, Team.REVIEW, words)
    case = ask(reviewed, Team.REVIEW, "0379 號，第 8 條，民國 115 年")
    with pytest.raises(PersonalNumberTold):
        answer(reviewed, "answer_case_help", case.id, REVIEWERS[0], message=words)


def test_a_question_is_asked_once_of_a_team(reviewed):
    ask(reviewed, Team.REVIEW)
    with pytest.raises(CaseHelpAsked):
        ask(reviewed, Team.REVIEW)


def test_who_takes_over_serves_the_visitor_on_at_their_own_counter(reviewed):
    taker = reviewed.clerk("7", "supervisor")
    case = ask(reviewed, Team.SUPERVISOR)
    ticket = answer(reviewed, "take_over_case", case.id, "supervisor", counter="7")
    assert (ticket.state, ticket.counter) == (TicketState.SERVING, "7")
    assert [(e.counter, str(e.outcome) if e.outcome else None) for e in reviewed.errands(ticket)] == [
        ("3", "transferred"),
        ("7", None),
    ]
    assert reviewed.console("3").current is None
    assert reviewed.console("3").undo is None
    taker.do("finish")
    assert reviewed.ticket(ticket).state is TicketState.DONE


def test_taking_over_is_undone_as_one_step(reviewed):
    taker = reviewed.clerk("7", "supervisor")
    case = ask(reviewed, Team.SUPERVISOR)
    before = reviewed.console("3").current
    answer(reviewed, "take_over_case", case.id, "supervisor", counter="7")
    taker.do("undo")
    now = reviewed.console("3").current
    assert (now.label, now.state, now.begun_at) == (before.label, TicketState.SERVING, before.begun_at)
    assert reviewed.console("7").current is None
    assert [e.outcome for e in reviewed.errands(now)] == [None]


def test_nobody_takes_over_to_a_counter_where_somebody_sits(reviewed):
    taker = reviewed.clerk("7", "supervisor")
    reviewed.take()
    taker.serves()
    case = ask(reviewed, Team.SUPERVISOR)
    before = reviewed.everything()
    with pytest.raises(CounterOccupied):
        answer(reviewed, "take_over_case", case.id, "supervisor", counter="7")
    with pytest.raises(NotSignedIn):
        answer(reviewed, "take_over_case", case.id, "supervisor", counter="8")
    assert reviewed.everything() == before


def test_a_question_is_over_when_its_visitor_has_gone_and_back_when_that_is_undone(reviewed):
    reviewed.clerk("8", "supervisor")
    case = ask(reviewed, Team.SUPERVISOR)
    finish(reviewed, "3", "c03")
    assert reviewed.console("8").cases.asked == ()
    with pytest.raises(CaseHelpOver):
        answer(reviewed, "come_to_case", case.id, "supervisor")
    Calling(reviewed.store).undo(request=new_request(), counter="3", by="c03")
    assert [one.id for one in reviewed.console("8").cases.asked] == [case.id]
    finish(reviewed, "3", "c03")
    reviewed.settle()
    assert cases(reviewed) == []


def test_refusals_name_what_is_the_matter(reviewed):
    case = ask(reviewed, Team.REVIEW)
    with pytest.raises(NotAllowed):
        answer(reviewed, "come_to_case", case.id, "c07")
    with pytest.raises(NotAllowed):
        answer(reviewed, "end_case_help", case.id, "supervisor")
    with pytest.raises(UnknownStaff):
        answer(reviewed, "come_to_case", case.id, "nobody")
    with pytest.raises(MessageNeeded):
        answer(reviewed, "answer_case_help", case.id, REVIEWERS[0], message="  ")
    with pytest.raises(CaseHelpOver):
        answer(reviewed, "come_to_case", case.id + 1000, REVIEWERS[0])


def test_nobody_asks_themselves(office):
    office.clerk("7", "supervisor").hall.take()
    Calling(office.store).call_next(request=new_request(), counter="7", by="supervisor")
    with pytest.raises(NobodyToAsk):
        verbs(office).ask_for_case_help(request=new_request(), counter="7", by="supervisor", team=Team.SUPERVISOR)


def test_what_was_said_dies_with_the_day(reviewed):
    case = ask(reviewed, Team.REVIEW)
    answer(reviewed, "answer_case_help", case.id, REVIEWERS[0], message="請看第 8 條")
    Floor(reviewed.store).close_day(request=new_request())
    assert cases(reviewed) == []
    with reviewed.store.reading() as look:
        kept = look.case_help(case.id)
    assert (kept.question, kept.message, kept.answered_by) == (None, None, REVIEWERS[0])
    said = "".join(entry.data + (entry.result or "") for entry in reviewed.journal())
    assert "收養" not in said
    assert "第 8 條" not in said
