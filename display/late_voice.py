"""The hall's voice, loaded on its own thread once the board stands: it would keep the first board waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drivers.voice.late import Late
from waitline.assets import asset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drivers.voice.spoken import CallPhrase, SpokenFile
    from drivers.voice.tongue import LanguageState
    from drivers.voice.voice import Voice


class LateVoice:
    """`start` and `sentence` belong to one worker thread, `close` may come from any. `told`: see `Voice`."""

    def __init__(
        self,
        folder: Path,
        languages: tuple[str, ...],
        *,
        told: Callable[[tuple[LanguageState, ...]], object] = lambda _: None,
    ) -> None:
        asset("voice")  # missing packs are damage, to be told before the board stands
        self._folder = folder
        self._languages = languages
        self._told = told
        self._late = Late(self._load)

    def _load(self) -> Voice:
        from drivers.voice.voice import Voice  # noqa: PLC0415 - a tenth of the start would be the voice's

        return Voice(self._folder, self._languages, told=self._told)

    def start(self) -> None:
        """Load the voice, and test it."""
        self._late.start()

    def sentence(self, call: CallPhrase) -> SpokenFile:
        """See `Voice.sentence`; asked before `start` has ended well, it raises."""
        if self._late.started is None:
            raise RuntimeError("the voice has not been started")
        return self._late.started.sentence(call)

    def absent(self) -> frozenset[str]:
        """See `Voice.absent`; none before `start` has ended well: nothing is known yet."""
        return frozenset() if self._late.started is None else self._late.started.absent()

    def close(self) -> None:
        """End the voice's processes."""
        self._late.close()
