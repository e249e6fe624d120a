"""The display's window: brings together what was read, what is decided, what is painted and what is spoken."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from waitline.desktop import FirstPaint, Follower, OutOfTouch
from waitline.look import Glass, Look
from waitline.model.clock import local

from .board.plan import legibility
from .board.wall import Wall
from .burn_in import BurnIn, ground_of
from .clock_watch import ClockWatch
from .flow import Flow
from .hours import hours_words
from .media.show import USUAL, MediaShow, Pace
from .remembering import Remembering
from .settler import Settler, in_ms

if TYPE_CHECKING:
    from datetime import datetime

    from waitline.model.media import MediaSetup
    from waitline.views.board import BoardCall, BoardView

    from .hall_voice import HallVoice
    from .shown_note import ShownNote

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _OnGlass:
    """A call that has been painted in the big place, and when, by the flow's seconds."""

    label: str
    since: float


class DisplayWindow(QWidget):
    """One lobby display. `settle` is done on a thread of its own; no `voice`: a display without one;
    `still`: nothing flashes; `media`: pictures and videos beside the calls, its folder absolute; `note`: where
    the next start finds what was shown."""

    def __init__(
        self,
        look: Look,
        *,
        flow: Flow,
        follower: Follower,
        settle: Callable[[], object],
        voice: HallVoice | None = None,
        still: bool = False,
        media: MediaSetup | None = None,
        media_pace: Pace = USUAL,
        note: ShownNote | None = None,
        clock: ClockWatch | None = None,
    ) -> None:
        super().__init__()
        self._flow = flow
        self._follower = follower
        self._voice = voice
        self._voice_open = False
        self._clock = clock or ClockWatch()
        self._lost_since: datetime | None = None
        self._on_glass: dict[int, _OnGlass] = {}
        self._settler = Settler(flow, settle, self)
        self._remembering = None if note is None else Remembering(flow, note, self)
        self.wall = Wall(look, self, still=still)
        self.media = None if media is None else MediaShow.on_wall(self.wall, look, media, flow.minute, media_pace)
        self.burn_in = BurnIn(self)
        self.burn_in.moved.connect(self._place)
        ground_of(self, look)
        self._scene_timer = QTimer(self, singleShot=True)
        self._scene_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._scene_timer.timeout.connect(self._show_scene)
        self.setWindowTitle(self.tr("叫號看板"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.wall.big_place.painted.connect(self._painted)
        follower.view_changed.connect(self._see)
        follower.out_of_touch.connect(self._lose_touch)
        self._heed(voice)

    def _heed(self, voice: HallVoice | None) -> None:
        if voice is None:
            self._flow.stand_by()
            return
        voice.audible_changed.connect(self._audible)
        voice.changed.connect(self._show_scene)

    def begin(self) -> None:
        """Follow the hall: called when the first paint is done. The voice opens when the hall has answered."""
        if self._voice is not None:
            self._voice.begin()
        self._follower.start()

    def leave(self) -> None:
        """End every thread; safe to call twice."""
        self._scene_timer.stop()
        self._settler.close()
        self._follower.close()
        if self._remembering is not None:
            self._remembering.close()
        if self.media is not None:
            self.media.close()
        if self._voice is not None:
            self._voice.close()
        self._clock.close()

    def report_type(self, panel: Glass, far_seat_m: float) -> None:
        """Log how large the numbers are on the real panel, and whether the farthest seat can read them."""
        found = legibility(
            hero_px=self.wall.smallest_cap(),
            recent_px=self.wall.smallest_recent_cap(),
            panel=panel,
            far_seat_m=far_seat_m,
        )
        beside = legibility(
            hero_px=self.wall.smallest_cap_beside(), recent_px=0, panel=panel, far_seat_m=far_seat_m
        )
        self.wall.may_share(large_enough=beside.hero_enough)
        fields = {
            "hero_mm": round(found.hero_mm),
            "hero_wanted_mm": round(found.hero_wanted_mm),
            "recent_mm": round(found.recent_mm),
            "recent_wanted_mm": round(found.recent_wanted_mm),
        }
        if found.enough:
            logger.info("type_large_enough", extra=fields)
        else:
            logger.warning("type_too_small", extra=fields)

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._place()

    def _place(self) -> None:
        self.wall.setGeometry(self.rect().translated(self.burn_in.offset(self.width(), self.height())))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave()
        super().closeEvent(event)

    def _see(self, view: BoardView) -> None:
        self._clock.see(view)
        self._flow.see(view)
        if self._voice is not None:
            self._voice.see()
        self._show_scene()
        now = local(view.at, view.setup.zone)
        self.wall.show_touch(lost=False)
        self.wall.show_view(view, hours_words(view.calendar, view.at))
        self.wall.show_time(None if self._clock.hall_is_ahead else now)
        self._open_voice()
        if self._voice is not None:
            self._voice.announce()
        self._settler.plan()

    def _show_scene(self) -> None:
        scene = self._flow.scene()
        self.wall.show_scene(scene)
        self._note_who_left({shown.call.seq for shown in scene.places})
        if self._remembering is not None:
            self._remembering.keep()
        if scene.changes_in is None:
            self._scene_timer.stop()
        else:
            self._scene_timer.start(in_ms(scene.changes_in))

    def _lose_touch(self, lost: OutOfTouch) -> None:
        if self._flow.in_touch:
            logger.warning("board_stale", extra={"for_s": round(lost.for_s, 1), "why": lost.words.en})
            self._lost_since = self._flow.clock_at(lost.for_s)
        self._flow.lose_touch()
        self._settler.stop()
        self.wall.show_touch(lost=True, since=self._lost_since, why=None if lost.passing else lost.in_public)
        self._open_voice()

    def _open_voice(self) -> None:
        """Once, when the board is painted; never while the follower's thread loads SQL: that was a deadlock."""
        if self._voice_open:
            return
        self._voice_open = True
        FirstPaint(self.wall, partial(_board_stands, self._voice, self.media, in_touch=self._flow.in_touch))

    def _painted(self, call: BoardCall) -> None:
        """A new call is on the glass: how long after the clerk's key, by the office's clock."""
        if not self._flow.is_news(call) or call.seq in self._on_glass:
            return
        self._on_glass[call.seq] = _OnGlass(call.label, self._flow.seconds())
        after_ms = (self._flow.office_now() or call.at) - call.at
        said = {"label": call.label, "counter": call.counter, "seq": call.seq}
        logger.info("call_shown", extra={**said, "after_ms": after_ms})

    def _note_who_left(self, stand: set[int]) -> None:
        """For whoever asks how long a number stood in the big place."""
        for seq in self._on_glass.keys() - stand:
            left = self._on_glass.pop(seq)
            stood_s = round(self._flow.seconds() - left.since, 1)
            logger.info("call_made_room", extra={"label": left.label, "seq": seq, "stood_s": stood_s})

    def _audible(self, audible: bool) -> None:
        self.wall.show_silent(silent=not audible)


def _board_stands(voice: HallVoice | None, media: MediaShow | None, *, in_touch: bool) -> None:
    """The hall's own board, or that it is out of touch, is on the glass."""
    logger.info("board_stands", extra={"in_touch": in_touch})
    if voice is not None:
        voice.open()
    if media is not None:
        media.begin()
