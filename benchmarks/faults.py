"""Every fault of a printer at every byte of a slip: print queue, driver and emulated printer on one turned clock.

The same machinery as the test of the same name: `tests/kiosk/works.py`. Recovery counts from the fault's end.
"""

import tempfile
from pathlib import Path

from drivers.printing.profile import load_profile
from tests.kiosk.houses import House
from tests.kiosk.works import BACK_WITHIN_S, FAULTS, put_to_work, strikes
from waitline.model.journal import Kind

from .measure import Measure

PROFILES = ("big5-80mm", "tm-t88-tc")


def one_fault(fault: str) -> tuple[int, int, int, float]:
    """Bytes struck; numbers on no whole paper or never confirmed; numbers on two unmarked ones; worst recovery."""
    struck = lost = twice = 0
    worst = 0.0
    with tempfile.TemporaryDirectory(prefix="waitline-bench-") as folder:
        house = House(Path(folder))
        house.open_counters("1", "7", "8")
        halls = [put_to_work(house, load_profile(profile)) for profile in PROFILES]
        for strike in strikes(halls, fault):
            struck += strike.struck
            lost += not strike.is_on_paper
            twice += strike.unmarked > 1
            worst = max(worst, strike.recovered_s)
        lost += sum(end is not Kind.SLIP_CONFIRMED for end in halls[0].last_ends().values()) + len(house.jobs())
        for hall in halls:
            hall.close()
        house.store.close()
    return struck, lost, twice, worst


def run() -> list[Measure]:
    found = {fault: one_fault(fault) for fault in FAULTS}
    where = f"{sum(one[0] for one in found.values())} faults of {len(FAULTS)} kinds"
    slowest = max(found, key=lambda fault: found[fault][3])
    return [
        Measure(
            what="fault at every byte of a slip: numbers lost",
            where=where,
            value=sum(one[1] for one in found.values()),
            unit="",
            bar=0,
            detail="on no whole paper, or their job not confirmed",
        ),
        Measure(
            what="fault at every byte of a slip: numbers on two unmarked papers",
            where=where,
            value=sum(one[2] for one in found.values()),
            unit="",
            bar=0,
        ),
        Measure(
            what="fault at every byte of a slip: recovery after its end, worst",
            where=where,
            value=found[slowest][3],
            unit="s",
            bar=BACK_WITHIN_S,
            detail=f"{slowest}; turned clock",
        ),
    ]
