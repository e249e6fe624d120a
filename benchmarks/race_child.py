"""One real process of a crowded hall: takes numbers, or clerks at a counter, and writes down what it was told.

Run as ``python -m benchmarks.race_child URL ROLE INDEX LOG``; each line of the log is one outcome it has seen.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from waitline.model.counter import CounterId
from waitline.model.errors import Refused, Trouble
from waitline.model.journal import Kind
from waitline.model.staff import StaffId
from waitline.model.ticket import TicketState
from waitline.store.engine import Store
from waitline.verbs.calling import Calling
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request

from .databases import OFFICE

SERVICES = ("TRANS", "REG", "IDCARD", "SEAL", "CERT", "ASK")


class Log:
    def __init__(self, path: Path) -> None:
        self._file = path.open("a", encoding="utf-8", buffering=1)

    def say(self, *words: object) -> None:
        self._file.write(" ".join(map(str, words)) + "\n")


def timed(log: Log, verb: str, do: object) -> object:
    began = time.monotonic()
    outcome = do()  # type: ignore[operator] # a verb bound to its arguments
    log.say("took", verb, round(time.monotonic() - began, 4))
    return outcome


def taker(store: Store, log: Log, dice: random.Random) -> None:
    reception = Reception(store)
    while True:
        request = new_request()
        love = dice.random() < 0.12
        service = None if love and dice.random() < 0.5 else dice.choice(SERVICES)
        log.say("asked", request)
        try:
            taken = timed(
                log,
                "take",
                lambda r=request, s=service, v=love: reception.take_ticket(request=r, service=s, love=v),
            )
        except (Trouble, Refused) as no:  # a series of ninety-nine numbers may well be used up by such a crowd
            log.say("no", type(no).__name__)
            time.sleep(0.01)
            continue
        log.say("taken", taken.ticket.id, taken.ticket.label, taken.ticket.lap)  # type: ignore[attr-defined] # Taken
        time.sleep(dice.uniform(0, 0.02))


def clerk(store: Store, log: Log, dice: random.Random, number: int) -> None:
    calling = Calling(store)
    counter, who = CounterId(str(number)), StaffId(f"c{number:02}")
    desk = {"counter": counter, "by": who}
    calling.sign_in(request=new_request(), counter=counter, staff=who)
    while True:
        try:
            called = timed(log, "call", lambda: calling.call_next(request=new_request(), **desk))
            if called.ticket is None:  # type: ignore[attr-defined] # Called
                time.sleep(0.01)
                continue
            log.say("called", called.ticket.id)  # type: ignore[attr-defined] # Called
            serve(calling, desk, dice)
        except Refused:
            leave_in_order(calling, desk)
        except Trouble as trouble:
            log.say("trouble", type(trouble).__name__)


def serve(calling: Calling, desk: dict, dice: random.Random) -> None:
    if dice.random() < 0.1:
        calling.no_show(request=new_request(), **desk)
        return
    ticket = calling.begin(request=new_request(), **desk)
    assert ticket.state is TicketState.SERVING
    if dice.random() < 0.3:
        calling.finish(request=new_request(), **desk)


def leave_in_order(calling: Calling, desk: dict) -> None:
    """A clerk killed after a call finds the number still there: serve it."""
    try:
        calling.begin(request=new_request(), **desk)
    except (Refused, Trouble):
        time.sleep(0.01)


def stopper(store: Store) -> None:
    """Stops itself in the middle of a verb, holding the office's row."""
    with store.writing("stopped_in_mid_verb", new_request()) as hall:
        hall.note(Kind.HELP_ASKED, place="stopped")
        os.kill(os.getpid(), signal.SIGSTOP)


def main() -> None:
    url, role, index, log = sys.argv[1:5]
    store = Store(url, OFFICE)
    dice = random.Random(int(index) * 7919 + os.getpid())
    if role == "taker":
        taker(store, Log(Path(log)), dice)
    elif role == "clerk":
        clerk(store, Log(Path(log)), dice, int(index))
    else:
        stopper(store)


if __name__ == "__main__":
    main()
