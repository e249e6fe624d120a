"""The clerk's program's line to the hall: verbs on one thread, following on another, both ends named."""

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from waitline.desktop import Follower, OffThread, Watch
from waitline.model.counter import CounterId
from waitline.model.errors import WaitlineError

from .actions import Place
from .attempt import Answer, Attempt
from .reading import Reading
from .refusals import Unforeseen

if TYPE_CHECKING:  # the database's library is loaded on the line's own threads, after the first paint
    from .workplace import Workplace

logger = logging.getLogger(__name__)

OUT_OF_TOUCH_S: Final = 2.5
LOOK_EVERY_S: Final = 1.0


class HallLine(QObject):
    """Carries attempts out, tells each new view and whether we are in touch."""

    view_came = Signal(object)
    """A `CounterView`, while a counter is followed."""
    stand_by_came = Signal(object)
    """A `StandByView`, while somebody of the back line is."""
    service_desk_came = Signal(object)
    """A `ServiceDeskView`, while somebody works there."""
    lost_touch = Signal(object)
    back_in_touch = Signal()
    reopened = Signal()
    """From here on the hall is read anew: views that follow owe nothing to those before."""

    def __init__(self, open_workplace: Callable[[], "Workplace"]) -> None:
        """`open_workplace` is called off the screen's thread, until it has worked once."""
        super().__init__()
        self._open_workplace = open_workplace
        self._opening = threading.Lock()
        self._workplace: Workplace | None = None
        self._reading = Reading(place=Place.COUNTER, who="")
        self._worker = OffThread("counter-verbs", self)
        self._follower = Follower(
            "counter-follower", self._watch, limit_s=OUT_OF_TOUCH_S, look_every_s=LOOK_EVERY_S, parent=self
        )
        self._follower.view_changed.connect(self._tell)
        self._follower.out_of_touch.connect(self.lost_touch)
        self._follower.back_in_touch.connect(self.back_in_touch)

    def begin(self, counter: CounterId) -> None:
        """Tell every change in the hall as this counter sees it."""
        self.follow(counter)
        self._follower.start()

    def follow(self, counter: CounterId) -> None:
        """From the next look on as another counter sees it; the looks at the last one may still arrive."""
        self.read_as(Reading(place=Place.COUNTER, who=counter))

    def read_as(self, reading: Reading) -> None:
        """The same for any place where somebody works with this program."""
        self._reading = reading

    def carry_out(
        self,
        attempt: Attempt,
        *,
        done: Callable[[Attempt, Answer], object],
        failed: Callable[[Attempt, WaitlineError], object],
    ) -> None:
        """Do what was asked for; exactly one of the ends follows, on the screen's thread."""
        self._worker.run(
            lambda: self._place().carry_out(attempt),
            done=lambda answer: done(attempt, answer),
            failed=lambda error: failed(attempt, _named(error)),
            owner=self,
        )

    def settle(self) -> None:
        """Let the hall do what time has made due; a failure is tried again at the next tick that finds it due."""
        self._worker.run(lambda: self._place().settle(), done=_nothing, failed=_not_settled, owner=self)

    def workplace(self) -> "Workplace":
        """The hall, for a thread that may wait. Raises what a lost database raises."""
        return self._place()

    def close(self) -> None:
        """End both threads and leave the hall."""
        ended = self._follower.close()
        if self._worker.close() and ended and self._workplace is not None:
            self._workplace.close()

    def _watch(self) -> Watch[Any]:
        place = self._place()
        self.reopened.emit()
        return Watch(feed=place.feed(), read=lambda: self._look(place))

    def _look(self, place: "Workplace") -> tuple[Place, object]:
        reading = self._reading
        return reading.place, place.seen(reading)

    def _tell(self, seen: tuple[Place, object]) -> None:
        place, view = seen
        came = {
            Place.COUNTER: self.view_came,
            Place.STAND_BY: self.stand_by_came,
            Place.SERVICE_DESK: self.service_desk_came,
        }
        came[place].emit(view)

    def _place(self) -> "Workplace":
        """Opened by whichever thread needs it first."""
        with self._opening:
            if self._workplace is None:
                self._workplace = self._open_workplace()
            return self._workplace


def _named(error: Exception) -> WaitlineError:
    return error if isinstance(error, WaitlineError) else Unforeseen()


def _nothing(_: object) -> None:
    pass


def _not_settled(error: Exception) -> None:
    logger.warning("settle_failed", extra={"cause": type(error).__name__})
