"""The guide's voice, loaded on its own thread when a visitor first needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drivers.voice.late import Late

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
        self._late = Late(self._load)

    def _load(self) -> ReadingVoice:
        from drivers.voice.reading import ReadingVoice  # noqa: PLC0415 - most visitors never need it

        return ReadingVoice(self._folder, self._wanted)

    def start(self) -> None:
        """Load the voice, and test it."""
        self._late.start()

    @property
    def languages(self) -> frozenset[str]:
        """What can be read."""
        return frozenset() if self._late.started is None else self._late.started.languages

    def read(
        self, sayings: Iterable[Saying], language: str, *, times: float, wanted: Callable[[], bool]
    ) -> SpokenFile | None:
        """See `ReadingVoice.read`; nothing is read before `start` has ended well."""
        if self._late.started is None:
            return None
        return self._late.started.read(sayings, language, times=times, wanted=wanted)

    def foresee(self, sayings: Iterable[Saying], language: str, *, wanted: Callable[[], bool]) -> None:
        """See `ReadingVoice.foresee`."""
        if self._late.started is not None:
            self._late.started.foresee(sayings, language, wanted=wanted)

    def close(self) -> None:
        """End the voice's process."""
        self._late.close()
