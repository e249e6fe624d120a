"""One cable with one owner, whatever it is made of: opened late, read by one thread, opened again by itself."""

import contextlib
import logging
import sys
import threading
import time
from abc import ABC, abstractmethod
from typing import Final, Protocol

if sys.platform != "win32":
    import termios

from drivers.printing.errors import CableAway, CableStalled, CableTrouble
from drivers.printing.transport import CableListener

logger = logging.getLogger(__name__)

READ_SECONDS: Final = 0.5
"""How long a line is read before it is looked whether the cable is being closed."""

FAULTS: Final[tuple[type[Exception], ...]] = (
    (OSError, TypeError, ValueError)  # a port that is closed under us has None for a descriptor
    if sys.platform == "win32"
    else (OSError, TypeError, ValueError, termios.error)  # which is no OSError
)
_OPENING_FAULTS: Final[tuple[type[Exception], ...]] = (*FAULTS, CableTrouble)
RETRY: Final = (0.25, 1.0)
"""Seconds until the port is tried again: at first, and at most."""

_PIECE: Final = 64


class Line(Protocol):
    """An open port. Any of its methods may raise one of `FAULTS`: the line is then broken."""

    def read(self) -> bytes:
        """The next byte; nothing after `READ_SECONDS`."""

    def has_room(self, seconds: float) -> bool:
        """Wait at most so long until a piece can be written."""

    def write(self, piece: bytes, seconds: float) -> None:
        """Write all of it. Raises TimeoutError where that takes longer."""

    def discard(self) -> bool:
        """Throw away what was not sent yet; False where only a new line can begin without it."""

    def wake(self) -> None:
        """Whoever reads comes back at once."""

    def close(self) -> None: ...


class Cable(ABC):
    """The life of a cable. `retry`: seconds until it is opened again, the first time and at most."""

    def __init__(self, port_id: str, *, retry: tuple[float, float]) -> None:
        self._port_id = port_id
        self._retry = retry
        self._line: Line | None = None
        self._writing = threading.Lock()
        self._ending = threading.Event()
        self._broken = threading.Event()
        self._thread: threading.Thread | None = None

    @abstractmethod
    def _open(self) -> Line:
        """A fresh line. Raises one of `FAULTS` or CableTrouble while there is none."""

    @property
    def port_id(self) -> str:
        return self._port_id

    @property
    def is_up(self) -> bool:
        return self._line is not None and not self._broken.is_set()

    def start(self, listener: CableListener) -> None:
        if self._thread is not None:
            raise RuntimeError("a transport has one owner and is started once")
        name = f"printer {self._port_id}"
        self._thread = threading.Thread(target=self._live, args=(listener,), name=name, daemon=True)
        self._thread.start()

    def write(self, data: bytes, *, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        with self._writing:
            line = self._line
            if line is None or self._broken.is_set():
                raise CableAway(port=self._port_id, sent=0)
            try:
                for start in range(0, len(data), _PIECE):
                    if not self._has_room(line, deadline):
                        raise CableStalled(port=self._port_id, sent=start)
                    line.write(data[start : start + _PIECE], max(0.05, deadline - time.monotonic()))
            except TimeoutError as cause:
                raise CableStalled(port=self._port_id) from cause
            except FAULTS as cause:
                self._break(line)
                raise CableAway(port=self._port_id) from cause

    def discard_unsent(self) -> None:
        with self._writing:
            line = self._line
            if line is None:
                return
            with contextlib.suppress(*FAULTS):
                if not line.discard():
                    self._break(line)

    def close(self) -> None:
        self._ending.set()
        line = self._line
        if line is not None:
            self._wake(line)
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _has_room(self, line: Line, deadline: float) -> bool:
        """Wait for room for a piece; not beyond the deadline, and not once the cable is being closed."""
        room = False
        while not room and not self._ending.is_set() and (left := deadline - time.monotonic()) > 0:
            room = line.has_room(min(left, 0.1))
        return room and time.monotonic() < deadline

    def _live(self, listener: CableListener) -> None:
        """The thread: open, read until it breaks, wait a little longer each time, open again."""
        retry = self._retry[0]
        while not self._ending.is_set():
            try:
                line = self._open()
            except _OPENING_FAULTS as cause:
                logger.debug("printer_cable_missing", extra={"port": self._port_id, "cause": str(cause)})
                self._ending.wait(retry)
                retry = min(self._retry[1], retry * 2)
                continue
            retry = self._retry[0]
            self._broken.clear()
            self._line = line
            logger.info("printer_cable_up", extra={"port": self._port_id})
            self._tell(listener, up=True)
            try:
                self._read(line, listener)
            finally:
                self._release(line)
                self._tell(listener, up=False)

    def _read(self, line: Line, listener: CableListener) -> None:
        while not self._ending.is_set() and not self._broken.is_set():
            try:
                data = line.read()
            except FAULTS as cause:
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

    def _release(self, line: Line) -> None:
        self._broken.set()
        with self._writing:
            self._line = None
            with contextlib.suppress(*FAULTS):
                line.close()

    def _break(self, line: Line) -> None:
        self._broken.set()
        self._wake(line)

    @staticmethod
    def _wake(line: Line) -> None:
        with contextlib.suppress(*FAULTS):
            line.wake()
