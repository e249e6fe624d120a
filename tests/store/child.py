"""A program of the hall in a process of its own, told by lines what to do: see `processes.Child`."""

import os
import signal
import sys
import time

from counter.workplace import Workplace
from waitline.model.errors import WaitlineError
from waitline.model.journal import Kind
from waitline.store.engine import Store
from waitline.verbs.reception import Reception
from waitline.verbs.requests import new_request


def say(*words: object) -> None:
    print(*words, flush=True)


def hold(store: Store, request: str) -> None:
    """Keep the office's lock until the next line comes."""
    with store.writing("hold", request) as hall:
        hall.note(Kind.HELP_ASKED, place="held")
        say("held")
        sys.stdin.readline()
    say("released")


def stop(store: Store, request: str) -> None:
    """Fall asleep in the middle of a verb, as a suspended session does."""
    with store.writing("stop", request) as hall:
        hall.note(Kind.HELP_ASKED, place="stopped")
        say("held")
        os.kill(os.getpid(), signal.SIGSTOP)
    say("released")


def take(store: Store, request: str) -> None:
    ticket = Reception(store).take_ticket(request=request, service="TRANS").ticket
    say("taken", ticket.id, ticket.label, ticket.issued_at)


def take_many(store: Store, count: str) -> None:
    for _ in range(int(count)):
        Reception(store).take_ticket(request=new_request(), service="TRANS")
    say("done")


def settle_many(store: Store, count: str) -> None:
    """As a counter's console does when its view names the moment."""
    say("settling")
    console = Workplace(store)
    for _ in range(int(count)):
        console.settle()
    say("settled")


def set_pc_clock(seconds: str) -> None:
    """From now on this program reads its PC's clock as so many seconds wrong."""
    wrong = int(seconds)
    right, right_ns = time.time, time.time_ns
    time.time = lambda: right() + wrong
    time.time_ns = lambda: right_ns() + wrong * 1_000_000_000
    say("pc", round(time.time() * 1000))


DOES = {"hold": hold, "stop": stop, "take": take, "take_many": take_many, "settle": settle_many}


def main() -> None:
    url, office = sys.argv[1:3]
    store = Store(url, office)
    say("ready")
    for line in sys.stdin:
        word, *facts = line.split()
        try:
            if word == "clock":
                set_pc_clock(*facts)
            else:
                {"hold": hold, "stop": stop, "take": take, "take_many": take_many, "settle": settle_many}[word](
                    store, *facts
                )
        except WaitlineError as error:
            say("refused", type(error).__name__)


if __name__ == "__main__":
    main()
