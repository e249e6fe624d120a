"""A bus's serial port: opened for one owner, with times for everything."""

from typing import Final

import serial

from drivers.printing.ports import device_of

READ_S: Final = 0.002
"""How long one look at the line takes at most while something is under way."""
WRITE_S: Final = 1.0


def open_port(port_id: str, baud: int) -> serial.Serial:
    """Raises OSError (`serial.SerialException`) or `PortMissing` while it is missing or taken."""
    return serial.Serial(device_of(port_id), baudrate=baud, timeout=READ_S, write_timeout=WRITE_S, exclusive=True)
