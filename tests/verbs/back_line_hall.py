"""An office with a back line, and how far a summons has come."""

from collections.abc import Mapping
from typing import Any

from tests.builders import COUNTERS, STAFF, LiveHall, office_document
from waitline.model.back_line import Summons
from waitline.rules.back_line import Picture
from waitline.verbs.back_line import BackLineSupport
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

CREW = ("b11", "b12", "b13")
BACK_LINE_COUNTERS: dict[str, Mapping[str, Any]] = {
    **COUNTERS,
    **{f"1{n}": {"kind": "backline", "services": ["TRANS", "REG", "IDCARD", "SEAL", "ASK"]} for n in (1, 2, 3)},
}
BACK_LINE_STAFF: dict[str, Mapping[str, Any]] = {
    **STAFF,
    **{login: {"roles": ["backline", "clerk"], "counters": [login[1:]]} for login in CREW},
}


def verbs(hall: LiveHall) -> BackLineSupport:
    return BackLineSupport(hall.store)


def picture(hall: LiveHall) -> Picture:
    with hall.store.reading() as look:
        return look.back_line()


def summons(hall: LiveHall, number: int) -> Summons:
    """As it is now, over or not."""
    with hall.store.reading() as look:
        found = look.summons(number)
    assert found is not None
    return found


def the_summons(hall: LiveHall) -> Summons:
    """The only one that is not over."""
    (one,) = picture(hall).open
    return one


def crew(hall: LiveHall, **rules: Any) -> None:
    """An office with three people of the back line, none on stand-by; a clerk at counter 3."""
    document = office_document(counters=BACK_LINE_COUNTERS, staff=BACK_LINE_STAFF, reserve="on", **rules)
    Floor(hall.store).set_up_office(document, request=new_request())
    hall.clerk("3")


def stand_by(hall: LiveHall, *logins: str) -> None:
    for login in logins:
        verbs(hall).stand_by(request=new_request(), staff=login)


def full(hall: LiveHall) -> None:
    """More work waits than one counter does in seven minutes; everybody of the back line stands by."""
    crew(hall)
    stand_by(hall, *CREW)
    for _ in range(3):
        hall.take()


def asked(hall: LiveHall) -> int:
    """The first of the rota is asked to come."""
    full(hall)
    return verbs(hall).summon(request=new_request(), by="supervisor", reason="人多").id


def asked_one(hall: LiveHall) -> int:
    """There is only one who can be asked."""
    crew(hall)
    stand_by(hall, CREW[0])
    return verbs(hall).summon(request=new_request(), by="supervisor", reason="人多").id


def accepted(hall: LiveHall) -> int:
    number = asked(hall)
    verbs(hall).accept(request=new_request(), summons=number, by=CREW[0])
    return number


def at_the_counter(hall: LiveHall) -> int:
    number = accepted(hall)
    verbs(hall).arrive(request=new_request(), summons=number, staff=CREW[0])
    return number
