"""A printer on the network: raw bytes over TCP, mostly to port 9100; answers come back the same way.

A pulled network cable says nothing: the system asks the other end (keepalive) and gives up after `_DEAD_AFTER`
seconds, and as soon as what was sent has not been taken for so long.
"""

import contextlib
import select
import socket
import struct
import sys
import time
from typing import Final

if sys.platform == "linux":
    import fcntl

from drivers.printing.cable import READ_SECONDS, RETRY, Cable, Line
from drivers.printing.errors import CableAway
from waitline.model.printer_port import NetworkPort

_CONNECT_SECONDS: Final = 2.0
_ASK_EVERY: Final = 1
_DEAD_AFTER: Final = 4
_SIOCOUTQ: Final = 0x5411
"""Linux: how many bytes the other end has not taken yet."""

_AT_ONCE: Final = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
"""``SO_LINGER``: on, for no time."""


class NetworkTransport(Cable):
    """Connects late, and again whenever the connection is lost."""

    def __init__(self, port: NetworkPort, *, retry: tuple[float, float] = RETRY) -> None:
        super().__init__(str(port), retry=retry)
        self._port = port

    def _open(self) -> Line:
        _, _, _, _, address = socket.getaddrinfo(
            self._port.host, self._port.port, socket.AF_INET, socket.SOCK_STREAM
        )[0]
        connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            connection.setblocking(False)
            fault = connection.connect_ex(address[:2])
            deadline = time.monotonic() + _CONNECT_SECONDS
            while fault and not self._ending.is_set() and time.monotonic() < deadline:
                if select.select([], [connection], [connection], 0.1)[1:] != ([], []):
                    fault = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                    break
            if fault:
                raise CableAway(port=self.port_id)
            _watch_over(connection)
        except BaseException:
            connection.close()
            raise
        return _NetworkLine(connection)


class _NetworkLine:
    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def read(self) -> bytes:
        if not select.select([self._connection], [], [], READ_SECONDS)[0]:
            return b""
        data = self._connection.recv(1)
        if not data:
            raise ConnectionResetError("the printer has ended the connection")
        return data

    def has_room(self, seconds: float) -> bool:
        return bool(select.select([], [self._connection], [], seconds)[1])

    def write(self, piece: bytes, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while piece:
            try:
                piece = piece[self._connection.send(piece) :]
            except BlockingIOError:
                left = deadline - time.monotonic()
                if left <= 0 or not self.has_room(left):
                    raise TimeoutError from None

    def discard(self) -> bool:
        """Nothing is taken back out of a connection: where something is in it, only a new one is without it."""
        return _untaken(self._connection) == 0

    def wake(self) -> None:
        self._connection.shutdown(socket.SHUT_RD)

    def close(self) -> None:
        """What was not taken yet is not delivered any more: it would come out beside the next slip."""
        with contextlib.suppress(OSError):
            self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        self._connection.close()


def _watch_over(connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, _ASK_EVERY)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, _ASK_EVERY)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, _DEAD_AFTER - _ASK_EVERY)
    if sys.platform == "linux":
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _DEAD_AFTER * 1000)


def _untaken(connection: socket.socket) -> int:
    """Bytes on this side; one where the system does not tell."""
    if sys.platform != "linux":
        return 1
    return int(struct.unpack("i", fcntl.ioctl(connection, _SIOCOUTQ, b"\0\0\0\0"))[0])
