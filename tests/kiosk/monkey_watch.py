"""What must hold while anything happens to a kiosk's glass, and the ordinary visitor who comes between."""

import logging
from collections.abc import Callable
from typing import Self

from PySide6.QtWidgets import QApplication

from kiosk.scenes import Number, StillTrying

from .fingers import Fingers
from .houses import House, Stand

Wait = Callable[[Callable[[], bool]], None]
"""Serves events until something is so, and fails when it never is."""

MOST_TOUCHES = 8
WAYS = (
    *("login-close", "staff-panel-close", "pin-close"),
    *("access-close", "anyway", "home", "service-TRANS", "access-more", "access-before"),
)
"""Where an ordinary visitor touches next, whatever stands on the glass."""
TAKES = {"anyway", "service-TRANS"}


class Told(logging.Handler):
    """What a kiosk's log says of its takes, and its warnings."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.wanted: list[str] = []
        """Requests of the takes that were accepted, in order."""
        self.numbers: dict[str, str] = {}
        """What each of them was answered."""
        self.warnings: list[str] = []

    def __enter__(self) -> Self:
        root = logging.getLogger()
        self._level = root.level
        root.addHandler(self)
        root.setLevel(logging.INFO)
        return self

    def __exit__(self, *_: object) -> None:
        root = logging.getLogger()
        root.removeHandler(self)
        root.setLevel(self._level)

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            self.warnings.append(f"{record.name} {record.message if record.args else record.msg}")
        elif record.msg == "take_wanted":
            self.wanted.append(vars(record)["request"])
        elif record.msg == "number_shown":
            self.numbers[vars(record)["request"]] = vars(record)["number"]


def is_under_way(kiosk: Stand) -> bool:
    """Whatever was asked: a number, help, or that nobody need come."""
    return isinstance(kiosk.flow.scene, StillTrying) or kiosk.flow.awaits_answer


class NoNumber(AssertionError):
    """A visitor touched and touched."""


def a_visitor_comes(kiosk: Stand, fingers: Fingers, wait: Wait) -> None:
    """And gets a number, as if nothing had been: what others began comes to its end first."""
    if fingers.resting:
        fingers.up()
    QApplication.processEvents()
    touched: list[str] = []
    wait(lambda: not is_under_way(kiosk))
    while len(touched) < MOST_TOUCHES:
        kiosk.clock.later(1)
        touched.append(next(name for name in WAYS if kiosk.sees(name)))
        fingers.tap(fingers.middle(touched[-1]))
        QApplication.processEvents()
        wait(lambda: not is_under_way(kiosk))
        if touched[-1] in TAKES and isinstance(kiosk.flow.scene, Number):
            return
    raise NoNumber(touched)


def nothing_else_is_seen(kiosk: Stand) -> bool:
    """No menu, no second window, no popup; and the kiosk's own window is there."""
    seen = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return seen == [kiosk.window] and QApplication.activePopupWidget() is None


def numbers_of(house: House) -> dict[str, str]:
    """What the office's journal says was given, by request."""
    found: dict[str, str] = {}
    with house.store.reading() as look:
        for entry in look.entries_after(0, 1_000_000):
            if entry.verb == "take_ticket" and entry.request_id is not None:
                found[entry.request_id] = str(entry.facts["label"])
    return found


def tickets_of(house: House) -> int:
    with house.store.reading() as look:
        return len(look.tickets_between(0, look.seq))
