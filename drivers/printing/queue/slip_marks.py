"""How slips ended, told to the office: at once, or when it can be reached again."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from waitline.model.slip import JobState

if TYPE_CHECKING:
    from collections.abc import Callable

    from .slip_office import SlipOffice


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a job ended, not yet told to the office."""

    job: int
    state: JobState
    cause: str
    request: str


class SlipMarks:
    """For the print queue's own thread. `tell` raises what the office raises; what was not told stays."""

    def __init__(self, office: SlipOffice, printer: str, new_request: Callable[[], str]) -> None:
        self._office = office
        self._printer = printer
        self._new_request = new_request
        self._marks: deque[Mark] = deque()

    def add(self, job: int, state: JobState, cause: str = "") -> None:
        """Tell how a job ended; what cannot be told now is told before the office's next slip is printed."""
        self._marks.append(Mark(job=job, state=state, cause=cause, request=self._new_request()))
        self.tell()

    def tell(self) -> None:
        desk = self._office.print_desk(self._printer)
        while self._marks:
            mark = self._marks[0]
            if mark.state is JobState.CONFIRMED:
                desk.confirmed(mark.job, request=mark.request)
            else:
                desk.failed(mark.job, mark.cause, request=mark.request)
            self._marks.popleft()
