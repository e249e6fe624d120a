"""The guide's voice, loaded on its own thread when a visitor first needs it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from drivers.voice.reading import ReadingVoice
    from drivers.voice.spoken import Saying, SpokenFile


class LateReadingVoice:
    """`close` may come from any thread, all else belongs to one worker."""

    def __init__(self, folder: Path, languages: tuple[str, ...]) -> None:
        self._folder = folder
        self._wanted = languages
        self._changing = threading.Lock()
        self._voice: ReadingVoice | None = None
        self._closed = False

    def start(self) -> None:
        """Load the voice, and test it."""
        from drivers.voice.reading import ReadingVoice  # noqa: PLC0415 - most visitors never need it

        voice = ReadingVoice(self._folder, self._wanted)
        with self._changing:
            if self._closed:
                voice.close()
                return
            self._voice = voice
        voice.start()

    @property
    def languages(self) -> frozenset[str]:
        """What can be read."""
        return frozenset() if self._voice is None else self._voice.languages

    def read(
        self, sayings: Iterable[Saying], language: str, *, times: float, wanted: Callable[[], bool]
    ) -> SpokenFile | None:
        """See `ReadingVoice.read`; nothing is read before `start` has ended well."""
        if self._voice is None:
            return None
        return self._voice.read(sayings, language, times=times, wanted=wanted)

    def foresee(self, sayings: Iterable[Saying], language: str, *, wanted: Callable[[], bool]) -> None:
        """See `ReadingVoice.foresee`."""
        if self._voice is not None:
            self._voice.foresee(sayings, language, wanted=wanted)

    def close(self) -> None:
        """End the voice's process."""
        with self._changing:
            self._closed = True
            voice = self._voice
        if voice is not None:
            voice.close()
