"""The whole board: every part in its place, and the border that calls a visitor who cannot hear."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Look
from waitline.model.words import Words
from waitline.rules.call_cards import GAP_MM, USUAL_LABEL
from waitline.views.wait_words import accuracy_words

from ..hours import closed_now
from ..showing import ROOM, Scene
from .accuracy_line import AccuracyLine
from .big_place import BigPlace
from .frame import frame_colour
from .heading import Heading
from .lost_strip import LostStrip
from .missed_strip import MissedStrip
from .notice_line import NoticeLine
from .opening_strip import OpeningStrip
from .plan import Contents, Plan, glass_of_board, plan, services_mm, shared
from .recent_list import RecentList
from .service_strip import ServiceStrip
from .two_languages import TwoLanguages
from .welcome import Welcome

if TYPE_CHECKING:
    from waitline.model.ticket import TicketId
    from waitline.views.board import BoardView

    from ..media.show import MediaShow

CALLS_BESIDE: Final = ROOM // 2
"""So many calls leave half of the big place to pictures; they are as large there as when it is full of calls."""
_BORDER_MM: Final = 10.0


class Wall(QWidget):
    """Shows a board view and a scene; greyed, with words across it, out of touch. `still`: nothing flashes."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, still: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        tongues = TwoLanguages()
        self._never_words = tongues.words(self, self.tr("尚未連上系統，會自動再試"))
        self._lost_words = tongues.words(self, self.tr("與系統失去連線，請留意櫃台叫號"))
        self._lost_since = tongues.words(self, self.tr("{since} 起與系統失去連線，請留意櫃台叫號"))
        self.heading = Heading(look, tongues, self)
        self.big_place = BigPlace(look, tongues, self, still=still)
        self.welcome = Welcome(look, tongues, self)
        self.recent = RecentList(look, tongues, self)
        self.opening = OpeningStrip(look, tongues, self)
        self.missed = MissedStrip(look, tongues, self)
        self.services = ServiceStrip(look, tongues, self)
        self.notice = NoticeLine(look, self, still=still)
        self.accuracy = AccuracyLine(look, self)
        self.lost = LostStrip(look, self)
        self._contents = Contents()
        self._numbers: tuple[str, ...] = (USUAL_LABEL,)
        self._signs: tuple[str, ...] = ()
        self._border = False
        self._media: MediaShow | None = None
        self._media_beside = True
        self._big = QRect()
        self._called: tuple[TicketId, ...] = ()
        self._halved = False
        self._out_of_touch = False

    @property
    def border_shown(self) -> bool:
        """Whether the whole wall is framed for a visitor who cannot hear."""
        return self._border

    def put_media(self, media: MediaShow) -> None:
        """Show pictures and videos in what the calls leave of the big place."""
        self._media = media
        media.changed.connect(self._media_changed)

    def may_share(self, *, large_enough: bool) -> None:
        """Whether calls are large enough beside pictures; else these are shown only while nobody is called."""
        self._media_beside = large_enough

    def smallest_cap(self) -> float:
        """How tall the digits of this office's calls are at least, in pixels."""
        return self.big_place.smallest_cap(self._big.size(), labels=self._numbers)

    def smallest_recent_cap(self) -> float:
        """The same in the list of recent calls."""
        return self.recent.smallest_cap((number, sign) for number in self._numbers for sign in self._signs)

    def smallest_cap_beside(self) -> float:
        """The same beside pictures."""
        calls, _ = shared(self._big, self._look.mm(GAP_MM))
        caps = (self.big_place.smallest_cap(calls.size(), n + 1, self._numbers) for n in range(CALLS_BESIDE))
        return min(caps)

    def show_view(self, view: BoardView, hours: Words) -> None:
        """Show everything but the calls."""
        self._numbers = tuple({f"{one.prefix}{'0' * one.digits}" for one in view.setup.series})
        self._signs = tuple(one.counter for one in view.counters)
        closed = closed_now(view.calendar, view.at)
        self.heading.show_office(view.setup.names, hours)
        self.notice.show_notice(view.setup.notice)
        self.welcome.show_notice(view.setup.notice, closed, waited_for=any(line.waiting for line in view.services))
        self.opening.show_opening(view.opening)
        self.missed.show_missed(view.missed, self._numbers)
        self.services.show_services(view.services, view.foresight.waits, office_closed=closed is not None)
        self.accuracy.show_accuracy(None if view.accuracy is None else accuracy_words(view.accuracy))
        self._place(
            missed=len(view.missed),
            widest=self.missed.widest_px,
            opening=len(view.opening),
            services=len(view.services),
            accuracy=view.accuracy is not None,
        )
        self._place_notice()

    def show_time(self, now: datetime | None) -> None:
        """Set the clock."""
        self.heading.show_time(now)

    def show_scene(self, scene: Scene) -> None:
        """Show the calls."""
        called = tuple(shown.call.ticket for shown in scene.places)
        if called != self._called:  # nothing large moves but when a call comes or goes
            self._called = called
            beside = self._media is not None and self._media_beside and self._media.has_any
            self._halved = beside and 0 < len(called) <= CALLS_BESIDE
            self._place_notice()
        self._share()
        self.big_place.show_calls(scene.places)
        self.big_place.setVisible(bool(scene.places))
        self.recent.show_calls(scene.recent, others=bool(scene.places))
        border = any(shown.call.deaf and shown.call.live and shown.fresh for shown in scene.places)
        if border != self._border:
            self._border = border
            self.update()

    def show_touch(self, *, lost: bool, since: datetime | None = None, why: Words | None = None) -> None:
        """Grey what may be over and say so, until we are in touch again.

        `since`: when we last were, if ever. `why`: what the staff have to do about it.
        """
        for part in (self.big_place, self.recent, self.opening, self.missed, self.services):
            part.show_stale(stale=lost)
        if lost:
            words, at = (self._lost_words, "") if since is None else (self._lost_since, f"{since:%H:%M}")
            words = words if self.welcome.ready else self._never_words
            said = Words(zh=words.zh.format(since=at), en=words.en.format(since=at))
            self.welcome.show_unreached()
            self.lost.show_words(said, why)
        else:
            self.lost.clear()
        self._out_of_touch = lost
        self._place(banner=self.lost.wanted_px)
        self._place_notice()
        self._share()

    def show_silent(self, *, silent: bool) -> None:
        """Whether no sound comes out."""
        self.heading.show_silent(silent=silent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._look.change(glass=glass_of_board(self.size()))
        self._contents = replace(self._contents, banner=self.lost.wanted_px, widest=self.missed.widest_px)
        self._put(plan(self.size(), self._contents))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour(Colour.PAGE))
        if self._border:
            width = self._look.mm(_BORDER_MM)
            painter.setPen(QPen(frame_colour(self._look), width))
            painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))
        painter.end()

    def _place(self, **changed: Any) -> None:
        """`changed`: what there is more or less of, by its name in `Contents`."""
        contents = replace(self._contents, **changed)
        if contents != self._contents:
            self._contents = contents
            self._put(plan(self.size(), contents))

    def _place_notice(self) -> None:
        """On its line, unless the welcome has the big place to itself and tells it; out of touch nobody does."""
        alone = not self._called and (self._media is None or not self._media.has_any)
        has = self.notice.has_any and not self._out_of_touch
        self._place(notice=has, told=has and alone)

    def _put(self, places: Plan) -> None:
        self.heading.setGeometry(places.heading)
        self.lost.setGeometry(places.banner)
        self._big = places.big
        self._share()
        self.recent.setGeometry(places.recent)
        self.opening.setGeometry(places.opening)
        self.opening.setVisible(places.opening.height() > 0)
        self.missed.setGeometry(places.missed)
        self.missed.setVisible(places.missed.height() > 0)
        self.services.keep_rows_of(services_mm(self._contents, upright=self.height() > self.width()))
        self.services.setGeometry(places.services)
        self.notice.setGeometry(places.notice)
        self.notice.setVisible(places.notice.height() > 0)
        self.accuracy.setGeometry(places.accuracy)
        self.accuracy.setVisible(places.accuracy.height() > 0)

    def _media_changed(self) -> None:
        self._place_notice()
        self._share()

    def _share(self) -> None:
        """The big place: calls first; what they leave is the pictures', or the welcome's."""
        calls, rest = shared(self._big, self._look.mm(GAP_MM)) if self._halved else (self._big, self._big)
        free = self._halved or not self._called
        self.big_place.setGeometry(calls)
        self.welcome.setGeometry(rest)
        shown = False
        if self._media is not None:
            room = rest.size() if free and not self._out_of_touch else None
            self._media.set_room(room, alone=not self._called)
            shown = room is not None and self._media.on
            self._media.screen.setGeometry(rest)
            self._media.screen.setVisible(shown)
        self.welcome.setVisible(free and not shown)
