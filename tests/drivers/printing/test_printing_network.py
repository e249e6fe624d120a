"""Network printers: the emulator's end of TCP and the driver's, on this machine's loopback."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from drivers.printing.emulator.device import Emulator
from drivers.printing.emulator.network_terminal import NetworkTerminal
from drivers.printing.errors import CableAway, CableStalled
from drivers.printing.opening import open_printer
from drivers.printing.outcome import PrintState
from drivers.printing.printer import Printer
from drivers.printing.profile import Flow, load_profile
from drivers.printing.slip import build_slip
from drivers.printing.status import Cause
from tests.drivers.printing.conftest import PATIENCE_S, Statuses, slip
from tests.drivers.printing.test_printing_jobs import BEFORE_THE_SLIP, is_copy, is_void, is_whole
from tests.own_time import OwnTime
from waitline.model.device import Health
from waitline.model.office import PrinterSetup
from waitline.model.printer_port import BadPrinterPort, NetworkPort, network_port

FAST = load_profile("big5-80mm").with_settings(baud=115200, flow="none")
SLIP = build_slip(slip(), FAST)
Desks = Callable[..., "Desk"]


class Desk:
    """A network printer, and a driver opened as the office file names it."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self.statuses = Statuses()
        setup = PrinterSetup(id="desk", port=emulator.port, baud=9600)
        self.printer: Printer = open_printer(setup, on_status=self.statuses, retry=(0.02, 0.1))


@pytest.fixture
def desk() -> Iterator[Desks]:
    with ExitStack() as everything:

        def make(*, turned: bool = True, plugged_in: bool = True) -> Desk:
            end = NetworkTerminal("127.0.0.1", 0)
            made = Desk(everything.enter_context(Emulator(FAST, end, turned=turned)))
            everything.callback(made.printer.close)
            if not plugged_in:
                made.emulator.do("unplug")
            made.printer.start()
            if plugged_in:
                made.statuses.until(lambda status: status.may_print)
            return made

        yield make


def test_a_slip_goes_over_the_network_and_is_confirmed(desk: Desks):
    made = desk()
    assert made.printer.port_id == made.emulator.port
    assert (made.printer.profile.flow, made.printer.profile.baud) == (Flow.NONE, 115200)
    outcome = made.printer.print_slip(SLIP, job_id=17)
    [printed] = made.emulator.wait_for_slips(1, seconds=PATIENCE_S)
    assert (outcome.state, outcome.causes) == (PrintState.CONFIRMED, ())
    assert is_whole(printed)
    assert printed.unknown == ()


@pytest.mark.parametrize(
    ("fault", "end", "cause"),
    [("paper out", "paper ok", Cause.PAPER_OUT), ("silent", "speaking", Cause.SILENT)],
)
def test_a_network_printers_troubles_are_told_like_any_others(desk: Desks, fault: str, end: str, cause: Cause):
    made = desk()
    made.emulator.do(fault)
    outcome = made.printer.print_slip(SLIP, job_id=1)
    assert (outcome.state, outcome.causes, outcome.may_be_on_paper) == (PrintState.FAILED, (cause,), False)
    made.emulator.do(end)
    assert made.printer.print_slip(SLIP, job_id=1).state is PrintState.CONFIRMED


@pytest.mark.parametrize("offset", [1, 30, 150, 300, -4])
def test_a_connection_lost_in_the_middle_of_a_slip_leaves_no_second_unmarked_one(desk: Desks, offset: int):
    made = desk()
    made.emulator.do(f"unplug at {BEFORE_THE_SLIP + offset % len(SLIP)}")
    first = made.printer.print_slip(SLIP, job_id=1)
    assert (first.state, first.causes, first.may_be_on_paper) == (PrintState.FAILED, (Cause.UNPLUGGED,), True)
    made.statuses.until(lambda status: status.causes == (Cause.UNPLUGGED,))
    made.emulator.do("replug")
    made.statuses.until(lambda status: status.may_print)
    copy = made.printer.print_slip(build_slip(slip(copy_of=1), FAST), job_id=2)
    assert copy.state is PrintState.CONFIRMED
    *torsos, last = made.emulator.slips
    assert is_copy(last)
    assert all(is_void(torso) for torso in torsos if not is_whole(torso))
    assert sum(is_whole(torso) for torso in torsos) <= 1


