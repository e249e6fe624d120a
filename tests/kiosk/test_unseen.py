"""A number that its visitor never saw is given back; one that may be on paper is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.offline.unseen_book import MOST, UnseenBook
from kiosk.scenes import Home, Sorry, Take, Withdraw
from waitline.model.errors import DatabaseAway, UnknownTicket
from waitline.model.service import ServiceCode
from waitline.model.slip import JobState
from waitline.model.ticket import TicketState
from waitline.verbs.printing import PrintDesk
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .houses import House, Stand
from .offline.test_kiosk_goes_on import OFFLINE, all_handed_over, at_home, locked
from .test_flow import Visitor

Stands = Callable[..., Stand]


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


def test_a_visitor_who_gave_up_is_not_called_the_number_is_asked_back(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gives_up(wish)
    visitor.gets(wish)
    assert visitor.flow.scene == Home(), "a late number is shown to nobody else"
    assert visitor.waits(0.1) == [Withdraw(request="r2", take=wish.request)]
    visitor.flow.withdrawn("r2")
    assert visitor.waits(5) == []


def test_it_is_asked_back_until_the_office_answers(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gives_up(wish)
    asked = visitor.waits(0.1)
    visitor.flow.failed("r2", DatabaseAway(), visitor.now)
    assert visitor.waits(3) == asked
    visitor.flow.failed("r2", UnknownTicket(ticket="A001"), visitor.now)
    assert visitor.waits(10) == [], "a refusal is an answer"


def test_an_office_that_stays_away_is_asked_now_and_then(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    visitor.gives_up(wish)
    asked = 0
    for _ in range(600):
        for again in visitor.waits(1.0):
            asked += 1
            assert isinstance(again, Withdraw)
            visitor.flow.failed(again.request, DatabaseAway(), visitor.now)
    assert 15 <= asked <= 30, "in ten minutes"


def test_the_next_visitor_comes_first(visitor: Visitor) -> None:
    wish = visitor.touches_service("TRANS")
    assert wish is not None
    visitor.gives_up(wish)
    visitor.now += 1
    following = visitor.touches_service("SEAL")
    assert following is not None
    assert visitor.waits(0.5) == []
    visitor.gets(following)
    assert visitor.waits(0.1) == [Withdraw(request="r3", take=wish.request)]


def test_a_page_that_leaves_by_itself_asks_back_too(visitor: Visitor) -> None:
    wish = visitor.touches_service()
    assert wish is not None
    sent: list[object] = []
    for _ in range(40):
        visitor.is_told_the_line_is_down(wish)
        sent += visitor.waits(1.0)
    assert visitor.flow.scene == Home()
    assert sent[-1] == Withdraw(request="r2", take=wish.request)


def test_help_that_was_asked_for_is_not_taken_back(visitor: Visitor) -> None:
    wish = visitor.flow.help_touched(visitor.now)
    assert wish is not None
    for _ in range(8):
        visitor.flow.failed(wish.request, DatabaseAway(), visitor.now)
        visitor.waits(1.0)
    visitor.flow.home_touched(visitor.now)
    assert visitor.waits(3) == []


def test_the_office_cancels_what_nobody_saw_and_says_why(house: House, stand: Stands) -> None:
    kiosk = stand()
    taken = Reception(house.store).take_ticket(request="take-1", service="TRANS", printer="kiosk-1")
    assert kiosk.hall.withdraw(Withdraw(request="back-1", take="take-1")) == taken.ticket.label
    assert house.ticket("A001").state is TicketState.CANCELLED
    with house.store.reading() as look:
        (cancelled,) = [entry for entry in look.entries_after(0) if entry.kind == "TicketCancelled"]
    assert cancelled.facts["reason"] == "unseen"
    assert kiosk.hall.withdraw(Withdraw(request="back-1", take="take-1")) == "A001", "a repeat does nothing new"


def test_what_was_sent_to_a_printer_is_kept(house: House, stand: Stands) -> None:
    kiosk = stand()
    taken = Reception(house.store).take_ticket(request="take-1", service="TRANS", printer="kiosk-1")
    assert taken.job is not None
    PrintDesk(house.store, "kiosk-1").sent(taken.job.id)
    assert kiosk.hall.withdraw(Withdraw(request=new_request(), take="take-1")) is None
    assert house.ticket("A001").state is TicketState.WAITING
    assert [job.state for job in house.jobs()] == [JobState.SENT]


def test_a_take_that_never_reached_the_office_changes_nothing(house: House, stand: Stands) -> None:
    kiosk = stand()
    assert kiosk.hall.withdraw(Withdraw(request=new_request(), take="never-arrived")) is None
    assert house.waiting() == []


def book_of(house: House, kiosk: str = "kiosk-1") -> UnseenBook:
    return UnseenBook(house.office.state_dir / "offline" / kiosk)


def test_what_was_not_asked_back_when_the_kiosk_ended_is_asked_back_when_it_begins_again(
    house: House, stand: Stands, qtbot: QtBot
) -> None:
    kiosk = stand()
    qtbot.waitUntil(lambda: kiosk.attendant.office_time() is not None)
    with locked(house):
        kiosk.clock.later(1)
        kiosk.touch("service-TRANS")
        kiosk.clock.later(7)
        qtbot.waitUntil(lambda: isinstance(kiosk.flow.scene, Sorry))
        kiosk.clock.later(1)
        kiosk.touch("home")
        qtbot.waitUntil(lambda: len(book_of(house).read()) == 1)
        (take,) = book_of(house).read()
        kiosk.close()
    Reception(house.store).take_ticket(request=take, service="TRANS")  # committed after all, and nobody heard
    again = stand()
    qtbot.waitUntil(lambda: house.ticket("A001").state is TicketState.CANCELLED)
    qtbot.waitUntil(lambda: book_of(house).read() == ())
    assert isinstance(again.flow.scene, Home)


def test_a_number_given_out_of_touch_that_nobody_saw_is_withdrawn_once_it_is_handed_over(
    house: House, stand: Stands, qtbot: QtBot
) -> None:
    kiosk = stand(kiosk=OFFLINE)
    at_home(qtbot, kiosk)
    with locked(house):
        left = Take(request="left", service=ServiceCode("TRANS"), language="zh-TW")
        assert kiosk.hall.take(left).ticket.label == "K001"
        with pytest.raises(DatabaseAway):
            kiosk.hall.withdraw(Withdraw(request=new_request(), take="left"))
    all_handed_over(qtbot, kiosk)
    assert kiosk.hall.withdraw(Withdraw(request=new_request(), take="left")) == "K001"
    assert house.waiting() == []


def test_a_list_that_cannot_be_read_is_none_and_a_long_one_keeps_the_newest(tmp_path: Path) -> None:
    book = UnseenBook(tmp_path)
    for text in ("", "[]", '{"takes": 3}', "\0" * 40, '{"takes": [1, null]}'):
        (tmp_path / "unseen.json").write_text(text)
        assert book.read() == (), text
    takes = tuple(f"take-{n}" for n in range(MOST + 5))
    book.write(takes)
    assert book.read() == takes[5:]
