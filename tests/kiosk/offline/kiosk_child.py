"""Kiosks in processes of their own, which may be killed at any step of a hand-over: see `lives.Nursery`.

The program itself only imports everything and forks: each fork is one kiosk with a real window, told by lines
what to do.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import CodeType, FrameType

from PySide6.QtWidgets import QApplication

from kiosk.offline.handing import Handing
from kiosk.offline.spool import Spool
from kiosk.offline.spool_file import SpoolFile
from kiosk.scenes import Home, Number
from tests.kiosk.houses import House, Stand, a_stand
from tests.kiosk.offline.test_kiosk_goes_on import PRINTING
from waitline.verbs.handing_over import HandingOver
from waitline.verbs.printing import PrintDesk

PATIENCE_S = 40.0
STEPS: dict[str, CodeType] = {
    "hand_over": HandingOver.hand_over.__code__,
    "hold": Spool.hold.__code__,
    "tell": Handing._tell_slip.__code__,
    "confirmed": PrintDesk.confirmed.__code__,
    "write": SpoolFile.write.__code__,
    "move": Spool.move.__code__,
    "release": Spool.release.__code__,
}


class Trap:
    """Kills this process where the thread that hands over calls or leaves a step, or at any nth call."""

    def __init__(self, step: str, event: str, nth: int) -> None:
        self._code = STEPS.get(step)
        self._event = event
        self._left = nth
        self._armed = False

    def arm(self) -> None:
        self._armed = True

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        if not self._armed or threading.current_thread().name != "kiosk handing over":
            return
        if event not in {"call", "return"}:
            return
        if self._code is None or (frame.f_code is self._code and event == self._event):
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def until(app: QApplication, what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not what():
        if time.monotonic() > deadline:
            raise AssertionError("it did not come")
        app.processEvents()
        threading.Event().wait(0.002)


def take(app: QApplication, kiosk: Stand) -> str:
    """A visitor touches a tile and sees a number."""
    until(app, lambda: isinstance(kiosk.flow.scene, Home))
    kiosk.clock.later(1)
    kiosk.touch("service-TRANS")
    until(app, lambda: isinstance(kiosk.flow.scene, Number))
    label = kiosk.label("number")
    kiosk.clock.later(1)
    kiosk.touch("home")
    return label


def live(lines: Iterable[bytes], folder: str, port: str, step: str, event: str, nth: str) -> None:
    trap = Trap(step, event, int(nth))
    threading.setprofile(trap)
    app = QApplication(["kiosk"])
    house = House(Path(folder), ready=False)
    kiosk = a_stand(app, house, kiosk=PRINTING, port=port)
    outpost = kiosk.hall.outpost
    assert outpost is not None
    until(app, lambda: outpost.knows_touch and kiosk.attendant.office_time() is not None)
    say("ready")
    for line in lines:
        match line.decode().strip():
            case "take":
                say("shown", take(app, kiosk))
            case "arm":
                trap.arm()
                say("armed")
            case "settle":
                until(app, lambda: not outpost.is_lost and not outpost.spool().pending() and not house.jobs())
                say("settled")
            case "end":
                kiosk.close()
                say("ended")
                os._exit(0)


def main() -> None:
    lines = os.fdopen(0, "rb", buffering=0)  # unread lines are the next kiosk's
    say("awake")
    for line in lines:
        born = os.fork()
        if born == 0:
            try:
                live(lines, *line.decode().split())
            finally:
                os._exit(3)
        _, status = os.waitpid(born, 0)
        say("died", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    sys.exit(main())
