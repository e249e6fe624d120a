"""A kiosk's print queue, its driver and a printer on one turned clock, struck by any fault at any byte of a slip.

What must hold whatever happens: a number stands on at most one paper that is not marked as a copy or as void; it
stands on a whole one in the end; the office knows how each print job ended; and all that soon after the fault has
gone. A slip is not on paper before its bytes have come over the wire: recovery is told whole, and without the
time that those bytes take which were still to come.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.emulator.turned_cable import TurnedCable
from drivers.printing.printer import Printer
from drivers.printing.profile import Profile
from drivers.printing.queue.slip_news import Slip
from drivers.printing.queue.slip_printer import SlipPrinter
from kiosk.hall import Hall
from waitline.model.clock import MINUTE
from waitline.model.forecast import Forecast, WaitRange
from waitline.model.journal import Kind
from waitline.model.office import KioskSetup
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .houses import House

TOLD = Forecast(9 * MINUTE, 8 * MINUTE, WaitRange(5, 14))
"""The wait on every slip."""

STANDS_S = 3.0
BACK_WITHIN_S = 5.0
"""Of a slip in letters of the ROM, whose bytes take less than half a second."""

NET_WITHIN_S = 4.0
"""Of any slip, beside the time on the wire."""

QUESTION_AT_MOST = 11
"""Bytes of the question by which a job is confirmed."""

STRIDE, AT_EITHER_END = 97, 200
"""Of a slip in pictures every 97th byte is struck, and each of the first and the last 200. 97 is prime and more
than any row of dots has bytes (80): the strikes fall on every place of a row."""
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


class Noting:
    """Beside a transport: it remembers what the driver gave it to send."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.written: list[bytes] = []

    def write(self, data: bytes, *, seconds: float) -> None:
        self.written.append(data)
        super().write(data, seconds=seconds)  # type: ignore[misc] - of the transport it stands beside


class NotingCable(Noting, TurnedCable):
    pass


@dataclass
class Works:
    """A kiosk's print queue and its printer, both on one turned clock. Close it in the end."""

    house: House
    cable: NotingCable
    queue: SlipPrinter
    told: dict[str, Slip]
    hall: Hall
    service: str = "ASK"
    language: str = "zh-TW"

    def prints(self) -> tuple[str, int, float]:
        """A visitor takes a number and the queue works until its slip is confirmed.

        The number, how many bytes went to the printer, and when it was known.
        """
        before = self.cable.received
        taken = Reception(self.house.store).take_ticket(
            request=new_request(), service=self.service, language=self.language, printer="kiosk-1", told=TOLD
        )
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

    def take_papers(self, label: str) -> tuple[tuple[PrintedSlip, ...], tuple[PrintedSlip, ...]]:
        """Those with the number on them, and those of them that are whole.

        All are thrown away, since their pictures fill a gigabyte otherwise.
        """
        papers, whole = papers_of(label, self.cable.slips, self.cable.written)
        self.cable.slips.clear()
        self.cable.written.clear()
        return papers, whole

    def close(self) -> None:
        self.hall.close()


def put_to_work(house: House, profile: Profile, *, service: str = "ASK", language: str = "zh-TW") -> Works:
    cable = NotingCable(profile)
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
    return Works(house=house, cable=cable, queue=queue, told=told, hall=hall, service=service, language=language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """What came of one fault: the papers with the number on them, and whether one is whole.

    Then seconds from the fault's end until all was well, with and without the bytes of that paper that were still
    to come over the wire.
    """

    where: str
    papers: tuple[PrintedSlip, ...]
    is_on_paper: bool
    struck: bool
    recovered_s: float
    net_s: float

    @property
    def unmarked(self) -> int:
        """Papers that could pass for the number's own."""
        return sum(not is_marked(paper) for paper in self.papers)


def strikes(halls: Sequence[Works], fault: str, *, stride: int = 1, ends: int = 0) -> Iterator[Strike]:
    """The fault at every `stride`-th byte of a slip, and at each of its first and last `ends`.

    Printers take turns, strike by strike, up to the longest slip of any.
    """
    lengths = [[hall.prints()[1] for _ in range(2)][1] for hall in halls]
    for turn, offset in enumerate(_offsets(max(lengths), stride, ends)):
        able = [hall for hall, length in zip(halls, lengths, strict=True) if offset <= length]
        yield _strike(able[turn % len(able)], fault, offset)


def _offsets(length: int, stride: int, ends: int) -> list[int]:
    return [at for at in range(1, length + 1) if at % stride == 1 % stride or min(at - 1, length - at) < ends]


def _strike(works: Works, fault: str, offset: int) -> Strike:
    cable = works.cable
    began = cable.now()
    cable.do(f"{fault} then {FAULTS[fault]} after {STANDS_S} at {offset}")
    label, _, known_at = works.prints()
    cable.let(STANDS_S)
    papers, whole = works.take_papers(label)
    recovered_s = known_at - cable.ended_at
    return Strike(
        where=f"{fault} at byte {offset}: {[paper.text for paper in papers]}",
        papers=papers,
        is_on_paper=bool(whole),
        struck=cable.ended_at > began,
        recovered_s=recovered_s,
        net_s=recovered_s - (still_to_come_s(whole[-1], works.cable.byte_s, cable.ended_at) if whole else 0.0),
    )


def papers_of(
    label: str, slips: Sequence[PrintedSlip], written: Sequence[bytes]
) -> tuple[tuple[PrintedSlip, ...], tuple[PrintedSlip, ...]]:
    """Those with the number on them; and the whole ones, with the code, of all bytes of a slip that was sent."""
    lengths = [len(data) for data in written if label.encode() in data]
    papers = tuple(paper for paper in slips if label in paper.text)
    return papers, tuple(paper for paper in papers if is_whole(paper, lengths))


def still_to_come_s(paper: PrintedSlip, byte_s: float, ended_at: float) -> float:
    """Seconds on the wire of the paper's bytes that had not come when the fault ended, had none been held up."""
    on_wire = paper.job_bytes * byte_s
    return max(0.0, min(on_wire, paper.job_began_at + on_wire - ended_at))


def is_marked(paper: PrintedSlip) -> bool:
    return any("補印 COPY" in line or "作廢 VOID" in line for line in paper.text)


def is_whole(paper: PrintedSlip, lengths: Sequence[int]) -> bool:
    """The question behind may have come later."""
    made_of_all = any(0 <= length - paper.job_bytes <= QUESTION_AT_MOST for length in lengths)
    return made_of_all and len(paper.codes) == 1 and "作廢 VOID" not in "".join(paper.text)
