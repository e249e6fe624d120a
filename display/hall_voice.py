"""This display's voice: whether it is the one that speaks, when it is its turn, and how loud the hour wants it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from waitline.model.volume import LOUDEST

from .living_lock import BEAT_S
from .voice_told import VoiceTold

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.office import DisplaySetup
    from waitline.model.volume import Volume

    from .announcer import Announcement
    from .flow import Flow
    from .one_voice import Seat, Turn
    from .recordings_known import RecordingsKnown
    from .speaking import Loudspeaker

logger = logging.getLogger(__name__)

LOOK_MS: Final = 1_000
"""So soon the display that speaks is followed by another when it has ended."""
TURN_MS: Final = 50
HOUR_MS: Final = 1_000
"""So soon the voice follows the hour while it speaks."""
BEAT_MS: Final = round(BEAT_S * 1000)


class HallVoice(QObject):
    """`seat` and `turn` are those of this computer; without them nobody else speaks. `display`: as it began.

    `tell` is told how the voice is, see `VoiceTold`; `recordings` knows of those that do not say all they should.
    """

    changed = Signal()
    """Another call is being spoken, or none."""
    audible_changed = Signal(bool)
    """Whether sound comes out."""

    def __init__(
        self,
        flow: Flow,
        loudspeaker: Loudspeaker,
        display: DisplaySetup,
        *,
        tell: Callable[[tuple[str, ...]], object] | None = None,
        seat: Seat | None = None,
        turn: Turn | None = None,
        recordings: RecordingsKnown | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._flow = flow
        self._loudspeaker = loudspeaker
        self._display = display
        self._seat = seat
        self._turn = turn
        self._saying: Announcement | None = None
        self._mute = False
        self._speaks = True
        self._is_open = False
        self._look_again = QTimer(self, interval=LOOK_MS)
        self._look_again.timeout.connect(self._look_for_seat)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._show_life)
        self._turn_again = QTimer(self, singleShot=True, interval=TURN_MS)
        self._turn_again.timeout.connect(self.announce)
        self._hour = QTimer(self, interval=HOUR_MS)
        self._hour.timeout.connect(self._be_as_loud_as_wanted)
        self._told = None if tell is None else VoiceTold(tell, self)
        loudspeaker.finished.connect(self._announced)
        loudspeaker.audible_changed.connect(self.audible_changed)
        if self._told is not None:
            loudspeaker.audible_changed.connect(self._told.audible)
            loudspeaker.spoke.connect(self._told.spoke)
            if recordings is not None:
                recordings.setParent(self)
                recordings.lack.connect(self._told.recordings_lack)

    def begin(self) -> None:
        """Take the seat, or stand by."""
        self._beat.start()
        self._obey_mute(mute=self._is_muted())
        if self._seat is not None and not self._mute and not self._seat.had:
            self._stand_by()
            self._look_for_seat()

    def open(self) -> None:
        """Find the loudspeaker, test the voices, and say what waits."""
        self._is_open = True
        self._loudspeaker.open()
        self.announce()

    def see(self) -> None:
        """The flow has seen a newer board."""
        if self._saying is not None and self._flow.speaking is not self._saying:
            self._cut_short()
        self._obey_mute(mute=self._is_muted())
        self._be_as_loud_as_wanted()

    def announce(self) -> None:
        """Say the next call, if there is one and nobody else is at the loudspeaker."""
        self._keep()
        if self._saying is not None or not self._is_open or self._turn_again.isActive():
            return
        if not self._still_has_seat():
            return
        if not self._flow.has_more or not self._flow.in_touch:
            if self._turn is not None:
                self._turn.want_no_more()
            return
        if self._turn is not None and not self._turn.take():
            self._turn_again.start()
            return
        said = () if self._turn is None else self._turn.said(self._display.voice)
        announcement = self._flow.announce(self._loudspeaker.absent, said=said)
        self._keep()
        if announcement is None:
            self._give_turn_back()
            return
        self._saying = announcement
        if self._turn is not None:
            self._turn.says(announcement.call, self._display.voice)
        self._loudspeaker.say(
            announcement, times=_times(self._per_cent()), hurry=self._others_wait, may=self._may_go_on
        )
        self._hour.start()
        self._log(announcement)
        self.changed.emit()

    def close(self) -> None:
        """Be silent, and let another display speak."""
        self._is_open = False  # the loudspeaker may tell of its last call after this
        for timer in (self._beat, self._look_again, self._turn_again):
            timer.stop()
        self._loudspeaker.close()
        if self._told is not None:
            self._told.close()
        self._give_turn_back()
        if self._seat is not None:
            self._keep()
            self._seat.give_back()

    def _be_as_loud_as_wanted(self) -> None:
        """In mid-call too."""
        if self._saying is not None:
            self._loudspeaker.be_as_loud_as(_times(self._per_cent()))

    def _others_wait(self) -> bool:
        return self._flow.has_more

    def _show_life(self) -> None:
        self._obey_mute(mute=self._is_muted())
        if not self._speaks or not self._may_go_on():
            return
        for had in (self._seat, self._turn):
            if had is not None:
                had.beat()

    def _may_go_on(self) -> bool:
        """Whether this display may still speak: if it hung, another one has gone on in its place."""
        if not self._still_has_seat():
            return False
        if self._saying is None or self._turn is None or self._turn.had:
            return True
        logger.warning("turn_lost", extra={"label": self._saying.call.label})
        self._cut_short()
        self._flow.announced()
        self.announce()
        self.changed.emit()
        return False

    def _still_has_seat(self) -> bool:
        if self._seat is None or not self._speaks or self._seat.had:
            return True
        logger.warning("seat_lost")
        self._stand_by()
        self._look_for_seat()
        self.changed.emit()
        return False

    def _announced(self) -> None:
        self._saying = None
        self._give_turn_back()
        self._flow.announced()
        self.announce()
        self.changed.emit()

    def _cut_short(self) -> None:
        self._saying = None
        self._loudspeaker.stop()
        self._give_turn_back()

    def _obey_mute(self, *, mute: bool) -> None:
        """Whoever was quiet on purpose begins with what is called then: nobody waits for the calls of before."""
        if mute == self._mute:
            return
        self._mute = mute
        logger.info("voice_mute", extra={"mute": mute})
        if mute:
            self._stand_by()
            self._look_again.stop()
            if self._seat is not None:
                self._seat.give_back()
        elif self._seat is None or self._seat.take():
            self._speak(after_another=False)
        else:
            self._look_again.start()

    def _look_for_seat(self) -> None:
        if self._seat is not None and self._seat.take():
            self._speak(after_another=True)
        elif not self._look_again.isActive():
            logger.info("another_display_speaks")
            self._look_again.start()

    def _speak(self, *, after_another: bool) -> None:
        self._look_again.stop()
        before = self._seat.heard() if after_another and self._seat is not None else None
        self._says(speaks=True)
        self._flow.announce_after(before)
        logger.info("this_display_speaks", extra={"after": None if before is None else before.seq})
        self.announce()

    def _stand_by(self) -> None:
        if self._saying is not None:
            self._cut_short()
        self._keep()
        self._says(speaks=False)
        self._flow.stand_by()

    def _says(self, *, speaks: bool) -> None:
        self._speaks = speaks
        if self._told is not None:
            self._told.speaks(speaks)

    def _keep(self) -> None:
        if self._seat is not None and self._speaks:
            self._seat.keep(self._flow.heard)

    def _give_turn_back(self) -> None:
        self._hour.stop()
        if self._turn is not None:
            self._turn.want_no_more()
            self._turn.give_back()

    def _is_muted(self) -> bool:
        """By the office, or by an hour of no volume: what nobody hears keeps no other display from speaking."""
        return self._volume().mute or not self._per_cent()

    def _volume(self) -> Volume:
        """As the office has it now; as this display began, where the office does not know it."""
        displays = () if self._flow.view is None else self._flow.view.setup.displays
        return next((one.volume for one in displays if one.id == self._display.id), self._display.volume)

    def _per_cent(self) -> int:
        minute, volume = self._flow.minute(), self._volume()
        return volume.usual if minute is None else volume.at(minute)

    def _log(self, announcement: Announcement) -> None:
        call = announcement.call
        after_ms = (self._flow.office_now() or call.at) - call.at
        said = {"languages": " ".join(announcement.languages), "short": announcement.short, "seq": call.seq}
        logger.info("call_announced", extra={"label": call.label, "after_ms": after_ms, **said})


def _times(per_cent: int) -> float:
    """Half the way is heard as half as loud: a quarter of the swing."""
    return (per_cent / LOUDEST) ** 2
