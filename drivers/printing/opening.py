"""A printer as an office file names it: its kind, and the cable or the network to it."""

from collections.abc import Callable

from drivers.printing.cable import RETRY
from drivers.printing.network_transport import NetworkTransport
from drivers.printing.printer import Printer
from drivers.printing.profile import BAUDS, Flow, load_profile
from drivers.printing.serial_transport import SerialTransport
from drivers.printing.status import PrinterStatus
from waitline.model.office import PrinterSetup
from waitline.model.printer_port import network_port


def open_printer(
    setup: PrinterSetup,
    *,
    on_status: Callable[[PrinterStatus], None] | None = None,
    left_unfinished: bool = False,
    retry: tuple[float, float] = RETRY,
) -> Printer:
    """The printer, not started yet. Raises BadProfile, BadPrinterPort.

    A network carries bytes faster than any serial line and holds the sender by itself.
    """
    profile = load_profile(setup.profile)
    network = network_port(setup.port)
    if network is None:
        profile = profile.with_settings(baud=setup.baud)
        serial = SerialTransport(setup.port, baud=profile.baud, flow=profile.flow, retry=retry)
        return Printer(profile, serial, on_status=on_status, left_unfinished=left_unfinished)
    profile = profile.with_settings(baud=max(BAUDS), flow=Flow.NONE.value)
    return Printer(
        profile, NetworkTransport(network, retry=retry), on_status=on_status, left_unfinished=left_unfinished
    )
