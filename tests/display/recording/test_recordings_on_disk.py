"""A pack in the making on the disk: what is kept, what goes out, and what is refused when it comes in."""

import io
import math
import shutil
import wave
import zipfile
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from display.recording.errors import BadRecordings, NothingHeard, RecordingNotKept
from display.recording.heard import Hearing, loudest_db
from display.recording.lines import lines_of
from display.recording.own_pack import Approval, PackFolder, manifest_of
from display.recording.takes import Take, Verdict, judged
from display.recording.zipped import LARGEST_FILE, export_pack, import_pack
from display.waveform import Form, Samples
from drivers.voice.clips import shape
from drivers.voice.errors import BadClipPack
from drivers.voice.loudness import loudness
from drivers.voice.own_calls import tokens_of
from drivers.voice.packs import find_pack
from drivers.voice.phrasebook import phrasebook
from drivers.voice.sound import FULL_SCALE, RATE, Sound, silence
from tests.display.recording.booth_stage import BOOK, DAY, clip, sample_office, word
from tests.display.recording.power_cut import PowerCuts, written_out
from waitline.model.service import NumberSeries, SeriesCode

APPROVAL = Approval(by="王小明", on=DAY)


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    made = PackFolder(tmp_path / "packs" / "nan-TW", "nan-TW")
    for at, name in enumerate(("A", "0", "1")):
        made.keep(name, Take(sound=clip(220 + 40 * at), verdict=Verdict.GOOD))
    return made


def test_an_approval_never_covers_a_sound_that_came_after_it(folder):
    folder.approve(licence="CC0-1.0", speaker="volunteer", approval=APPROVAL)
    found = find_pack([folder.folder.parent], BOOK)
    assert found
    assert (found.approved_by, found.approved_on, found.licence) == ("王小明", DAY, "CC0-1.0")
    pack = folder.keep("A", Take(sound=clip(500), verdict=Verdict.QUIET))
    assert pack.approval is None
    assert folder.read() == pack, "the disk says what the room says"
    assert sorted(file.name for file in folder.folder.glob("*.wav")) == ["0-1.wav", "1-1.wav", "A-2.wav"]


def test_a_program_killed_between_sound_and_manifest_leaves_the_take_before(folder):
    shutil.copy(folder.folder / "0-1.wav", folder.folder / "A-2.wav")  # written, and then the end
    assert folder.sound(folder.read().takes["A"]) == clip(220)
    folder.keep("A", Take(sound=clip(600), verdict=Verdict.GOOD))
    assert folder.sound(folder.read().takes["A"]) == clip(600)


@pytest.mark.parametrize("names_first", [False, True])
def test_a_power_cut_costs_at_most_the_take_being_spoken(folder, tmp_path, monkeypatch, names_first):
    again, found = clip(600), []

    def look(left: Path) -> None:
        pack = PackFolder(left, "nan-TW")
        takes = pack.read().takes
        assert {clip: take.verdict for clip, take in takes.items()} == dict.fromkeys(("A", "0", "1"), Verdict.GOOD)
        found.append(pack.sound(takes["A"]))

    cuts = PowerCuts(folder.folder, tmp_path / "cuts", look, names_first=names_first)
    with monkeypatch.context() as patch:
        cuts.watch(patch)
        folder.keep("A", Take(sound=again, verdict=Verdict.GOOD))
    kept = found.index(again)
    assert found == [clip(220)] * kept + [again] * (len(found) - kept), (
        "the take before, and from then on this one"
    )
    assert not list(folder.folder.glob("A-1.wav"))


def test_the_first_take_and_what_is_imported_are_on_the_disk_with_their_folders(folder, tmp_path, monkeypatch):
    export_pack(folder, tmp_path / "out.zip")
    first, other = (PackFolder(tmp_path / name / "packs" / "nan-TW", "nan-TW") for name in ("first", "other"))
    with monkeypatch.context() as patch:
        written = written_out(patch)
        first.keep("A", Take(sound=clip(), verdict=Verdict.GOOD))
        import_pack(other, tmp_path / "out.zip", BOOK)
    for made in (first.folder, other.folder):
        there = [*made.iterdir(), made, made.parent, made.parent.parent]
        assert [path.name for path in there if path.stat().st_ino not in written] == []


