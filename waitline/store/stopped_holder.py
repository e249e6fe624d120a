"""Run by itself: wake the stopped process that holds the write lock of the SQLite database given as argument."""

import fcntl
import os
import signal
import struct
import sys
import time
from pathlib import Path
from typing import Final

_WAL_WRITE_LOCK: Final = 120
"""The byte of the -shm file that a WAL writer locks (SQLite's file format documentation, WAL-index)."""
_FLOCK: Final = "hhqqi4x"
_GRACE_S: Final = 0.3


def holder(shm: Path) -> int | None:
    """The process that holds the write lock, None when nobody does."""
    with shm.open("rb+") as file:
        asked = struct.pack(_FLOCK, fcntl.F_WRLCK, os.SEEK_SET, _WAL_WRITE_LOCK, 1, 0)
        kind, _, _, _, pid = struct.unpack(_FLOCK, fcntl.fcntl(file, fcntl.F_GETLK, asked))
    return None if kind == fcntl.F_UNLCK else pid


def is_stopped(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] == "T"


def main(database: str) -> None:
    shm = Path(f"{database}-shm")
    pid = holder(shm) if shm.exists() else None
    if pid is None or not is_stopped(pid):
        return
    os.kill(pid, signal.SIGCONT)
    sys.stdout.write(f"woken pid={pid}\n")
    deadline = time.monotonic() + _GRACE_S
    while time.monotonic() < deadline:
        if holder(shm) != pid:
            return
        time.sleep(0.02)
    if is_stopped(pid):
        os.kill(pid, signal.SIGKILL)
        sys.stdout.write(f"ended pid={pid}\n")


if __name__ == "__main__":
    main(sys.argv[1])
