"""The calendar under the lock: what a kiosk may give, and who else may."""

from collections.abc import Callable

import pytest

from tests.builders import FRIDAY_NINE, LiveHall
from waitline.model.calendar import Why
from waitline.model.clock import HOUR, MINUTE, Instant
from waitline.model.errors import OfficeClosed, ServiceNotOnOffer
from waitline.model.ticket import Origin
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

WEEK = """[hours]
monday = "08:00-17:00"
friday = "08:00-12:00, 13:00-17:00"
public_holidays = "TW"
last_ticket_minutes = 20
"""
CLOSING = Instant(FRIDAY_NINE + 8 * HOUR)


@pytest.fixture
def with_hours(hall: LiveHall) -> LiveHall:
    """Open on Mondays and on Fridays, with a noon break and a last number twenty minutes before closing."""
    document = hall.document.replace("[hours]\n", WEEK).replace(
        'code = "SEAL"', 'code = "SEAL"\nhours = "13:00-16:00"'
    )
    Floor(hall.store).set_up_office(document, request=new_request())
    return hall


def test_a_kiosk_gives_numbers_until_the_last_minute(with_hours: LiveHall) -> None:
    with_hours.turn_to(Instant(CLOSING - 20 * MINUTE - 1))
    assert with_hours.take().label == "A001"
    with_hours.turn(ms=1)
    with pytest.raises(OfficeClosed) as refused:
        with_hours.take()
    offer = refused.value.offer
    assert offer.why is Why.LAST_TICKET
    assert offer.again is not None
    assert f"{offer.again.at:%Y-%m-%d %H:%M}" == "2026-11-23 08:00"


def test_a_request_sent_again_after_closing_gets_the_number_it_got(with_hours: LiveHall) -> None:
    request = new_request()
    first = with_hours.reception.take_ticket(request=request, service="TRANS")
    with_hours.turn_to(CLOSING)
    assert with_hours.reception.take_ticket(request=request, service="TRANS").ticket.id == first.ticket.id


def test_a_service_has_its_own_times(with_hours: LiveHall) -> None:
    with pytest.raises(ServiceNotOnOffer) as refused:
        with_hours.take("SEAL")
    assert refused.value.service.code == "SEAL"
    assert refused.value.offer.again is not None
    assert f"{refused.value.offer.again.at:%H:%M}" == "13:00"
    with_hours.turn_to(Instant(FRIDAY_NINE + 4 * HOUR))
    assert with_hours.take("SEAL").service == "SEAL"


def test_a_public_holiday_is_closed(with_hours: LiveHall) -> None:
    with_hours.turn_to(Instant(FRIDAY_NINE + 35 * 24 * HOUR))  # 2026-12-25
    with pytest.raises(OfficeClosed) as refused:
        with_hours.take()
    assert refused.value.offer.reason is not None
    assert refused.value.offer.reason.zh == "行憲紀念日"


@pytest.mark.parametrize("act", [
    lambda hall: hall.take(origin=Origin.GREETER, by="greeter"),
    lambda hall: hall.take(slot=CLOSING),
    lambda hall: hall.reception.bring_love_visitor(request=new_request(), by="greeter"),
    lambda hall: hall.clerk("3").do("serve_walk_in", service="TRANS"),
])  # fmt: skip
def test_people_decide_for_themselves_and_a_booking_was_promised(
    with_hours: LiveHall, act: Callable[[LiveHall], object]
) -> None:
    with_hours.turn_to(Instant(CLOSING - 5 * MINUTE))
    act(with_hours)
    assert len(with_hours.tickets()) == 1