def test_a_take_whose_file_was_damaged_since_is_not_a_good_one_until_it_is_recorded_anew(folder):
    (folder.folder / "0-1.wav").write_bytes((folder.folder / "0-1.wav").read_bytes()[:1500])
    (folder.folder / "1-1.wav").unlink()
    verdicts = {clip: take.verdict for clip, take in folder.read().takes.items()}
    assert verdicts == {"A": Verdict.GOOD, "0": Verdict.DAMAGED, "1": Verdict.DAMAGED}
    folder.keep("0", Take(sound=clip(500), verdict=Verdict.GOOD))
    assert folder.read().takes["0"].verdict is Verdict.GOOD


def test_a_disk_that_is_full_or_locked_is_named(tmp_path):
    (tmp_path / "packs").write_text("in the way")
    with pytest.raises(RecordingNotKept) as refused:
        PackFolder(tmp_path / "packs" / "nan-TW", "nan-TW").keep("A", Take(sound=clip(), verdict=Verdict.GOOD))
    assert "無法寫入" in refused.value.words.zh


def test_a_manifest_that_cannot_be_read_is_named_and_left_alone(folder):
    (folder.folder / "manifest.toml").write_text("[clips", encoding="utf-8")
    with pytest.raises(BadClipPack):
        folder.read()
    with pytest.raises(BadClipPack):
        folder.keep("A", Take(sound=clip(), verdict=Verdict.GOOD))
    assert (folder.folder / "manifest.toml").read_text(encoding="utf-8") == "[clips"


def test_shaping_what_was_shaped_changes_nothing_that_is_heard():
    once = clip()
    twice = shape(once, name="")
    assert loudness(twice) == pytest.approx(loudness(once), abs=0.1)
    assert twice.seconds == pytest.approx(once.seconds, abs=0.01)


@pytest.mark.parametrize(
    ("raw", "verdict"),
    [
        (silence(0.4) + word().pcm + silence(0.4), Verdict.GOOD),
        (silence(0.4) + word(peak=130).pcm + silence(0.4), Verdict.QUIET),
        (silence(0.4) + word(peak=60_000).pcm + silence(0.4), Verdict.CLIPPED),
        (silence(0.4) + word(seconds=1.9).pcm + silence(0.4), Verdict.LONG),
        (word().pcm + silence(0.4), Verdict.CUT),
        (silence(0.4) + word().pcm, Verdict.CUT),
    ],
)
def test_a_take_is_judged_as_it_came(raw, verdict):
    assert judged(Sound(pcm=raw), "一 it").verdict is verdict


@pytest.mark.parametrize(
    ("words", "shortest", "longest"),
    [
        ("一 it", 0.12, 1.2),
        ("A", 0.12, 1.2),
        ("請到 tshiánn kàu", 0.21, 1.5),
        ("號櫃台 hō kuī-tâi", 0.3, 1.8),
        ("please go to counter", 0.39, 2.1),
    ],
)
def test_a_take_lasts_as_long_as_its_syllables(words, shortest, longest):
    def verdict(seconds: float) -> Verdict:
        return judged(Sound(pcm=silence(0.4) + word(9_000, seconds).pcm + silence(0.4)), words).verdict

    assert verdict(shortest - 0.02) is Verdict.SHORT
    assert verdict(shortest + 0.02) is Verdict.GOOD
    assert verdict(longest - 0.02) is Verdict.GOOD
    assert verdict(longest + 0.02) is Verdict.LONG


def test_a_knock_beside_the_microphone_is_no_word():
    knock = word(16_000, 0.035, 900.0)
    assert judged(Sound(pcm=silence(0.4) + knock.pcm + silence(0.4)), "請到 tshiánn kàu").verdict is Verdict.SHORT
    assert judged(Sound(pcm=silence(0.4) + knock.pcm + silence(0.4)), "一 it").verdict is Verdict.SHORT


