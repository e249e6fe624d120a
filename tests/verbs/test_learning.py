"""What past days teach, through days that were really lived, on both databases."""

from dataclasses import replace

from tests.verbs.acts_learning import LEARNT
from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.model.forecast import Accuracy, Forecast, Kept, Line, Period, WaitRange
from waitline.model.ticket import PriorityClass
from waitline.verbs.learning import Learning, learn_for_today
from waitline.views import board, day_view, foresight

DAY = 24 * HOUR
DAYS = 5


def experience(hall):
    with hall.store.reading() as look:
        return look.experience()


def live(hall, *, visits=4, stays=8):
    """One day at one counter: everybody is told their wait and stays for eight minutes."""
    begins = hall.now
    clerk = hall.clerk("3")
    for _ in range(visits):
        told = foresight.read_newcomer(hall.store, "TRANS", PriorityClass.ORDINARY)
        hall.take(told=told)
    for _ in range(visits):
        clerk.serves()
        hall.turn(minutes=stays)
        clerk.do("finish")
    hall.turn_to(Instant(begins + DAY))


def lived(hall):
    for _ in range(DAYS):
        live(hall)
    hall.settle()


def test_what_was_told_is_kept_with_the_number(hall):
    told = Forecast(9 * MINUTE, 8 * MINUTE, WaitRange(5, 14))
    ticket, other = hall.take(told=told), hall.take()
    with hall.store.reading() as look:
        assert look.told(ticket.id) == told
        assert look.told(other.id) is None
        assert look.told_between(0, look.seq) == {ticket.id: told}


def test_the_slip_says_what_was_told_and_a_copy_that_comes_later_does_not(hall):
    told = Forecast(9 * MINUTE, 8 * MINUTE, WaitRange(5, 14))
    taken = hall.taken(printer="kiosk-1", told=told)
    assert taken.wait == taken.job.wait == told.announced
    copy = hall.reception.reprint(request="copy", label=taken.ticket.label, printer="kiosk-1")
    with hall.store.reading() as look:
        jobs = {job.id: job.wait for job in look.open_jobs("kiosk-1")}
    assert jobs == {taken.job.id: told.announced, copy.id: None}


def test_what_was_learnt_comes_back_as_it_was(hall):
    hall.take()
    assert Learning(hall.store).learn(LEARNT)
    assert experience(hall) == LEARNT


def test_past_days_teach_durations_and_errors_once_a_day(hall):
    lived(hall)
    assert learn_for_today(hall.store)
    assert hall.kinds(0).count("ExperienceRenewed") == 1
    found = experience(hall)
    assert found.days == DAYS
    assert found.paces["TRANS", False] == (DAYS * 4, DAYS * 4 * 8 * MINUTE)
    # reckoned were 0.5, 6, 11.5 and 17 minutes, and it became 0, 8, 16 and 24
    assert found.errors[Line.ORDINARY][0].middle == (2 + 4.5) / 2 * MINUTE
    before = hall.seq
    assert not learn_for_today(hall.store)
    assert hall.seq == before


def test_with_experience_visitors_are_told_a_range_that_holds(hall):
    lived(hall)
    learn_for_today(hall.store)
    clerk = hall.clerk("3")
    for _ in range(4):
        told = foresight.read_newcomer(hall.store, "TRANS", PriorityClass.ORDINARY)
        ticket = hall.take(told=told)
    assert told.announced is not None
    for _ in range(3):
        clerk.serves()
        hall.turn(minutes=8)
    clerk.serves()
    waited = (hall.ticket(ticket).called_at - ticket.issued_at) / MINUTE
    assert told.announced.least <= waited <= told.announced.most


def test_an_office_without_a_past_writes_nothing(hall):
    hall.take()
    before = hall.seq
    assert not learn_for_today(hall.store)
    assert hall.seq == before


def test_before_the_day_is_open_nothing_is_learnt(hall):
    live(hall)
    assert not learn_for_today(hall.store)


def test_what_was_left_open_over_night_teaches_no_duration(hall):
    hall.take()
    hall.clerk("3").serves()
    hall.turn(minutes=24 * 60)
    hall.settle()
    learn_for_today(hall.store)
    assert experience(hall).paces == {}


def promise(hall, visitors, *, late):
    """On one day so many are told 5 to 14 minutes and called after 8, but the last `late` of them after 20."""
    begins, clerk = hall.now, hall.clerk("3")
    told = Forecast(9 * MINUTE, 8 * MINUTE, WaitRange(5, 14))
    for _ in range(visitors):
        hall.take(told=told)
    hall.take(told=Forecast(0, 0, WaitRange(0, 0)))
    hall.take()
    left = hall.take(told=told)
    hall.reception.cancel(request=left.label, label=left.label)
    hall.turn(minutes=8)
    for number in range(visitors + 2):
        if number == visitors - late:
            hall.turn(minutes=12)
        clerk.serves()
        clerk.do("finish")
    hall.turn_to(Instant(begins + DAY))


def test_how_often_words_held_is_known_of_past_days_from_fifty_visitors_on(hall):
    promise(hall, 30, late=6)
    hall.settle()
    learn_for_today(hall.store)
    assert accuracies_of(hall) == ()
    promise(hall, 20, late=2)
    hall.settle()
    learn_for_today(hall.store)
    kept = experience(hall).kept
    assert list(kept.values()) == [(30, 24), (20, 18)]
    assert accuracies_of(hall) == (Accuracy(Period.WEEK, 84, 50), Accuracy(Period.MONTH, 84, 50))


def accuracies_of(hall):
    found = day_view.read(hall.store).accuracies
    assert board.read(hall.store, accuracy=True).accuracy == next(iter(found), None)
    assert board.read(hall.store).accuracy is None
    return found


def test_a_supervisor_sees_how_often_words_held_and_nobody_else_at_a_counter(hall):
    kept = {"2026-11-19": Kept(100, 84)}
    hall.clerk("3", staff="supervisor")
    hall.clerk("7")
    Learning(hall.store).learn(replace(LEARNT, kept=kept))
    week, month = hall.console("3").accuracies
    assert week == Accuracy(Period.WEEK, 84, 100)
    assert month == Accuracy(Period.MONTH, 84, 100)
    assert hall.console("7").accuracies == hall.console("8").accuracies == ()
