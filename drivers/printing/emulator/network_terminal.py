"""The emulated printer's network side: one connection at a time, as printers on port 9100 have it."""

import contextlib
import socket
import struct

from waitline.model.printer_port import NetworkPort


class NetworkTerminal:
    """Plugged in: listens, and talks with whoever came first. Unplugged: nobody is there any more.

    Port 0 takes a free one, which stays the same through every unplugging.
    """

    obeys_flow_control = False

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._listening: socket.socket | None = None
        self._connection: socket.socket | None = None

    @property
    def port(self) -> str:
        return str(NetworkPort(host=self._host, port=self._port))

    @property
    def descriptors(self) -> tuple[int, ...]:
        """To select on: the connection, or who comes; empty while unplugged."""
        end = self._connection or self._listening
        return () if end is None else (end.fileno(),)

    @property
    def is_plugged_in(self) -> bool:
        return self._listening is not None

    def plug_in(self) -> None:
        if self._listening is not None:
            return
        self._listening = socket.create_server((self._host, self._port), backlog=1)
        self._listening.setblocking(False)
        self._port = self._listening.getsockname()[1]

    def unplug(self) -> None:
        """What is under way is lost, and the other end hears of it."""
        self._hang_up()
        if self._listening is not None:
            self._listening.close()
            self._listening = None

    def read(self, count: int) -> bytes:
        if self._connection is None:
            if self._listening is not None:
                with contextlib.suppress(OSError):
                    self._connection, _ = self._listening.accept()
                    self._connection.setblocking(False)
            return b""
        try:
            data = self._connection.recv(count)
        except BlockingIOError:
            return b""
        except OSError:
            data = b""
        if not data:
            self._hang_up()
        return data

    def write(self, data: bytes) -> None:
        """What nobody takes is lost."""
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(data)

    def _hang_up(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._connection.close()
            self._connection = None
