"""Whether the printers answer; and, for one of them, a page by which its set-up is chosen by eye."""

import time
from collections.abc import Iterator
from typing import Final

from drivers.printing.opening import open_printer
from drivers.printing.outcome import PrintOutcome, PrintState
from drivers.printing.ports import device_of
from drivers.printing.printer import Printer
from drivers.printing.sample_page import build_sample_page
from drivers.printing.status import Cause, PrinterStatus, words_of
from waitline.model.device import Health
from waitline.model.errors import UnknownPrinter, WaitlineError
from waitline.model.office import OfficeSetup, PrinterSetup
from waitline.model.printer_hands import hands_of
from waitline.model.printer_port import network_port
from waitline.model.words import Words

from .finding import Finding, Topic, from_error, notice, well, wrong

_PATIENCE_S: Final = 2.5
_ANSWERS_WITHIN_S: Final = 0.2
_ASKED: Final = 3


def check_printers(setup: OfficeSetup) -> Iterator[Finding]:
    """Every printer: whether it is there, and how it is."""
    if not setup.printers:
        yield notice(Topic.PRINTERS, "沒有設定印表機，不會印號碼單", "No printer is set up; no slips are printed")
    for printer in setup.printers:
        yield from _look_at(printer, whose(setup, printer.id), with_page=False)


def check_one_printer(setup: OfficeSetup, printer_id: str) -> Iterator[Finding]:
    """How it is, how fast it answers, and the page; what is on it is for whoever stands there."""
    printer = next((one for one in setup.printers if one.id == printer_id), None)
    if printer is None:
        yield from_error(Topic.PRINTERS, UnknownPrinter(printer=printer_id))
    else:
        yield from _look_at(printer, whose(setup, printer_id), with_page=True)


def whose(setup: OfficeSetup, printer: str) -> Words:
    """Which program works it: nobody else can have it meanwhile."""
    hands = hands_of(setup, printer)
    return hands[0].words if hands else Words(zh="無人使用", en="used by nobody")


def _look_at(setup: PrinterSetup, owner: Words, *, with_page: bool) -> Iterator[Finding]:
    try:
        printer = open_printer(setup)
        if network_port(setup.port) is None:
            device_of(setup.port)
    except WaitlineError as error:
        yield wrong(Topic.PRINTERS, f"{setup.id}：{error.words.zh}", f"{setup.id}: {error.words.en}")
        return
    printer.start()
    try:
        status = _first_status(printer)
        yield _health(setup, owner, status, must_answer=with_page)
        if with_page and Cause.UNPLUGGED not in status.causes:
            yield from _try_out(setup, printer, status)
    finally:
        printer.close()


def _first_status(printer: Printer) -> PrinterStatus:
    """As soon as there is a cable, at the latest after `_PATIENCE_S`."""
    until = time.monotonic() + _PATIENCE_S
    status = printer.status(_PATIENCE_S)
    while Cause.UNPLUGGED in status.causes and time.monotonic() < until:
        time.sleep(0.02)
        status = printer.status(_PATIENCE_S)
    return status


def _health(setup: PrinterSetup, owner: Words, status: PrinterStatus, *, must_answer: bool) -> Finding:
    """Unknown is worth a notice, since a program may have the port; not to who wants to see this very printer."""
    zh, en = f"{setup.id}（{owner.zh}，{setup.port}）", f"{setup.id} ({owner.en}, {setup.port})"
    causes = words_of(status.causes)
    if status.health is Health.WELL:
        return well(Topic.PRINTERS, f"{zh} 正常 {causes.zh}".strip(), f"{en} answers {causes.en}".strip())
    unheard = must_answer and Cause.ONE_WAY not in status.causes
    say = wrong if status.health is Health.TROUBLE or unheard else notice
    return say(
        Topic.PRINTERS,
        f"{zh}：{causes.zh}（若程式正在使用，請先關閉那個程式再檢查）",
        f"{en}: {causes.en} (if a program is using it, close that one and look again)",
    )


def _try_out(setup: PrinterSetup, printer: Printer, status: PrinterStatus) -> Iterator[Finding]:
    if not printer.profile.answers:
        yield _page(setup, printer.print_slip(build_sample_page(setup.id, printer.profile), job_id=0))
    elif status.health is Health.UNKNOWN:
        yield wrong(
            Topic.PRINTERS,
            f"{setup.id}：印表機沒有好好回答，測試頁沒有印；請核對鮑率與線路",
            f"{setup.id}: no proper answer, so no test page; check baud and cable",
        )
    else:
        yield _answer_time(printer)
        yield _page(setup, printer.print_slip(build_sample_page(setup.id, printer.profile), job_id=0))


def _answer_time(printer: Printer) -> Finding:
    seconds = []
    for _ in range(_ASKED):
        began = time.monotonic()
        printer.status()
        seconds.append(time.monotonic() - began)
    worst, within = round(max(seconds) * 1000), round(_ANSWERS_WITHIN_S * 1000)
    say = well if worst <= within else notice
    return say(
        Topic.PRINTERS,
        f"詢問狀態 {_ASKED} 次，最慢 {worst} 毫秒（應在 {within} 毫秒內）",
        f"its state was asked {_ASKED} times; the slowest answer took {worst} ms (it should be within {within})",
    )


def _page(setup: PrinterSetup, outcome: PrintOutcome) -> Finding:
    took = f"{outcome.seconds:.1f}"
    if outcome.state is PrintState.CONFIRMED:
        return well(
            Topic.PRINTERS,
            f"測試頁已印完（{took} 秒）；請照紙上的說明核對 encoding、dots 與 cutter",
            f"the test page is printed ({took} s); choose encoding, dots and cutter by what is on it",
        )
    if outcome.state is PrintState.SENT:
        return notice(
            Topic.PRINTERS,
            f"測試頁已送出（{took} 秒），但這台印表機不會回報；請看紙是否完整",
            f"the test page was sent ({took} s), but this printer does not tell; look whether it is whole",
        )
    causes = words_of(outcome.causes)
    return wrong(
        Topic.PRINTERS, f"{setup.id}：測試頁沒有印完，{causes.zh}", f"{setup.id}: no whole test page, {causes.en}"
    )
