"""`waitline-display --record` in a process of its own, on a real screen, with a real microphone."""

import os
import subprocess
import sys

from display.recording.own_pack import PackFolder
from tests.display.recording.booth_stage import studio, word
from tests.display.stage import Program, display, screen, wait_until
from tests.programs import PATIENCE_S, needs
from waitline.settings.office_folder import open_office

pytestmark = needs("Xvfb", "xdotool", "pulseaudio", "pactl", "pacat")
ROOM = ("--record", "nan-TW")


def test_a_room_that_is_killed_has_lost_no_clip_and_opens_again(hall_at_work, tmp_path, monkeypatch):
    packs = PackFolder(open_office(hall_at_work.folder).state_dir / "voice/packs/nan-TW", "nan-TW")
    (tmp_path / "sound").mkdir()
    with screen() as place, studio(tmp_path / "sound", monkeypatch) as microphone:
        where = place | microphone.place
        with display(hall_at_work.folder, where, *ROOM) as program:
            program.wait_for("麥克風：DeskMicrophone")
            click(program, "record", place)
            program.wait_for("正在錄音")
            microphone.speak(word())
            click(program, "record", place)
            wait_until(lambda: packs.read().takes, PATIENCE_S, "the clip on the disk", program.said)
            refused = subprocess.run(
                [sys.executable, "-m", "display", "--office", str(hall_at_work.folder), *ROOM],
                env=os.environ | where,
                capture_output=True,
                text=True,
                check=False,
                timeout=PATIENCE_S,
            )
            assert refused.returncode == 2
            assert "另一個錄音室正在錄 nan-TW" in refused.stderr
            program.process.kill()
        with display(hall_at_work.folder, where, *ROOM) as program:
            program.wait_for("已錄 1 句")
            program.wait_for("麥克風：DeskMicrophone")


def test_without_any_microphone_the_room_says_so_and_what_is_there_can_be_heard(hall_at_work, tmp_path):
    nowhere = {"XDG_RUNTIME_DIR": str(tmp_path), "PULSE_SERVER": "unix:/nonexistent"}
    with screen() as place, display(hall_at_work.folder, place | nowhere, *ROOM) as program:
        program.wait_for("找不到麥克風；已錄的 0 句都在")


def test_a_language_without_phrases_is_refused_in_words(hall_at_work):
    done = subprocess.run(
        [sys.executable, "-m", "display", "--office", str(hall_at_work.folder), "--record", "ko"],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 2
    assert "沒有「ko」的語句檔" in done.stderr


def click(program: Program, name: str, place: dict[str, str]) -> None:
    at = program.middle_of(name)
    subprocess.run(
        ["xdotool", "mousemove", *at, "click", "1"], env=os.environ | place, check=True, timeout=PATIENCE_S
    )
