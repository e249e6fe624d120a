"""A printer on a serial port (pyserial): one owner, one thread, nothing that can wait for ever.

Facts that shaped it (pyserial 3.5): without a write timeout a printer that holds the line hangs the process;
``dsrdtr`` does nothing on Linux; on a full line `Serial.write` spins without sleeping until its timeout, so
room is waited for before each piece.
"""

import os
import select

import serial

from drivers.printing.cable import READ_SECONDS, RETRY, Cable, Line
from drivers.printing.ports import device_of
from drivers.printing.profile import Flow


class SerialTransport(Cable):
    """Opens `port_id` exclusively, late, and again after every unplugging."""

    def __init__(
        self, port_id: str, *, baud: int = 9600, flow: Flow = Flow.XONXOFF, retry: tuple[float, float] = RETRY
    ) -> None:
        super().__init__(port_id, retry=retry)
        self._baud = baud
        self._flow = flow

    def _open(self) -> Line:
        return _SerialLine(
            serial.Serial(
                device_of(self.port_id),
                baudrate=self._baud,
                timeout=READ_SECONDS,
                write_timeout=1.0,
                xonxoff=self._flow is Flow.XONXOFF,
                rtscts=self._flow is Flow.RTSCTS,
                exclusive=True,
            )
        )


class _SerialLine:
    def __init__(self, port: serial.Serial) -> None:
        self._port = port

    def read(self) -> bytes:
        return bytes(self._port.read(1))

    def has_room(self, seconds: float) -> bool:
        return os.name != "posix" or bool(select.select([], [self._port.fileno()], [], seconds)[1])

    def write(self, piece: bytes, seconds: float) -> None:
        self._port.write_timeout = seconds
        try:
            written = self._port.write(piece)
        except serial.SerialTimeoutException as cause:
            raise TimeoutError from cause
        if written != len(piece):
            raise TimeoutError

    def discard(self) -> bool:
        self._port.reset_output_buffer()
        return True

    def wake(self) -> None:
        self._port.cancel_read()

    def close(self) -> None:
        self._port.close()
