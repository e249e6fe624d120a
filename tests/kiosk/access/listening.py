"""Somebody who listens: a voice on paper and a loudspeaker whose sounds end when the test says so."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drivers.voice.errors import LanguageAbsent
from drivers.voice.spoken import Saying, SpokenFile
from waitline.desktop.sound import Ending


class HandPlayer(QObject):
    """`playing`: whether something is heard now."""

    ended = Signal(object)

    def __init__(self, *, audible: bool = True) -> None:
        super().__init__()
        self.audible = audible
        self.playing = False
        self.opened = 0

    def open(self) -> None:
        self.opened += 1

    def play(self, file: Path, seconds: float) -> None:
        assert seconds > 0, file
        self.playing = True

    def stop(self) -> None:
        self.playing = False

    def close(self) -> None:
        self.playing = False
        self.opened -= 1

    def end(self) -> None:
        self.playing = False
        self.ended.emit(Ending.PLAYED)


class PaperVoice:
    """Writes down what it would read."""

    def __init__(self, languages: Iterable[str] = ("zh-TW", "en")) -> None:
        self.languages = frozenset(languages)
        self.read_aloud: list[tuple[str, float, tuple[Saying, ...]]] = []
        self.closed = False

    def start(self) -> None:
        assert not self.read_aloud

    def read(
        self, sayings: Iterable[Saying], language: str, *, times: float, wanted: Callable[[], bool]
    ) -> SpokenFile | None:
        if not wanted():
            return None
        if language not in self.languages:
            raise LanguageAbsent(reason_zh="沒有", reason_en="none")
        self.read_aloud.append((language, times, tuple(sayings)))
        return SpokenFile(path=Path("read.wav"), seconds=1.0, languages_spoken=(language,), languages_missing=())

    def foresee(self, sayings: Iterable[Saying], language: str, *, wanted: Callable[[], bool]) -> None:
        assert all(saying.text for saying in sayings), (language, wanted)

    def close(self) -> None:
        self.closed = True

    @property
    def last(self) -> tuple[str, ...]:
        """The words read last."""
        return tuple(saying.text for saying in self.read_aloud[-1][2]) if self.read_aloud else ()
