"""Stable names of serial ports: the same printer after a reboot, whatever number the system gave it.

``/dev/serial/by-id/...``  Linux' own link     ``usb:04b8:0202:J5XF012345``  vendor, product, serial number
``COM3``, ``/dev/ttyS0``   a port as it is
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from drivers.printing.errors import PortMissing

_BY_ID: Final = Path("/dev/serial/by-id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """One port that is there now."""

    port_id: str
    device: str
    description: str


def ports_here() -> tuple[Port, ...]:
    """Every serial port of this machine, each with the most stable name it has."""
    return tuple(
        Port(port_id=_id_of(port), device=port.device, description=port.description or port.device)
        for port in sorted(list_ports.comports())
    )


def device_of(port_id: str) -> str:
    """What to open for `port_id` now; `PortMissing` while nothing is plugged in under that name."""
    if port_id.startswith("usb:"):
        for port in list_ports.comports():
            if _usb_id(port) == port_id:
                return str(port.device)
        raise PortMissing(port=port_id)
    if sys.platform != "win32" and not Path(port_id).exists():
        raise PortMissing(port=port_id)
    return port_id


def _id_of(port: ListPortInfo) -> str:
    usb = _usb_id(port)
    if usb is not None:
        return usb
    if _BY_ID.is_dir():
        for link in sorted(_BY_ID.iterdir()):
            if link.resolve() == Path(port.device).resolve():
                return str(link)
    return str(port.device)


def _usb_id(port: ListPortInfo) -> str | None:
    """None for what is no USB device, and for adapters without a serial number: two of those look alike."""
    if port.vid is None or port.pid is None or not port.serial_number:
        return None
    return f"usb:{port.vid:04x}:{port.pid:04x}:{port.serial_number}"
