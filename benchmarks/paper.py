"""Touch → cut: the real kiosk, the real driver, the emulated printer at the wire's real pace.

A touch counts from the finger's lifting; the cut is the emulator's, after its mechanics (feed 150 mm/s, cutter).
"""

import json
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drivers.printing.printer import Printer
from drivers.printing.profile import load_profile
from drivers.printing.serial_transport import SerialTransport
from waitline.cli.demo.crew import Member
from waitline.cli.demo.waiting import wait_for
from waitline.model.counter import CounterId
from waitline.model.device import Health
from waitline.model.staff import StaffId
from waitline.model.words import Words
from waitline.settings.office_folder import OfficeFolder
from waitline.store.engine import Store
from waitline.verbs.calling import Calling
from waitline.verbs.requests import new_request

from .measure import Measure, p50, p95
from .stages import Stage, load, make_hall, printer, stage, work_folder

LOVE_SLIPS = 3
CUT_WITHIN_S = {9600: 3.0, 19200: 2.0}
DRAWN_WITHIN_S = {9600: 8.0, 19200: 4.0}
"""Where no ROM has the letters: up to 6 KB of pictures."""
SLIP_BYTES, DRAWN_BYTES = 440, 6 * 1024 + 500
PROFILE = "big5-80mm"
HEALTHY_MS, SILENT_MS = 200, 500
QUESTIONS = 20
HAND_S = 0.6
"""How long a hand needs to the next button; a button that has just come rests 0.35 s and takes no touch."""
REASON = "reason-elderly"
LANGUAGES = ("zh-TW", "en", "vi")
DRAWN = ("vi",)
NO_CHINESE = "picture-80mm"
"""A printer without any Chinese, where a Chinese slip is drawn as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """One slip: seconds from the touch to the cut, the bytes of its own job with the question that confirms it,
    and all that went over the wire since the last cut."""

    what: str
    seconds: float
    slip_bytes: int
    wire_bytes: int


def cuts(kiosk: Stage, emulator: Member, services: Sequence[str], language: str) -> list[Cut]:
    """A visitor of every service in one language, and some with priority, one after another."""
    wishes = [*services, *[None] * LOVE_SLIPS]
    return [_one_cut(kiosk, emulator, service, language) for service in wishes]


def _one_cut(kiosk: Stage, emulator: Member, service: str | None, language: str) -> Cut:
    """`service` None: a love visitor, whose number comes with the reason's touch."""
    had = len(_events(emulator))
    if language != LANGUAGES[0]:
        kiosk.touch(f"language-{language}")
        time.sleep(HAND_S)
    if service is None:
        kiosk.touch("love")
        kiosk.control(REASON)
        time.sleep(HAND_S)
    lifted = kiosk.touch(REASON if service is None else f"service-{service}")
    lifted_at = time.time() - (time.monotonic() - lifted)
    event = wait_for(
        Words(zh="切紙", en="the slip is cut"),
        lambda: next(iter(_events(emulator)[had:]), None),
        within_s=10,
    )
    time.sleep(0.5)
    time.sleep(HAND_S)
    kiosk.touch("home")
    kiosk.control("love")
    time.sleep(HAND_S)
    return Cut(
        what="love" if service is None else "a service",
        seconds=event["at"] - lifted_at,
        slip_bytes=int(event["bytes"]),
        wire_bytes=int(event["wire_bytes"]),
    )


def _events(emulator: Member) -> list[dict[str, Any]]:
    lines = emulator.log.read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]
    return [event for event in told if event["event"] == "cut"]


def _open_a_counter_for_everything(office: OfficeFolder) -> None:
    """Without one the kiosk says first that nobody serves this now."""
    store = Store(office.database_url, office.office_id)
    with closing(store):
        Calling(store).sign_in(request=new_request(), counter=CounterId("7"), staff=StaffId("c07"))


def at_baud(
    folder: Path, baud: int, *, profile: str = PROFILE, languages: Sequence[str] = LANGUAGES
) -> list[Measure]:
    port = folder / "printer"
    office_folder = folder / "office"
    found = []
    with printer(folder, port, baud=baud, profile=profile) as emulator, stage("kiosk", folder) as kiosk:
        office = make_hall(
            office_folder, f"sqlite:///{office_folder}/queue.db", port=port, baud=baud, profile=profile
        )
        _open_a_counter_for_everything(office)
        services = [service.code for service in office.setup.services]
        kiosk.start("kiosk", "--office", str(office.path))
        kiosk.await_page(f"service-{services[0]}")
        for language in languages:
            seen = cuts(kiosk, emulator, services, language)
            for what in ("a service", "love"):
                own = [cut for cut in seen if cut.what == what]
                found += _lines(what, language, baud, own, profile=profile)
    return found


def _lines(what: str, language: str, baud: int, seen: Sequence[Cut], *, profile: str) -> list[Measure]:
    kind, where = f"{what}, {language}", f"{baud} baud" + (f", {profile}" if profile != PROFILE else "")
    drawn = language in DRAWN or profile == NO_CHINESE
    seconds = [cut.seconds for cut in seen]
    own = sorted(cut.slip_bytes for cut in seen)
    wire = sorted(cut.wire_bytes for cut in seen)
    return [
        Measure(
            what=f"touch → cut, {kind}, worst",
            where=where,
            value=max(seconds),
            unit="s",
            bar=(DRAWN_WITHIN_S if drawn else CUT_WITHIN_S)[baud],
            detail=f"p50 {p50(seconds):.2f} s of {len(seen)}; {load()}",
        ),
        Measure(
            what=f"bytes of a slip with its confirmation, {kind}, most",
            where=where,
            value=own[-1],
            unit="bytes",
            bar=DRAWN_BYTES if drawn else SLIP_BYTES,
            detail=f"{own[0]}-{own[-1]}; {wire[0]}-{wire[-1]} on the wire with all questions since the last cut",
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
            found += at_baud(folder, baud, profile=NO_CHINESE, languages=LANGUAGES[:1])
    with work_folder() as folder:
        found += answers(folder)
    return found
