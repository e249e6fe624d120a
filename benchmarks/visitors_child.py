"""A kiosk with its real window and a real database in a process of its own: a day of visitors, or a monkey.

``python -m benchmarks.visitors_child day|monkey PORT SEED``; one line of JSON comes out. The clock on its wall
is turned, so that a day takes a minute.
"""

import json
import logging
import random
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from drivers.printing.queue.slip_news import Slip
from kiosk.scenes import Home, Number, Reasons
from tests.kiosk.fingers import Fingers
from tests.kiosk.houses import House, Stand, a_stand
from tests.kiosk.monkey import Monkey
from tests.kiosk.monkey_watch import Told, a_visitor_comes, nothing_else_is_seen, numbers_of, tickets_of
from waitline.look import TouchButton
from waitline.model.office import KioskSetup, Paperless
from waitline.model.staff import StaffId
from waitline.verbs.floor import Floor
from waitline.verbs.learning import Learning
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .stages import KNOWN

VISITORS = 600
A_DAY_S = 8 * 3600
ACTIONS = 10_000
BETWEEN_VISITORS = 100
PATIENCE_S = 30.0
IN_LINE = 12
COUNTERS = ("1", "7", "8")
SERVICES = ("TRANS", "REG", "IDCARD", "SEAL", "ASK")
MEGABYTE = 1_000_000


class NeverCame(AssertionError):
    """Something a kiosk has to do was not done within the patience."""


def wait(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not what():
        if time.monotonic() > deadline:
            raise NeverCame(what)
        QApplication.processEvents()
        threading.Event().wait(0.001)


def put_up(house: House, setup: KioskSetup, port: str | None = None) -> Stand:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return a_stand(application, house, kiosk=setup, port=port)


def at_home(kiosk: Stand) -> None:
    wait(lambda: isinstance(kiosk.flow.scene, Home) and kiosk.attendant.office_time() is not None)
    kiosk.clock.later(1)


# --- a day ----------------------------------------------------------------------------------------------


def day(house: House, port: str, seed: int) -> dict[str, Any]:
    """Visitors at their pace, one in five with priority, some in English; twelve stay in line."""
    chance = random.Random(seed)
    kiosk = put_up(house, KioskSetup(id="kiosk-1", printer="kiosk-1"), port)
    fingers, took, resident = Fingers(kiosk), [], []
    at_home(kiosk)
    line: deque[str] = deque()
    for _ in range(VISITORS):
        took.append(visit(kiosk, fingers, chance))
        resident.append(psutil.Process().memory_info().rss / MEGABYTE)
        line.append(kiosk.label("number"))
        if len(line) > IN_LINE:
            Reception(house.store).cancel(request=new_request(), label=line.popleft())
        kiosk.clock.later(A_DAY_S / VISITORS)
        at_home(kiosk)
    kiosk.close()
    return {"took": took, "resident": resident, "tickets": tickets_of(house)}


def visit(kiosk: Stand, fingers: Fingers, chance: random.Random) -> float:
    """Milliseconds from lifting the finger to the number painted."""
    if chance.random() < 0.1:
        fingers.tap(fingers.middle("language-en"))
        kiosk.clock.later(1)
    name = f"service-{chance.choice(SERVICES)}"
    if chance.random() < 0.2:
        fingers.tap(fingers.middle("love"))
        wait(lambda: isinstance(kiosk.flow.scene, Reasons))
        kiosk.clock.later(1)
        name = "reason-elderly"
    fingers.down(fingers.middle(name))
    began = time.perf_counter()
    fingers.up()
    wait(lambda: isinstance(kiosk.flow.scene, Number))
    kiosk.window.repaint()
    took = (time.perf_counter() - began) * 1e3
    wait(lambda: isinstance(kiosk.flow.scene, Number) and kiosk.flow.scene.slip is Slip.PRINTED)
    return took


# --- a monkey -------------------------------------------------------------------------------------------


def monkey(house: House, _port: str, seed: int) -> dict[str, Any]:
    """What went wrong in ten thousand touches and keys, in words; nothing, where all is well."""
    Floor(house.store).set_pin(request=new_request(), staff=StaffId("supervisor"), pin="8642")
    asks = replace(KioskSetup(id="kiosk-1", paperless=Paperless.OFFERED), ask_wait_from=3)
    kiosk = put_up(house, asks)
    left: list[bool] = []
    kiosk.door.leave_wanted.connect(left.append)
    wrong = uncaught()
    at_home(kiosk)
    hand, visitors = Monkey(kiosk, seed), 0
    with Told() as told:
        for done in range(1, ACTIONS + 1):
            hand.act()
            if done % BETWEEN_VISITORS == 0:
                try:
                    a_visitor_comes(kiosk, hand.fingers, wait)
                except (AssertionError, StopIteration) as stuck:
                    seen = sorted(b.objectName() for b in kiosk.window.findChildren(TouchButton) if b.isVisible())
                    wrong.append(
                        f"stuck at {type(kiosk.flow.scene).__name__} after {done}: {stuck!r}, {seen}, {hand.did}"
                    )
                    break
                visitors += 1
        wait(lambda: set(told.numbers) == set(told.wanted))
    wrong += told.warnings
    if left or not nothing_else_is_seen(kiosk):
        wrong.append("it was left")
    if numbers_of(house) != told.numbers or tickets_of(house) != len(set(told.wanted)):
        wrong.append(f"{tickets_of(house)} tickets for {len(told.wanted)} takes")
    kiosk.close()
    return {"wrong": wrong, "actions": done, "visitors": visitors, "tickets": len(told.wanted)}


def uncaught() -> list[str]:
    """From now on: every exception that nobody caught, and every warning of Qt's."""
    wrong: list[str] = []
    sys.excepthook = lambda kind, error, _trace: wrong.append(f"{kind.__name__}: {error}")
    threading.excepthook = lambda what: wrong.append(f"{what.exc_type.__name__}: {what.exc_value}")

    def heard(kind: QtMsgType, _where: object, text: str) -> None:
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg} and "plugin does not support" not in text:
            wrong.append(f"Qt: {text}")

    qInstallMessageHandler(heard)
    return wrong


def main() -> None:
    what, port, seed = sys.argv[1:4]
    application = QApplication(["kiosk"])
    logging.getLogger().addHandler(logging.NullHandler())
    with tempfile.TemporaryDirectory(prefix="waitline-bench-") as folder:
        house = House(Path(folder))
        Learning(house.store).learn(KNOWN)
        house.open_counters(*COUNTERS)
        found = {"day": day, "monkey": monkey}[what](house, port, int(seed))
        house.store.close()
    print(json.dumps(found))
    application.processEvents()


if __name__ == "__main__":
    main()
