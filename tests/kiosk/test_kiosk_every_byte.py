"""Each fault of a printer at every byte of a slip, through print queue, driver and a printer on a turned clock.

What must hold whatever happens: a number stands on at most one paper that is not marked as a copy or as void; it
stands on a whole one in the end; the office knows how each print job ended; and all that within five seconds after
the fault has gone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.emulator.turned_cable import TurnedCable
from drivers.printing.printer import Printer
from drivers.printing.profile import Profile, load_profile
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
    """A kiosk's print queue and its printer, both on one turned clock."""

    house: House
    cable: TurnedCable
    queue: SlipPrinter
    told: dict[str, Slip]

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


@pytest.fixture
def works(house: House) -> Iterator[Callable[[Profile], Works]]:
    halls = []

    def make(profile: Profile) -> Works:
        cable = TurnedCable(profile)
        told: dict[str, Slip] = {}
        hall = Hall(house.office.database_url, house.office.office_id, KioskSetup(id="kiosk-1", printer="kiosk-1"))
        halls.append(hall)
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
        return Works(house=house, cable=cable, queue=queue, told=told)

    yield make
    for hall in halls:
        hall.close()


def is_marked(paper: PrintedSlip) -> bool:
    return any("補印 COPY" in line or "作廢 VOID" in line for line in paper.text)


def is_whole(paper: PrintedSlip) -> bool:
    return (
        bool(paper.codes) and "過號請洽服務台，謝謝您。" in paper.text and "作廢 VOID" not in "".join(paper.text)
    )


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_byte_of_a_slip_costs_no_number_and_leaves_no_second_unmarked_slip(
    works: Callable[[Profile], Works], fault: str
) -> None:
    """Printers that confirm by ``GS r`` and those that confirm by the job's id take turns, byte by byte."""
    halls = [works(load_profile("big5-80mm")), works(load_profile("tm-t88-tc"))]
    lengths = [[hall.prints()[1] for _ in range(2)][1] for hall in halls]
    assert min(lengths) > 250
    for offset in range(1, max(lengths) + 1):
        hall = halls[offset % 2] if offset <= min(lengths) else halls[lengths.index(max(lengths))]
        began = hall.cable.now()
        hall.cable.do(f"{fault} then {FAULTS[fault]} after {STANDS_S} at {offset}")
        label, _, known_at = hall.prints()
        hall.cable.let(STANDS_S)
        papers = hall.take_papers(label)
        where = f"{fault} at byte {offset}: {[paper.text for paper in papers]}"
        assert hall.cable.ended_at > began, f"{where}; it never struck"
        assert sum(not is_marked(paper) for paper in papers) <= 1, where
        assert any(is_whole(paper) for paper in papers), where
        assert known_at - hall.cable.ended_at <= BACK_WITHIN_S, where
    assert halls[0].house.jobs() == []
    told = halls[0].told | halls[1].told
    assert halls[0].last_ends() == dict.fromkeys(told, Kind.SLIP_CONFIRMED)
