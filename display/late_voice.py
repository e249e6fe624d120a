"""The hall's voice, loaded on its own thread once the board stands: it would keep the first board waiting."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from waitline.assets import asset

if TYPE_CHECKING:
    from pathlib import Path

    from drivers.voice.spoken import CallPhrase, SpokenFile
    from drivers.voice.voice import Voice


class LateVoice:
    """`start` and `sentence` belong to one worker thread, `close` may come from any."""

    def __init__(self, folder: Path, languages: tuple[str, ...]) -> None:
        asset("voice")  # missing packs are damage, to be told before the board stands
        self._folder = folder
        self._languages = languages
        self._changing = threading.Lock()
        self._voice: Voice | None = None
        self._closed = False

    def start(self) -> None:
        """Load the voice, and test it."""
        from drivers.voice.voice import Voice  # noqa: PLC0415 - a tenth of the start would be the voice's

        voice = Voice(self._folder, self._languages)
        with self._changing:
            if self._closed:
                voice.close()
                return
            self._voice = voice
        voice.start()

    def sentence(self, call: CallPhrase) -> SpokenFile:
        """See `Voice.sentence`; asked before `start` has ended well, it raises."""
        if self._voice is None:
            raise RuntimeError("the voice has not been started")
        return self._voice.sentence(call)

    def close(self) -> None:
        """End the voice's processes."""
        with self._changing:
            self._closed = True
            voice = self._voice
        if voice is not None:
            voice.close()
