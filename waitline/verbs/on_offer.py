"""Whether a kiosk may give a number now: by the office's calendar and the time under the lock."""

from waitline.model.errors import OfficeClosed, ServiceNotOnOffer
from waitline.model.ticket import Origin
from waitline.rules.opening import offer, refusal
from waitline.settings.public_holidays import office_calendar
from waitline.store.hall import Hall

from .issuing import NewTicket


def check_on_offer(hall: Hall, wish: NewTicket) -> None:
    """Raise `OfficeClosed` or `ServiceNotOnOffer` where a kiosk with a fresh view would have said so itself.

    People decide for themselves whom they still take, and a booking was promised.
    """
    if wish.origin is not Origin.KIOSK or wish.slot is not None:
        return
    calendar = office_calendar(hall.setup, hall.now)
    if refusal(calendar, hall.now) is not None:
        raise OfficeClosed(offer=offer(calendar, hall.now))
    service = None if wish.service is None else hall.setup.service(wish.service)
    if service is not None and refusal(calendar, hall.now, service) is not None:
        raise ServiceNotOnOffer(offer=offer(calendar, hall.now, service), service=service)
