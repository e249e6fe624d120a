"""Serial lines in an office file (`[[buses]]`), and the `panel` and `keypad` of a counter on them."""

from typing import Final

from waitline.model.bus import BusPlace, BusSetup

from .table import Table

BAUDS: Final = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
LAST_ADDRESS: Final = 255


def read_buses(top: Table, id_shape: str) -> tuple[BusSetup, ...]:
    return tuple(_bus(table, id_shape) for table in top.tables("buses"))


def _bus(table: Table, id_shape: str) -> BusSetup:
    bus = BusSetup(
        id=table.text("id", None, id_shape, "counters"),
        port=table.text("port"),
        baud=table.whole("baud", 9600, most=max(BAUDS)),
    )
    if bus.baud not in BAUDS:
        table.unknown("baud", str(bus.baud), [str(baud) for baud in BAUDS])
    if "://" in bus.port:
        table.fault(
            "port",
            "面板與鍵盤接在序列埠，不能用網路位址",
            "panels and keypads are on a serial port, not on the network",
        )
    table.finish()
    return bus


def read_bus_place(table: Table, key: str) -> BusPlace | None:
    """``panel = { bus = "counters", address = 3, kind = "hi-lo" }``; None where the key is not there."""
    if not table.given(key):
        return None
    place = table.table(key)
    found = BusPlace(
        bus=place.text("bus"),
        address=place.whole("address", most=LAST_ADDRESS),
        kind=place.text("kind"),
    )
    place.finish()
    return found
