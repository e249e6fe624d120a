"""A slip in the visitor's language: what is text, what is a picture, how long it is, what can be read of it."""

import re
import unicodedata

import pytest
from PIL import Image

from drivers.printing.emulator.clock import TurnedClock
from drivers.printing.emulator.machine import Machine
from drivers.printing.emulator.paper import PrintedSlip
from drivers.printing.errors import BadSlipPhrases
from drivers.printing.escpos_bytes import SlipBytes
from drivers.printing.profile import Profile, load_profile
from drivers.printing.slip import RASTER_MOST, build_slip
from drivers.printing.slip_phrases import languages_of_slips, read_slip_phrases, slip_phrases
from drivers.printing.typeset import can_be_drawn, drawn, is_foreign, lines_of, width_of
from tests.drivers.printing.five_languages import HOUSE, OFFICE, SERVICE, slip_in, words
from tests.qr_codes import codes_in
from waitline.assets import asset
from waitline.model.forecast import WaitRange
from waitline.model.words import Words, without_details
from waitline.settings.office_file import parse_office

BIG5 = load_profile("big5-80mm")
PICTURE = load_profile("picture-80mm")
BLANK = Words(zh=" ", en=" ")
NOTHING = {
    "office": BLANK,
    "service": None,
    "people_ahead": None,
    "wait": None,
    "papers": None,
    "house_text": None,
    "qr": None,
}
LANGUAGES = ("zh-TW", "en", "vi", "id", "th")
DRAWN = ("vi", "th")
RASTER = re.compile(rb"\x1dv0[\x00-\x03](..)(..)", re.DOTALL)
MARK_ON_MARK = {"vi": "Ưỡng Ế ỗ Ặ", "th": "ที่ น้ำ ปู่ ผู้"}


def raster_of(data: bytes) -> int:
    return sum(int.from_bytes(w, "little") * int.from_bytes(h, "little") for w, h in RASTER.findall(data))


def printed(data: bytes, profile: Profile = BIG5) -> PrintedSlip:
    machine = Machine(profile, clock := TurnedClock())
    for byte in data:
        machine.receive(byte)
        machine.work()
        while machine.waiting:
            machine.due_answers()
            clock.wait_until(machine.next_at() or 0)
            machine.work()
    clock.wait_until(clock.now() + 60)
    machine.tear_off()
    [cut] = machine.due_slips()
    return cut


def ink(image: Image.Image) -> int:
    return sum(image.histogram()[111:])


def test_every_language_of_the_kiosk_has_its_own_words_and_says_who_checked_them():
    assert set(languages_of_slips()) == set(LANGUAGES)
    assert [language for language in LANGUAGES if slip_phrases(language).checked_by_native_speaker] == []
    assert len({slip_phrases(language).ahead for language in LANGUAGES}) == len(LANGUAGES)
    assert slip_phrases("ja") == slip_phrases("en")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('ahead = "{count} ahead"', 'ahead = "many ahead"', "ahead"),
        ('bring = "Bring: {papers}"', 'bring = "Bring: {paper}"', "bring"),
        ('void = "VOID"', 'void = ""', "void"),
        ('void = "VOID"', "", "void"),
        ('void = "VOID"', 'void = "{"', "void"),
        ('language = "en"', 'language = "vi"', "language"),
        ('void = "VOID"', 'void = "VOID"\nvoyd = "VOID"', "voyd"),
        ('language = "en"', "language = en", "line 2"),
    ],
)
def test_a_phrase_file_that_cannot_be_used_is_refused_with_the_phrase(tmp_path, old, new, what):
    text = asset("phrases", "slip", "en.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "en.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BadSlipPhrases) as refused:
        read_slip_phrases(tmp_path / "en.toml")
    assert what in refused.value.words.en
    assert "en.toml" in refused.value.words.zh


