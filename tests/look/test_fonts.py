from collections.abc import Callable
from unicodedata import normalize

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from waitline.look import FAMILIES, FAMILY, Distance, FitLabel, Look, Type, is_ours, missing_glyphs
from waitline.look.fit import Part, lay_out
from waitline.look.fonts import THAI_FAMILY, font_of_px, load_fonts

NAMES = "堃峯喆〇犇煊珮瑄妤"
TONES = ["", *"\u0300\u0301\u0303\u0309\u0323"]
VIETNAMESE = "Đđ" + "".join(
    normalize("NFC", letter + tone) for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in TONES
)
THAI = "".join(chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)))
SIGNS = "，。！？：；「」『』（）、·…—–～→↑↓№℃①②③✓♥ㄅㄆㄇ"


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
def test_names_vietnamese_and_signs_are_drawn_with_our_own_glyphs(weight: QFont.Weight) -> None:
    raw = QRawFont.fromFont(font_of_px(40, weight))
    assert raw.familyName() == FAMILY
    for character in NAMES + VIETNAMESE + SIGNS:
        assert raw.supportsCharacter(ord(character)), character
        (glyph,) = raw.glyphIndexesForString(character)
        assert glyph != 0, character
        assert not raw.pathForGlyph(glyph).isEmpty(), character


def test_vietnamese_has_all_its_letters() -> None:
    assert len(set(VIETNAMESE)) == 146


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
def test_thai_is_drawn_with_our_own_glyphs_in_both_weights(weight: QFont.Weight) -> None:
    font = font_of_px(40, weight)
    font.setFamilies([THAI_FAMILY])
    raw = QRawFont.fromFont(font)
    assert (raw.familyName(), raw.weight()) == (THAI_FAMILY, weight.value)
    assert [character for character in THAI if not raw.supportsCharacter(ord(character))] == []


def test_thai_among_chinese_comes_from_the_thai_face() -> None:
    layout = QTextLayout("請到 ช่อง 3", font_of_px(40, QFont.Weight.Bold))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    assert {run.rawFont().familyName() for run in layout.glyphRuns()} == {*FAMILIES}


def test_the_boxes_of_a_text_are_known_before_they_are_seen() -> None:
    assert missing_glyphs("林堃峯先生 A001") == ""
    assert missing_glyphs("ช่อง\u200b堃 한국 ช่อง") == "한국"


def test_all_roles_draw_in_our_family(make_look: Callable[..., Look]) -> None:
    look = make_look(Distance.DESK)
    for role in Type:
        assert is_ours(look.font(role))
        assert is_ours(look.font(role, strong=True))


def test_both_weights_are_the_real_ones() -> None:
    regular, bold = (QRawFont.fromFont(font_of_px(100, weight)) for weight in (400, 700))
    assert (regular.weight(), bold.weight()) == (400, 700)


@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.Bold])
def test_figures_stand_in_columns(weight: QFont.Weight) -> None:
    metrics = QFontMetricsF(font_of_px(100, weight))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_the_glyphs_are_taiwans() -> None:
    """Japan's 直 has a long stroke down its left side, at 0.12 of the em; Taiwan's has its box there, at 0.19."""
    raw = QRawFont.fromFont(font_of_px(100, 400))
    (glyph,) = raw.glyphIndexesForString("直")
    path = raw.pathForGlyph(glyph)
    middle = QPainterPath()
    middle.addRect(QRectF(-10, path.boundingRect().center().y() - 3, 120, 6))
    assert path.intersected(middle).boundingRect().left() > 15


def test_a_rare_name_in_bold_is_rather_light_than_drawn_by_a_strange_font(
    make_look: Callable[..., Look], qtbot: QtBot
) -> None:
    label = FitLabel(make_look(), Type.BODY, strong=True)
    qtbot.addWidget(label)
    drawn = {}
    for name in ("林堃", "林㐂"):
        part = label.parts()[0]
        (line,) = lay_out([Part(name, part.font)], 1000, pitch=1.3).lines
        drawn[name] = QRawFont.fromFont(line.font)
        assert all(drawn[name].supportsCharacter(ord(character)) for character in name)
    assert [raw.weight() for raw in drawn.values()] == [700, 400]
