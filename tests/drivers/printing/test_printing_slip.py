import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from drivers.printing.errors import SlipTooWide
from drivers.printing.escpos_bytes import LONGEST_DATA
from drivers.printing.paper_text import balanced, broken_into_lines, columns_of, encoded
from drivers.printing.profile import Encoding, load_profile
from drivers.printing.slip import SlipContent, build_slip, build_void
from tests.drivers.printing.conftest import slip
from waitline.model.words import Words

ROOT = Path(__file__).parents[3]
BIG5 = load_profile("big5-80mm")
RASTER = re.compile(rb"\x1dv0[\x00-\x03](..)(..)", re.DOTALL)


def test_a_small_slip_is_exactly_the_bytes_of_the_command_reference():
    content = SlipContent(
        office=Words(zh="戶政", en="Office"),
        label="A1",
        service=Words(zh="謄本", en="Copy"),
        issued="09:41",
        people_ahead=3,
    )
    assert build_slip(content, BIG5) == bytes.fromhex(
        "1b40"  # ESC @   initialise
        "1d610e"  # GS a    status by itself: off line, errors, paper
        "1b6101"  # ESC a   centre
        "1d6201"  # GS b    smoothing
        "1b4501 1c26 a4e1 ac46 0a"  # ESC E on, FS &, 戶政
        "1b4500 1c2e 4f6666696365 0a"  # ESC E off, FS ., Office
        "1b4a08"  # ESC J   8 dots
        "1d2166 1b4501 4131 0a"  # GS !    7 x 7, bold, A1
        "1d2111 1c26 c1c3 a5bb 0a"  # GS ! 2 x 2, FS &, 謄本
        "1b4a06"
        "1d2100 1b4500 1c2e 436f7079 0a"  # Copy
        "1b4a14"
        "1d2111 1c26 ab65 adb1 203320 a448 0a"  # 前面 3 人
        "1b4a08"
        "1d2100 1c2e 33206168656164 0a"  # 3 ahead
        "1b4a14"
        "30393a3431 0a"  # 09:41
        "1d564200"  # GS V 66 0  feed to the cutter and cut
    )


def test_the_texts_are_in_pythons_big5():
    data = build_slip(slip(), BIG5)
    for text in ("中正戶政事務所", "戶籍謄本", "前面 12 人", "約 25-35 分", "請備：身分證、印章；代辦加委託書"):
        assert text.encode("big5") in data
    assert b"?" not in data


def test_the_code_is_drawn_by_the_printer_at_least_twenty_millimetres_wide():
    payload = b"https://q.example.gov.tw/t/7F3K9Q2M"
    data = build_slip(slip(), BIG5)
    assert bytes.fromhex("1d286b0400 31413200") in data  # model 2
    assert bytes.fromhex("1d286b0300 314306") in data  # six dots a module: 29 x 6 = 174 dots = 21.8 mm
    assert bytes.fromhex("1d286b0300 314531") in data  # level M
    assert bytes.fromhex("1d286b") + bytes((len(payload) + 3, 0)) + b"1P0" + payload in data
    assert bytes.fromhex("1d286b0300 315130") in data  # print


def test_an_ordinary_slip_is_small():
    assert len(build_slip(slip(), BIG5)) + len(b"\x1d(H\x06\x000000000") <= 400


@pytest.mark.parametrize("name", ["游堃喆", "陳峯", "〇一二", "碁峰"])
def test_a_line_that_big5_does_not_have_goes_as_a_small_picture_and_never_as_a_question_mark(name):
    plain = build_slip(slip(qr=None, house_text=None), BIG5)
    data = build_slip(slip(qr=None, house_text=Words(zh=f"服務人員：{name}", en="")), BIG5)
    picture = RASTER.search(data)
    assert picture is not None
    assert b"?" not in data[: picture.start()]
    assert "服務人員".encode("big5") not in data
    assert len(data) - len(plain) < 1024