@pytest.mark.parametrize("language", LANGUAGES)
def test_chinese_stands_on_every_slip_and_the_code_can_be_read_from_the_paper(language):
    data = build_slip(slip_in(language), BIG5)
    paper = printed(data)
    assert {"中正戶政事務所", "A001", "戶籍謄本", "前面 12 人"} <= set(paper.text)
    assert paper.unknown == ()
    assert not any("?" in line for line in paper.text if line not in {HOUSE.en, HOUSE.in_language("id")})
    assert codes_in(paper.image) == [("A001 2026-11-26 09:41", "M")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", {"Household Registration Office", "Household transcript", "12 ahead, about 25-35 min"}),
        ("id", {"Kantor Pendaftaran Rumah Tangga", "Salinan kartu keluarga", "Pindai untuk menyimpan nomor"}),
    ],
)
def test_a_language_that_every_rom_can_write_goes_as_text(language, said):
    data = build_slip(slip_in(language), BIG5)
    assert said <= set(printed(data).text)
    assert not RASTER.search(data)


@pytest.mark.parametrize("language", DRAWN)
@pytest.mark.parametrize("name", ["big5-80mm", "big5-58mm", "kiosk-82mm", "tm-t88-tc"])
def test_a_language_that_no_rom_can_write_goes_as_pictures(language, name):
    profile = load_profile(name)
    data = build_slip(slip_in(language), profile)
    assert raster_of(data) > 1000
    assert printed(data, profile).pictures > 3


