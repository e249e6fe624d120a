"""The hall once more in plain Python, apart from the program: who is where since when, what undo brings back."""

from dataclasses import dataclass, field, replace

from tests.builders import COUNTERS
from tests.rules.rule_model import RuleModel, in_order
from waitline.model.clock import MINUTE, SECOND
from waitline.model.ticket import PriorityClass

AT_COUNTER = {"CALLED", "SERVING"}
ENDED = {"DONE", "CANCELLED", "EXPIRED"}
HEAD_START = {PriorityClass.ORDINARY: 0, PriorityClass.LOVE: 120 * MINUTE}


def faults(**found):
    """The names of the refusals that are true."""
    return {name for name, is_so in found.items() if is_so}


@dataclass
class Person:
    """A ticket; `version` counts what happened to it."""

    id: int
    label: str
    service: str | None
    priority: PriorityClass
    key_at: int
    issued_at: int
    wheelchair: bool
    slot: None = None
    state: str = "WAITING"
    counter: str | None = None
    for_counter: str | None = None
    due: int | None = None
    calls: int = 0
    called_at: int | None = None
    last_called_at: int | None = None
    begun_at: int | None = None
    ended_at: int | None = None
    errands: tuple[tuple, ...] = ()
    """(service, counter, begun, finished, how), one after another; the last two None while it is under way."""
    version: int = 0


@dataclass
class Place:
    """A counter; `version` counts what happened to it."""

    state: str = "CLOSED"
    since: int = 0
    until: int | None = None
    version: int = 0


@dataclass
class Action:
    """What an undo needs: everything before, and who was touched."""

    at: int
    before: "HallModel"
    people: dict[int, int]
    place: int | None
    new: list[int]