def test_a_rom_that_has_the_character_gets_it_as_text():
    content = slip(qr=None, house_text=Words(zh="游堃喆\n陳峯", en=""))
    data = build_slip(content, load_profile("gb18030-80mm"))
    assert "游堃喆 陳峯".encode("gb18030") in data
    assert not RASTER.search(data)
    assert "碁".encode("cp950") in build_slip(slip(house_text=Words(zh="碁", en="")), load_profile("cp950-80mm"))


def test_a_printer_without_chinese_gets_pictures_of_it_and_plain_english():
    data = build_slip(slip(), load_profile("picture-80mm"))
    assert b"\x1c&" not in data
    assert b"Household transcript\n" in data
    assert b"A001\n" in data
    assert len(RASTER.findall(data)) >= 6
    assert all(byte < 0x80 for byte in build_void(load_profile("picture-80mm")))


def test_no_picture_carries_more_data_than_the_resynchronising_padding_ends():
    vietnamese = Words(zh="堃" * 20, en="", more=(("vi", "Phía trước còn 12 người, khoảng 25–35 phút"),))
    content = slip(office=vietnamese, house_text=vietnamese, language="vi")
    for name in ("picture-80mm", "kiosk-82mm"):
        data = build_slip(content, load_profile(name))
        sizes = [int.from_bytes(w, "little") * int.from_bytes(h, "little") for w, h in RASTER.findall(data)]
        assert len(sizes) > 6
        assert max(sizes) <= LONGEST_DATA


@pytest.mark.parametrize("profile", ["big5-58mm", "kiosk-60mm", "big5-80mm"])
def test_no_band_is_wider_than_the_paper(profile):
    on_paper = load_profile(profile)
    lines = build_slip(slip(love=True, copy_of=7), on_paper).split(b"\n")
    bands = [line[line.rindex(b"\x1dB\x01") + 3 :] for line in lines if b"\x1dB\x01" in line]
    printed = [re.sub(rb"\x1c[&.]|\x1b..|\x1d!.", b"", band).decode("big5") for band in bands]
    assert "愛心優先" in "".join(printed)
    assert all(columns_of(band.strip()) > 0 and columns_of(band) <= on_paper.columns // 2 for band in printed)


def test_a_copy_and_a_love_slip_are_marked_white_on_black():
    copy = build_slip(slip(copy_of=17), BIG5)
    assert b"\x1dB\x01\x1c& " + "補印".encode("big5") + b" COPY \n" in copy
    love = build_slip(slip(love=True, service=None), BIG5)
    assert "愛心優先 Priority".encode("big5") in love
    assert b"\x1dv0\x03\x03\x00\x18\x00" in love  # the heart: 24 x 24 dots, doubled
    assert b"\x1dB\x01" not in build_slip(slip(), BIG5)


@pytest.mark.parametrize("name", ["big5-80mm", "tm-t88-tc", "big5-58mm", "kiosk-60mm", "kiosk-82mm"])
@pytest.mark.parametrize("label", ["A001", "0379", "901", "AB1234"])
def test_the_number_is_fifteen_millimetres_high_on_every_paper(name, label):
    profile = load_profile(name)
    data = build_slip(slip(label=label, qr=None), profile)
    [size] = re.findall(rb"\x1d!(.)(?:\x1bE.)?" + label.encode(), data)
    width, height = (size[0] >> 4) + 1, (size[0] & 7) + 1
    assert height * 18 * 25.4 / profile.dpi >= 15  # a figure fills 18 of a cell's 24 rows
    assert width * 12 * len(label) <= profile.dots


def test_what_must_be_whole_and_does_not_fit_is_refused():
    with pytest.raises(SlipTooWide, match="fit on paper 384 dots"):
        build_slip(slip(label="A" * 20), load_profile("big5-58mm"))
    with pytest.raises(SlipTooWide):
        build_slip(slip(qr="x" * 1500), BIG5)


def test_the_end_of_a_slip_follows_the_cutter():
    assert build_slip(slip(), load_profile("kiosk-60mm")).endswith(b"\x1dVA\x00")
    assert build_slip(slip(), load_profile("big5-58mm")).endswith(b"\x1bd\x05")
    assert build_slip(slip(), BIG5.with_settings(buzzer="esc_b")).endswith(b"\x1bB\x01\x02")


def test_words_stay_whole_and_signs_stand_where_they_should():
    lines = broken_into_lines("請備：身分證、戶口名簿、登記證明文件、印章（代辦加委託書）", 20)
    assert "".join(lines) == "請備：身分證、戶口名簿、登記證明文件、印章（代辦加委託書）"
    assert all(columns_of(line) <= 20 for line in lines)
    assert not any(line[0] in "、：）" or line.endswith("（") for line in lines)
    assert broken_into_lines("Household Registration Office", 20) == ("Household", "Registration Office")
    assert broken_into_lines("Phía trước còn 12 người", 12) == ("Phía trước", "còn 12 người")
    assert broken_into_lines("A" * 25, 10) == ("A" * 10, "A" * 10, "A" * 5)


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("請備：身分證、戶口名簿、登記證明文件、印章", 32, ("請備：身分證、戶口名簿、", "登記證明文件、印章")),
        (
            "請備：舊證或戶口名簿、印章、兩年內相片（可現場拍照）",
            48,
            ("請備：舊證或戶口名簿、印章、", "兩年內相片（可現場拍照）"),
        ),
        ("戶籍登記戶籍登記戶籍登記", 16, ("戶籍登記戶籍", "登記戶籍登記")),
        ("Missed it? Ask at the service desk.", 32, ("Missed it? Ask at", "the service desk.")),
        ("one line", 32, ("one line",)),
        ("", 32, ()),
    ],
)
def test_lines_are_of_about_one_length_and_chinese_is_broken_behind_a_sign_where_it_can_be(text, columns, lines):
    assert balanced(partial(broken_into_lines, text), columns) == lines


