"""The voice is loaded when the board stands: asked too early it says so, closed too early it never comes."""

import subprocess
import sys

import pytest

from display.late_voice import LateVoice
from drivers.voice.spoken import CallPhrase

PHRASE = CallPhrase(number="A001", counter="3", languages=("en",))


def test_before_its_start_it_cannot_speak(tmp_path):
    with pytest.raises(RuntimeError, match="not been started"):
        LateVoice(tmp_path, ("en",)).sentence(PHRASE)


def test_closed_before_its_start_it_leaves_no_process_and_cannot_speak(tmp_path):
    voice = LateVoice(tmp_path, ("en",))
    voice.close()
    voice.start()
    with pytest.raises(RuntimeError, match="not been started"):
        voice.sentence(PHRASE)
    assert list(tmp_path.iterdir()) == []


def test_started_it_speaks(tmp_path):
    voice = LateVoice(tmp_path, ("en",))
    voice.start()
    try:
        assert voice.sentence(PHRASE).languages_spoken == ("en",)
    finally:
        voice.close()


def test_the_display_does_not_load_the_voice_before_the_board():
    code = "import sys, display.__main__; sys.exit('drivers.voice.voice' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
