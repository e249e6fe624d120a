"""A microphone that a test speaks into, and a recording room in front of it."""

import math
import os
import subprocess
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QTableWidget, QWidget

from display.recording.lines import lines_of
from display.recording.microphone import Microphone
from display.recording.own_pack import PackFolder
from display.recording.room import Room
from display.recording.window import RoomWindow
from drivers.voice.clips import shape
from drivers.voice.phrasebook import phrasebook
from drivers.voice.sound import RATE, Sound, silence, sound_of
from tests.display.stage import silent_loudspeaker
from tests.programs import PATIENCE_S
from waitline.desktop import Translations
from waitline.desktop.sound import Sound as Loudspeaker
from waitline.settings.office_file import parse_office_file

SAMPLE = Path(__file__).parents[3] / "assets/sample/office.toml"
DAY = date(2026, 11, 27)
BOOK = phrasebook("nan-TW")


def sample_office():
    return parse_office_file(SAMPLE.read_text(encoding="utf-8"), "office.toml")[0]


def word(peak: float = 9_000, seconds: float = 0.5, pitch: float = 220.0) -> Sound:
    """A tone that swells and fades as a syllable does; beyond full scale it is cut off, as in a microphone."""
    count = round(seconds * RATE)
    samples = array("h")
    for at in range(count):
        swell = math.sin(math.pi * at / count) ** 0.5
        value = peak * swell * math.sin(2 * math.pi * pitch * at / RATE)
        samples.append(round(max(-32_768, min(32_767, value))))
    return sound_of(samples)


def clip(pitch: float = 220.0) -> Sound:
    """A word as a pack keeps it."""
    return shape(word(pitch=pitch), name="")


@contextmanager
def studio(folder: Path, monkeypatch) -> Iterator["Studio"]:
    """A sound server with a loudspeaker that nobody hears, and a microphone that hears the sink `mouth`."""
    with silent_loudspeaker(folder) as place:
        for name, value in place.items():
            monkeypatch.setenv(name, value)
        made = Studio(place)
        made.control("load-module", "module-null-sink", "sink_name=mouth", f"rate={RATE}", "channels=1")
        made.control("set-default-sink", "hall")
        made.plug_in()
        yield made


class Studio:
    """What a hand does: plug the microphone in and out, speak into it."""

    def __init__(self, place: dict[str, str]) -> None:
        self.place = place
        self._module = ""

    def control(self, *order: str) -> str:
        done = subprocess.run(
            ["pactl", *order],
            env=os.environ | self.place,
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE_S,
        )
        return done.stdout.strip()

    def plug_in(self) -> None:
        named = "source_properties=device.description=DeskMicrophone"
        self._module = self.control(
            "load-module", "module-remap-source", "source_name=desk", "master=mouth.monitor", named
        )

    def pull_out(self) -> None:
        self.control("unload-module", self._module)

    def speak(self, sound: Sound, *, before: float = 0.5, after: float = 0.5) -> None:
        """Until it has been said; the silence around it as long as a person takes."""
        talk = Talk(self, sound, before, after)
        assert talk.wait() == 0


class Hands:
    """A room in front of somebody: what they see, and what they press."""

    def __init__(self, qtbot, look, folder: Path, translations: Translations, scratch: Path) -> None:
        self._qtbot = qtbot
        self.folder = PackFolder(folder, "nan-TW")
        setup = sample_office()
        self.lines = lines_of(BOOK, setup)
        names = [person.name for person in setup.staff]
        self.window = RoomWindow(look, BOOK.name, names, lambda: translations.language)
        qtbot.addWidget(self.window)
        self.room = Room(
            self.window,
            book=BOOK,
            lines=self.lines,
            folder=self.folder,
            pack=self.folder.read(),
            microphone=Microphone(),
            loudspeaker=Loudspeaker(),
            translations=translations,
            today=lambda: DAY,
            scratch=scratch,
        )
        self.window.resize(1366, 768)
        self.window.show()

    def begin(self) -> None:
        self.room.begin()
        self.wait_for("message", "DeskMicrophone")

    def part(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert found is not None, name
        return found

    def says(self, name: str) -> str:
        found = self.part(name)
        assert isinstance(found, QLabel)
        return found.text() if found.isVisible() else ""

    def wait_for(self, name: str, words: str) -> None:
        said: list[str] = [""]

        def come() -> bool:
            if self.says(name) != said[-1]:
                said.append(self.says(name))
            return words in said[-1]

        try:
            self._qtbot.waitUntil(come)
        except AssertionError as late:
            raise AssertionError(f"{words} did not come: {said}") from late

    def press(self, name: str) -> None:
        button = self.part(name)
        assert isinstance(button, QAbstractButton)
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def choose(self, clip_name: str) -> None:
        table = self.part("lines")
        assert isinstance(table, QTableWidget)
        table.setCurrentCell(next(at for at, line in enumerate(self.lines) if line.clip == clip_name), 0)

    @property
    def chosen(self) -> str:
        """The words of the clip in hand."""
        table = self.part("lines")
        assert isinstance(table, QTableWidget)
        item = table.item(table.currentRow(), 0)
        assert item is not None
        return item.text()

    def state_of(self, clip_name: str) -> str:
        table = self.part("lines")
        assert isinstance(table, QTableWidget)
        row = next(at for at, line in enumerate(self.lines) if line.clip == clip_name)
        item = table.item(row, 1)
        assert item is not None
        return item.text()

    def answer(self, name: str, place: int) -> None:
        field = self.part(name)
        assert isinstance(field, QComboBox)
        field.setCurrentIndex(place)

    def record(self, studio: Studio, sound: Sound, *, before: float = 0.5, after: float = 0.5) -> None:
        """One take, from the press on record to what is said of it."""
        self.press("record")
        self.wait_for("state", "正在錄音")
        speaking = Talk(studio, sound, before, after)
        self._qtbot.waitUntil(speaking.over)
        self.key(Qt.Key.Key_F9)
        self._qtbot.waitUntil(lambda: self.part("record").isEnabled() and "正在" not in self.says("state"))


class Talk:
    """Somebody speaks while the window goes on."""

    def __init__(self, studio: Studio, sound: Sound, before: float, after: float) -> None:
        whole = silence(before) + sound.pcm + silence(after)
        command = ["pacat", "-d", "mouth", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=50"]
        self._process = subprocess.Popen(command, env=os.environ | studio.place, stdin=subprocess.PIPE)
        assert self._process.stdin is not None
        self._process.stdin.write(whole)
        self._process.stdin.close()

    def wait(self) -> int:
        return self._process.wait(PATIENCE_S)

    def over(self) -> bool:
        return self._process.poll() is not None
