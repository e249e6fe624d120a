"""What panels, keypads and those who sign in at them must agree on across an office file."""

from waitline.model.bus import BusPlace
from waitline.model.office import OfficeSetup

from .table import Faults, nearest


def check_buses(setup: OfficeSetup, faults: Faults) -> None:
    """Every line named is there, has a port of its own, and nobody on it shares an address."""
    printer_ports = {printer.port for printer in setup.printers}
    for place, bus in enumerate(setup.buses):
        if bus.port and bus.port in printer_ports:
            faults.add(
                ("buses", place, "port"),
                f"「{bus.port}」已是印表機的連接埠",
                f'the port "{bus.port}" is a printer\'s',
            )
    for key in ("panel", "keypad"):
        taken: dict[tuple[str, int], str] = {}
        for place, counter in enumerate(setup.counters):
            at: BusPlace | None = getattr(counter, key)
            if at is not None:
                _check_place(setup, faults, ("counters", place, key), at, counter.id, taken)
    _check_numbers(setup, faults)


def _check_place(
    setup: OfficeSetup,
    faults: Faults,
    path: tuple[str | int, ...],
    at: BusPlace,
    counter: str,
    taken: dict[tuple[str, int], str],
) -> None:
    buses = [bus.id for bus in setup.buses]
    if at.bus and at.bus not in buses:
        zh, en = nearest(at.bus, buses)
        faults.add((*path, "bus"), f"沒有「{at.bus}」這條線路{zh}", f'there is no bus "{at.bus}"{en}')
    other = taken.setdefault((at.bus, at.address), counter)
    if other != counter:
        faults.add(
            (*path, "address"),
            f"位址 {at.address} 已是 {other} 號櫃台的",
            f"address {at.address} is counter {other}'s already",
        )


def _check_numbers(setup: OfficeSetup, faults: Faults) -> None:
    taken: dict[str, str] = {}
    for place, person in enumerate(setup.staff):
        if person.number is None:
            continue
        number = person.number.lstrip("0") or "0"
        if taken.setdefault(number, person.id) != person.id:
            faults.add(
                ("staff", place, "number"),
                f"鍵盤代號 {person.number} 已是 {taken[number]} 的",
                f"the keypad number {person.number} is that of {taken[number]}",
            )
