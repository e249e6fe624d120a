"""Back-line support: who works behind the hall comes to a counter when it fills up, and goes back when quiet."""

from waitline.model.back_line import Summons
from waitline.model.back_line_errors import NobodyToSummon, SummonsOver, SummonsTaken
from waitline.model.counter import Desk
from waitline.model.errors import ReasonNeeded
from waitline.model.journal import Kind
from waitline.model.staff import MAY_SUMMON, Role, StaffId
from waitline.store.back_line import BackLine
from waitline.store.hall import Hall

from .counters import take_desk
from .performing import Actor, Facts, person
from .pin_check import compare_pin, count_try, raise_refused
from .requests import wish
from .summoning import ask_the_next, at_a_counter_of, end, release, somebody_came, summon


class BackLineSupport(Actor):
    """The verbs of the back line, and of whoever asks for it by hand. The rule itself is part of `settle`."""

    def stand_by(self, *, request: str, staff: StaffId, pin: str | None = None) -> None:
        """From now on this person may be asked to come. Whoever has a PIN must give it.

        Raises `WrongPin`, `LockedOut`, `NotAllowed` for whom is not of the back line.
        """
        asked = wish("stand_by", request, staff=staff, private=(pin,))
        known, fits = compare_pin(self._store, staff, pin)

        def body(hall: Hall) -> Facts:
            person(hall, staff, Role.BACK_LINE)
            tried = count_try(hall, known, fits=fits)
            back = BackLine(hall)
            if tried["refusal"] is None and not back.stands_by(staff):
                hall.note(Kind.STAND_BY_BEGUN, staff=staff)
                back.begin_stand_by(staff)
            return tried

        raise_refused(self._perform(asked, body, lambda _, facts: facts))

    def stand_down(self, *, request: str, staff: StaffId) -> None:
        """This person is not asked any more. If they were just being asked, the next is; who is at a counter
        already may go back as if released."""

        def body(hall: Hall) -> Facts:
            person(hall, staff, Role.BACK_LINE)
            back = BackLine(hall)
            if back.stands_by(staff):
                hall.note(Kind.STAND_BY_ENDED, staff=staff)
                back.end_stand_by(staff)
            for one in list(back.open):
                _give_up(hall, back, one, staff)
            return {}

        self._perform(wish("stand_down", request, staff=staff), body, lambda *_: None)

    def summon(self, *, request: str, by: StaffId, reason: str) -> Summons:
        """Ask somebody of the back line to come, by hand. Raises `NobodyToSummon` when nobody can be asked."""

        def body(hall: Hall) -> Facts:
            person(hall, by, *MAY_SUMMON)
            if not reason.strip():
                raise ReasonNeeded()
            back = BackLine(hall)
            one = summon(hall, back, by=by, reason=reason.strip())
            if one is None:
                raise NobodyToSummon()
            back.keep_watch(back.watch._replace(summoned_at=hall.now))
            return {"summons": one.id}

        return self._perform(wish("summon", request, by=by, reason=reason), body, _the_summons)

    def accept(self, *, request: str, summons: int, by: StaffId) -> Summons:
        """「我來」: on the way. Whoever was asked before and comes after all is as welcome.

        Raises `SummonsTaken` when somebody else is coming, `SummonsOver` when nobody is wanted any more.
        """

        def body(hall: Hall) -> Facts:
            person(hall, by, Role.BACK_LINE)
            back = BackLine(hall)
            one = _open(back, summons)
            if one.staff != by:
                if one.staff is not None:
                    raise SummonsTaken(counter=one.counter)
                one = at_a_counter_of(hall, back, one, by)
                hall.note(Kind.SUMMONS_ACCEPTED, counter=one.counter, staff=by, summons=one.id)
                back.keep(one, staff=by, accepted_at=hall.now, asked=None)
            return {"summons": one.id}

        return self._perform(wish("accept", request, summons=summons, by=by), body, _the_summons)

    def decline(self, *, request: str, summons: int, by: StaffId, reason: str) -> Summons:
        """Cannot come now, or not after all; the next of the rota is asked."""

        def body(hall: Hall) -> Facts:
            person(hall, by, Role.BACK_LINE)
            if not reason.strip():
                raise ReasonNeeded()
            back = BackLine(hall)
            one = _open(back, summons)
            if one.is_here or by not in {one.asked, one.staff}:
                raise SummonsTaken(counter=one.counter)
            hall.note(Kind.SUMMONS_DECLINED, counter=one.counter, staff=by, summons=one.id, reason=reason.strip())
            ask_the_next(hall, back, _asked_again(back, one, by))
            return {"summons": one.id}

        return self._perform(wish("decline", request, summons=summons, by=by, reason=reason), body, _the_summons)

    def call_off(self, *, request: str, summons: int, by: StaffId, reason: str) -> Summons:
        """Nobody has to come any more. Raises `SummonsTaken` once somebody is at the counter: release them."""

        def body(hall: Hall) -> Facts:
            person(hall, by, *MAY_SUMMON)
            if not reason.strip():
                raise ReasonNeeded()
            back = BackLine(hall)
            one = _open(back, summons)
            if one.is_here:
                raise SummonsTaken(counter=one.counter)
            end(hall, back, one, "called_off", reason=reason.strip())
            return {"summons": one.id}

        return self._perform(wish("call_off", request, summons=summons, by=by, reason=reason), body, _the_summons)

    def arrive(
        self, *, request: str, summons: int, staff: StaffId, pin: str | None = None, deputy: StaffId | None = None
    ) -> Desk:
        """Sign in at the counter that the summons named, which opens it; see `Counters.sign_in`.

        Raises `SummonsTaken` when somebody else accepted it, `SummonsOver`.
        """
        asked = wish("arrive", request, summons=summons, staff=staff, deputy=deputy, private=(pin,))
        known, fits = compare_pin(self._store, staff, pin)

        def body(hall: Hall) -> Facts:
            somebody = person(hall, staff, Role.BACK_LINE)
            one = _open(BackLine(hall), summons)
            if one.staff != staff:
                raise SummonsTaken(counter=one.counter)
            tried = count_try(hall, known, fits=fits)
            if tried["refusal"] is None:
                take_desk(hall, somebody, one.counter, deputy)
                somebody_came(hall, staff, one.counter)
            return tried | {"counter": one.counter}

        facts, desk = self._perform(asked, body, lambda hall, facts: (facts, hall.desk(facts["counter"])))
        raise_refused(facts)
        return desk

    def release(self, *, request: str, summons: int, by: StaffId, reason: str) -> Summons:
        """「可以回座了」, by hand: they finish with the visitor at hand and go."""

        def body(hall: Hall) -> Facts:
            person(hall, by, *MAY_SUMMON)
            if not reason.strip():
                raise ReasonNeeded()
            back = BackLine(hall)
            one = _open(back, summons)
            if not one.is_here:
                raise SummonsOver()
            if one.released_at is None:
                release(hall, back, one, by=by, reason=reason.strip())
            return {"summons": one.id}

        return self._perform(wish("release", request, summons=summons, by=by, reason=reason), body, _the_summons)


def _open(back: BackLine, number: int) -> Summons:
    for one in back.open:
        if one.id == number:
            return one
    raise SummonsOver()


def _asked_again(back: BackLine, one: Summons, by: StaffId) -> Summons:
    """As if `by` were only asked: who had accepted may still decline."""
    if one.staff != by:
        return one
    return back.keep(one, staff=None, accepted_at=None, asked=by)


def _give_up(hall: Hall, back: BackLine, one: Summons, staff: StaffId) -> None:
    """Whoever stands down is asked no longer, comes no longer, and may leave the counter."""
    if one.is_here:
        if one.staff == staff and one.released_at is None:
            release(hall, back, one)
    elif staff in {one.asked, one.staff}:
        ask_the_next(hall, back, _asked_again(back, one, staff))


def _the_summons(hall: Hall, facts: Facts) -> Summons:
    one = BackLine(hall).summons(facts["summons"])
    if one is None:
        raise SummonsOver()
    return one