@pytest.mark.parametrize(
    ("pause", "verdict"), [(0.13, Verdict.GOOD), (0.32, Verdict.PAUSED), (0.5, Verdict.PAUSED)]
)
def test_a_word_and_a_cough_in_one_take_are_told_and_a_stop_within_a_word_is_not(pause, verdict):
    said, cough = word(9_000, 0.4), word(3_000, 0.2, 150.0)
    raw = silence(0.4) + said.pcm + silence(pause) + cough.pcm + silence(0.4)
    assert judged(Sound(pcm=raw), "請到 tshiánn kàu").verdict is verdict


def test_silence_is_no_take():
    with pytest.raises(NothingHeard):
        judged(Sound(pcm=silence(1.0)), "一 it")


def test_a_pack_goes_out_and_comes_in_whole_and_unapproved(folder, tmp_path):
    folder.approve(licence="CC-BY-4.0", speaker="language-teacher", approval=APPROVAL)
    assert export_pack(folder, tmp_path / "out.zip") == 3
    other = PackFolder(tmp_path / "other" / "nan-TW", "nan-TW")
    pack = import_pack(other, tmp_path / "out.zip", BOOK)
    assert pack == replace(folder.read(), approval=None)
    assert other.read() == pack
    assert other.sound(pack.takes["A"]) == folder.sound(folder.read().takes["A"])


def test_what_was_recorded_here_is_kept_beside_what_comes_in_every_time(folder, tmp_path):
    export_pack(folder, tmp_path / "out.zip")
    for number in (1, 2):
        import_pack(folder, tmp_path / "out.zip", BOOK)
        beside = PackFolder(folder.folder.with_name(f"nan-TW.before-{number}"), "nan-TW")
        assert set(beside.read().takes) == {"A", "0", "1"}


def wav(seconds: float = 0.2, rate: int = RATE, *, loud: bool = False) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((b"\x00\x20\x00\xe0" if loud else bytes(4)) * round(seconds * rate / 2))
    return made.getvalue()


MANIFEST = 'language = "nan-TW"\nlicence = ""\n[clips]\nA = "a.wav"\n'


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"manifest.toml": MANIFEST, "../a.wav": wav()}, "在資料夾之外"),
        ({"manifest.toml": MANIFEST, "/etc/a.wav": wav()}, "在資料夾之外"),
        ({"manifest.toml": MANIFEST, "C:\\a.wav": wav()}, "在資料夾之外"),
        ({"manifest.toml": MANIFEST.replace("a.wav", "../a.wav"), "a.wav": wav()}, "manifest.toml 有誤"),
        ({"manifest.toml": MANIFEST.replace("a.wav", ".a.wav"), "a.wav": wav()}, "manifest.toml 有誤"),
        ({"manifest.toml": MANIFEST.replace("nan-TW", "hak-TW"), "a.wav": wav()}, "它的語言是 hak-TW"),
        ({"manifest.toml": MANIFEST.replace("A =", "uno ="), "a.wav": wav()}, "沒有這些字句：uno"),
        ({"manifest.toml": MANIFEST}, "缺少 a.wav"),
        ({"a.wav": wav()}, "沒有 manifest.toml"),
        ({"manifest.toml": "[clips", "a.wav": wav()}, "manifest.toml 有誤"),
        ({"manifest.toml": "clips = 7", "a.wav": wav()}, "manifest.toml 有誤"),
        ({"manifest.toml": MANIFEST, "a.wav": b"RIFF"}, "不是 WAV 檔"),
        ({"manifest.toml": MANIFEST, "a.wav": wav(rate=8_000)}, "不是 22.05 kHz"),
        ({"manifest.toml": MANIFEST, "a.wav": wav(0.4, loud=True)[:-900]}, "a.wav 不完整"),
        ({"manifest.toml": MANIFEST, "a.wav": wav()}, "a.wav 沒有聲音"),
        ({"manifest.toml": MANIFEST, "a.wav": bytes(LARGEST_FILE + 1)}, "a.wav 太大"),
        ({"manifest.toml": MANIFEST, **{f"{at}.wav": b"" for at in range(1_001)}}, "1002 個檔案"),
    ],
)
def test_a_zip_that_is_no_safe_pack_changes_nothing_and_is_told_in_words(folder, tmp_path, files, reason):
    with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    refused_and_nothing_changed(folder, tmp_path, reason)


