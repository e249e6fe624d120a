"""Touch → cut: the real kiosk, the real driver, the emulated printer at the wire's real pace.

A touch counts from the finger's lifting; the cut is the emulator's, after its mechanics (feed 150 mm/s, cutter).
"""

import json
import re
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drivers.printing.printer import Printer
from drivers.printing.profile import load_profile
from drivers.printing.serial_transport import SerialTransport
from drivers.printing.slip import build_slip
from drivers.printing.status import Health
from kiosk.slip_text import slip_of
from waitline.cli.demo.crew import Member
from waitline.cli.demo.waiting import wait_for
from waitline.model.clock import Instant
from waitline.model.slip import JobState, PrintJob
from waitline.model.words import Words
from waitline.settings.office_folder import OfficeFolder
from waitline.store.engine import Store
from waitline.views import day_view

from .measure import Measure, p50, p95
from .stages import Stage, load, make_hall, printer, stage, work_folder

SLIPS = 6
CUT_WITHIN_S = {9600: 3.0, 19200: 2.0}
SLIP_BYTES = 400
PROFILE = "big5-80mm"
HEALTHY_MS, SILENT_MS = 200, 500
QUESTIONS = 20
HAND_S = 0.6
"""How long a hand needs to the next button; a button that has just come rests 0.35 s and takes no touch."""
VISITORS = ("ordinary", "love", "in English")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One slip: seconds from the touch, its own bytes, and all that went over the wire since the last cut."""

    seconds: float
    slip_bytes: int
    wire_bytes: int


def cuts(kiosk: Stage, emulator: Member, office: OfficeFolder, kind: str, slips: int) -> list[Cut]:
    """So many visitors of one kind, one after another."""
    return [_one_cut(kiosk, emulator, office, kind) for _ in range(slips)]


def _one_cut(kiosk: Stage, emulator: Member, office: OfficeFolder, kind: str) -> Cut:
    had = len(_events(emulator))
    if kind == "in English":
        kiosk.touch("language-en")
        time.sleep(HAND_S)
    if kind == "love":
        kiosk.touch("love")
        kiosk.control("reason-elderly")
        time.sleep(HAND_S)
    lifted = kiosk.touch("reason-elderly" if kind == "love" else "service-TRANS")
    lifted_at = time.time() - (time.monotonic() - lifted)
    event = wait_for(
        Words(zh="切紙", en="the slip is cut"),
        lambda: next(iter(_events(emulator)[had:]), None),
        within_s=10,
    )
    time.sleep(0.5)
    time.sleep(HAND_S)
    kiosk.leave_number()
    kiosk.control("service-TRANS")
    time.sleep(HAND_S)
    return Cut(
        seconds=event["at"] - lifted_at, slip_bytes=_slip_bytes(event, office), wire_bytes=int(event["bytes"])
    )


def _events(emulator: Member) -> list[dict[str, Any]]:
    lines = emulator.log.read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]
    return [event for event in told if event["event"] == "cut"]


def _slip_bytes(event: dict[str, Any], office: OfficeFolder) -> int:
    """The cut slip built once more from its ticket, without the driver's questions around it."""
    text = "\n".join(event["text"])
    ahead = re.search(r"前面 (\d+) 人", text)
    store = Store(office.database_url, office.office_id)
    with closing(store):
        tickets = day_view.read(store).tickets
    ticket = next(t for t in reversed(tickets) if t.label in event["text"])
    job = PrintJob(
        id=1,
        printer="kiosk-1",
        ticket=ticket,
        ahead=int(ahead[1]) if ahead else 0,
        copy=0,
        state=JobState.QUEUED,
        detail=None,
        queued_at=Instant(0),
    )
    return len(build_slip(slip_of(job, office.setup), load_profile(PROFILE)))


def at_baud(folder: Path, baud: int, slips: int = SLIPS) -> list[Measure]:
    port = folder / "printer"
    office_folder = folder / "office"
    found = []
    with printer(folder, port, baud=baud) as emulator, stage("kiosk", folder) as kiosk:
        office = make_hall(office_folder, f"sqlite:///{office_folder}/queue.db", port=port, baud=baud)
        kiosk.start("kiosk", "--office", str(office.path))
        kiosk.await_page("service-TRANS")
        for kind in VISITORS:
            seen = cuts(kiosk, emulator, office, kind, slips)
            found += _lines(kind, f"{baud} baud", seen, CUT_WITHIN_S[baud])
    return found


def _lines(kind: str, where: str, seen: list[Cut], within_s: float) -> list[Measure]:
    seconds = [cut.seconds for cut in seen]
    largest = max(cut.slip_bytes for cut in seen)
    wire = sorted(cut.wire_bytes for cut in seen)
    return [
        Measure(
            what=f"touch → cut, {kind}, worst",
            where=where,
            value=max(seconds),
            unit="s",
            bar=within_s,
            detail=f"p50 {p50(seconds):.2f} s of {len(seen)}; {load()}",
        ),
        Measure(
            what=f"bytes of a slip, {kind}, most",
            where=where,
            value=largest,
            unit="bytes",
            bar=SLIP_BYTES,
            detail=f"{wire[0]}-{wire[-1]} on the wire with status questions and the confirmation",
        ),
    ]


def answers(folder: Path) -> list[Measure]:
    """How long the driver needs to know that the printer is well, and that a silent one is unknown."""
    port, orders = folder / "printer", folder / "orders"
    with printer(folder, port, control=orders):
        profile = load_profile(PROFILE).with_settings(baud=9600)
        driver = Printer(profile, SerialTransport(str(port), baud=9600, flow=profile.flow))
        driver.start()
        try:
            _until(driver, Health.WELL)
            healthy = [_asked(driver, Health.WELL) for _ in range(QUESTIONS)]
            orders.write_text("silent\n", encoding="utf-8")
            _until(driver, Health.UNKNOWN)
            silent = [_asked(driver, Health.UNKNOWN) for _ in range(QUESTIONS // 2)]
        finally:
            driver.close()
    return [
        _answer("healthy printer's status, p95", healthy, HEALTHY_MS),
        _answer("silent printer known as unknown, p95", silent, SILENT_MS),
    ]


def _until(driver: Printer, health: Health) -> None:
    wait_for(
        Words(zh="印表機狀態改變", en=f"the printer is {health}"),
        lambda: driver.status().health is health,
        within_s=10,
    )


def _asked(driver: Printer, expected: Health) -> float:
    began = time.perf_counter()
    found = driver.status().health
    took = (time.perf_counter() - began) * 1e3
    if found is not expected:
        raise AssertionError(f"the printer is {found}, not {expected}")
    return took


def _answer(what: str, found: list[float], bar: float) -> Measure:
    detail = f"p50 {p50(found):.0f}, worst {max(found):.0f} ms of {len(found)}; {load()}"
    return Measure(what=what, where="9600 baud", value=p95(found), unit="ms", bar=bar, detail=detail)


def run() -> list[Measure]:
    found = []
    for baud in CUT_WITHIN_S:
        with work_folder() as folder:
            found += at_baud(folder, baud)
    with work_folder() as folder:
        found += answers(folder)
    return found
