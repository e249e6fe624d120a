"""Anything anybody may do, in any order, against a hall written apart: states, chairs, undo, who is next."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.builders import COUNTERS, Clerk
from tests.verbs.hall_model import HEAD_START, HallModel, Person
from tests.verbs.soundness import check_hall
from waitline.model.clock import MINUTE, SECOND, Instant
from waitline.model.errors import Refused
from waitline.model.ticket import Need
from waitline.rules.dispatch import Why
from waitline.verbs.calling import Calling
from waitline.verbs.requests import new_request

SERVICES = ["TRANS", "REG", "CERT"]
AT_WORK = ["1", "3", "7", "8", "10"]
counters = st.sampled_from(AT_WORK)
wishes = st.tuples(st.integers(0, 30), st.sampled_from([True] * 7 + [False]))
"""Somebody by number; mostly one of whom it makes sense, sometimes just anybody."""
services = st.sampled_from(SERVICES)


def there_is(*states):
    """Somebody is in one of the states."""
    return precondition(lambda self: self.somebody((0, True), *states) is not None)


def a_counter_with(*states):
    return precondition(lambda self: self.somewhere((0, True), *states) is not None)


def serves(counter, service):
    served = COUNTERS[counter]["services"]
    return served == "all" or service in served


class AnyDay(RuleBasedStateMachine):
    """Each rule tries a verb; the model says whether it must be refused, and what it must have done."""

    def __init__(self, make_hall, *, reserve):
        super().__init__()
        self.hall = make_hall(reserve=reserve)
        self.model = HallModel(now=self.hall.now, reserve_on=reserve == "on")

    @initialize(first=st.sets(counters, min_size=1))
    def some_sign_in(self, first):
        self.signed_in = first
        for counter in sorted(first):
            self.hall.clerk(counter)
            self.model.stand(counter, "OPEN")

    def tries(self, legal, do):
        """`do` happens exactly when the model allows it."""
        if legal:
            return do()
        with pytest.raises(Refused):
            do()
        return None

    def acts(self, counter, verb, legal, change, *, undoable=True, **facts):
        clerk = Clerk(hall=self.hall, counter=counter, staff=f"c{int(counter):02}")
        before = self.model.picture()
        outcome = self.tries(legal and self.model.is_open(counter), lambda: clerk.do(verb, **facts))
        if outcome is not None:
            change()
            if undoable:
                self.model.remember(counter, before)
        return outcome

    def add(self, ticket, *, wheelchair=False):
        self.model.people[ticket.id] = Person(
            id=ticket.id, label=ticket.label, service=ticket.service, priority=ticket.priority,
            key_at=self.model.now - HEAD_START[ticket.priority], issued_at=self.model.now, wheelchair=wheelchair,
        )  # fmt: skip
        return self.model.people[ticket.id]

    def somebody(self, wish, *states):
        number, sensible = wish
        people = list(self.model.people.values())
        fitting = [person for person in people if person.state in states] if sensible else people
        return fitting[-1 - number % len(fitting)] if fitting else None

    def somewhere(self, wish, *states):
        """A counter where somebody is in one of the states; "" stands for an open one with nobody."""
        number, sensible = wish
        there = {c: self.model.at(c) for c in AT_WORK if self.model.is_open(c)}
        fitting = [c for c, person in there.items() if (person.state if person else "") in states]
        fitting = fitting if sensible else AT_WORK
        return fitting[number % len(fitting)] if fitting else None

    # -- reception ----------------------------------------------------------------------------------------

    @rule(service=services, love=st.booleans(), open_love=st.booleans(), wheelchair=st.sampled_from([False, True]))
    def take(self, service, love, open_love, wheelchair):
        chosen = None if love and open_love else service
        needs = frozenset({Need.WHEELCHAIR}) if wheelchair else frozenset()
        self.add(self.hall.take(chosen, love=love, needs=needs), wheelchair=wheelchair)
        self.model.settle()

    @there_is("WAITING", "CALLED", "PARKED")
    @rule(wish=wishes)
    def cancel(self, wish):
        person = self.somebody(wish, "WAITING", "CALLED", "PARKED")
        legal = person.state in {"WAITING", "CALLED", "PARKED"}
        if self.tries(legal, lambda: self.hall.reception.cancel(request=new_request(), label=person.label)):
            self.model.move(person, "CANCELLED", due=None)

    @there_is("NO_SHOW")
    @rule(wish=wishes)
    def welcome_back(self, wish):
        person = self.somebody(wish, "NO_SHOW")
        back = lambda: self.hall.reception.welcome_back(request=new_request(), label=person.label)  # noqa: E731 - short
        if self.tries(person.state == "NO_SHOW", back):
            behind = self.model.now - 10 * MINUTE - HEAD_START[person.priority]
            self.model.wait_again(person, key_at=max(person.key_at, behind))
            self.model.settle()

    @there_is("PARKED")
    @rule(wish=wishes)
    def unpark(self, wish):
        person = self.somebody(wish, "PARKED")
        asked = {"request": new_request(), "label": person.label, "by": "c01"}
        if self.tries(person.state == "PARKED", lambda: Calling(self.hall.store).unpark(**asked)):
            self.model.wait_again(person)
            self.model.settle()

    @a_counter_with("")
    @rule(wish=wishes)
    def lead_somebody_to(self, wish):
        counter = self.somewhere(wish, "")
        there = self.model.at(counter)
        asked = {"request": new_request(), "by": "greeter", "counter": counter}
        legal = self.model.is_open(counter) and there is None
        ticket = self.tries(legal, lambda: self.hall.reception.bring_love_visitor(**asked))
        if ticket:
            self.model.move(self.add(ticket), "SERVING", counter=counter, calls=1)
            self.model.stand(counter, "OPEN")
            self.model.settle()

    # -- counters -----------------------------------------------------------------------------------------

    @a_counter_with("", "SERVING")
    @rule(wish=wishes)
    def call_next(self, wish):
        counter = self.somewhere(wish, "", "SERVING")
        there = self.model.at(counter)
        view = self.hall.console(counter)
        legal = there is None or there.state == "SERVING"
        assert view.allowed.call_next == (legal and self.model.is_open(counter))

        def change():
            if there:
                self.model.move(there, "DONE")
            self.model.stand(counter, "READY")
            self.model.settle()

        called = self.acts(counter, "call_next", legal, change)
        if called is not None:
            promised = None if view.next is None else view.next.id
            assert (promised, view.next_why) == (None if called.ticket is None else called.ticket.id, called.why)
            now_there = self.model.at(counter)
            assert (called.ticket is None) == (now_there is None)
            assert (called.why in {Why.NOBODY, Why.RESERVED}) == (called.ticket is None)

    @a_counter_with("CALLED")
    @rule(wish=wishes, service=st.none() | services)
    def begin(self, wish, service):
        counter = self.somewhere(wish, "CALLED")
        there = self.model.at(counter)
        legal = there is not None and there.state == "CALLED" and (service is None or serves(counter, service))
        legal = legal and (service or there.service) is not None
        change = lambda: self.model.move(there, "SERVING", service=service or there.service)  # noqa: E731 - short
        self.acts(counter, "begin", legal, change, service=service)

    @a_counter_with("SERVING")
    @rule(wish=wishes)
    def finish(self, wish):
        counter = self.somewhere(wish, "SERVING")
        there = self.model.at(counter)
        legal = there is not None and there.state == "SERVING"
        self.acts(counter, "finish", legal, lambda: self.model.move(there, "DONE"))

    @a_counter_with("CALLED")
    @rule(wish=wishes)
    def no_show(self, wish):
        counter = self.somewhere(wish, "CALLED")
        there = self.model.at(counter)
        due = self.model.now + 30 * MINUTE
        legal = there is not None and there.state == "CALLED"
        self.acts(counter, "no_show", legal, lambda: self.model.move(there, "NO_SHOW", due=due))

    @a_counter_with("CALLED")
    @rule(wish=wishes)
    def recall(self, wish):
        counter = self.somewhere(wish, "CALLED")
        there = self.model.at(counter)
        legal = there is not None and there.state == "CALLED"
        self.acts(counter, "recall", legal, lambda: self.model.move(there, "CALLED", calls=there.calls + 1))

    @a_counter_with("CALLED")
    @rule(wish=wishes)
    def put_back(self, wish):
        counter = self.somewhere(wish, "CALLED")
        there = self.model.at(counter)

        def change():
            self.model.wait_again(there)
            self.model.settle()

        self.acts(counter, "put_back", there is not None and there.state == "CALLED", change)

    @a_counter_with("CALLED", "SERVING")
    @rule(wish=wishes, minutes=st.none() | st.integers(1, 20))
    def park(self, wish, minutes):
        counter = self.somewhere(wish, "CALLED", "SERVING")
        there = self.model.at(counter)
        due = None if minutes is None else Instant(self.model.now + minutes * MINUTE)
        change = lambda: self.model.move(there, "PARKED", due=due)  # noqa: E731 - short
        self.acts(counter, "park", there is not None, change, reason="拍照", until=due)

    @a_counter_with("CALLED", "SERVING")
    @rule(wish=wishes, service=st.none() | services, to=st.none() | counters)
    def transfer(self, wish, service, to):
        counter = self.somewhere(wish, "CALLED", "SERVING")
        there = self.model.at(counter)
        legal = there is not None and (service is not None or to is not None)
        if legal and to is not None:
            code = service or there.service
            legal = (code is None or serves(to, code)) and self.model.may_be_waited_for(to)

        def change():
            self.model.wait_again(there, service=service or there.service, for_counter=to)
            self.model.settle()

        self.acts(counter, "transfer", legal, change, service=service, to_counter=to)

    @a_counter_with("")
    @rule(wish=wishes, service=services)
    def serve_walk_in(self, wish, service):
        counter = self.somewhere(wish, "")
        before = self.model.picture()
        legal = self.model.at(counter) is None and serves(counter, service)
        ticket = self.acts(counter, "serve_walk_in", legal, lambda: None, undoable=False, service=service)
        if ticket:
            self.model.move(self.add(ticket), "SERVING", counter=counter, calls=1)
            self.model.stand(counter, "OPEN")
            self.model.remember(counter, before)

    @a_counter_with("")
    @rule(wish=wishes, minutes=st.none() | st.integers(1, 20))
    def pause(self, wish, minutes):
        counter = self.somewhere(wish, "")
        until = None if minutes is None else Instant(self.model.now + minutes * MINUTE)

        def change():
            self.model.stand(counter, "PAUSED", until=until)
            self.model.send_back(counter)
            self.model.settle()

        self.acts(counter, "pause", self.model.at(counter) is None, change, reason="午休", until=until)

    @a_counter_with("")
    @rule(wish=wishes)
    def close(self, wish):
        counter = self.somewhere(wish, "")

        def change():
            self.model.stand(counter, "CLOSED")
            self.model.send_back(counter)
            self.model.settle()

        if self.model.is_open(counter):
            self.acts(counter, "close_counter", self.model.at(counter) is None, change)

    @precondition(lambda self: any(counter for counter in self.signed_in if not self.model.is_open(counter)))
    @rule(counter=counters)
    def open(self, counter):
        clerk = Clerk(hall=self.hall, counter=counter, staff=f"c{int(counter):02}")
        if counter in self.signed_in and not self.model.is_open(counter):
            clerk.do("open")
            self.model.stand(counter, "OPEN")
            self.model.last.pop(counter, None)

    @precondition(lambda self: self.model.last)
    @rule(counter=counters)
    def undo(self, counter):
        """What is offered works, what is not offered is refused."""
        clerk = Clerk(hall=self.hall, counter=counter, staff=f"c{int(counter):02}")
        assert (self.hall.console(counter).undo is not None) == self.model.may_undo(counter)
        if self.tries(self.model.may_undo(counter), lambda: clerk.do("undo")) is not None:
            self.model.undo(counter)

    # -- time ---------------------------------------------------------------------------------------------

    @rule(seconds=st.sampled_from([5, 11, 60, 300, 700, 1600]))
    def time_passes(self, seconds):
        """As a program does that is alive: it settles whenever the views say so."""
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
    def everybody_is_where_the_model_has_them(self):
        real = {
            t.id: (t.label, str(t.state), t.counter if t.state in {"CALLED", "SERVING", "NO_SHOW"} else None,
                   t.key_at, t.service, t.for_counter, t.calls)
            for t in self.hall.tickets()
        }  # fmt: skip
        assert real == {
            p.id: (p.label, p.state, p.counter if p.state in {"CALLED", "SERVING", "NO_SHOW"} else None,
                   p.key_at, p.service, p.for_counter, p.calls)
            for p in self.model.people.values()
        }  # fmt: skip

    @invariant()
    def every_counter_stands_as_in_the_model(self):
        real = {desk.counter: str(desk.state) for desk in self.hall.console("7").desks}
        assert real == {counter: place.state for counter, place in self.model.places.items()}

    @invariant()
    def the_board_shows_as_live_exactly_who_is_being_called(self):
        live = [(call.label, call.counter) for call in self.hall.board.calls if call.live]
        called = [(p.label, p.counter) for p in self.model.people.values() if p.state == "CALLED"]
        assert sorted(live) == sorted(called)

    def teardown(self):
        check_hall(self.hall)
        self.hall.store.close()


def a_day(make_hall, reserve, *, days, steps):
    chance = settings(
        max_examples=days,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(lambda: AnyDay(make_hall, reserve=reserve), settings=chance)


def test_any_day_without_a_reserve(sqlite_hall):
    a_day(sqlite_hall, "off", days=30, steps=50)


@pytest.mark.parametrize("database", ["postgres"])
def test_any_day_on_a_server(make_hall, database):
    a_day(make_hall, "on", days=8, steps=40)


def test_any_day_with_a_reserve(sqlite_hall):
    a_day(sqlite_hall, "on", days=30, steps=50)
