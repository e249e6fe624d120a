"""Every fault of a printer at every byte of a slip: print queue, driver and emulated printer on one turned clock.

The same machinery as the test of the same name: `tests/kiosk/works.py`. Recovery counts from the fault's end:
whole, and net of the time on the wire of those bytes of the paper that were still to come. A Chinese slip is
struck at every byte; a Vietnamese one, 5.5 KB of pictures, at every `STRIDE`-th and at either end. `faults_paced`
is the sample at real pace.
"""

import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from drivers.printing.profile import load_profile
from tests.kiosk.houses import House
from tests.kiosk.works import AT_EITHER_END, BACK_WITHIN_S, FAULTS, STRIDE, put_to_work, strikes
from waitline.model.journal import Kind

from . import faults_paced
from .measure import Measure

PROFILES = ("big5-80mm", "tm-t88-tc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A slip that is struck: its language and service, the cable's pace, and how often."""

    language: str
    service: str
    baud: int
    stride: int = 1
    ends: int = 0

    @property
    def where(self) -> str:
        often = "every byte"
        if self.stride > 1:
            often = f"every {self.stride}th byte" + (f", each of the first and last {self.ends}" * bool(self.ends))
        return f"{self.language}, {self.baud} baud, {often}"


VISITS = (
    Visit(language="zh-TW", service="ASK", baud=9600),
    Visit(language="zh-TW", service="ASK", baud=19200, stride=7),
    Visit(language="vi", service="REG", baud=9600, stride=STRIDE, ends=AT_EITHER_END),
    Visit(language="vi", service="REG", baud=19200, stride=STRIDE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Faults that struck; numbers on no whole paper or never confirmed; numbers on two unmarked ones; the worst
    recovery, whole and net.
    """

    fault: str
    struck: int
    lost: int
    twice: int
    gross_s: float
    net_s: float


def one_fault(visit: Visit, fault: str) -> Found:
    with tempfile.TemporaryDirectory(prefix="waitline-bench-") as folder:
        house = House(Path(folder))
        house.open_counters("1", "7", "8")
        halls = [
            put_to_work(
                house,
                load_profile(profile).with_settings(baud=visit.baud),
                service=visit.service,
                language=visit.language,
            )
            for profile in PROFILES
        ]
        seen = list(strikes(halls, fault, stride=visit.stride, ends=visit.ends))
        open_ends = sum(end is not Kind.SLIP_CONFIRMED for end in halls[0].last_ends().values())
        found = Found(
            fault=fault,
            struck=sum(strike.struck for strike in seen),
            lost=sum(not strike.is_on_paper for strike in seen) + open_ends + len(house.jobs()),
            twice=sum(strike.unmarked > 1 for strike in seen),
            gross_s=max(strike.recovered_s for strike in seen),
            net_s=max(strike.net_s for strike in seen),
        )
        for hall in halls:
            hall.close()
        house.store.close()
    return found


def lines(visit: Visit, found: Sequence[Found]) -> list[Measure]:
    where = f"{visit.where}: {sum(one.struck for one in found)} faults of {len(found)} kinds"
    gross, net = max(found, key=lambda one: one.gross_s), max(found, key=lambda one: one.net_s)
    return [
        *faults_paced.counts("fault in a slip", where, found),
        faults_paced.recovery(
            where, net.net_s, f"{net.fault}; whole {gross.gross_s:.2f} s ({gross.fault}); turned clock"
        ),
        *(
            [
                Measure(
                    what="fault in a slip: recovery after its end, whole, worst",
                    where=where,
                    value=gross.gross_s,
                    unit="s",
                    bar=BACK_WITHIN_S,
                    detail=f"{gross.fault}; turned clock",
                )
            ]
            if visit.language == "zh-TW"
            else []
        ),
    ]


def run() -> list[Measure]:
    pairs = list(product(VISITS, FAULTS))
    with ProcessPoolExecutor(max_workers=os.cpu_count(), mp_context=get_context("spawn")) as workers:
        found = list(workers.map(one_fault, *zip(*pairs, strict=True)))
    kinds = len(FAULTS)
    turned = [
        line for at, visit in enumerate(VISITS) for line in lines(visit, found[at * kinds : (at + 1) * kinds])
    ]
    return [*turned, *faults_paced.run()]
