"""A printer on a serial port (pyserial): one owner, one thread, nothing that can wait for ever.

Facts that shaped it (pyserial 3.5): without a write timeout a printer that holds the line hangs the process;
``dsrdtr`` does nothing on Linux; on a full line `Serial.write` spins without sleeping until its timeout, so
room is waited for before each piece.
"""

import contextlib
import logging
import os
import select
import sys
import threading
import time
from typing import Final

import serial

if sys.platform != "win32":
    import termios

from drivers.printing.errors import CableAway, CableStalled, CableTrouble
from drivers.printing.ports import device_of
from drivers.printing.profile import Flow
from drivers.printing.transport import CableListener

logger = logging.getLogger(__name__)

_READ_SECONDS: Final = 0.5
_FAULTS: Final[tuple[type[Exception], ...]] = (
    (OSError, TypeError, ValueError)  # a port that is closed under us has None for a descriptor
    if sys.platform == "win32"
    else (OSError, TypeError, ValueError, termios.error)  # which is no OSError
)
_OPENING_FAULTS: Final[tuple[type[Exception], ...]] = (*_FAULTS, CableTrouble)
RETRY: Final = (0.25, 2.0)
"""Seconds until the port is tried again: at first, and at most."""

_PIECE: Final = 64


class SerialTransport:
    """Opens `port_id` exclusively, late, and again after every unplugging.

    `retry` is how many seconds it waits before it tries again: the first time, and at most.
    """

    def __init__(
        self, port_id: str, *, baud: int = 9600, flow: Flow = Flow.XONXOFF, retry: tuple[float, float] = RETRY
    ) -> None:
        self._port_id = port_id
        self._baud = baud
        self._flow = flow
        self._retry = retry
        self._port: serial.Serial | None = None
        self._writing = threading.Lock()
        self._ending = threading.Event()
        self._broken = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def port_id(self) -> str:
        return self._port_id

    @property
    def is_up(self) -> bool:
        return self._port is not None and not self._broken.is_set()

    def start(self, listener: CableListener) -> None:
        if self._thread is not None:
            raise RuntimeError("a transport has one owner and is started once")
        name = f"printer {self._port_id}"
        self._thread = threading.Thread(target=self._live, args=(listener,), name=name, daemon=True)
        self._thread.start()

    def write(self, data: bytes, *, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        with self._writing:
            port = self._port
            if port is None or self._broken.is_set():
                raise CableAway(port=self._port_id, sent=0)
            try:
                for start in range(0, len(data), _PIECE):
                    if not self._has_room(port, deadline):
                        raise CableStalled(port=self._port_id, sent=start)
                    self._write_piece(port, data[start : start + _PIECE], deadline)
            except serial.SerialTimeoutException as cause:
                raise CableStalled(port=self._port_id) from cause
            except _FAULTS as cause:
                self._broken.set()
                self._wake_reader(port)
                raise CableAway(port=self._port_id) from cause

    def discard_unsent(self) -> None:
        with self._writing:
            port = self._port
            if port is not None:
                with contextlib.suppress(*_FAULTS):
                    port.reset_output_buffer()

    def close(self) -> None:
        self._ending.set()
        port = self._port
        if port is not None:
            self._wake_reader(port)
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _write_piece(self, port: serial.Serial, piece: bytes, deadline: float) -> None:
        port.write_timeout = max(0.05, deadline - time.monotonic())
        if port.write(piece) != len(piece):
            raise CableStalled(port=self._port_id)

    def _has_room(self, port: serial.Serial, deadline: float) -> bool:
        """Wait for room for a piece; not beyond the deadline, and not once the transport is being closed."""
        room = os.name != "posix"
        while not room and not self._ending.is_set() and (left := deadline - time.monotonic()) > 0:
            room = bool(select.select([], [port.fileno()], [], min(left, 0.1))[1])
        return room and time.monotonic() < deadline

    def _live(self, listener: CableListener) -> None:
        """The thread: open, read until it breaks, wait a little longer each time, open again."""
        retry = self._retry[0]
        while not self._ending.is_set():
            port = self._open()
            if port is None:
                self._ending.wait(retry)
                retry = min(self._retry[1], retry * 2)
                continue
            retry = self._retry[0]
            self._broken.clear()
            self._port = port
            logger.info("printer_cable_up", extra={"port": self._port_id})
            self._tell(listener, up=True)
            try:
                self._read(port, listener)
            finally:
                self._release(port)
                self._tell(listener, up=False)

    def _open(self) -> serial.Serial | None:
        try:
            return serial.Serial(
                device_of(self._port_id),
                baudrate=self._baud,
                timeout=_READ_SECONDS,
                write_timeout=1.0,
                xonxoff=self._flow is Flow.XONXOFF,
                rtscts=self._flow is Flow.RTSCTS,
                exclusive=True,
            )
        except _OPENING_FAULTS as cause:
            logger.debug("printer_cable_missing", extra={"port": self._port_id, "cause": str(cause)})
            return None

    def _read(self, port: serial.Serial, listener: CableListener) -> None:
        while not self._ending.is_set() and not self._broken.is_set():
            try:
                data = port.read(1)
            except _FAULTS as cause:
                logger.info("printer_cable_down", extra={"port": self._port_id, "cause": str(cause)})
                return
            if data:
                self._hand_on(listener, data[0])

    def _hand_on(self, listener: CableListener, byte: int) -> None:
        try:
            listener.on_byte(byte, time.monotonic())
        except Exception:
            logger.exception("printer_listener_failed", extra={"port": self._port_id})

    def _tell(self, listener: CableListener, *, up: bool) -> None:
        try:
            listener.on_link(up=up)
        except Exception:
            logger.exception("printer_listener_failed", extra={"port": self._port_id})

    def _release(self, port: serial.Serial) -> None:
        self._broken.set()
        with self._writing:
            self._port = None
            with contextlib.suppress(*_FAULTS):
                port.close()

    @staticmethod
    def _wake_reader(port: serial.Serial) -> None:
        with contextlib.suppress(*_FAULTS):
            port.cancel_read()
