"""An office whose counters have panels and keypads, and a clerk who has nothing else."""

from typing import Any, Final

from counter.attempt import Attempt
from counter.keypads.flow import KeypadFlow
from counter.workplace import Workplace
from drivers.bus.keys import Key
from tests.builders import COUNTERS, LiveHall
from waitline.model.counter import CounterId
from waitline.model.errors import WaitlineError
from waitline.model.staff import StaffId
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request
from waitline.views import counter_view

LINE: Final = "line"


def counters_on_a_line(panel: str = "ascii-panel", keypad: str = "ff68") -> dict[str, dict[str, Any]]:
    """The usual seven, each with a panel at its own number and a keypad 32 above."""
    return {
        number: {
            **facts,
            "panel": {"bus": LINE, "address": int(number), "kind": panel},
            "keypad": {"bus": LINE, "address": 32 + int(number), "kind": keypad},
        }
        for number, facts in COUNTERS.items()
    }


def set_pin(hall: LiveHall, staff: str, pin: str) -> None:
    Floor(hall.store).set_pin(request=new_request(), staff=StaffId(staff), pin=pin)


class Clerk:
    """At one counter's keypad, without the cable: each key is decided, carried out and answered in turn."""

    def __init__(self, hall: LiveHall, counter: str = "7", *, room: int = 0) -> None:
        self.hall = hall
        self.seconds = 0.0
        self.counter = CounterId(counter)
        self._place = Workplace(hall.store)
        setup = counter_view.read(hall.store, self.counter).setup
        self.flow = KeypadFlow(self.counter, setup, new_request=new_request, clock=lambda: self.seconds, room=room)
        self.look()

    @property
    def panel(self) -> str:
        return self.flow.panel()

    def look(self) -> None:
        """The hall wakes the program."""
        self.flow.view_came(counter_view.read(self.hall.store, self.counter))

    def passes(self, seconds: float) -> None:
        """Time at the counter, and in the office; the program looks a few times a second."""
        self.seconds += seconds
        self.flow.look_at_seat()

    def types(self, *keys: str) -> str:
        """These keys, the digits of a number one by one; what the panel says then."""
        for key in keys:
            for one in key if key.isdecimal() else [key]:
                self._carry_out(self.flow.key(Key(one)))
        return self.panel

    def begins(self, attempt: Attempt | None) -> Attempt:
        assert attempt is not None
        return attempt

    def _carry_out(self, attempt: Attempt | None) -> None:
        while attempt is not None:
            try:
                answer = self._place.carry_out(attempt)
            except WaitlineError as error:
                again_s = self.flow.failed(attempt, error)
                if again_s is not None:  # a busy machine: the hall is asked again
                    self.seconds += again_s
                    attempt = self.flow.to_try_again()
                    continue
            else:
                self.flow.done(attempt, answer)
            attempt = self.flow.kept_key()
