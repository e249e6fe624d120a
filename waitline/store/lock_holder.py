"""SQLite's write lock in the hands of a stopped process: found, woken, and taken away if it stays stopped.

Nothing but the holder can give an fcntl lock back. A kiosk stopped in mid-verb (a debugger, a job-control
signal, a suspended session) would hold the hall for ever, so whoever waits too long looks who it is. Only a
process that the system shows as stopped is touched: one that is merely slow keeps its lock. Linux and other
systems with /proc; elsewhere nothing is done, and the verb says that the database is busy.
"""

import logging
import subprocess
import sys
from pathlib import Path
from typing import Final

logger = logging.getLogger(__name__)

_LOOK: Final = Path(__file__).with_name("stopped_holder.py")


def wake_stopped_holder(database: Path) -> None:
    """Look in a process of its own: closing any handle of the file here would drop this process's own locks."""
    if not Path("/proc/self/stat").exists():
        return
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(_LOOK), str(database)],
            capture_output=True,
            timeout=2,
            check=False,
            text=True,
        )
    except (OSError, subprocess.TimeoutExpired):
        logger.warning("lock_holder_unknown", exc_info=True)
        return
    if done.stdout.strip():
        logger.warning("lock_holder %s", done.stdout.strip())
