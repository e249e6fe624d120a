"""The recording room in front of a microphone: what is said into it becomes a pack that the hall speaks."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from display.recording.own_pack import PackFolder
from display.recording.takes import Take, Verdict
from drivers.voice.errors import ClipPackNotApproved
from drivers.voice.loudness import loudness
from drivers.voice.packs import find_pack
from drivers.voice.phrasebook import phrasebook
from drivers.voice.sound import Sound, silence
from drivers.voice.spoken import CallPhrase
from drivers.voice.voice import Voice
from tests.display.recording.booth_stage import BOOK, DAY, Hands, Studio, clip, studio, word
from tests.display.stage import Ear
from tests.programs import PATIENCE_S, needs
from waitline.desktop import Translations
from waitline.look import Distance

pytestmark = needs("pulseaudio", "pactl", "pacat", "parec")

FEW = ("ho", "tshiann-kau", "ho-kui-tai", "A", "0", "1", "2")
"""All that says: A001 to counter 2."""


@pytest.fixture
def microphone(tmp_path: Path, monkeypatch) -> Iterator[Studio]:
    with studio(tmp_path, monkeypatch) as made:
        yield made


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    return tmp_path / "voice" / "packs"


@pytest.fixture
def enter(qtbot, make_look, packs, tmp_path, qapp: QApplication) -> Iterator[Callable[[], Hands]]:
    """Begin a room on the same recordings; also anew."""
    opened: list[Hands] = []
    translations = Translations(qapp)
    (tmp_path / "scratch").mkdir()

    def opens() -> Hands:
        opened.append(Hands(qtbot, make_look(Distance.DESK), packs / "nan-TW", translations, tmp_path / "scratch"))
        return opened[-1]

    yield opens
    for one in opened:
        one.room.close()
    translations.clear()


def recorded(packs: Path, clips: tuple[str, ...]) -> PackFolder:
    folder = PackFolder(packs / "nan-TW", "nan-TW")
    for at, name in enumerate(clips):
        folder.keep(name, Take(sound=clip(220 + 40 * at), verdict=Verdict.GOOD))
    return folder


def test_a_word_said_into_the_microphone_is_on_the_disk_at_once_and_not_spoken_before_it_is_approved(
    microphone, enter, packs
):
    room = enter()
    room.begin()
    room.choose("A")
    room.record(microphone, word())
    assert room.state_of("A") == "很好"
    assert "已存檔" in room.says("message")
    kept = PackFolder(packs / "nan-TW", "nan-TW").read().takes["A"]
    sound = PackFolder(packs / "nan-TW", "nan-TW").sound(kept)
    assert loudness(sound) == pytest.approx(-19.0, abs=0.2)
    assert sound.seconds == pytest.approx(0.5, abs=0.06), "trimmed to the word"
    assert room.window.booth.meter.zone in ("right", "quiet"), "the meter has heard it"
    with pytest.raises(ClipPackNotApproved):
        find_pack([packs], BOOK)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (word(peak=130), "太小聲"),
        (word(peak=90_000), "太大聲，破音"),
        (word(seconds=1.9), "太長，或環境太吵"),
        (word(peak=16_000, seconds=0.035, pitch=900), "太短，不像這句話"),
        (Sound(pcm=word().pcm + silence(0.5) + word(seconds=0.2).pcm), "中間停頓，或有別的聲音"),
    ],
    ids=["quiet", "loud", "long", "knock", "cough"],
)
def test_a_take_that_is_not_fit_for_the_hall_is_said_to_be_so(microphone, enter, said, words):
    room = enter()
    room.begin()
    room.choose("A")
    room.record(microphone, said)
    assert room.state_of("A") == words
    assert "再錄一次" in room.says("message")


def test_a_knock_counts_as_not_good_the_next_key_comes_back_to_it_and_the_approval_names_it(
    microphone, enter, packs
):
    recorded(packs, tuple(clip for clip in BOOK.clips if clip != "tshiann-kau"))
    room = enter()
    room.begin()
    room.choose("tshiann-kau")
    room.record(microphone, word(peak=16_000, seconds=0.035, pitch=900))
    assert room.state_of("tshiann-kau") == "太短，不像這句話"
    room.choose("A")
    room.key(Qt.Key.Key_F12)
    assert "請到" in room.chosen
    room.press("approve")
    assert "請到 tshiánn kàu（太短，不像這句話）" in room.says("doubts")


def test_silence_is_no_take_and_a_worse_take_never_takes_a_good_one_s_place(microphone, enter, packs):
    recorded(packs, ("A",))
    before = (packs / "nan-TW" / "A-1.wav").read_bytes()
    room = enter()
    room.begin()
    room.choose("A")
    room.record(microphone, word(peak=0))
    assert "沒有聽到聲音" in room.says("message")
    room.record(microphone, word(peak=90_000))
    assert "先前錄好的保留不變" in room.says("message")
    assert room.state_of("A") == "很好"
    assert (packs / "nan-TW" / "A-1.wav").read_bytes() == before
    room.record(microphone, word(pitch=500))
    assert [file.name for file in (packs / "nan-TW").glob("*.wav")] == ["A-2.wav"]


def test_a_microphone_that_is_pulled_out_is_missed_at_once_and_nothing_is_lost(microphone, enter, packs, qtbot):
    recorded(packs, FEW)
    room = enter()
    room.begin()
    room.choose("A")
    room.press("record")
    room.wait_for("state", "正在錄音")
    gone = time.monotonic()
    microphone.pull_out()
    room.wait_for("message", "麥克風不見了，這句請再錄一次；已錄的 7 句都在")
    assert time.monotonic() - gone < 5
    assert not room.part("record").isEnabled()
    assert set(room.folder.read().takes) == set(FEW)
    microphone.plug_in()
    room.wait_for("message", "麥克風：DeskMicrophone")
    room.record(microphone, word())
    assert room.state_of("A") == "很好"


def test_what_was_recorded_and_approved_is_what_the_hall_speaks(microphone, enter, packs, tmp_path, qtbot):
    recorded(packs, FEW[:-1])
    room = enter()
    room.begin()
    room.press("approve")
    assert "還沒有任何一句" in room.says("lacks")
    assert not room.part("agree").isEnabled()
    room.press("leave")
    room.choose("2")
    room.record(microphone, word(pitch=700))
    room.press("approve")
    assert "還有 30 句沒錄" in room.says("lacks")
    assert "A003→4（三 sam）" in room.says("lacks"), "an example of what cannot be said yet"
    room.press("agree")
    assert "請選擇授權方式" in room.says("refusal")
    for name in ("licence", "speaker", "approver"):
        room.answer(name, 1)
    room.press("agree")
    room.wait_for("approved", f"於 {DAY.isoformat()} 核可")
    voice = Voice(tmp_path / "voice", ["nan-TW"])
    voice.start()
    try:
        assert voice.wait_for_clips(PATIENCE_S)
        spoken = voice.sentence(CallPhrase(number="A001", counter="2", languages=("nan-TW",), chime=False))
        assert spoken.languages_spoken == ("nan-TW",)
        assert spoken.seconds == pytest.approx(8 * 0.5 + 7 * 0.075, abs=0.5)
    finally:
        voice.close()
    room.choose("A")
    room.record(microphone, word(pitch=300))
    assert "尚未核可" in room.says("approved"), "nobody has approved the new sound"
    with pytest.raises(ClipPackNotApproved):
        find_pack([packs], BOOK)


def test_a_whole_call_is_heard_as_the_hall_will_hear_it(microphone, enter, packs, qtbot):
    recorded(packs, FEW)
    room = enter()
    room.begin()
    ear = Ear(microphone.place)
    try:
        qtbot.waitUntil(lambda: ear.quiet_for(0.3))
        began = time.monotonic()
        room.choose("A")
        room.key(Qt.Key.Key_F11)
        qtbot.waitUntil(lambda: ear.loud_since(began) > 2.5)
        qtbot.waitUntil(lambda: ear.quiet_for(0.5))
        assert 3.0 < ear.loud_since(began) < 4.6
    finally:
        ear.close()
    number = room.part("number")
    assert isinstance(number, QLineEdit)
    number.setText("B001")
    room.key(Qt.Key.Key_F11)
    room.wait_for("message", "缺少：B")


def test_a_pack_goes_to_another_computer_and_is_approved_there_anew(microphone, enter, packs, tmp_path, qtbot):
    recorded(packs, FEW)
    room = enter()
    room.begin()
    room.press("export")
    chosen_in_dialog(room, tmp_path / "nan-TW.zip")
    room.wait_for("message", "已匯出 7 句")
    recorded(packs, ("B",))
    room.press("import")
    chosen_in_dialog(room, tmp_path / "nan-TW.zip")
    room.wait_for("message", "已匯入 7 句")
    assert room.state_of("A") == "很好"
    assert room.state_of("B").startswith("還沒錄")
    assert set(PackFolder(packs / "nan-TW.before-1", "nan-TW").read().takes) == {*FEW, "B"}, "nothing is lost"


def chosen_in_dialog(room: Hands, file: Path) -> None:
    dialog = room.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(file.parent))
    dialog.selectFile(file.name)
    dialog.accept()
    QApplication.sendPostedEvents(dialog, 0)
    room._qtbot.waitUntil(lambda: room.window.findChild(QFileDialog) is None)


def test_the_room_changes_its_language_at_once(enter):
    room = enter()
    room.press("language")
    room.wait_for("count", "clips that this office needs")
    assert room.state_of("A") == "Not recorded"
    assert room.part("record").accessibleName().startswith("Record")
    assert phrasebook("nan-TW").name.en in room.window.windowTitle()
