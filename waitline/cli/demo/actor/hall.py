"""What is really in the database, beside what the screens show."""

from waitline.cli.demo.waiting import wait_for
from waitline.model.counter import CounterId, Desk
from waitline.model.slip import JobState
from waitline.model.ticket import Ticket, TicketState
from waitline.model.words import Words
from waitline.store.engine import Store
from waitline.views import day_view

PATIENCE_S = 8.0


class Hall:
    """Reads only; every look is a fresh one."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def ticket(self, label: str) -> Ticket | None:
        """Today's newest ticket of that number."""
        tickets = day_view.read(self._store).tickets
        return next((ticket for ticket in reversed(tickets) if ticket.label == label), None)

    def await_ticket(self, label: str, state: TicketState, *, counter: CounterId | None = None) -> Ticket:
        """The ticket once it is in that state (and at that counter)."""

        def look() -> Ticket | None:
            ticket = self.ticket(label)
            fits = ticket is not None and ticket.state is state and counter in (None, ticket.counter)
            return ticket if fits else None

        where = "" if counter is None else f" @ {counter}"
        return wait_for(
            Words(zh=f"資料庫裡 {label} 為 {state}{where}", en=f"the database has {label} as {state}{where}"),
            look,
            within_s=PATIENCE_S,
            seen=lambda: str(self.ticket(label)),
        )

    def await_desk(self, counter: CounterId, staff: str) -> Desk:
        """The counter once that clerk has opened it."""

        def look() -> Desk | None:
            with self._store.reading() as reading:
                desks = reading.desks()
            return next((d for d in desks if d.counter == counter and d.staff == staff and d.is_open), None)

        return wait_for(
            Words(zh=f"資料庫裡 {counter} 號櫃台已開", en=f"the database has counter {counter} open"),
            look,
            within_s=PATIENCE_S,
        )

    def await_printed(self, label: str, printer: str) -> None:
        """Until the slip's job is confirmed: none is open for that ticket any more."""

        def look() -> bool:
            with self._store.reading() as reading:
                jobs = reading.open_jobs(printer)
            return not any(job.ticket.label == label and job.state is not JobState.CONFIRMED for job in jobs)

        wait_for(
            Words(zh=f"{label} 的列印工作已確認", en=f"the print job of {label} is confirmed"),
            look,
            within_s=PATIENCE_S,
        )

    def at_counter(self, counter: CounterId) -> Ticket | None:
        """Who was called to a counter, or is served there."""
        with self._store.reading() as reading:
            return next((ticket for ticket in reading.at_counters() if ticket.counter == counter), None)

    def called_today(self) -> list[str]:
        """The numbers that have been called today, in the order they were taken."""
        return [ticket.label for ticket in day_view.read(self._store).tickets if ticket.calls]
