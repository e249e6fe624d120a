"""An office whose counters 3 and 7 and whose service desk have printers of their own, each on a pty."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from drivers.printing.emulator.device import Emulator
from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.profile import load_profile
from tests.counter.halls import DOCUMENT, RealHall
from waitline.settings.office_file import parse_office
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

OWN = {"3": "counter-3", "7": "counter-7"}
DESK = "desk"
PATIENCE_S = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The printers by the counter that has them; the service desk's is `DESK`."""

    hall: RealHall
    printers: dict[str, Emulator]

    def at(self, place: str) -> Emulator:
        return self.printers[place]

    def out_of(self, place: str, count: int = 1) -> tuple[PrintedSlip, ...]:
        """What has come out, once there are so many slips."""
        return tuple(self.at(place).wait_for_slips(count, seconds=PATIENCE_S))

    def jobs(self, printer: str) -> list[tuple[str, str]]:
        """Slips that are queued or sent."""
        with self.hall.store.reading() as look:
            return [(job.ticket.label, job.state.value) for job in look.open_jobs(printer)]


def document(folder: Path) -> str:
    text = DOCUMENT
    for number, printer in OWN.items():
        text = text.replace(
            f'[[counters]]\nid = "{number}"\n', f'[[counters]]\nid = "{number}"\nprinter = "{printer}"\n'
        )
    for printer in (*OWN.values(), DESK):
        text += f'\n[[printers]]\nid = "{printer}"\nport = "{folder / printer}"\n'
    return text + f'\n[service_desk]\nprinter = "{DESK}"\n'


@contextmanager
def with_printers(hall: RealHall, folder: Path, *, turned: bool = True) -> Iterator[Papers]:
    """The hall set up anew with printers; `turned`: on a clock that waits for nobody."""
    text = document(folder)
    Floor(hall.store).set_up_office(text, request=new_request())
    hall = replace(hall, setup=parse_office(text, "office.toml"))
    with ExitStack() as everything:
        made = {
            place: everything.enter_context(Emulator(load_profile("big5-80mm"), folder / printer, turned=turned))
            for place, printer in (*OWN.items(), (DESK, DESK))
        }
        yield Papers(hall=hall, printers=made)


def is_copy(slip: PrintedSlip) -> bool:
    return any("補印 COPY" in line for line in slip.text)


def is_void(slip: PrintedSlip) -> bool:
    return any("作廢 VOID" in line for line in slip.text)
