"""How the office's devices are, told by the programs that use them."""

from collections.abc import Sequence

from waitline.model.device import DeviceReport, Health
from waitline.model.errors import UnknownDevice
from waitline.model.journal import Kind
from waitline.model.office_devices import all_devices
from waitline.store import devices
from waitline.store.hall import Hall

from .performing import Actor, Facts
from .requests import wish


class Devices(Actor):
    """The verb of a program that has a device on its cable."""

    def report_device(
        self, *, request: str, device: str, place: str, health: Health, causes: Sequence[str] = ()
    ) -> None:
        """`causes` are codes such as ``paper_out``. Raises `UnknownDevice` for one that the office does not have.

        Nothing is written where it is as it was told last.
        """

        def body(hall: Hall) -> Facts:
            if device not in all_devices(hall.setup):
                raise UnknownDevice(device=device)
            last = devices.last_report(hall, device)
            report = DeviceReport(device, place, health, "+".join(causes), hall.now)
            if last is None or last._replace(since=hall.now) != report:
                hall.note(
                    Kind.DEVICE_REPORTED,
                    device=device,
                    place=place,
                    health=str(health),
                    causes=report.causes,
                )
                devices.keep_report(hall, report, new=last is None)
            return {}

        asked = wish("report_device", request, device=device, place=place, health=health, causes=list(causes))
        self._perform(asked, body, lambda *_: None, unasked=True)
