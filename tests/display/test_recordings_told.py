"""Staff hear of a recording that does not say all that the office's calls need, from the voice that met it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest

from display.late_voice import LateVoice
from display.recordings_known import RecordingsKnown
from display.voice_told import VoiceTold
from drivers.voice.own_calls import clips_of_calls
from drivers.voice.packs import own_packs
from drivers.voice.phrasebook import phrasebook
from tests.display.recording.booth_stage import sample_office
from tests.drivers.voice.recorded import tones


class Begun(NamedTuple):
    """What staff were told, and each time it was looked at whether a recording lacks something."""

    heard: list[tuple[str, ...]]
    found: list[bool]


LACKS, WELL = ("recording_lacks",), ()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = own_packs(tmp_path) / "nan-TW"
    tones(folder, sorted(clips_of_calls(phrasebook("nan-TW"), sample_office())), "nan-TW")
    return folder


@pytest.fixture
def display_begins(qtbot, tmp_path: Path) -> Iterator[Callable[[], Begun]]:
    """The voice of a display on its thread; what staff are told of it."""
    open_: list[tuple[LateVoice, Thread, VoiceTold]] = []

    def begins() -> Begun:
        heard: list[tuple[str, ...]] = []
        found: list[bool] = []
        known, told = RecordingsKnown(sample_office()), VoiceTold(heard.append)
        known.setParent(told)
        known.lack.connect(told.recordings_lack)
        known.lack.connect(found.append)
        told.audible(True)
        qtbot.waitUntil(lambda: heard == [WELL])
        voice = LateVoice(tmp_path, ("nan-TW",), told=known.hear)
        thread = Thread(target=voice.start)
        thread.start()
        open_.append((voice, thread, told))
        return Begun(heard, found)

    yield begins
    for voice, thread, told in open_:
        thread.join()
        voice.close()
        told.close()


def test_a_cut_off_clip_that_calls_need_is_told(qtbot, pack, display_begins):
    (pack / "9.wav").write_bytes((pack / "9.wav").read_bytes()[:1500])
    begun = display_begins()
    qtbot.waitUntil(lambda: begun.heard == [WELL, LACKS])


def test_a_clip_that_no_call_of_the_office_needs_is_nobodys_trouble(qtbot, pack, display_begins, caplog):
    manifest = pack / "manifest.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8") + '\nZ = "lost.wav"\n', encoding="utf-8")
    begun = display_begins()
    qtbot.waitUntil(lambda: begun.found == [False] * 3)  # at the start, with the recordings ready, with all ready
    assert "clip_unfit language=nan-TW clip=Z" in caplog.text
    assert begun.heard == [WELL]


def test_a_damaged_pack_is_told_and_one_that_is_not_approved_yet_is_not(qtbot, pack, display_begins):
    manifest = pack / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("[approval]", "[later]"), encoding="utf-8")
    unapproved = display_begins()
    qtbot.waitUntil(lambda: unapproved.found == [False])
    assert unapproved.heard == [WELL]
    manifest.write_text(text.replace("[clips]", "[[clips]]"), encoding="utf-8")
    damaged = display_begins()
    qtbot.waitUntil(lambda: damaged.heard == [WELL, LACKS])
