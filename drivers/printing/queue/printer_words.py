"""What visitors are told of the printer: a fault that it reports at once, mere silence once it lasts."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from drivers.printing.status import ONLY_A_WARNING, Cause, PrinterStatus
from waitline.model.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

NO_PAPER: Final = Words(
    zh="印表機缺紙",
    en="The printer is out of paper",
    more=(("vi", "Máy in hết giấy"), ("id", "Kertas printer habis"), ("th", "กระดาษ\u200bพิมพ์\u200bหมด")),
)
NOT_NOW: Final = Words(
    zh="印表機暫時不能列印",
    en="The printer cannot print at the moment",
    more=(
        ("vi", "Máy in tạm thời không in được"),
        ("id", "Printer sedang tidak dapat mencetak"),
        ("th", "เครื่องพิมพ์\u200bใช้งาน\u200bไม่ได้\u200bชั่วคราว"),
    ),
)
"""Vietnamese, Indonesian and Thai await checking by native speakers."""

WANTED_OF_THE_STAFF: Final = frozenset({Cause.ONE_WAY}) | ONLY_A_WARNING
"""Causes that are none for a visitor: the slip comes all the same."""
PASSING: Final = frozenset({Cause.SILENT, Cause.UNPLUGGED})
"""So is every printer while its cable is being opened."""
SURE_AFTER_S: Final = 1.5


def trouble_words(status: PrinterStatus) -> Words | None:
    """What a visitor needs to know of a printer, None while slips come: how to mend it is for the staff."""
    causes = set(status.causes) - WANTED_OF_THE_STAFF
    if not causes:
        return None
    return NO_PAPER if Cause.PAPER_OUT in causes else NOT_NOW


class PrinterWords:
    """Remembers since when the printer has said nothing. For any thread."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._told: Words | None = None
        self.sure: PrinterStatus | None = None
        """The last status that was no passing one."""
        self._silent_since: float | None = None

    def hear(self, status: PrinterStatus) -> Words | None:
        """What to tell of the printer as it is now; while it is not sure, what was told before."""
        words = trouble_words(status)
        if words is None or not PASSING.issuperset(set(status.causes) - WANTED_OF_THE_STAFF):
            self._silent_since = None
            self._told, self.sure = words, status
        elif self._silent_since is None:
            self._silent_since = self._monotonic()
        elif self._monotonic() - self._silent_since >= SURE_AFTER_S:
            self._told, self.sure = words, status
        return self._told

    def of_slip(self, status: PrinterStatus) -> Words | None:
        """What to tell whoever waits for a slip that cannot be printed now; None while it may begin yet."""
        return self.hear(status) or (None if self._silent_since is not None else NOT_NOW)
