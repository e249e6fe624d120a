"""Anything anybody may do, in any order, legal or not, against a hall written apart.

States, counters, times, errands, undo and who is next must be the model's after every step; a refusal must be one
of those that are true then, in words, and leave everything as it was.
"""

from collections import Counter as Tally
from dataclasses import dataclass, field
from functools import wraps

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.builders import COUNTERS, Clerk
from tests.verbs.hall_model import HEAD_START, HallModel, Person, faults
from tests.verbs.soundness import check_hall
from waitline.model.clock import MINUTE, SECOND, Instant
from waitline.model.counter import Desk
from waitline.model.errors import Refused
from waitline.model.ticket import Need
from waitline.rules.dispatch import Why
from waitline.verbs.calling import Calling
from waitline.verbs.requests import new_request

SERVICES = ["TRANS", "REG", "CERT"]
CLERK_VERBS = {
    *("call_next", "call_ticket", "override_reserve", "begin", "finish", "no_show", "recall", "put_back"),
    *(
        "park",
        "unpark",
        "transfer",
        "continue_with",
        "correct_service",
        "serve_walk_in",
        "pause",
        "close_counter",
        "open",
    ),
    *("sign_in", "sign_out", "undo"),
}
AT_WORK = ["1", "3", "7", "8", "10"]
counters = st.sampled_from(AT_WORK)
wishes = st.tuples(st.integers(0, 30), st.sampled_from([True] * 7 + [False]))
"""Somebody by number; mostly one of whom it makes sense, sometimes just anybody."""
services = st.sampled_from(SERVICES)
reasons = st.sampled_from(["拍照"] * 7 + [" "])
minutes_if_any = st.none() | st.integers(1, 20)


@dataclass
class Tried:
    """What was tried on all days of a run: verbs that were done, refusals by their names."""

    done: Tally[str] = field(default_factory=Tally)
    refused: Tally[str] = field(default_factory=Tally)

    @property
    def actions(self):
        return self.done.total() + self.refused.total()


def there_is(*states):
    """Somebody is in one of the states."""
    return precondition(lambda self: any(p.state in states for p in self.model.people.values()))


def a_counter_with(*states):
    return precondition(lambda self: any(self.stands_at(c) in states for c in AT_WORK))


def action(**facts):
    """A rule before which a moment passes, since what is done has times of its own. Some actions are taken back at
    once, or are to be when it is too late."""

    def of(do):
        @wraps(do)
        def later(self, moment, back_after, **given):
            self.steps += 1
            self.let_pass(moment)
            self.acted_at = None
            do(self, **given)
            if back_after is not None and self.acted_at is not None:
                self.let_pass(back_after)
                self.take_back(self.acted_at)

        moments = {"moment": st.sampled_from([0, 0, 3]), "back_after": st.sampled_from([None, None, 0, 9, 11])}
        return rule(**moments, **facts)(later)

    return of


def now_and_then(of):
    """Not at every step: a hall in which counters come and go all the time calls nobody."""
    return precondition(lambda self: self.steps % 4 == 0)(of)


def serves(counter, service):
    served = COUNTERS[counter]["services"]
    return service is None or served == "all" or service in served


def login(counter):
    return f"c{int(counter):02}"


