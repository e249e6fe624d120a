"""Reads aloud what it is told, in processes of their own; new words end the old at once. Nothing here waits."""

from __future__ import annotations

import logging
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject, Signal

from waitline.desktop import OffThread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from drivers.voice.spoken import Saying, SpokenFile

logger = logging.getLogger(__name__)

LOUDNESS: Final = (0.3, 0.55, 1.0, 1.7, 2.8)
"""Steps of the volume, by which samples are multiplied."""
USUAL: Final = 2


class Silence(Enum):
    """Why nothing is heard."""

    NONE = auto()
    """It is heard, or will be in a moment."""
    LANGUAGE = auto()
    """This language has no voice here."""
    SOUND = auto()
    """No voice at all, or no loudspeaker."""


class ReadingPort(Protocol):
    """A voice that reads, on a thread of its own."""

    def start(self) -> None: ...
    @property
    def languages(self) -> frozenset[str]: ...
    def read(
        self, sayings: Iterable[Saying], language: str, *, times: float, wanted: Callable[[], bool]
    ) -> SpokenFile | None: ...
    def foresee(self, sayings: Iterable[Saying], language: str, *, wanted: Callable[[], bool]) -> None: ...
    def close(self) -> None: ...


class PlayerPort(Protocol):
    """A loudspeaker, as `waitline.desktop.sound` has it."""

    ended: Any
    """A signal: what was being played is over."""

    @property
    def audible(self) -> bool: ...
    def open(self) -> None: ...
    def play(self, file: Path, seconds: float) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


class Speech(QObject):
    """One voice and one loudspeaker, looked for when a visitor first needs them."""

    changed = Signal()
    """Whether something is heard may be otherwise than before."""

    def __init__(self, voice: ReadingPort, player: PlayerPort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._player = player
        self._off = OffThread("kiosk guide", self)
        self._turn = 0
        self._loud = USUAL
        self._languages: frozenset[str] | None = None
        self._begun = self._opened = self._busy = False
        self._waiting: list[tuple[tuple[Saying, ...], str]] = []
        player.ended.connect(self._over)

    def begin(self) -> None:
        """A visitor needs it now."""
        if not self._begun:
            self._begun = True
            self._off.run(self._voice.start, done=self._started, failed=self._start_failed)
        if not self._opened:
            self._opened = True
            self._player.open()

    def say(self, sayings: tuple[Saying, ...], language: str) -> None:
        """Read these now, instead of whatever is being read."""
        self.stop()
        if self.silence(language) is Silence.NONE:
            self._busy = True
            work = partial(
                self._voice.read, sayings, language, times=LOUDNESS[self._loud], wanted=self._wanted(self._turn)
            )
            self._off.run(
                work, done=partial(self._made, self._turn), failed=partial(self._unread, self._turn), owner=self
            )

    def say_after(self, sayings: tuple[Saying, ...], language: str) -> None:
        """Read these when what is being read has come to its end."""
        if self._busy:
            self._waiting.append((sayings, language))
        else:
            self.say(sayings, language)

    def foresee(self, sayings: tuple[Saying, ...], language: str) -> None:
        """Make ready what may have to be read soon, unless something has to be read now."""
        if self.silence(language) is Silence.NONE:
            work = partial(self._voice.foresee, sayings, language, wanted=self._wanted(self._turn))
            self._off.run(work, done=self._foreseen, failed=self._failed)

    def stop(self) -> None:
        """Be silent at once; what was to be made ready is not any more."""
        self._turn += 1
        self._busy = False
        self._waiting.clear()
        self._player.stop()

    def turn_volume(self, steps: int) -> None:
        """Louder or softer, for this visitor."""
        self._loud = min(max(0, self._loud + steps), len(LOUDNESS) - 1)

    def reset(self) -> None:
        """The next visitor finds it silent, and as loud as everybody does."""
        self.stop()
        self._loud = USUAL
        if not self._player.audible:  # else a loudspeaker that is not there would be looked for all day
            self._player.close()
            self._opened = False

    def silence(self, language: str) -> Silence:
        """Why nothing is heard in a language."""
        if self._languages is not None and not self._languages:
            return Silence.SOUND
        if self._opened and not self._player.audible:
            return Silence.SOUND
        absent = self._languages is not None and language not in self._languages
        return Silence.LANGUAGE if absent else Silence.NONE

    def close(self) -> None:
        """End the voice's processes and the thread."""
        self.stop()
        self._voice.close()
        self._off.close()
        self._player.close()

    def _wanted(self, turn: int) -> Callable[[], bool]:
        return lambda: turn == self._turn

    def _started(self, _: object) -> None:
        self._languages = self._voice.languages
        logger.info("guide_ready", extra={"languages": sorted(self._languages)})
        self.changed.emit()

    def _start_failed(self, error: Exception) -> None:
        logger.error("guide_absent", extra={"why": str(error)})
        self._languages = frozenset()
        self.changed.emit()

    def _made(self, turn: int, spoken: SpokenFile | None) -> None:
        if turn != self._turn:
            return
        if spoken is None:
            self._over()
        else:
            self._player.play(spoken.path, spoken.seconds)

    def _unread(self, turn: int, error: Exception) -> None:
        self._failed(error)
        if turn == self._turn:
            self._over()

    def _over(self) -> None:
        self._busy = False
        if self._waiting:
            waiting = list(self._waiting)
            self.say(*waiting[0])
            self._waiting = waiting[1:]

    def _foreseen(self, _: object) -> None:
        """It lies ready."""

    def _failed(self, error: Exception) -> None:
        logger.warning("not_read", extra={"why": str(error)})
