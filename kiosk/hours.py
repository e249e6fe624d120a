"""What the kiosk may give at a moment, by the office's calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from waitline.model.calendar import Offer, OfficeCalendar
from waitline.model.clock import Instant
from waitline.model.service import ServiceCode
from waitline.rules.opening import offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """`office`: whether any number is given. `services`: those that are on offer, and those that are not."""

    office: Offer
    services: Mapping[ServiceCode, Offer]

    def of(self, service: ServiceCode) -> Offer:
        """Nothing is on offer in a closed office; a service that is not known of any more, neither."""
        return self.services.get(service, self.office)


UNKNOWN: Final = Offers(office=Offer(), services={})
"""Before the office has been heard of: whoever touches is not turned away here."""


def offers_at(calendar: OfficeCalendar, at: Instant) -> Offers:
    office = offer(calendar, at)
    services = calendar.setup.services if office.open else ()
    return Offers(office=office, services={one.code: offer(calendar, at, one) for one in services})
