"""A printer on a real pty: the product's emulator on one end, the product's driver on the other."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from drivers.printing.emulator.device import Emulator
from drivers.printing.printer import Printer
from drivers.printing.profile import Profile, load_profile
from drivers.printing.serial_transport import SerialTransport
from drivers.printing.slip import SlipContent
from drivers.printing.status import Cause, PrinterStatus
from waitline.model.forecast import WaitRange
from waitline.model.words import Words

PATIENCE_S = 30.0
"""How long a status or a slip may take on a machine that has other work to do: no bar of the driver's."""


def slip(**changes: Any) -> SlipContent:
    """An ordinary slip of a Taiwanese office."""
    ordinary: dict[str, Any] = {
        "office": Words(zh="中正戶政事務所", en="Household Registration Office"),
        "label": "A001",
        "service": Words(zh="戶籍謄本", en="Household transcript"),
        "issued": "114-06-03 09:41",
        "people_ahead": 12,
        "wait": WaitRange(25, 35),
        "papers": Words(zh="身分證、印章；代辦加委託書", en="ID card, seal"),
        "qr": "https://q.example.gov.tw/t/7F3K9Q2M",
        "house_text": Words(zh="過號請洽服務台，謝謝", en="Missed it? Ask at the service desk."),
    }
    return SlipContent(**{**ordinary, **changes})


class Statuses:
    """Every status the driver reported, and a way to wait for one."""

    def __init__(self) -> None:
        self.seen: list[PrinterStatus] = []
        self.then: Callable[[], object] = lambda: None
        self._news = threading.Condition()

    def __call__(self, status: PrinterStatus) -> None:
        with self._news:
            self.seen.append(status)
            self._news.notify_all()
        self.then()

    def until(self, wanted: Callable[[PrinterStatus], bool], seconds: float = PATIENCE_S) -> PrinterStatus:
        """The latest status, once it is as wanted."""
        deadline = time.monotonic() + seconds
        with self._news:
            while not (self.seen and wanted(self.seen[-1])):
                left = deadline - time.monotonic()
                assert left > 0, f"not within {seconds} s; seen: {self.seen}"
                self._news.wait(left)
            return self.seen[-1]


class Bench:
    """A driver and an emulated printer on one cable."""

    def __init__(
        self,
        profile: Profile,
        emulator: Emulator,
        *,
        left_unfinished: bool = False,
        retry: tuple[float, float] = (0.02, 0.1),
    ) -> None:
        self.profile = profile
        self.emulator = emulator
        self.statuses = Statuses()
        self.transport = SerialTransport(emulator.port, baud=profile.baud, flow=profile.flow, retry=retry)
        self.printer = Printer(profile, self.transport, on_status=self.statuses, left_unfinished=left_unfinished)

    def until_plugged_in(self) -> PrinterStatus:
        return self.statuses.until(lambda status: Cause.UNPLUGGED not in status.causes)

    def until_well(self) -> PrinterStatus:
        return self.statuses.until(lambda status: status.may_print)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Callable[..., Bench]]:
    """Makes a bench; by default on a turned clock, so that nothing takes the time it would."""
    with ExitStack() as everything:

        def make(
            profile: Profile | None = None,
            *,
            turned: bool = True,
            plugged_in: bool = True,
            **more: Any,
        ) -> Bench:
            profile = profile or load_profile("big5-80mm")
            emulator = everything.enter_context(Emulator(profile, tmp_path / "port", turned=turned))
            made = Bench(profile, emulator, **more)
            everything.callback(made.printer.close)
            if not plugged_in:
                emulator.do("unplug")
            made.printer.start()
            if plugged_in and profile.answers:
                made.until_well()
            elif plugged_in:
                made.until_plugged_in()
            return made

        yield make
