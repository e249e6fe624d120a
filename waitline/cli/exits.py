"""What the command's exit code means."""

from enum import IntEnum

from waitline.model.errors import Refused, Trouble, WaitlineError
from waitline.model.office_errors import BadOfficeFile, OfficeFileMissing

from .rehearse.recorded import BadDay


class Exit(IntEnum):
    """Documented in `waitline --help`; scripts rely on it."""

    WELL = 0
    NOT_WELL = 1
    """It worked, and the answer is no: `check` found something wrong, `audit` found a change."""
    USAGE = 2
    BAD_FILE = 3
    DATABASE = 4
    REFUSED = 5
    FAULT = 70
    """A mistake of the program itself; the log has the cause."""
    STOPPED = 130


def exit_for(error: WaitlineError) -> Exit:
    if isinstance(error, BadOfficeFile | OfficeFileMissing | BadDay):
        return Exit.BAD_FILE
    if isinstance(error, Trouble):
        return Exit.DATABASE
    if isinstance(error, Refused):
        return Exit.REFUSED
    return Exit.NOT_WELL
