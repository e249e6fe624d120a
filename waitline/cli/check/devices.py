"""Whether the printers answer and the voices can be trusted."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from drivers.printing.ports import device_of
from drivers.printing.printer import Printer
from drivers.printing.profile import load_profile
from drivers.printing.serial_transport import SerialTransport
from drivers.printing.status import Health, PrinterStatus
from drivers.voice.tongue import Readiness
from drivers.voice.voice import Voice
from waitline.model.errors import WaitlineError
from waitline.model.office import OfficeSetup, PrinterSetup

from .finding import Finding, Topic, notice, well, wrong
from .loudspeaker import check_loudspeaker

_PATIENCE_S: Final = 2.0


def check_printers(setup: OfficeSetup) -> Iterator[Finding]:
    if not setup.printers:
        yield notice(Topic.PRINTERS, "沒有設定印表機，不會印號碼單", "No printer is set up; no slips are printed")
    for printer in setup.printers:
        yield _printer(printer)


def _printer(setup: PrinterSetup) -> Finding:
    name = f"{setup.id}（{setup.port}）"
    try:
        profile = load_profile(setup.profile)
        device_of(setup.port)
    except WaitlineError as error:
        return wrong(Topic.PRINTERS, f"{setup.id}：{error.words.zh}", f"{setup.id}: {error.words.en}")
    transport = SerialTransport(setup.port, baud=setup.baud, flow=profile.flow)
    printer = Printer(profile, transport)
    printer.start()
    try:
        status = _asked(printer, transport)
    finally:
        printer.close()
    causes_zh = "、".join(finding.words.zh for finding in status.findings)
    causes_en = ", ".join(finding.words.en for finding in status.findings)
    if status.health is Health.WELL:
        return well(Topic.PRINTERS, f"{name} 正常 {causes_zh}".strip(), f"{name} answers {causes_en}".strip())
    say = wrong if status.health is Health.TROUBLE else notice
    return say(
        Topic.PRINTERS,
        f"{name}：{causes_zh}（若取號機正在使用，請先關閉取號機再檢查）",
        f"{name}: {causes_en} (if a kiosk is using it, close that one and look again)",
    )


def _asked(printer: Printer, transport: SerialTransport) -> PrinterStatus:
    until = time.monotonic() + _PATIENCE_S
    while not transport.is_up and time.monotonic() < until:
        time.sleep(0.02)
    return printer.status()


def check_voice(setup: OfficeSetup) -> Iterator[Finding]:
    """Each language of each display, tried with the voice this computer has, and what it is heard from."""
    languages = list(dict.fromkeys(language for display in setup.displays for language in display.voice))
    if not languages:
        return
    yield check_loudspeaker()
    with tempfile.TemporaryDirectory(prefix="waitline-voice-") as cache:
        voice = Voice(Path(cache), languages)
        voice.start()
        try:
            states = voice.available()
        finally:
            voice.close()
    for state in states:
        if state.readiness is not Readiness.ABSENT:
            yield well(Topic.VOICE, f"{state.name.zh}：可以廣播", f"{state.name.en}: can be spoken")
        elif state.words is not None:
            yield notice(
                Topic.VOICE,
                f"{state.name.zh}：不廣播，{state.words.zh}",
                f"{state.name.en}: not spoken. {state.words.en}",
            )
