"""Faults of a printer at the wire's real pace: the print queue's own thread, a pty, and waits that are waits."""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import Protocol

from drivers.printing.emulator.device import Emulator
from drivers.printing.printer import Printer
from drivers.printing.profile import load_profile
from drivers.printing.queue.slip_news import Slip
from drivers.printing.queue.slip_printer import SlipPrinter
from drivers.printing.serial_transport import SerialTransport
from kiosk.hall import Hall
from tests.kiosk.houses import House
from tests.kiosk.works import FAULTS, NET_WITHIN_S, STANDS_S, TOLD, Noting, is_marked, papers_of, still_to_come_s
from waitline.model.office import KioskSetup
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .measure import Measure
from .stages import load

PROFILE, BAUD = "big5-80mm", 9600
AT = {"zh-TW": ("ASK", (60, 250)), "vi": ("REG", (700, 4_600))}
"""By language, the service, and the bytes that a fault of each kind strikes at: among letters, and in the code's
data; in pictures of the first lines, and of the last."""

PATIENCE_S = 60.0
AT_ONCE = 4
"""Printers beside each other, each in a process: nearly all of it is waiting."""


class Counted(Protocol):
    @property
    def lost(self) -> int: ...
    @property
    def twice(self) -> int: ...


class NotingSerial(Noting, SerialTransport):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Paced:
    """One kiosk's print queue, and its printer on a pty."""

    house: House
    emulator: Emulator
    cable: NotingSerial
    queue: SlipPrinter
    told: dict[str, Slip]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    fault: str
    lost: int
    twice: int
    gross_s: float
    net_s: float


@contextmanager
def at_work(folder: Path) -> Iterator[Paced]:
    house = House(folder)
    house.open_counters("1", "7", "8")
    profile = load_profile(PROFILE).with_settings(baud=BAUD)
    hall = Hall(house.office.database_url, house.office.office_id, KioskSetup(id="kiosk-1", printer="kiosk-1"))
    told: dict[str, Slip] = {}
    with Emulator(profile, folder / "port") as emulator:
        cable = NotingSerial(emulator.port, baud=BAUD, flow=profile.flow)
        queue = SlipPrinter(
            hall,
            house.office.setup,
            "kiosk-1",
            open_printer=lambda on_status, left: Printer(
                profile, cable, on_status=on_status, left_unfinished=left
            ),
            new_request=new_request,
            office_time=lambda: None,
            on_slip=lambda news: told.update({news.label: news.slip}),
            on_printer=lambda _: None,
        )
        queue.start()
        _until(lambda: queue.status is not None and queue.status.may_print)
        yield Paced(house=house, emulator=emulator, cable=cable, queue=queue, told=told)
        queue.close()
    hall.close()
    house.store.close()


def strike(paced: Paced, fault: str, language: str, service: str, offset: int) -> Strike:
    emulator = paced.emulator
    struck, ends = ("unplug", ("restart", "replug")) if fault == "power off" else (fault, (FAULTS[fault],))
    strikes_at = emulator.received + offset
    emulator.do(f"{struck} at {offset}")
    taken = Reception(paced.house.store).take_ticket(
        request=new_request(), service=service, language=language, printer="kiosk-1", told=TOLD
    )
    paced.queue.wake()
    _until(lambda: emulator.received >= strikes_at)
    time.sleep(STANDS_S)
    for words in ends:
        emulator.do(words)
    ended_at, label = emulator.now, taken.ticket.label
    _until(lambda: paced.told.get(label) is Slip.PRINTED)
    gross_s = emulator.now - ended_at
    time.sleep(STANDS_S)
    papers, whole = papers_of(label, emulator.slips, paced.cable.written)
    to_come_s = still_to_come_s(whole[-1], 10 / BAUD, ended_at) if whole else 0.0
    return Strike(
        fault=fault,
        lost=not whole,
        twice=sum(not is_marked(paper) for paper in papers) > 1,
        gross_s=gross_s,
        net_s=gross_s - to_come_s,
    )


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError("a slip at real pace is never printed")
        time.sleep(0.01)


def counts(what: str, where: str, found: Sequence[Counted]) -> list[Measure]:
    return [
        Measure(
            what=f"{what}: numbers lost",
            where=where,
            value=sum(one.lost for one in found),
            unit="",
            bar=0,
            detail="on no whole paper, or their job not confirmed",
        ),
        Measure(
            what=f"{what}: numbers on two unmarked papers",
            where=where,
            value=sum(one.twice for one in found),
            unit="",
            bar=0,
        ),
    ]


def recovery(where: str, net_s: float, detail: str) -> Measure:
    return Measure(
        what="fault in a slip: recovery after its end, net of the wire, worst",
        where=where,
        value=net_s,
        unit="s",
        bar=NET_WITHIN_S,
        detail=detail,
    )


def of_one_kind(language: str, fault: str) -> list[Strike]:
    service, offsets = AT[language]
    with tempfile.TemporaryDirectory(prefix="waitline-bench-") as folder, at_work(Path(folder)) as paced:
        return [strike(paced, fault, language, service, offset) for offset in offsets]


def lines(language: str, found: Sequence[Strike]) -> list[Measure]:
    where = f"{language}, {BAUD} baud, real pace: {len(found)} faults of {len(FAULTS)} kinds"
    worst, gross_s = max(found, key=lambda one: one.net_s), max(one.gross_s for one in found)
    return [
        *counts("fault in a slip", where, found),
        recovery(where, worst.net_s, f"{worst.fault}; whole {gross_s:.2f} s; {load()}"),
    ]


def run() -> list[Measure]:
    pairs = list(product(AT, FAULTS))
    with ProcessPoolExecutor(max_workers=AT_ONCE, mp_context=get_context("spawn")) as workers:
        seen = list(workers.map(of_one_kind, *zip(*pairs, strict=True)))
    by_language = {
        name: [one for (language, _), kind in zip(pairs, seen, strict=True) for one in kind if language == name]
        for name in AT
    }
    return [line for name, found in by_language.items() for line in lines(name, found)]