class AnyDay(RuleBasedStateMachine):
    """Each rule tries a verb; the model says why it must be refused, if so, and what it must have done."""

    def __init__(self, make_hall, tried):
        super().__init__()
        self.make_hall, self.tried = make_hall, tried
        self.staff, self.steps, self.acted_at = {}, 0, None

    @initialize(reserve=st.booleans(), first=st.sets(counters, min_size=1), early=st.lists(services, max_size=6))
    def some_sign_in_and_some_wait(self, reserve, first, early):
        self.hall = self.make_hall(reserve="on" if reserve else "off")
        self.model = HallModel(now=self.hall.now, reserve_on=reserve)
        for service in early:
            self.add(self.hall.take(service))
        for counter in sorted(first):
            self.hall.clerk(counter)
            self.sits(counter, login(counter))

    def sits(self, counter, staff):
        self.staff[counter] = staff
        self.model.stand(counter, "OPEN")

    def tries(self, verb, why_not, do):
        """`do` happens exactly when nothing speaks against it; else a true fault is named, and nothing changes."""
        if not why_not:
            self.tried.done[verb] += 1
            return do()
        before = self.hall.seq
        with pytest.raises(Refused) as refused:
            do()
        name, words = type(refused.value).__name__, refused.value.words
        assert name in why_not
        assert words.zh
        assert words.en
        assert self.hall.seq == before
        self.tried.refused[name] += 1
        return None

    def acts(self, counter, verb, why_not, change, *, undoable=True, **facts):
        clerk = Clerk(hall=self.hall, counter=counter, staff=self.staff.get(counter, login(counter)))
        before = self.model.picture()
        why_not = why_not | faults(NotSignedIn=counter not in self.staff)
        outcome = self.tries(verb, why_not, lambda: clerk.do(verb, **facts))
        if outcome is not None:
            change()
            self.acted_at = counter
            if undoable:
                self.model.remember(counter, before)
        return outcome

    def closed(self, counter):
        return faults(CounterNotOpen=not self.model.is_open(counter))

    def not_at(self, counter, *states):
        """Why nothing can be done with the visitor at the counter: there is none, or not in one of the states."""
        there = self.model.at(counter)
        wrong = there is not None and there.state not in states
        return self.closed(counter) | faults(CounterEmpty=there is None, IllegalMove=wrong)

    def not_empty(self, counter):
        return self.closed(counter) | self.occupied(counter)

    def occupied(self, counter):
        return faults(CounterOccupied=self.model.at(counter) is not None)

    def not_to(self, to, service):
        """Why nobody can be sent there to wait."""
        if to is None:
            return set()
        return faults(
            NotServedHere=not serves(to, service), CounterTakesNobody=not self.model.may_be_waited_for(to)
        )

    def add(self, ticket, *, wheelchair=False):
        self.model.people[ticket.id] = Person(
            id=ticket.id, label=ticket.label, service=ticket.service, priority=ticket.priority,
            key_at=self.model.now - HEAD_START[ticket.priority], issued_at=self.model.now, wheelchair=wheelchair,
        )  # fmt: skip
        return self.model.people[ticket.id]

    def somebody(self, wish, *states):
        number, sensible = wish
        people = list(self.model.people.values())
        fitting = [person for person in people if person.state in states and sensible] or people
        return fitting[-1 - number % len(fitting)] if fitting else None

    def stands_at(self, counter):
        """The state of whoever is there; "" for an open counter with nobody, None for one that is not open."""
        there = self.model.at(counter)
        return there.state if there else "" if self.model.is_open(counter) else None

    def somewhere(self, wish, *states):
        """A counter where it stands like that, if it is to make sense and there is one."""
        number, sensible = wish
        fitting = [counter for counter in AT_WORK if self.stands_at(counter) in states]
        fitting = (fitting if sensible else []) or AT_WORK
        return fitting[number % len(fitting)]

    # -- reception ----------------------------------------------------------------------------------------

    @action(service=services, love=st.booleans(), open_love=st.booleans(), wheelchair=st.booleans())
    def take(self, service, love, open_love, wheelchair):
        chosen = None if love and open_love else service
        needs = frozenset({Need.WHEELCHAIR}) if wheelchair else frozenset()
        self.add(self.hall.take(chosen, love=love, needs=needs), wheelchair=wheelchair)
        self.model.settle()

    @now_and_then
    @there_is("WAITING", "CALLED", "PARKED")
    @action(wish=wishes)
    def cancel(self, wish):
        person = self.somebody(wish, "WAITING", "CALLED", "PARKED")
        why_not = faults(IllegalMove=person.state not in {"WAITING", "CALLED", "PARKED"})
        asked = {"request": new_request(), "label": person.label}
        if self.tries("cancel", why_not, lambda: self.hall.reception.cancel(**asked)):
            self.model.move(person, "CANCELLED", due=None)

    @there_is("NO_SHOW")
    @action(wish=wishes)
    def welcome_back(self, wish):
        person = self.somebody(wish, "NO_SHOW")
        asked = {"request": new_request(), "label": person.label}
        why_not = faults(IllegalMove=person.state != "NO_SHOW")
        if self.tries("welcome_back", why_not, lambda: self.hall.reception.welcome_back(**asked)):
            behind = self.model.now - 10 * MINUTE - HEAD_START[person.priority]
            self.model.wait_again(person, key_at=max(person.key_at, behind))
            self.model.settle()

    @there_is("PARKED")
    @action(wish=wishes)
    def unpark(self, wish):
        person = self.somebody(wish, "PARKED")
        asked = {"request": new_request(), "label": person.label, "by": "c01"}
        why_not = faults(IllegalMove=person.state != "PARKED")
        if self.tries("unpark", why_not, lambda: Calling(self.hall.store).unpark(**asked)):
            self.model.wait_again(person)
            self.model.settle()

    @now_and_then
    @a_counter_with("")
    @action(wish=wishes)
    def lead_somebody_to(self, wish):
        counter = self.somewhere(wish, "")
        asked = {"request": new_request(), "by": "greeter", "counter": counter}
        lead = lambda: self.hall.reception.bring_love_visitor(**asked)  # noqa: E731 - short
        ticket = self.tries("bring_love_visitor", self.not_empty(counter), lead)
        if ticket:
            self.model.sit_down(self.add(ticket), counter)
            self.model.settle()

    # -- calling ------------------------------------------------------------------------------------------

    @a_counter_with("", "SERVING")
    @action(wish=wishes)
    def call_next(self, wish):
        counter = self.somewhere(wish, "", "SERVING")
        there, view = self.model.at(counter), self.hall.console(counter)
        why_not = self.closed(counter) | faults(NotBegun=there is not None and there.state == "CALLED")
        assert view.allowed.call_next == (not why_not)

        def change():
            if there:
                self.model.finish(there)
            self.model.stand(counter, "READY")
            self.model.settle()

        called = self.acts(counter, "call_next", why_not, change)
        if called is not None:
            promised = None if view.next is None else view.next.id
            assert (promised, view.next_why) == (None if called.ticket is None else called.ticket.id, called.why)
            now_there = self.model.at(counter)
            assert (called.ticket is None) == (now_there is None)
            assert (called.why in {Why.NOBODY, Why.RESERVED}) == (called.ticket is None)

    @now_and_then
    @a_counter_with("", "SERVING")
    @there_is("WAITING", "PARKED", "NO_SHOW")
    @action(wish=wishes, whom=wishes, reason=reasons, known=st.sampled_from([True] * 9 + [False]))
    def call_ticket(self, wish, whom, reason, known):
        counter = self.somewhere(wish, "", "SERVING")
        there, person = self.model.at(counter), self.somebody(whom, "WAITING", "PARKED", "NO_SHOW")
        why_not = self.closed(counter) | faults(
            ReasonNeeded=not reason.strip(),
            NotBegun=there is not None and there.state == "CALLED",
            UnknownTicket=not known,
            IllegalMove=person.state not in {"WAITING", "PARKED", "NO_SHOW"},
            NotServedHere=not serves(counter, person.service),
        )

        def change():
            if there:
                self.model.finish(there)
            self.model.call(person, counter)

        label = person.label if known else "Z999"
        self.acts(counter, "call_ticket", why_not, change, label=label, reason=reason)

    @now_and_then
    @a_counter_with("")
    @action(wish=wishes)
    def override_reserve(self, wish):
        counter = self.somewhere(wish, "")

        def change():
            self.model.stand(counter, "READY")
            self.model.settle(override=counter)

        self.acts(counter, "override_reserve", self.not_empty(counter), change)

    @a_counter_with("CALLED")
    @action(wish=wishes, service=st.none() | services)
    def begin(self, wish, service):
        counter = self.somewhere(wish, "CALLED")
        there = self.model.at(counter)
        unsaid = there is not None and (service or there.service) is None
        why_not = self.not_at(counter, "CALLED") | faults(
            NotServedHere=not serves(counter, service), ServiceNeeded=unsaid
        )
        change = lambda: self.model.begin(there, service or there.service)  # noqa: E731 - short
        self.acts(counter, "begin", why_not, change, service=service)

    @a_counter_with("SERVING")
    @action(wish=wishes, service=st.none() | services, how=st.sampled_from(["done", "not_possible"]))
    def finish(self, wish, service, how):
        counter = self.somewhere(wish, "SERVING")
        there = self.model.at(counter)
        called = there is not None and there.state == "CALLED"
        why_not = self.closed(counter) | faults(
            CounterEmpty=there is None, NotBegun=called, NotServedHere=not serves(counter, service)
        )
        change = lambda: self.model.finish(there, how, service)  # noqa: E731 - short
        self.acts(counter, "finish", why_not, change, service=service, outcome=how)

    @a_counter_with("CALLED")
    @action(wish=wishes)
    def no_show(self, wish):
        counter = self.somewhere(wish, "CALLED")
        there, due = self.model.at(counter), self.model.now + 30 * MINUTE
        change = lambda: self.model.move(there, "NO_SHOW", due=due)  # noqa: E731 - short
        self.acts(counter, "no_show", self.not_at(counter, "CALLED"), change)

    @a_counter_with("CALLED")
    @action(wish=wishes)
    def recall(self, wish):
        counter = self.somewhere(wish, "CALLED")
        there = self.model.at(counter)
        self.acts(counter, "recall", self.not_at(counter, "CALLED"), lambda: self.model.recall(there))

    @a_counter_with("CALLED")
    @action(wish=wishes)
    def put_back(self, wish):
        counter = self.somewhere(wish, "CALLED")
        there = self.model.at(counter)

        def change():
            self.model.wait_again(there)
            self.model.settle()

        self.acts(counter, "put_back", self.not_at(counter, "CALLED"), change)

    # -- setting aside ------------------------------------------------------------------------------------

    @a_counter_with("CALLED", "SERVING")
    @action(wish=wishes, minutes=minutes_if_any, reason=reasons)
    def park(self, wish, minutes, reason):
        counter = self.somewhere(wish, "CALLED", "SERVING")
        there = self.model.at(counter)
        due = None if minutes is None else Instant(self.model.now + minutes * MINUTE)
        why_not = self.not_at(counter, "CALLED", "SERVING") | faults(ReasonNeeded=not reason.strip())
        self.acts(counter, "park", why_not, lambda: self.model.park(there, due), reason=reason, until=due)

    @a_counter_with("CALLED", "SERVING")
    @action(wish=wishes, service=st.none() | services, to=st.none() | counters)
    def transfer(self, wish, service, to):
        counter = self.somewhere(wish, "CALLED", "SERVING")
        there = self.model.at(counter)
        code = service or (there.service if there else None)
        why_not = self.not_at(counter, "CALLED", "SERVING") | self.not_to(to, code)
        why_not |= faults(ReasonNeeded=service is None and to is None)

        def change():
            self.model.wait_again(there, "transferred", service=code, for_counter=to)
            self.model.settle()

        self.acts(counter, "transfer", why_not, change, service=service, to_counter=to)

    @a_counter_with("SERVING")
    @action(wish=wishes, service=services, to=st.none() | counters)
    def continue_with(self, wish, service, to):
        counter = self.somewhere(wish, "SERVING")
        there = self.model.at(counter)
        here = to in {None, counter} and serves(counter, service)
        why_not = self.not_at(counter, "SERVING") | (set() if here else self.not_to(to, service))

        def change():
            if here:
                self.model.end_errand(there, "continued")
                self.model.begin(there, service)
            else:
                self.model.wait_again(there, "continued", service=service, for_counter=to)
                self.model.settle()

        self.acts(counter, "continue_with", why_not, change, service=service, to_counter=to)

    @a_counter_with("SERVING")
    @action(wish=wishes, service=services)
    def correct_service(self, wish, service):
        counter = self.somewhere(wish, "SERVING")
        there = self.model.at(counter)
        why_not = self.not_at(counter, "SERVING") | faults(NotServedHere=not serves(counter, service))
        other = there is not None and there.service != service

        def change():
            if other:
                self.model.correct(there, service)

        self.acts(counter, "correct_service", why_not, change, undoable=other, service=service)

    @now_and_then
    @a_counter_with("")
    @action(wish=wishes, service=services, love=st.booleans())
    def serve_walk_in(self, wish, service, love):
        counter = self.somewhere(wish, "")
        before = self.model.picture()
        why_not = self.not_empty(counter) | faults(NotServedHere=not serves(counter, service))
        facts = {"service": service, "love": love}
        ticket = self.acts(counter, "serve_walk_in", why_not, lambda: None, undoable=False, **facts)
        if ticket:
            self.model.sit_down(self.add(ticket), counter)
            self.model.remember(counter, before)

    # -- counters -----------------------------------------------------------------------------------------

    @now_and_then
    @a_counter_with("")
    @action(wish=wishes, minutes=minutes_if_any, reason=reasons)
    def pause(self, wish, minutes, reason):
        counter = self.somewhere(wish, "")
        until = None if minutes is None else Instant(self.model.now + minutes * MINUTE)

        def change():
            self.model.stand(counter, "PAUSED", until=until)
            self.model.send_back(counter)
            self.model.settle()

        why_not = self.not_empty(counter) | faults(ReasonNeeded=not reason.strip())
        self.acts(counter, "pause", why_not, change, reason=reason, until=until)

    @now_and_then
    @a_counter_with("")
    @action(wish=wishes)
    def close(self, wish):
        counter = self.somewhere(wish, "")
        is_news = self.model.places[counter].state != "CLOSED"

        def change():
            if is_news:
                self.model.stand(counter, "CLOSED")
                self.model.send_back(counter)
                self.model.settle()

        self.acts(counter, "close_counter", self.occupied(counter), change, undoable=is_news)

    @precondition(lambda self: any(not self.model.is_open(counter) for counter in self.staff))
    @action(wish=wishes)
    def open(self, wish):
        number, sensible = wish
        shut = [counter for counter in self.staff if not self.model.is_open(counter)] if sensible else AT_WORK
        counter = shut[number % len(shut)]
        is_news = not self.model.is_open(counter)

        def change():
            if is_news:
                self.model.stand(counter, "OPEN")
                self.model.last.pop(counter, None)

        self.acts(counter, "open", set(), change, undoable=False)

    @now_and_then
    @action(counter=counters, own=st.sampled_from([True, True, True, False]), other=counters,
            left=st.sampled_from(["here", "elsewhere", None]))  # fmt: skip
    def sign_in(self, counter, own, other, left):
        staff = login(counter if own else other)
        here = next((at for at, there in self.staff.items() if there == staff and at != counter), None)
        leaving = {"here": here, "elsewhere": next(c for c in AT_WORK if c != here)}.get(left)
        there = None if here is None else self.model.at(here)
        stays = there is not None and not serves(counter, there.service)
        why_not = faults(
            CounterTaken=self.staff.get(counter) not in {None, staff},
            SignedInElsewhere=here is not None and not stays and leaving != here,
            VisitorStays=stays,
        )
        verb = "sign_in" if here is None else "taking over"
        if self.tries(verb, why_not, lambda: self.hall.clerk(counter, staff, leaving=leaving)):
            if counter not in self.staff:
                self.sits(counter, staff)
            if here is not None:
                self.leaves(here)
                self.model.move_on(there, counter)
                self.model.send_back(here)
                self.model.settle()

    def leaves(self, counter):
        del self.staff[counter]
        self.model.stand(counter, "CLOSED")
        self.model.last.pop(counter, None)

    @now_and_then
    @precondition(lambda self: len(self.staff) > 3)
    @action(counter=counters)
    def sign_out(self, counter):
        def change():
            self.leaves(counter)
            self.model.send_back(counter)
            self.model.settle()

        self.acts(counter, "sign_out", self.occupied(counter), change, undoable=False)

    @precondition(lambda self: self.model.last)
    @action(wish=wishes)
    def undo(self, wish):
        """What is offered works, what is not offered is refused."""
        number, sensible = wish
        counter = [list(self.model.last), AT_WORK][not sensible]
        self.take_back(counter[number % len(counter)])

    def take_back(self, counter):
        why_not = self.model.faults_of_undo(counter)
        assert (self.hall.console(counter).undo is not None) == (not why_not)
        self.acts(counter, "undo", why_not, lambda: self.model.undo(counter), undoable=False)

    # -- time ---------------------------------------------------------------------------------------------

    @rule(seconds=st.sampled_from([5, 5, 11, 60, 300, 700, 1600]))
    def time_passes(self, seconds):
        self.steps += 1
        self.let_pass(seconds)

    def let_pass(self, seconds):
        """As a program does that is alive: it settles whenever the views say so."""
        if not seconds:
            return
        until = Instant(self.hall.now + seconds * SECOND)
        while (due := self.hall.board.settle_at) <= until:
            self.hall.turn_to(max(due, self.hall.now))
            self.hall.settle()
            self.model.pass_time(self.hall.now)
            assert self.hall.board.settle_at > self.hall.now
        self.hall.turn_to(until)
        self.model.now = until

    # -- what holds always --------------------------------------------------------------------------------

    @invariant()
    def everybody_and_every_counter_is_as_in_the_model_and_since_then(self):
        with self.hall.store.reading() as look:
            tickets, done = look.tickets_between(0, look.seq), look.errands_between(0, look.seq)
            desks = {desk.counter: desk for desk in look.desks()}
        errands = {t.id: tuple(e[1:] for e in sorted(map(errand_row, done)) if e[0][0] == t.id) for t in tickets}
        real = {
            t.id: (t.label, str(t.state), t.counter if t.state in HAS_COUNTER else None, t.key_at, t.service,
                   t.for_counter, t.calls, t.issued_at, t.called_at, t.last_called_at, t.begun_at, t.ended_at,
                   t.due_at, errands[t.id])
            for t in tickets
        }  # fmt: skip
        assert real == {
            p.id: (p.label, p.state, p.counter if p.state in HAS_COUNTER else None, p.key_at, p.service,
                   p.for_counter, p.calls, p.issued_at, p.called_at, p.last_called_at, p.begun_at, p.ended_at,
                   p.due, p.errands)
            for p in self.model.people.values()
        }  # fmt: skip
        for counter, place in self.model.places.items():
            desk = desks.get(counter, Desk(counter=counter))
            assert (desk.state, desk.pause_until, desk.staff) == (
                place.state,
                place.until,
                self.staff.get(counter),
            )
            assert desk.since == place.since or desk.staff is None

    @invariant()
    def the_board_shows_as_live_exactly_who_is_being_called(self):
        live = [(call.label, call.counter) for call in self.hall.board.calls if call.live]
        called = [(p.label, p.counter) for p in self.model.people.values() if p.state == "CALLED"]
        assert sorted(live) == sorted(called)

    def teardown(self):
        check_hall(self.hall)
        self.hall.store.close()


HAS_COUNTER = {"CALLED", "SERVING", "NO_SHOW", "PARKED"}


def errand_row(errand):
    how = None if errand.outcome is None else str(errand.outcome)
    who = errand.ticket, errand.n
    return who, errand.service, errand.counter, errand.begun_at, errand.finished_at, how