@pytest.mark.parametrize("changes", [{}, {"love": True, "copy_of": 7}], ids=["plain", "love, copy"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dots", [384, 432, 576, 640])
@pytest.mark.parametrize("encoding", ["big5", "picture"])
def test_no_slip_in_any_language_has_more_than_six_kilobytes_of_pictures(encoding, dots, language, changes):
    profile = BIG5.with_settings(encoding=encoding, dots=dots)
    data = build_slip(slip_in(language, **changes), profile)
    assert raster_of(data) <= RASTER_MOST <= 6144
    assert len(data) <= 6144
    assert "A001" in printed(data, profile).text


def drawn_lines(data: bytes) -> set[bytes]:
    """The pictures on a slip, each with its head."""
    return {
        data[found.start() : found.end() + int.from_bytes(found[1], "little") * int.from_bytes(found[2], "little")]
        for found in RASTER.finditer(data)
    }


def test_a_printer_without_chinese_keeps_service_and_people_ahead_in_chinese_whatever_gives_way():
    few = drawn_lines(build_slip(slip_in("zh-TW", papers=None, house_text=None, qr=None), PICTURE))
    office, service, ahead = (
        drawn_lines(build_slip(slip_in("zh-TW", **{**NOTHING, **only}), PICTURE))
        for only in ({"office": OFFICE}, {"service": SERVICE}, {"people_ahead": 12})
    )
    assert office | service | ahead <= few
    long = words("請帶齊所有文件，" * 40, "In short", "Ngắn", "Singkat", "สั้น")
    data = build_slip(slip_in("zh-TW", papers=long, house_text=long), PICTURE)
    assert raster_of(data) <= RASTER_MOST
    assert service | ahead <= drawn_lines(data)
    assert {"Bring: In short", "In short", "A001"} <= set(printed(data, PICTURE).text)


def test_a_large_line_is_drawn_of_doubled_dots_as_large_as_a_roms_own():
    wide = SlipBytes(PICTURE)
    wide.line("戶籍登記", size=2)
    once = SlipBytes(PICTURE)
    once.line("戶籍登記")
    assert wide.raster == once.raster
    assert b"\x1dv0\x03" in wide.to_bytes()
    assert b"\x1dv0\x00" in once.to_bytes()


def test_what_would_make_a_slip_too_long_is_said_in_english_and_the_service_last_of_all():
    long = words("長", "In short", "Xin quý khách vui lòng chờ đến lượt của mình " * 4, "Panjang", "ยาว")
    data = build_slip(slip_in("vi", office=long, house_text=long), BIG5)
    text = printed(data).text
    assert raster_of(data) <= RASTER_MOST
    assert "In short" in text
    assert SERVICE.en not in text


@pytest.mark.parametrize("language", DRAWN)
def test_in_the_sample_office_a_visitor_reads_what_to_bring_and_what_to_do_when_missed(language):
    office = parse_office(asset("sample", "office.toml").read_text(encoding="utf-8"), "office.toml")
    for service in office.services:
        content = slip_in(
            language,
            office=office.names,
            service=without_details(service.names),
            papers=service.papers,
            house_text=office.slip_words,
            wait=WaitRange(25, 35),
        )
        said = set(printed(build_slip(content, BIG5)).text)
        english = {office.slip_words.en, service.names.en, *([service.papers.en] if service.papers else [])}
        assert not english & said, service.code


def test_an_office_that_does_not_speak_the_language_is_named_in_english():
    only = Words(zh="戶籍謄本", en="Household transcript")
    text = printed(build_slip(slip_in("vi", service=only, office=only, papers=None, house_text=only), BIG5)).text
    assert text.count("Household transcript") == 3


def test_a_copy_and_a_love_slip_are_marked_for_the_staff_and_for_the_visitor():
    plain = printed(build_slip(slip_in("vi", papers=None), BIG5))
    marked = printed(build_slip(slip_in("vi", papers=None, copy_of=7, love=True), BIG5))
    assert {" 補印 COPY ", " 愛心優先 Priority "} <= set(marked.text)
    assert marked.pictures > plain.pictures
    assert "Cetak ulang" in printed(build_slip(slip_in("id", copy_of=7), BIG5)).text


@pytest.mark.parametrize("language", DRAWN)
def test_every_phrase_can_be_drawn_and_no_mark_is_lost_or_cut(language):
    phrases = slip_phrases(language)
    for text in (phrases.priority, phrases.copy, phrases.nobody_ahead, phrases.scan, MARK_ON_MARK[language]):
        assert can_be_drawn(text)
        assert is_foreign(text)
        picture = drawn(text, height=24, pad=2, bold=False, font=None)
        left, top, right, bottom = picture.getbbox()
        assert min(left, top) > 0
        assert right < picture.width
        assert bottom < picture.height
        apart = unicodedata.normalize("NFD", text.replace("\u200b", ""))
        for place, letter in enumerate(apart):
            if unicodedata.category(letter) == "Mn":
                without = unicodedata.normalize("NFC", apart[:place] + apart[place + 1 :])
                assert ink(drawn(without, height=48, pad=2, bold=False, font=None)) < ink(
                    drawn(text, height=48, pad=2, bold=False, font=None)
                ), (text, place)


def test_no_line_is_wider_than_the_paper_and_no_thai_letter_is_torn_from_its_marks():
    thai = "หนังสือมอบอำนาจสำหรับผู้ที่ได้รับมอบหมายให้ทำแทนบุคคลอื่นในเขตพื้นที่ทะเบียนราษฎร"
    lines = lines_of(thai, widest=384, height=24)
    assert "".join(lines) == thai
    assert all(width_of(line, height=24) <= 384 for line in lines)
    assert not any(unicodedata.category(line[0]) == "Mn" or line[-1] in "เแโใไ" for line in lines)
    assert lines_of("หนึ่ง\u200bสอง\u200bสาม", widest=width_of("หนึ่งสอง", height=24), height=24) == (
        "หนึ่งสอง",
        "สาม",
    )


def test_letters_that_no_face_has_are_not_drawn_as_boxes():
    assert not can_be_drawn("\U00013000")
    only = Words(zh="中", en="Plain", more=(("vi", "Đ\U00013000"),))
    assert "Plain" in printed(build_slip(slip_in("vi", office=only), BIG5)).text
