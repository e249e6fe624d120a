"""Stands between glass and office: carries touches to the flow, wishes to the hall, and what comes back."""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from drivers.printing.queue.slip_news import SlipNews
from waitline.desktop import Follower, OffThread
from waitline.model.clock import SECOND, Instant
from waitline.model.errors import DatabaseUnusable, WaitlineError

from .kept_notes import notes_of
from .scenes import CallHelp, Take, Trouble, Wish, Withdraw, WithdrawHelp
from .settler import Settler

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from drivers.printing.queue.slip_printer import SlipPrinter
    from waitline.desktop import OutOfTouch
    from waitline.model.slip import Taken
    from waitline.model.words import Words
    from waitline.views.kiosk_view import KioskView

    from .flow import Flow
    from .hall import Hall
    from .tongue import Tongue
    from .window import KioskWindow

logger = logging.getLogger(__name__)
V = TypeVar("V")

TICK_MS: Final = 50
LOOK_AT_THE_CLOCK_S: Final = 1.0


class Attendant(QObject):
    """Owns the kiosk's threads. Everything here runs on the UI thread and waits for nothing."""

    slip_news = Signal(object)
    """A SlipNews; may be emitted from any thread."""
    office_news = Signal(object)
    """An OfficeSetup: the office with every view of it."""
    printer_news = Signal(object)
    """Words of trouble or None; may be emitted from any thread."""

    def __init__(
        self,
        app: QApplication,
        window: KioskWindow,
        flow: Flow,
        *,
        tongue: Tongue,
        hall: Hall,
        new_request: Callable[[], str],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._now = monotonic
        self._app = app
        self._window = window
        self._flow = flow
        self._tongue = tongue
        self._hall = hall
        self._new_request = new_request
        self._slips: SlipPrinter | None = None
        self._view: KioskView | None = None
        self._viewed_at = 0.0
        self._out_of_touch = False
        self._for_staff: Words | None = None
        self._shown: object = None
        self._clock_at = 0.0
        self._wishes = OffThread("kiosk wishes")
        self._calls = OffThread("kiosk calls for help")
        self._settler = Settler(hall.settle, new_request, self)
        self._notes = notes_of(flow, hall)
        self._follower = Follower("kiosk", hall.watch)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._connect()
        tongue.spoken = flow.language
        app.installTranslator(tongue)
        window.speak(flow.language)

    def begin(self, slips: SlipPrinter | None) -> None:
        """The first page is painted: begin to follow the hall and to print."""
        self._slips = slips
        self._follower.start()
        for notes in self._notes:
            notes.begin()
        if self._hall.outpost is not None:
            self._hall.outpost.start()
        if slips is not None:
            slips.start()
        self._ticking.start()

    def close(self) -> None:
        self._ticking.stop()
        self._follower.close()
        if self._slips is not None:
            self._slips.close()
        self._wishes.close()
        self._calls.close()
        self._settler.close()
        for notes in self._notes:
            notes.close()
        self._app.removeTranslator(self._tongue)

    def office_time(self) -> Instant | None:
        """The office's clock now, None while it has never been heard of. For any thread."""
        view, at = self._view, self._viewed_at
        if view is None:
            return self._hall.office_time()
        return Instant(view.at + round((self._now() - at) * SECOND))

    # --- from the glass ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        window, flow = self._window, self._flow
        window.service_wanted.connect(lambda code: self._touch(partial(flow.service_touched, code)))
        window.place_wanted.connect(lambda place: self._touch(partial(flow.place_touched, place)))
        window.love_wanted.connect(lambda: self._touch(flow.love_touched))
        window.reason_wanted.connect(lambda reason: self._touch(partial(flow.reason_touched, reason)))
        window.anyway_wanted.connect(lambda: self._touch(flow.anyway_touched))
        window.missing_wanted.connect(lambda: self._touch(flow.missing_touched))
        window.paperless_wanted.connect(lambda: self._touch(flow.paperless_touched))
        window.again_wanted.connect(lambda: self._touch(flow.again_touched))
        window.help_wanted.connect(lambda: self._touch(flow.help_touched))
        window.withdraw_wanted.connect(lambda: self._touch(flow.withdraw_touched))
        window.home_wanted.connect(lambda: self._touch(flow.home_touched))
        window.language_wanted.connect(lambda language: self._touch(partial(flow.language_touched, language)))
        window.ease_wanted.connect(lambda on: self._touch(partial(flow.ease_touched, on=on)))
        window.touched.connect(lambda: flow.glass_touched(self._now()))
        window.page_seen.connect(lambda: flow.page_seen(self._now()))
        self._follower.view_changed.connect(self._view_changed)
        self._follower.out_of_touch.connect(self._lost_touch)
        self._follower.back_in_touch.connect(self._found_touch)
        self.slip_news.connect(self._slip_told, Qt.ConnectionType.QueuedConnection)
        self.printer_news.connect(self._printer_told, Qt.ConnectionType.QueuedConnection)

    def _touch(self, meant: Callable[[float], Wish | None]) -> None:
        """A touch counts for the page that stood there when the finger came down, however late it is handled."""
        if self._flow.heeds(self._now() - self._window.touch_waited()):
            self._do(meant(self._now()))

    def _do(self, wish: Wish | None) -> None:
        """Show what the touch has led to, and send the wish it became."""
        self._show()
        match wish:
            case Take():
                logger.info("take_wanted", extra={"request": wish.request, "service": wish.service})
                self._send(self._wishes, wish, partial(self._hall.take, wish), self._taken)
            case Withdraw():
                logger.info("number_unseen", extra={"request": wish.take})
                self._send(self._wishes, wish, partial(self._hall.withdraw, wish), self._withdrawn)
            case CallHelp():
                self._send(self._calls, wish, partial(self._hall.call_help, wish), self._help_called)
            case WithdrawHelp():
                self._send(self._calls, wish, partial(self._hall.withdraw_help, wish), self._help_withdrawn)

    def _send(self, by: OffThread, wish: Wish, work: Callable[[], V], done: Callable[[str, V], None]) -> None:
        request = wish.request
        by.run(work, done=partial(done, request), failed=partial(self._failed, request), owner=self)

    # --- from the hall ----------------------------------------------------------------------------------

    def _taken(self, request: str, taken: Taken) -> None:
        self._flow.taken(request, taken, self._now())
        self._show()
        logger.info("number_shown", extra={"request": request, "number": taken.ticket.label})
        if self._slips is not None:
            self._slips.wake()

    def _help_called(self, request: str, call: int) -> None:
        self._flow.help_called(request, call, self._now())
        self._tell_time()
        self._show()

    def _help_withdrawn(self, request: str, _: None) -> None:
        self._flow.help_withdrawn(request, self._now())
        self._show()

    def _withdrawn(self, request: str, label: str | None) -> None:
        self._flow.withdrawn(request)
        logger.info("unseen_number_withdrawn", extra={"number": label})

    def _failed(self, request: str, error: Exception) -> None:
        logger.warning("wish_failed", extra={"request": request, "why": type(error).__name__})
        known = error if isinstance(error, WaitlineError) else DatabaseUnusable(reason=type(error).__name__)
        self._flow.failed(request, known, self._now())
        self._show()

    def _view_changed(self, view: KioskView) -> None:
        self._view, self._viewed_at = view, self._now()
        self.office_news.emit(view.setup)
        if self._slips is not None:
            self._slips.office = view.setup
        self._tell_time()
        if self._slips is not None and view.help is not None and view.help.taken is not None:
            self._slips.wake()  # the number was taken elsewhere, its slip is wanted here

    def _lost_touch(self, lost: OutOfTouch) -> None:
        self._out_of_touch = True
        self._for_staff = None if lost.passing else lost.in_public
        kept = self._hall.lost_touch(passing=lost.passing)
        if self._view is None and kept is not None:
            self._view_changed(kept)
        self._show_trouble()

    def _found_touch(self) -> None:
        self._out_of_touch, self._for_staff = False, None
        self._show_trouble()

    def _slip_told(self, news: SlipNews) -> None:
        self._flow.slip_told(news, self._now())
        self._show()

    def _printer_told(self, words: Words | None) -> None:
        self._flow.printer_told(words)
        self._show_trouble()

    # --- time -------------------------------------------------------------------------------------------

    def _tick(self) -> None:
        now = self._now()
        wish = self._flow.tick(now)
        if wish is not None:
            self._do(wish)
        for notes in self._notes:
            notes.look()
        if now - self._clock_at >= LOOK_AT_THE_CLOCK_S:
            self._tell_time()
        self._show()

    def _tell_time(self) -> None:
        """The office's time moves the clock, the opening hours, and whatever only time does to the hall."""
        self._clock_at = self._now()
        view, at = self._view, self.office_time()
        if view is None or at is None:
            return
        counts = self._counts_hold()
        self._flow.show_view(view, at, self._now())
        self._window.show_view(view, at, fresh=counts)
        self._show()
        if view.settle_at is not None and at >= view.settle_at and not self._out_of_touch:
            self._settler.settle(view.settle_at, self._now())

    def _counts_hold(self) -> bool:
        """Whether what is read of the hall is all of it: a database that is read but not written holds less."""
        hold = not self._out_of_touch and self._hall.is_complete
        self._flow.touch_told(in_touch=hold)
        return hold

    # --- onto the glass ---------------------------------------------------------------------------------

    def _show(self) -> None:
        self._turn_language()
        scene = self._flow.scene
        if scene is not self._shown:
            self._shown = scene
            self._window.show_scene(scene)
        self._window.show_leaving(self._flow.leaving_in(self._now()))

    def _turn_language(self) -> None:
        if self._tongue.turn(self._flow.language, alone=self._flow.eased):
            self._window.speak(self._flow.language, eased=self._flow.eased)

    def _show_trouble(self) -> None:
        """Out of touch, or no paper: said on top of every page; counts that may be stale are left unsaid."""
        counts = self._counts_hold()
        if self._view is not None:
            self._window.show_view(self._view, self.office_time() or self._view.at, fresh=counts)
        no_paper = self._flow.printer_words is not None
        goes_on = self._hall.goes_on(passing=self._for_staff is None)
        self._window.show_trouble(
            Trouble(out_of_touch=self._out_of_touch, goes_on=goes_on, for_staff=self._for_staff, no_paper=no_paper)
        )
