"""The journal of slips: queued, sent, confirmed or failed. Knows no printer, only its name."""

from waitline.model.journal import Kind
from waitline.model.slip import JobState, PrintJob
from waitline.model.slip_errors import SlipTaken
from waitline.model.ticket import TicketState
from waitline.store import jobs
from waitline.store.engine import Store
from waitline.store.hall import Hall

from .performing import Actor, Facts
from .requests import new_request, wish


class PrintDesk(Actor):
    """What whoever works the printer named `printer` tells the office."""

    def __init__(self, store: Store, printer: str) -> None:
        super().__init__(store)
        self._printer = printer

    def next_job(self) -> PrintJob | None:
        """The oldest slip that nobody has sent yet."""
        return next((job for job in self._open() if job.state is JobState.QUEUED), None)

    def unfinished(self) -> tuple[PrintJob, ...]:
        """Slips sent whose end nobody has seen: after a crash they may be on paper or not."""
        return tuple(job for job in self._open() if job.state is JobState.SENT)

    def sent(self, job_id: int, *, request: str | None = None) -> None:
        """Note this before the first byte leaves.

        Raises `IllegalMove` for a number that has been cancelled, `SlipTaken` where another
        request has begun; without one nobody can be told from another.
        """
        self._move(job_id, JobState.SENT, Kind.SLIP_SENT, None, request)

    def confirmed(self, job_id: int, *, request: str | None = None) -> None:
        self._move(job_id, JobState.CONFIRMED, Kind.SLIP_CONFIRMED, None, request)

    def failed(self, job_id: int, cause: str, *, request: str | None = None) -> None:
        """`cause` is a code such as ``paper_out``."""
        self._move(job_id, JobState.FAILED, Kind.SLIP_FAILED, cause, request)

    def _open(self) -> list[PrintJob]:
        with self._store.reading() as look:
            return look.open_jobs(self._printer)

    def _move(self, job_id: int, state: JobState, kind: Kind, cause: str | None, request: str | None) -> None:
        def body(hall: Hall) -> Facts:
            job = jobs.job(hall, job_id)
            if state is JobState.SENT and job.ticket.state is TicketState.CANCELLED:
                raise job.ticket.cannot(("列印", "be printed"))
            if state is JobState.SENT and job.state is not JobState.QUEUED and request is not None:
                raise SlipTaken(label=job.ticket.label)
            if job.state is not state:
                hall.note(kind, ticket=job.ticket.id, label=job.ticket.label, job=job_id, cause=cause)
                jobs.keep_job(hall, job, state, cause)
            return {}

        asked = wish(f"slip_{state}", new_request() if request is None else request, job=job_id, cause=cause)
        self._perform(asked, body, lambda *_: None, unasked=request is None)