@dataclass
class HallModel:
    """Nothing here knows a database. Times in milliseconds."""

    now: int
    reserve_on: bool
    people: dict[int, Person] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=lambda: {counter: Place() for counter in COUNTERS})
    last: dict[str, Action] = field(default_factory=dict)

    def picture(self):
        """Who and what stands where, apart from what happens next."""
        people = {n: replace(person) for n, person in self.people.items()}
        places = {counter: replace(place) for counter, place in self.places.items()}
        return HallModel(now=self.now, reserve_on=self.reserve_on, people=people, places=places)

    def at(self, counter):
        return next((p for p in self.people.values() if p.counter == counter and p.state in AT_COUNTER), None)

    def waiting(self):
        return in_order([person for person in self.people.values() if person.state == "WAITING"])

    def is_open(self, counter):
        return self.places[counter].state in {"OPEN", "READY"}

    def move(self, person, state, **changes):
        person.state, person.version = state, person.version + 1
        if state not in {"SERVING", "DONE"}:
            person.begun_at = None
        if state in ENDED:
            person.ended_at = self.now
        for name, value in changes.items():
            setattr(person, name, value)

    def wait_again(self, person, how=None, **changes):
        self.end_errand(person, how)
        self.move(person, "WAITING", counter=None, due=None, **changes)

    def begin(self, person, service):
        person.errands += ((service, person.counter, self.now, None, None),)
        self.move(person, "SERVING", service=service, begun_at=self.now)

    def end_errand(self, person, how):
        """If one is under way: what it was in the end is what the ticket says now."""
        if person.state == "SERVING":
            *before, (_, counter, begun, _, _) = person.errands
            person.errands = (*before, (person.service, counter, begun, self.now, how))

    def correct(self, person, service):
        """The errand at hand was another one."""
        *before, (_, counter, begun, ended, how) = person.errands
        person.errands = (*before, (service, counter, begun, ended, how))
        self.move(person, "SERVING", service=service)

    def finish(self, person, how="done", service=None):
        person.service = service or person.service
        self.end_errand(person, how)
        self.move(person, "DONE")

    def park(self, person, due):
        self.end_errand(person, "parked")
        self.move(person, "PARKED", due=due)

    def recall(self, person):
        self.move(person, "CALLED", calls=person.calls + 1, last_called_at=self.now)

    def sit_down(self, person, counter):
        """Straight to a counter, without a call."""
        person.counter, person.calls = counter, 1
        person.called_at = person.last_called_at = self.now
        self.begin(person, person.service)
        self.stand(counter, "OPEN")

    def move_on(self, person, counter):
        """With their clerk to another counter, if anybody is there; who was being called is called there."""
        if person is None:
            return
        if person.state == "SERVING":
            *before, (service, _, begun, finished, how) = person.errands
            person.errands = (*before, (service, counter, begun, finished, how))
            self.move(person, "SERVING", counter=counter)
        else:
            self.recall(person)
            person.counter = counter

    def stand(self, counter, state, *, until=None):
        place = self.places[counter]
        place.state, place.since, place.until, place.version = state, self.now, until, place.version + 1

    def may_be_waited_for(self, counter):
        place = self.places[counter]
        return self.is_open(counter) or (place.until is not None and self.now < place.until)

    def send_back(self, counter):
        """Who waits for this counter alone waits for anybody, unless it is open or soon will be."""
        for person in self.people.values():
            if (person.state, person.for_counter) == ("WAITING", counter) and not self.may_be_waited_for(counter):
                self.move(person, "WAITING", for_counter=None)

    def call(self, person, counter):
        first = self.now if person.called_at is None else person.called_at
        self.move(
            person, "CALLED", counter=counter, for_counter=None, due=None, calls=person.calls + 1,
            called_at=first, last_called_at=self.now,
        )  # fmt: skip
        self.stand(counter, "OPEN")

    def settle(self, override=None):
        states = {counter: place.state for counter, place in self.places.items()}
        rule = RuleModel(
            reserve_on=self.reserve_on, now=self.now, desks=states, line=self.waiting(), override=override
        )
        for who, counter in rule.settle().items():
            self.call(self.people[who], counter)

    def pass_time(self, now):
        """Time alone: returns and expiries, calls, and counters that rest."""
        self.now = now
        for person in list(self.people.values()):
            if person.due is not None and person.due <= now:
                if person.state == "PARKED":
                    self.wait_again(person)
                else:
                    self.move(person, "EXPIRED", due=None)
        for counter in [counter for counter, place in self.places.items() if place.until is not None]:
            self.send_back(counter)
        self.settle()
        for counter, place in self.places.items():
            if place.state == "READY" and now - place.since >= 10 * MINUTE:
                self.stand(counter, "OPEN")

    # -- undo ---------------------------------------------------------------------------------------------

    def remember(self, counter, before):
        """The difference that an action at this counter has made becomes what can be undone."""
        old = {n: p for n, p in before.people.items() if p.version != self.people[n].version}
        people = {
            n: self.people[n].version
            for n, p in old.items()
            if counter in (p.counter, p.for_counter, self.people[n].counter)
        }
        changed = before.places[counter].version != self.places[counter].version
        new = [n for n in self.people if n not in before.people]
        place = self.places[counter].version if changed else None
        self.last[counter] = Action(at=self.now, before=before, people=people, place=place, new=new)

    def faults_of_undo(self, counter):
        """Everything that speaks against it, by the names of refusals."""
        action = self.last.get(counter)
        if action is None:
            return {"NothingToUndo"}
        touched = [self.people[n] for n in (*action.people, *action.new)]
        there, place = self.at(counter), self.places[counter]
        overtaken = (
            any(p.counter != counter and p.state in AT_COUNTER for p in touched)
            or any(self.people[n].version != version for n, version in action.people.items())
            or any(self.people[n].version > 1 for n in action.new)
            or (there is not None and there not in touched)
        )
        return faults(
            UndoTooLate=self.now - action.at > 10 * SECOND,
            UndoOvertaken=overtaken,
            CounterMovedOn=action.place is not None and place.version != action.place,
        )

    def undo(self, counter):
        action = self.last.pop(counter)
        for n in action.people:
            self.people[n] = replace(action.before.people[n], version=self.people[n].version + 1)
        for n in action.new:
            self.move(self.people[n], "CANCELLED", errands=())
        if action.place is not None:
            before = action.before.places[counter]
            self.stand(counter, before.state, until=before.until)
        for n in action.people:
            if self.people[n].for_counter is not None:
                self.send_back(self.people[n].for_counter)
        self.settle()
