"""What every screen of this program does alike: follow the hall, try a press again, settle when it is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from .actions import Wish
from .attempt import Answer, Attempt

if TYPE_CHECKING:
    from waitline.desktop import OutOfTouch
    from waitline.model.errors import WaitlineError

    from .hall_line import HallLine

TICK_MS: Final = 250


class FollowsHall(Protocol):
    """What the decisions behind a screen are told, and asked."""

    def press(self, wish: Wish) -> Attempt | None: ...
    def next_waiting(self) -> Attempt | Wish | None: ...
    def failed(self, attempt: Attempt, error: WaitlineError) -> float | None: ...
    def to_try_again(self) -> Attempt | None: ...
    def lost_touch(self) -> None: ...
    def reopened(self) -> None: ...
    def back_in_touch(self) -> None: ...
    def look_at_seat(self) -> None: ...
    def settle_due(self) -> bool: ...


class HallScreen(QObject):
    """One of the screens; each draws in its own way, and has its own end of a press that was done."""

    def __init__(self, line: HallLine, hall: FollowsHall) -> None:
        super().__init__()
        self._line = line
        self._hall = hall
        self._age: OutOfTouch | None = None
        self._retry = QTimer(self, singleShot=True)
        self._tick = QTimer(self, interval=TICK_MS)
        self._retry.timeout.connect(self._try_again)
        self._tick.timeout.connect(self._ticked)
        line.lost_touch.connect(self._lost_touch)
        line.back_in_touch.connect(self._back_in_touch)
        line.reopened.connect(self._reopened, Qt.ConnectionType.QueuedConnection)

    def _leave_hall(self) -> None:
        """Hear nothing more, and do nothing more by itself."""
        self._line.lost_touch.disconnect(self._lost_touch)
        self._line.back_in_touch.disconnect(self._back_in_touch)
        self._line.reopened.disconnect(self._reopened)
        self._tick.stop()
        self._retry.stop()

    def _draw(self) -> None:
        raise NotImplementedError

    def _ask(self, wish: Wish) -> None:
        raise NotImplementedError

    def _clear_sheet(self) -> None:
        raise NotImplementedError

    def _done(self, attempt: Attempt, answer: Answer) -> None:
        raise NotImplementedError

    def _press(self, wish: Wish) -> None:
        attempt = self._hall.press(wish)
        if attempt is not None:
            self._begin_press(attempt)
        self._draw()

    def _begin_press(self, attempt: Attempt) -> None:
        self._clear_sheet()
        self._line.carry_out(attempt, done=self._done, failed=self._failed)

    def _go_on(self) -> None:
        """With what was pressed while the hall was being asked: done in its turn, or its questions opened."""
        while (waited := self._hall.next_waiting()) is not None:
            if isinstance(waited, Attempt):
                self._begin_press(waited)
            else:
                self._ask(waited)

    def _failed(self, attempt: Attempt, error: WaitlineError) -> None:
        pause = self._hall.failed(attempt, error)
        if pause is not None:
            self._retry.start(round(pause * 1000))
        self._draw()

    def _try_again(self) -> None:
        attempt = self._hall.to_try_again()
        if attempt is not None:
            self._line.carry_out(attempt, done=self._done, failed=self._failed)

    def _lost_touch(self, age: OutOfTouch) -> None:
        self._age = age
        self._hall.lost_touch()
        self._draw()

    def _reopened(self) -> None:
        self._hall.reopened()

    def _back_in_touch(self) -> None:
        self._hall.back_in_touch()
        self._draw()

    def _ticked(self) -> None:
        self._hall.look_at_seat()
        if self._hall.settle_due():
            self._line.settle()
        self._draw()
