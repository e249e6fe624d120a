"""A file that one program of this computer has to itself: the lock ends with the process, however it ends."""

import os
import sys


def lock(file: int) -> None:
    """This program alone uses the file until it closes it. Raises `BlockingIOError` for a second one."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - only there

        os.lseek(file, 0, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from error
    else:
        import fcntl  # noqa: PLC0415 - only there

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
