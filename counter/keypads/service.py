"""The program that owns the lines of an office: keys in, wishes to the hall, what panels show out.

One thread decides (`run`); lines, the reader of the hall and the workers only hand it what came. So no decision
waits for a cable or a database, and none needs a lock.
"""

import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import Empty, SimpleQueue
from typing import Final

from counter.attempt import Answer, Attempt
from counter.refusals import Unforeseen
from counter.workplace import Workplace
from drivers.bus.keys import Key
from drivers.bus.opening import OfficeBus
from waitline.model.counter import CounterId
from waitline.model.errors import Refused, WaitlineError
from waitline.model.office import OfficeSetup
from waitline.views.counter_view import CounterView

from .device_watch import TROUBLE_STANDS_S, DeviceWatch, Found
from .flow import KeypadFlow
from .hall_reader import HallReader

logger = logging.getLogger(__name__)

OUT_OF_TOUCH_S: Final = 2.5
"""No look at the hall for so long, and the panels say so."""
WORKERS: Final = 4
"""Verbs of different counters wait for the office's lock side by side; more would only wait longer."""
_TICK_S: Final = 0.25


class KeypadService:
    """`place`: the hall, opened by whichever thread needs it first. Ended by `stop`, from any thread."""

    def __init__(
        self,
        setup: OfficeSetup,
        buses: Sequence[str],
        *,
        place: Callable[[], Workplace],
        new_request: Callable[[], str],
        clock: Callable[[], float] = time.monotonic,
        trouble_stands_s: float = TROUBLE_STANDS_S,
    ) -> None:
        self._clock = clock
        self._place = place
        self._new_request = new_request
        self._inbox: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._buses = [OfficeBus(setup, bus, on_key=self._key_came) for bus in buses]
        here = {counter for bus in self._buses for counter in (*bus.panels, *bus.keypads)}
        self._flows = {
            one.id: KeypadFlow(one.id, setup, new_request=new_request, clock=clock, room=self._room(one.id))
            for one in setup.counters
            if one.id in here
        }
        self._reader = HallReader(place, tuple(self._flows), self)
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="keypads-verbs")
        self._later: list[tuple[float, CounterId]] = []
        self._looked_at = clock()
        self._in_touch = True
        self._devices = DeviceWatch(self._buses, clock, trouble_stands_s=trouble_stands_s)
        self._telling = False
        self._settling = False
        self._stopped = False

    def _room(self, counter: CounterId) -> int:
        return max((bus.panels[counter].kind.room for bus in self._buses if counter in bus.panels), default=0)

    def run(self) -> None:
        """Serve until stopped; then everything that was opened is closed."""
        for bus in self._buses:
            bus.line.start()
        self._reader.start()
        try:
            while not self._stopped:
                self._take_in()
                self._on_time()
                self._paint()
        finally:
            self._reader.close()
            self._workers.shutdown(cancel_futures=True)
            for bus in self._buses:
                for counter in bus.panels:
                    bus.show(counter, "")
                bus.line.close()

    def stop(self) -> None:
        self._inbox.put(self._stop)

    def _stop(self) -> None:
        self._stopped = True

    # -- from other threads --------------------------------------------------------------------------------

    def _key_came(self, counter: CounterId, key: Key) -> None:
        self._inbox.put(lambda: self._key(counter, key))

    def reopened(self) -> None:
        self._inbox.put(self._read_anew)

    def looked(self, views: Sequence[CounterView]) -> None:
        self._inbox.put(lambda: self._views_came(views))

    # -- the deciding thread -------------------------------------------------------------------------------

    def _take_in(self) -> None:
        """What has come; waits for it until something is due by itself."""
        due = [at for at, _ in self._later] + [
            at for flow in self._flows.values() if (at := flow.changes_at()) is not None
        ]
        left = min([_TICK_S, *(at - self._clock() for at in due)])
        try:
            self._inbox.get(timeout=max(0.0, left))()
            while True:
                self._inbox.get_nowait()()
        except Empty:
            pass

    def _read_anew(self) -> None:
        self._devices.tell_all_anew()
        for flow in self._flows.values():
            flow.reopened()

    def _key(self, counter: CounterId, key: Key) -> None:
        logger.debug("key", extra={"counter": counter})
        self._carry_out(counter, self._flows[counter].key(key))

    def _carry_out(self, counter: CounterId, attempt: Attempt | None) -> None:
        if attempt is not None:
            self._workers.submit(self._work, counter, attempt)

    def _work(self, counter: CounterId, attempt: Attempt) -> None:
        """On a worker: the verb, and word of it to the deciding thread."""
        try:
            answer = self._place().carry_out(attempt)
        except WaitlineError as error:
            self._inbox.put(partial(self._failed, counter, attempt, error))
        except Exception:
            logger.exception("verb_failed", extra={"action": str(attempt.wish.action)})
            self._inbox.put(partial(self._failed, counter, attempt, Unforeseen()))
        else:
            self._inbox.put(partial(self._done, counter, attempt, answer))

    def _done(self, counter: CounterId, attempt: Attempt, answer: Answer) -> None:
        flow = self._flows[counter]
        flow.done(attempt, answer)
        self._carry_out(counter, flow.kept_key())

    def _failed(self, counter: CounterId, attempt: Attempt, error: WaitlineError) -> None:
        flow = self._flows[counter]
        again_s = flow.failed(attempt, error)
        if again_s is not None:
            self._later.append((self._clock() + again_s, counter))
        else:
            self._carry_out(counter, flow.kept_key())

    def _views_came(self, views: Sequence[CounterView]) -> None:
        self._looked_at = self._clock()
        self._set_touch(in_touch=True)
        for view in views:
            self._flows[view.counter.id].view_came(view)

    def _set_touch(self, *, in_touch: bool) -> None:
        if in_touch is self._in_touch:
            return
        self._in_touch = in_touch
        logger.warning("back_in_touch" if in_touch else "out_of_touch")
        for flow in self._flows.values():
            flow.touch(in_touch=in_touch)

    def _on_time(self) -> None:
        """What time alone makes due: second tries, silence of the hall, what nobody but the clock asks of it."""
        now = self._clock()
        ripe = [entry for entry in self._later if entry[0] <= now]
        for entry in ripe:
            self._later.remove(entry)
            self._carry_out(entry[1], self._flows[entry[1]].to_try_again())
        self._tell_of_devices()
        for flow in self._flows.values():
            flow.look_at_seat()
        if now - self._looked_at > OUT_OF_TOUCH_S:
            self._set_touch(in_touch=False)
        if not self._settling and any(flow.settle_due() for flow in self._flows.values()):
            self._settling = True
            self._workers.submit(self._settle)

    def _tell_of_devices(self) -> None:
        news = self._devices.news()
        if news and not self._telling:
            self._telling = True
            self._workers.submit(self._tell, news)

    def _tell(self, news: Sequence[Found]) -> None:
        """On a worker: one verb for each. Where the hall is away the rest is kept for later, too."""
        for number, found in enumerate(news):
            error = self._report(found)
            if error is None:
                self._inbox.put(partial(self._devices.told, found))
                continue
            is_lost = not isinstance(error, Refused)
            for left in news[number:] if is_lost else [found]:
                self._inbox.put(partial(self._devices.not_told, left, error))
            if is_lost:
                break
        self._inbox.put(self._told)

    def _report(self, found: Found) -> WaitlineError | None:
        """Why the hall was not told; None when it was."""
        facts = {"device": found.device.id, "health": str(found.health)}
        try:
            self._place().report_device(
                self._new_request(), found.device.id, found.device.place, found.health, found.causes
            )
        except WaitlineError as error:
            logger.warning("device_not_told", extra={**facts, "cause": type(error).__name__})
            return error
        except Exception:
            logger.exception("device_not_told", extra=facts)
            return Unforeseen()
        return None

    def _told(self) -> None:
        self._telling = False

    def _settle(self) -> None:
        try:
            self._place().settle()
        except WaitlineError as error:
            logger.warning("settle_failed", extra={"cause": type(error).__name__})
        except Exception:
            logger.exception("settle_failed")
        finally:
            self._inbox.put(self._settled)

    def _settled(self) -> None:
        self._settling = False

    def _paint(self) -> None:
        for bus in self._buses:
            for counter in bus.panels:
                bus.show(counter, self._flows[counter].panel())
