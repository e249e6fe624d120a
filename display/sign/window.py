"""The sign's window: follows the hall and shows one counter of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ..burn_in import BurnIn, ground_of
from ..settler import Settler
from .board import SignBoard
from .counter_now import counter_now

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.desktop import Follower, OutOfTouch
    from waitline.look import Look
    from waitline.model.counter import CounterId
    from waitline.views.board import BoardView

    from ..hall_seen import HallSeen

logger = logging.getLogger(__name__)


class SignWindow(QWidget):
    """It has no voice. `settle` is done on a thread of its own; `still`: nothing flashes."""

    def __init__(
        self,
        look: Look,
        counter: CounterId,
        *,
        hall: HallSeen,
        follower: Follower,
        settle: Callable[[], object],
        still: bool = False,
    ) -> None:
        super().__init__()
        self._counter = counter
        self._hall = hall
        self._follower = follower
        self._settler = Settler(hall, settle, self)
        self._first: int | None = None
        self._painted = 0
        self.board = SignBoard(look, self, still=still)
        self.burn_in = BurnIn(self)
        self.burn_in.moved.connect(self._place)
        ground_of(self, look)
        self.board.painted.connect(self._call_painted)
        self.setWindowTitle(self.tr("櫃台看板"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        follower.view_changed.connect(self._see)
        follower.out_of_touch.connect(self._lose_touch)

    def begin(self) -> None:
        """Follow the hall: called when the first paint is done."""
        self._follower.start()

    def leave(self) -> None:
        """End every thread; safe to call twice."""
        self._settler.close()
        self._follower.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._place()

    def _place(self) -> None:
        self.board.setGeometry(self.rect().translated(self.burn_in.offset(self.width(), self.height())))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        super().closeEvent(event)

    def _see(self, view: BoardView) -> None:
        begun = self._first is not None
        if self._first is None or view.seq < self._first:
            self._first = view.seq
        self._hall.see(view)
        self.board.show_touch(lost=False)
        self.board.show_counter(counter_now(view, self._counter), flashes=begun)
        self._settler.plan()

    def _lose_touch(self, lost: OutOfTouch) -> None:
        if self._hall.in_touch:
            logger.warning("sign_stale", extra={"for_s": round(lost.for_s, 1), "why": lost.words.en})
        self._hall.lose_touch()
        self._settler.stop()
        self.board.show_touch(lost=True)

    def _call_painted(self, call: int) -> None:
        """A new call is on the glass: how long after the clerk's key, by the office's clock."""
        view, now = self._hall.view, self._hall.office_now()
        if self._first is None or call <= max(self._first, self._painted) or view is None or now is None:
            return
        self._painted = call
        at = next((one.at for one in view.calls if one.seq == call), now)
        logger.info("call_shown", extra={"counter": self._counter, "after_ms": now - at})