@pytest.mark.parametrize(
    ("text", "encoding", "has_it"),
    [
        ("戶籍", Encoding.BIG5, True),
        ("～", Encoding.BIG5, True),
        ("①", Encoding.BIG5, False),
        ("碁", Encoding.BIG5, False),
        ("碁", Encoding.CP950, True),
        ("堃", Encoding.CP950, False),
        ("堃峯喆", Encoding.GB18030, True),
        ("♥", Encoding.GB18030, False),
        ("戶", Encoding.PICTURE, False),
        ("plain", Encoding.PICTURE, True),
        ("tab\t", Encoding.BIG5, False),
        ("戶\x1b@", Encoding.BIG5, False),
    ],
)
def test_a_rom_has_a_text_or_has_it_not(text, encoding, has_it):
    assert (encoded(text, encoding) is not None) == has_it


def test_the_library_that_writes_the_bytes_leaves_no_trace(tmp_path):
    """python-escpos alone configures the root logger, leaves folders behind and writes to standard output."""
    program = (
        "import logging, os, tempfile\n"
        "from drivers.printing.slip import SlipContent, Words, build_slip\n"
        "from drivers.printing.profile import load_profile\n"
        "content = SlipContent(office=Words(zh='堃', en=''), label='A1', service=None, issued='', love=True)\n"
        "build_slip(content, load_profile('big5-80mm'))\n"
        "assert not logging.getLogger().handlers\n"
        "assert 'ESCPOS_CAPABILITIES_FILE' not in os.environ\n"
    )
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, timeout=30, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
    assert list(tmp_path.iterdir()) == []


def test_a_control_character_in_a_text_never_reaches_the_printer():
    data = build_slip(slip(qr=None, house_text=Words(zh="\x1dV\x00cut!", en="")), BIG5)
    assert b"\x1dV\x00" not in data
