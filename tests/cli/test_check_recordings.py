"""What `waitline check` says of a language that people have recorded: that it is heard only where it is."""

import shutil
from pathlib import Path

import pytest

from drivers.voice.own_calls import clips_of_calls
from drivers.voice.phrasebook import phrasebook
from drivers.voice.sound import write_sound
from tests.drivers.voice.recorded import tone, tones
from waitline.cli.exits import Exit
from waitline.settings.office_folder import open_office

from .command import run


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office whose display calls in 台語 alone, and whose kiosks read nothing aloud."""
    folder = tmp_path / "office"
    assert run("init", "--office", folder).code == Exit.WELL
    file = folder / "office.toml"
    text = file.read_text(encoding="utf-8")
    assert 'voice = ["zh-TW", "en"]' in text
    file.write_text(text.replace('voice = ["zh-TW", "en"]', 'voice = ["nan-TW"]'), encoding="utf-8")
    return folder


@pytest.fixture
def pack(office: Path) -> Path:
    """All that the office's calls are said with, recorded and approved."""
    opened = open_office(office)
    folder = opened.state_dir / "voice" / "packs" / "nan-TW"
    tones(folder, sorted(clips_of_calls(phrasebook("nan-TW"), opened.setup)), "nan-TW")
    return folder


def told_of_taiwanese(office: Path, language: str = "en") -> str:
    said = run("check", "--office", office, language=language)
    (line,) = [line for line in said.out.splitlines() if "Taiwanese" in line or "台語" in line]
    return line


def test_a_whole_recording_is_heard(office, pack):
    assert "✓ Voice: Taiwanese: heard in calls in the hall" in told_of_taiwanese(office)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:1500])


def an_hour_long(file: Path) -> None:
    write_sound(file, tone(seconds=60.0))


def a_hum_that_no_ear_hears(file: Path) -> None:
    write_sound(file, tone(2.0, 1.0, peak=60))


@pytest.mark.parametrize(
    ("harm", "why_zh", "why_en"),
    [
        (cut, "不完整", "is cut off"),
        (an_hour_long, "太長（60.0 秒，最多 8 秒）", "is too long (60.0 s, at most 8 s)"),
        (a_hum_that_no_ear_hears, "沒有聲音", "is silent"),
    ],
)
def test_a_clip_that_cannot_be_used_is_named_with_the_reason(office, pack, harm, why_zh, why_en):
    harm(pack / "9.wav")
    line = told_of_taiwanese(office)
    assert line.startswith("△ Voice: Taiwanese: not all of calls in the hall can be said from the recording.")
    assert "Cannot be used: 九 káu (" in line
    assert why_en in line
    assert "The calls that need these are not said in it" in line
    line = told_of_taiwanese(office, "zh-TW")
    assert "不能用：九 káu（" in line
    assert why_zh in line


def test_clips_that_nobody_has_recorded_are_named(office, pack):
    manifest = pack / "manifest.toml"
    lines = manifest.read_text(encoding="utf-8").splitlines()
    manifest.write_text("\n".join(line for line in lines if line[:3] not in ("7 =", "A =")), encoding="utf-8")
    line = told_of_taiwanese(office)
    assert line.startswith("△")
    assert "Not recorded: 七 tshit, A." in line
    assert "waitline-display --record nan-TW" in line


def test_a_recording_that_says_no_call_of_the_office_is_not_called_heard(office, pack):
    shutil.rmtree(pack)
    tones(pack, ["ho", "tshiann-kau"], "nan-TW")
    line = told_of_taiwanese(office)
    assert line.startswith("△ Voice: Taiwanese: not heard in calls in the hall. Not recorded: 號櫃台 hō kuī-tâi,")


def test_a_manifest_of_a_wrong_shape_is_named_and_all_else_is_checked(office, pack):
    manifest = pack / "manifest.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("[clips]", "[[clips]]"), encoding="utf-8")
    line = told_of_taiwanese(office)
    assert line.startswith("△ Voice: Taiwanese: not heard")
    assert "The clip pack nan-TW cannot be used" in line


def test_a_guide_that_no_recording_can_speak_is_not_called_heard(office, tmp_path, monkeypatch):
    """A computer without the speech program, at which Vietnamese calls are recorded."""
    opened = open_office(office)
    tones(
        opened.state_dir / "voice" / "packs" / "vi", sorted(clips_of_calls(phrasebook("vi"), opened.setup)), "vi"
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    lines = [line for line in run("check", "--office", office).out.splitlines() if "Vietnamese:" in line]
    assert [line.partition("Vietnamese: ")[2].partition(",")[0] for line in lines] == [
        "not heard in the kiosk's spoken guide",
        "heard in calls in the hall",
    ]
    assert lines[0].startswith("△")
