"""A kiosk's print queue, its driver and a printer on one turned clock, struck by any fault at any byte of a slip.

What must hold whatever happens: a number stands on at most one paper that is not marked as a copy or as void; it
stands on a whole one in the end; the office knows how each print job ended; and all that within five seconds after
the fault has gone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.emulator.turned_cable import TurnedCable
from drivers.printing.printer import Printer
from drivers.printing.profile import Profile
from kiosk.hall import Hall
from kiosk.printing import SlipPrinter
from kiosk.scenes import Slip
from waitline.model.journal import Kind
from waitline.model.office import KioskSetup
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .houses import House

STANDS_S = 3.0
BACK_WITHIN_S = 5.0
FAULTS = {
    "paper near-end": "paper ok",
    "paper out": "paper ok",
    "cover open": "cover closed",
    "cutter stuck": "cutter ok",
    "offline": "online",
    "silent": "speaking",
    "garbage on": "garbage off",
    "unplug": "replug",
    "power off": "power on",
}
ENDS = {Kind.SLIP_CONFIRMED, Kind.SLIP_FAILED}


@dataclass
class Works:
    """A kiosk's print queue and its printer, both on one turned clock. Close it in the end."""

    house: House
    cable: TurnedCable
    queue: SlipPrinter
    told: dict[str, Slip]
    hall: Hall

    def prints(self) -> tuple[str, int, float]:
        """A visitor takes a number and the queue works until its slip is confirmed.

        The number, how many bytes went to the printer, and when it was known.
        """
        before = self.cable.received
        taken = Reception(self.house.store).take_ticket(request=new_request(), service="ASK", printer="kiosk-1")
        until = self.cable.now() + 60
        while self.told.get(taken.ticket.label) is not Slip.PRINTED:
            assert self.cable.now() < until, f"{taken.ticket.label} is still not printed: {self.house.jobs()}"
            if not self.queue.turn():
                self.cable.let(self.queue.pause_s)
        return taken.ticket.label, self.cable.received - before, self.cable.now()

    def last_ends(self) -> dict[str, Kind]:
        """How the last print job of every number ended."""
        ends, position = {}, 0
        with self.house.store.reading() as look:
            while entries := look.entries_after(position):
                ends.update({str(one.facts["label"]): one.kind for one in entries if one.kind in ENDS})
                position = entries[-1].seq
        return ends

    def take_papers(self, label: str) -> list[PrintedSlip]:
        """Those with the number on them; all are thrown away, since their pictures fill a gigabyte otherwise."""
        papers = [paper for paper in self.cable.slips if label in paper.text]
        self.cable.slips.clear()
        return papers

    def close(self) -> None:
        self.hall.close()


def put_to_work(house: House, profile: Profile) -> Works:
    cable = TurnedCable(profile)
    told: dict[str, Slip] = {}
    hall = Hall(house.office.database_url, house.office.office_id, KioskSetup(id="kiosk-1", printer="kiosk-1"))
    queue = SlipPrinter(
        hall,
        house.office.setup,
        "kiosk-1",
        open_printer=lambda on_status, left: Printer(
            profile, cable, on_status=on_status, left_unfinished=left, watch=cable
        ),
        new_request=new_request,
        office_time=lambda: None,
        on_slip=lambda news: told.update({news.label: news.slip}),
        on_printer=lambda _: None,
        monotonic=cable.now,
    )
    return Works(house=house, cable=cable, queue=queue, told=told, hall=hall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """What came of one fault: the papers with the number on them, and seconds from its end until all was well."""

    where: str
    papers: tuple[PrintedSlip, ...]
    struck: bool
    recovered_s: float

    @property
    def unmarked(self) -> int:
        """Papers that could pass for the number's own."""
        return sum(not is_marked(paper) for paper in self.papers)

    @property
    def is_on_paper(self) -> bool:
        return any(is_whole(paper) for paper in self.papers)


def strikes(halls: Sequence[Works], fault: str) -> Iterator[Strike]:
    """The fault at every byte of a slip; printers take turns, byte by byte, up to the longest slip of any."""
    lengths = [[hall.prints()[1] for _ in range(2)][1] for hall in halls]
    for offset in range(1, max(lengths) + 1):
        able = [hall for hall, length in zip(halls, lengths, strict=True) if offset <= length]
        hall = able[offset % len(able)]
        began = hall.cable.now()
        hall.cable.do(f"{fault} then {FAULTS[fault]} after {STANDS_S} at {offset}")
        label, _, known_at = hall.prints()
        hall.cable.let(STANDS_S)
        papers = tuple(hall.take_papers(label))
        yield Strike(
            where=f"{fault} at byte {offset}: {[paper.text for paper in papers]}",
            papers=papers,
            struck=hall.cable.ended_at > began,
            recovered_s=known_at - hall.cable.ended_at,
        )


def is_marked(paper: PrintedSlip) -> bool:
    return any("補印 COPY" in line or "作廢 VOID" in line for line in paper.text)


def is_whole(paper: PrintedSlip) -> bool:
    return (
        bool(paper.codes) and "過號請洽服務台，謝謝您。" in paper.text and "作廢 VOID" not in "".join(paper.text)
    )