def test_a_printer_that_comes_to_the_network_late_is_found(desk: Desks):
    made = desk(plugged_in=False)
    assert made.printer.status().causes == (Cause.UNPLUGGED,)
    outcome = made.printer.print_slip(SLIP, job_id=1)
    assert (outcome.state, outcome.may_be_on_paper) == (PrintState.FAILED, False)
    made.emulator.do("replug")
    assert made.statuses.until(lambda status: status.may_print).health is Health.WELL


def test_a_full_printer_holds_the_sender_and_what_it_never_took_does_not_come_out_later(desk: Desks):
    made = desk()
    made.emulator.do("paper out")
    made.statuses.until(lambda status: status.causes == (Cause.PAPER_OUT,))
    watch = OwnTime()
    with pytest.raises(CableStalled):
        made.printer._transport.write(b"0123456789 12345\n" * 1_000_000, seconds=0.5)
    assert watch.seconds() < 1.5
    made.printer._transport.discard_unsent()
    made.statuses.until(lambda _: any(status.causes == (Cause.UNPLUGGED,) for status in made.statuses.seen))
    assert made.emulator.received < 100_000
    made.emulator.do("paper ok")
    made.statuses.until(lambda status: status.may_print)


def test_a_network_printer_talks_with_one_kiosk_at_a_time(desk: Desks):
    made = desk()
    second = open_printer(PrinterSetup(id="desk", port=made.emulator.port), retry=(0.02, 0.1))
    second.start()
    try:
        status = second.status()
        assert status.health is Health.UNKNOWN
        assert made.printer.status().may_print
    finally:
        second.close()


def test_nothing_listens_there_and_closing_waits_for_nobody():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    printer = open_printer(PrinterSetup(id="desk", port=f"tcp://127.0.0.1:{free}"), retry=(0.02, 0.1))
    printer.start()
    watch = OwnTime()
    with pytest.raises(CableAway, match="not plugged in"):
        printer._transport.write(b"x", seconds=0.1)
    printer.close()
    assert watch.seconds() < 1


@pytest.mark.parametrize(
    ("port", "found"),
    [
        ("COM3", None),
        ("/dev/ttyUSB0", None),
        ("usb:04b8:0202:J5XF012345", None),
        ("tcp://192.168.1.50", NetworkPort(host="192.168.1.50", port=9100)),
        ("tcp://192.168.1.50:9101", NetworkPort(host="192.168.1.50", port=9101)),
        ("TCP://printer-1.hall.gov.tw:9100/", NetworkPort(host="printer-1.hall.gov.tw", port=9100)),
    ],
)
def test_an_address_is_told_from_a_serial_port(port: str, found: NetworkPort | None):
    assert network_port(port) == found


@pytest.mark.parametrize(
    ("port", "why"),
    [
        ("tcp://[fe80::1]:9100", "IPv6 is not supported"),
        ("tcp://fe80::1", "IPv6 is not supported"),
        ("tcp://192.168.1.300", "192.168.1.300 is no IPv4 address"),
        ("tcp://192.168.1:9100", "192.168.1 is no IPv4 address"),
        ("tcp://0.0.0.0:9100", "not the address of one printer"),
        ("tcp://192.168.1.50:0", "1 to 65535"),
        ("tcp://192.168.1.50:70000", "1 to 65535"),
        ("tcp://192.168.1.50:", "1 to 65535"),
        ("tcp://printer one", "printer one is neither an address nor a name"),
        ("tcp://-printer", "neither"),
        ("tcp://", "nothing is neither"),
        ("udp://192.168.1.50:9100", "tcp://ADDRESS:9100"),
    ],
)
def test_an_address_no_printer_can_have_is_refused_in_words(port: str, why: str):
    with pytest.raises(BadPrinterPort) as refused:
        network_port(port)
    assert why in refused.value.words.en
    assert port in refused.value.words.zh