@pytest.mark.parametrize("damage", ["no zip", "half", "one byte", "nothing"])
def test_a_damaged_zip_changes_nothing(folder, tmp_path, damage):
    export_pack(folder, tmp_path / "in.zip")
    whole = (tmp_path / "in.zip").read_bytes()
    middle = whole.find(b"manifest.toml") + 60
    broken = {
        "no zip": b"hello",
        "half": whole[: len(whole) // 2],
        "one byte": whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :],
        "nothing": b"",
    }
    (tmp_path / "in.zip").write_bytes(broken[damage])
    refused_and_nothing_changed(folder, tmp_path, "檔案損毀")


def refused_and_nothing_changed(folder: PackFolder, tmp_path: Path, reason: str) -> None:
    before = folder.read()
    with pytest.raises(BadRecordings) as refused:
        import_pack(folder, tmp_path / "in.zip", BOOK)
    assert reason in refused.value.words.zh
    assert "cannot be imported" in refused.value.words.en
    assert folder.read() == before
    assert sorted(path.name for path in folder.folder.parent.iterdir()) == ["nan-TW"]
    assert not list(tmp_path.parent.glob("a.wav"))


def test_what_is_written_of_a_person_is_read_back_as_it_was(folder):
    odd = Approval(by='王"小\\明\n', on=DAY)
    folder.approve(licence="CC0-1.0", speaker="volunteer", approval=odd)
    assert folder.read().approval == odd
    assert "\x7f" not in manifest_of(replace(folder.read(), speaker="a\x7fb"))


@pytest.mark.parametrize("language", ["nan-TW", "hak-TW"])
def test_every_clip_is_shown_in_a_call_in_which_it_is_said_and_this_office_s_come_first(language):
    book, office = phrasebook(language), sample_office()
    lines = lines_of(book, office)
    assert {line.clip for line in lines} == set(book.clips)
    for line in lines:
        assert line.clip in {token.clip for token in tokens_of(line.example, language)}
    needed = [line.needed for line in lines]
    assert needed == sorted(needed, reverse=True)
    assert 20 < sum(needed) < len(lines), "letters that no series has, and hundreds where numbers are codes"


def test_an_office_with_another_series_needs_its_letter():
    office = sample_office()
    series = NumberSeries(code=SeriesCode("Q"), prefix="Q", first=1, last=99, digits=3)
    of_q = replace(office, series=(*office.series, series))
    line = next(line for line in lines_of(BOOK, of_q) if line.clip == "Q")
    assert (line.needed, line.example.number) == (True, "Q001")


@pytest.mark.parametrize(
    "form",
    [
        Form(rate=48_000, channels=2, samples=Samples.FLOAT),
        Form(rate=44_100, channels=1, samples=Samples.INT32),
        Form(rate=16_000, channels=1, samples=Samples.UINT8),
        Form(rate=RATE, channels=1, samples=Samples.INT16),
    ],
    ids=lambda form: f"{form.rate}-{form.samples.name}",
)
def test_a_microphone_of_another_form_is_heard_as_loud_and_as_long_in_whatever_pieces(form):
    raw = tone(form)
    whole = Hearing(form).hear(raw)
    in_pieces, pieces = Hearing(form), b""
    for at in range(0, len(raw), 997):
        pieces += in_pieces.hear(raw[at : at + 997]).pcm
    assert pieces == whole.pcm, "no piece begins with a click"
    assert whole.seconds == pytest.approx(0.5, abs=0.002)
    assert loudest_db(whole) == pytest.approx(-6.0, abs=0.4)


def tone(form: Form) -> bytes:
    """Half a second of 300 Hz at half the full scale."""
    made = array(form.samples.value)
    for at in range(form.rate // 2):
        value = 0.5 * math.sin(2 * math.pi * 300 * at / form.rate)
        plain = {
            Samples.FLOAT: value,
            Samples.INT16: round(value * FULL_SCALE),
            Samples.INT32: round(value * FULL_SCALE) << 16,
            Samples.UINT8: 128 + round(value * 127),
        }[form.samples]
        made.extend([plain] * form.channels)
    return made.tobytes()
