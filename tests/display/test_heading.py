"""The board's head: a long office's name can be read beside the mark that nothing is heard, upright too."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from waitline.model.words import Words

LONG = Words(
    zh="臺北市大安區戶政事務所暨國籍行政聯合服務中心（臨時辦公室）",
    en="Da-an District Household Registration Office and Joint Nationality Service Centre, Taipei City "
    "(temporary premises)",
)
PARTS = ("臺北市大安區戶政事務所", "暨國籍行政聯合服務中心（臨時辦公室）")
CAP_MM = 9.5
NOTICE = Words(zh="申辦國民身分證可現場拍照", en="Photographs for ID cards can be taken here")


@pytest.mark.parametrize("size", [(1080, 1920), (2160, 3840)])
@pytest.mark.parametrize("silent", [False, True], ids=["", "silent"])
@pytest.mark.parametrize("notice", [Words(zh="", en=""), NOTICE], ids=["", "notice"])
def test_upright_a_name_of_thirty_characters_has_two_lines_that_can_be_read(wall_of, hall, size, silent, notice):
    view = hall.board()
    wall = wall_of(replace(view, setup=replace(view.setup, names=LONG, notice=notice)), *size)
    wall.show_time(datetime(2026, 11, 28, 9, 47, tzinfo=UTC))
    wall.show_silent(silent=silent)
    wall.grab()
    lines = wall.heading.shown_names.split("\n")
    assert tuple(line for line in lines if not line.isascii()) == PARTS
    assert " ".join(line for line in lines if line.isascii()) == LONG.en
    assert wall.heading.name_cap_px >= CAP_MM * size[1] / 1210


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("高雄市鳳山區公所新住民服務及多元文化推廣中心", ("公所", "中心")),
        ("臺中市西屯區衛生所疫苗接種站（市政路臨時服務據點）", ("衛生所", "站", "據點）")),
    ],
)
def test_a_name_is_broken_where_one_of_its_parts_ends(wall_of, hall, size, name, parts):
    view = hall.board()
    wall = wall_of(replace(view, setup=replace(view.setup, names=Words(zh=name, en="Office" * 2))), *size)
    wall.show_silent(silent=True)
    wall.grab()
    chinese = [line for line in wall.heading.shown_names.split("\n") if not line.isascii()]
    assert "".join(chinese) == name
    assert all(line.endswith((*parts, "區")) for line in chinese)
