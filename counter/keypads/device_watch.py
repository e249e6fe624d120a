"""How the lines of this program and what is on them are, and which of it is news for the office."""

import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from drivers.bus.opening import OfficeBus
from drivers.printing.status import Cause
from waitline.model.bus_devices import BusDevice, BusPart
from waitline.model.device import Health
from waitline.model.errors import Refused, WaitlineError

logger = logging.getLogger(__name__)

TROUBLE_STANDS_S: Final = 12.0
"""So long a trouble must have stood before people are told: a panel is told again every ten seconds."""
WELL_STANDS_S: Final = 3.0
RETRY_S: Final = 2.0
REFUSED_RETRY_S: Final = 60.0
"""A database that has another office file does not know the device; somebody may apply ours."""


class Found(NamedTuple):
    """How a device is: `cause` None where it is well."""

    device: BusDevice
    health: Health
    cause: Cause | None

    @property
    def causes(self) -> tuple[Cause, ...]:
        return () if self.cause is None else (self.cause,)


class DeviceWatch:
    """For the deciding thread. What was told is not told again until it is another, or the hall is read anew."""

    def __init__(
        self,
        buses: Sequence[OfficeBus],
        clock: Callable[[], float],
        *,
        trouble_stands_s: float = TROUBLE_STANDS_S,
        well_stands_s: float = WELL_STANDS_S,
    ) -> None:
        self._buses = buses
        self._clock = clock
        self._stands_s = {Health.TROUBLE: trouble_stands_s, Health.WELL: well_stands_s}
        self._logged: dict[str, Health] = {}
        self._standing: dict[str, tuple[Found, float]] = {}
        self._told: dict[str, Found] = {}
        self._not_before: dict[str, float] = {}

    def news(self) -> list[Found]:
        """What people are to be told now."""
        now = self._clock()
        before, self._standing = self._standing, {}
        for found in self._look():
            self._log(found)
            known = before.get(found.device.id)
            self._standing[found.device.id] = known if known is not None and known[0] == found else (found, now)
        return [found for found, since in self._standing.values() if self._is_news(found, since, now)]

    def told(self, found: Found) -> None:
        """The office knows it."""
        self._told[found.device.id] = found

    def not_told(self, found: Found, error: WaitlineError) -> None:
        """Tried again after a while."""
        again_s = REFUSED_RETRY_S if isinstance(error, Refused) else RETRY_S
        self._not_before[found.device.id] = self._clock() + again_s

    def tell_all_anew(self) -> None:
        """The hall is read anew, perhaps from a copy that knows less."""
        self._told.clear()

    def _is_news(self, found: Found, since: float, now: float) -> bool:
        if self._told.get(found.device.id) == found:
            return False
        stands_s = self._stands_s.get(found.health, 0.0)
        return now - since >= stands_s and now >= self._not_before.get(found.device.id, now)

    def _look(self) -> Iterator[Found]:
        """While a line is away nothing is known of what is on it."""
        for bus in self._buses:
            line = BusDevice(bus=bus.id, part=BusPart.LINE)
            if not bus.line.is_up:
                yield Found(line, Health.TROUBLE, Cause.UNPLUGGED)
                continue
            yield Found(line, Health.WELL, None)
            yield from self._on(bus)

    def _on(self, bus: OfficeBus) -> Iterator[Found]:
        states, answering = bus.line.states, bus.answering
        parts = ((BusPart.PANEL, bus.panels), (BusPart.KEYPAD, bus.keypads))
        for device in (BusDevice(bus=bus.id, part=part, counter=at) for part, there in parts for at in there):
            health = states[device.name].health
            if device.name not in answering:
                yield Found(device, Health.UNKNOWN, Cause.ONE_WAY)
            elif health is not Health.UNKNOWN:  # else nobody has asked it yet
                yield Found(device, health, None if health is Health.WELL else Cause.SILENT)

    def _log(self, found: Found) -> None:
        """At once, each change; the line tells of itself."""
        device = found.device
        if device.counter is None or self._logged.get(device.id, Health.UNKNOWN) is found.health:
            return
        self._logged[device.id] = found.health
        say = logger.warning if found.health is Health.TROUBLE else logger.info
        say("bus_device", extra={"bus": device.bus, "device": device.name, "health": str(found.health)})
