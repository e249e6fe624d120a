"""Both ends of a pty, and a link that always names the printer's end."""

import contextlib
import os
import sys
from pathlib import Path

if sys.platform != "win32":
    import tty


class PseudoTerminal:
    """Plugged in: `link` leads to a terminal. Unplugged: there is none, and whoever had it open gets an error."""

    obeys_flow_control = True
    """The terminal layer holds the sender at XOFF."""

    def __init__(self, link: Path) -> None:
        self.link = link
        self._ours: int | None = None
        self._theirs: int | None = None

    @property
    def port(self) -> str:
        return str(self.link)

    @property
    def is_plugged_in(self) -> bool:
        return self._ours is not None

    @property
    def descriptors(self) -> tuple[int, ...]:
        """To select on; empty while unplugged."""
        return () if self._ours is None else (self._ours,)

    def plug_in(self) -> None:
        if self._ours is not None:
            return
        ours, theirs = os.openpty()
        tty.setraw(theirs)  # no echo before somebody opens it
        os.set_blocking(ours, False)
        self._ours, self._theirs = ours, theirs
        fresh = self.link.with_name(f".{self.link.name}.{os.getpid()}")
        with contextlib.suppress(FileNotFoundError):
            fresh.unlink()
        fresh.symlink_to(os.ttyname(theirs))
        fresh.replace(self.link)

    def unplug(self) -> None:
        """Bytes that are still in the pty are lost, as in an adapter that is pulled out."""
        if self._ours is None or self._theirs is None:
            return
        with contextlib.suppress(FileNotFoundError):
            self.link.unlink()
        os.close(self._theirs)
        os.close(self._ours)
        self._ours = self._theirs = None

    def read(self, count: int) -> bytes:
        if self._ours is None:
            return b""
        try:
            return os.read(self._ours, count)
        except OSError:
            return b""

    def write(self, data: bytes) -> None:
        """What nobody reads is lost, as on a cable."""
        if self._ours is not None:
            with contextlib.suppress(OSError):
                os.write(self._ours, data)
