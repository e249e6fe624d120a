"""A voice is believed for what it would say; a pack for who approved it."""

import dataclasses
from pathlib import Path

import pytest

from drivers.voice.errors import (
    BadClipPack,
    BadSoundFile,
    ClipPackNotApproved,
    OnlyRecorded,
    SpeechProgramMissing,
    VoiceAbsent,
    VoiceMisreads,
)
from drivers.voice.packs import find_pack
from drivers.voice.phrasebook import Phrasebook, phrasebook
from drivers.voice.self_test import TrustedVoice, trusted_voice
from drivers.voice.sound import Sound, write_sound
from drivers.voice.synthesis import Synthesizer


def trust(book: Phrasebook, scratch: Path) -> TrustedVoice:
    with Synthesizer(engine="espeak") as synthesizer:
        return trusted_voice(book, synthesizer, "espeak", scratch)


def with_voice(language: str, **changes: object) -> Phrasebook:
    book = phrasebook(language)
    voice = dataclasses.replace(book.voices["espeak"], **changes)
    return dataclasses.replace(book, voices={"espeak": voice})


@pytest.mark.parametrize(
    ("language", "voice"), [("zh-TW", "cmn-latn-pinyin"), ("en", "en-us"), ("vi", "vi"), ("id", "id")]
)
def test_the_shipped_voices_say_every_clip_right(engine: str, tmp_path: Path, language: str, voice: str) -> None:
    trusted = trust(phrasebook(language), tmp_path)
    assert trusted.id == voice
    assert "eSpeak" in trusted.version


@pytest.mark.parametrize("voice", ["cmn", "zh", "yue", "en-us", "vi"])
def test_a_voice_that_misreads_the_hall_s_words_is_not_used(engine: str, tmp_path: Path, voice: str) -> None:
    with pytest.raises(VoiceMisreads) as refused:
        trust(with_voice("zh-TW", name=voice), tmp_path)
    assert "唸錯" in refused.value.words.zh


def test_a_letter_that_sounds_like_a_number_is_found_out(engine: str, tmp_path: Path) -> None:
    spelling = {**phrasebook("zh-TW").voices["espeak"].spelling, "T": "yi1"}
    with pytest.raises(VoiceMisreads, match="T"):
        trust(with_voice("zh-TW", spelling=spelling), tmp_path)


def test_a_letter_that_becomes_a_word_in_a_sentence_is_found_out(engine: str, tmp_path: Path) -> None:
    with pytest.raises(VoiceMisreads, match="number A zero"):
        trust(with_voice("en", spelling={}), tmp_path)


def test_a_voice_that_is_not_there_is_absent(engine: str, tmp_path: Path) -> None:
    with pytest.raises(VoiceAbsent):
        trust(with_voice("en", name="xyzzy"), tmp_path)


def test_a_computer_without_the_speech_program_says_what_to_install(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SpeechProgramMissing) as missing:
        trust(phrasebook("en"), tmp_path)
    assert "espeak-ng" in missing.value.words.zh


MANIFEST = """
language = "en"
licence = "test tones, no recording of anybody"
[approval]
by = "the test"
on = 2025-01-02
[clips]
1 = "one.wav"
"""


def pack(tmp_path: Path, manifest: str) -> Path:
    folder = tmp_path / "en"
    folder.mkdir()
    write_sound(folder / "one.wav", Sound(pcm=b"\x10\x20" * 9000))
    (folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    return tmp_path


def test_an_approved_pack_is_found_with_licence_and_approval(tmp_path: Path) -> None:
    found = find_pack([pack(tmp_path, MANIFEST)], phrasebook("en"))
    assert found
    assert (found.approved_by, str(found.approved_on)) == ("the test", "2025-01-02")
    assert found.licence.startswith("test tones")
    assert list(found.clips) == ["1"]


def test_a_changed_recording_is_another_pack(tmp_path: Path) -> None:
    packs = pack(tmp_path, MANIFEST)
    before = find_pack([packs], phrasebook("en"))
    write_sound(tmp_path / "en" / "one.wav", Sound(pcm=b"\x11\x20" * 9000))
    after = find_pack([packs], phrasebook("en"))
    assert before
    assert after
    assert before.fingerprint != after.fingerprint


def test_no_pack_is_no_trouble(tmp_path: Path) -> None:
    assert find_pack([tmp_path], phrasebook("en")) is None


@pytest.mark.parametrize(
    ("before", "after", "refusal"),
    [
        ("[approval]", "[later]", ClipPackNotApproved),
        ('by = "the test"', 'by = " "', ClipPackNotApproved),
        ("on = 2025-01-02", 'on = "soon"', ClipPackNotApproved),
        ('licence = "test tones, no recording of anybody"', "", BadClipPack),
        ('licence = "test tones, no recording of anybody"', 'licence = ""', BadClipPack),
        ('language = "en"', 'language = "vi"', BadClipPack),
        ('1 = "one.wav"', 'uno = "one.wav"', BadClipPack),
        ('1 = "one.wav"', '1 = "../../one.wav"', BadClipPack),
        ('1 = "one.wav"', '1 = "two.wav"', BadSoundFile),
        ("[clips]", "[clips", BadClipPack),
        ("[clips]\n", "clips = 7\n#", BadClipPack),
        ('[approval]\nby = "the test"\non = 2025-01-02\n', "approval = true\n", BadClipPack),
        ('by = "the test"', 'by = ["the test"]', ClipPackNotApproved),
        ("[clips]", "[[clips]]", BadClipPack),
        ("[clips]", f"deep = {'[' * 5000}{']' * 5000}\n[clips]", BadClipPack),
    ],
)
def test_a_pack_that_cannot_be_trusted_is_refused_with_the_reason(
    tmp_path: Path, before: str, after: str, refusal: type[Exception]
) -> None:
    assert before in MANIFEST
    with pytest.raises(refusal):
        find_pack([pack(tmp_path, MANIFEST.replace(before, after))], phrasebook("en"))


def test_an_office_s_own_recordings_come_before_the_shipped_ones(tmp_path: Path) -> None:
    for place, who in (("own", "this office"), ("shipped", "the test")):
        (tmp_path / place).mkdir()
        pack(tmp_path / place, MANIFEST.replace("the test", who))
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    found = find_pack([own, shipped], phrasebook("en"))
    assert found
    assert found.approved_by == "this office"
    manifest = own / "en" / "manifest.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("[approval]", "[later]"), encoding="utf-8")
    found = find_pack([own, shipped], phrasebook("en"))
    assert found
    assert found.approved_by == "the test", "an own one that is not approved yet keeps nobody from the shipped one"
    with pytest.raises(ClipPackNotApproved):
        find_pack([own], phrasebook("en"))


@pytest.mark.parametrize("language", ["nan-TW", "hak-TW"])
def test_taiwanese_and_hakka_are_spoken_by_people_alone(engine: str, tmp_path: Path, language: str) -> None:
    with pytest.raises(OnlyRecorded) as absent:
        trust(phrasebook(language), tmp_path)
    assert "錄音" in absent.value.words.zh
