"""A kiosk killed at any step of a hand-over: nothing is lost, nothing is twice, the number on paper wins."""

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from drivers.printing.emulator.device import Emulator
from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.profile import load_profile
from kiosk.offline.record import Slip
from kiosk.offline.spool import Spool
from tests.own_time import OwnTime
from waitline.model.ticket import TicketState
from waitline.store.audit import audit

from ..houses import House, Stand
from .lives import Nursery
from .papers import a_paper
from .test_kiosk_goes_on import PRINTING, all_handed_over, locked

STEPS = (
    ("hand_over", "call", 1),
    ("hand_over", "return", 1),
    ("hand_over", "return", 2),
    ("hold", "return", 1),
    ("tell", "return", 1),
    ("confirmed", "return", 1),
    ("write", "return", 1),
    ("write", "return", 2),
    ("move", "return", 1),
    ("release", "return", 1),
)
RANDOM_LIVES = 4
CALLS_OF_A_HAND_OVER = 1_500
SEED = 20261126
KILLED = "-9"
BACK_WITHIN_S = 5.0


def numbers_on(slip: PrintedSlip) -> list[str]:
    return [line for line in slip.text if line[:1] in "AK" and line[1:].isdigit()]


def is_marked(slip: PrintedSlip) -> bool:
    return any("補印 COPY" in line or "作廢 VOID" in line for line in slip.text)


def test_a_kiosk_killed_at_any_step_of_a_hand_over_loses_nothing_and_gives_nothing_twice(
    house: House, tmp_path: Path
) -> None:
    chance = random.Random(SEED)
    anywhere = [("anything", "any", chance.randrange(1, CALLS_OF_A_HAND_OVER)) for _ in range(RANDOM_LIVES)]
    shown: list[str] = []
    with Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=True) as printer, Nursery() as kiosk:
        for step in (*STEPS, *anywhere):
            kiosk.tell(house.office.path, printer.port, *step)
            kiosk.hears("ready")
            with locked(house):
                for _ in range(2):
                    kiosk.tell("take")
                    shown += kiosk.hears("shown")
                kiosk.tell("arm")
                kiosk.hears("armed")
            assert kiosk.hears("died") == [KILLED], step
        kiosk.tell(house.office.path, printer.port, "none", "none", 0)
        kiosk.hears("ready")
        kiosk.tell("settle")
        kiosk.hears("settled")
        printed = [slip for slip in printer.slips if numbers_on(slip)]
        kiosk.tell("end")
        kiosk.hears("ended")
    assert len(set(shown)) == len(shown), "nothing was shown twice"
    assert [ticket.label for ticket in house.waiting()] == shown, "all are there, in the order of the visitors"
    with house.store.reading() as look:
        others = [one for one in look.tickets_between(0, look.seq) if one.label not in shown]
    assert {one.state for one in others} == {TicketState.CANCELLED}, "the office had given some unheard"
    unmarked = Counter(number for slip in printed if not is_marked(slip) for number in numbers_on(slip))
    assert max(unmarked.values()) == 1
    assert {number for slip in printed for number in numbers_on(slip)} == set(shown), "on paper, each of them"
    assert audit(house.store).good


def test_a_slip_that_was_in_the_printer_when_the_kiosk_was_killed_holds_up_nobody(
    house: House, stand: Callable[..., Stand], tmp_path: Path, qtbot: QtBot
) -> None:
    """It is known at once that nobody will tell what became of it: a marked copy comes."""
    view = house.view()
    spool = Spool(house.office.state_dir / "offline" / "kiosk-1")
    spool.add(view.day, a_paper(issued_at=view.at))
    spool.move(1, slip=Slip.SENT)
    spool.close()
    with Emulator(load_profile("big5-80mm"), tmp_path / "port", turned=True) as printer:
        watch = OwnTime()
        kiosk = stand(kiosk=PRINTING, port=printer.port)
        all_handed_over(qtbot, kiosk)
        assert watch.seconds() <= BACK_WITHIN_S
        qtbot.waitUntil(lambda: house.jobs() == [])
        papers = [slip for slip in printer.slips if numbers_on(slip)]
        assert [numbers_on(slip) for slip in papers] == [["K001"]]
        assert is_marked(papers[0])
    assert [ticket.label for ticket in house.waiting()] == ["K001"]
