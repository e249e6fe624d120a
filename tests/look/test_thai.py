"""Thai lines end between words only, marks stay on their consonants, and nothing is cut above or below."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from waitline.look import FitLabel, Look, Type
from waitline.look.fit import Part, lay_out
from waitline.look.fonts import font_of_px, load_fonts
from waitline.look.thai import BREAK_HERE, pieces

MARKED = "กรุณา|รอ|สักครู่ เจ้าหน้าที่|จะมา|ช่วยท่าน".replace("|", BREAK_HERE)
UNMARKED = "สำนักงานทะเบียนราษฎรเขตต้าอันเมืองไทเป"
BELONGS_TO_THE_LETTER_BEFORE = "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆ"


@pytest.fixture(autouse=True)
def _our_fonts(qapp: object) -> None:
    load_fonts()


def test_marked_words_are_never_broken() -> None:
    assert pieces(MARKED) == ("กรุณา", "รอ", "สักครู่ ", "เจ้าหน้าที่", "จะมา", "ช่วยท่าน")


def test_what_nobody_marked_is_cut_where_a_syllable_begins() -> None:
    found = pieces(UNMARKED)
    assert "".join(found) == UNMARKED
    assert len(found) > 2
    assert not any(piece[0] in BELONGS_TO_THE_LETTER_BEFORE for piece in found)


def test_chinese_beside_thai_is_cut_as_ever() -> None:
    assert pieces("รอ 請稍候。")[1:] == ("請", "稍", "候。")


@pytest.mark.parametrize("width", [80, 120, 200, 400])
def test_the_words_of_a_label_are_whole_at_every_width(
    make_look: Callable[..., Look], qtbot: QtBot, width: int
) -> None:
    label = FitLabel(make_look(), Type.BODY)
    qtbot.addWidget(label)
    label.show_words(MARKED)
    label.resize(width, label.heightForWidth(width))
    whole = {piece.strip() for piece in pieces(MARKED)}
    shown = label.shown_text.split("\n")
    assert "".join(shown).replace(" ", "") == MARKED.replace(BREAK_HERE, "").replace(" ", "")
    for line in shown:
        rest = line.replace(" ", "")
        while rest:
            word = next((word for word in whole if rest.startswith(word)), None)
            assert word is not None, line
            rest = rest.removeprefix(word)


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("text", ["Ệ Ẩ Ỗ ặ ợ", "ที่ ปู่ ญี่ปุ่น น้ำ ฏุ ฐู้", "請稍候"])
def test_no_mark_reaches_out_of_its_line(weight: int, text: str, qapp: object) -> None:
    block = lay_out([Part(text, font_of_px(60, weight)), Part(text, font_of_px(60, weight))], 2000, pitch=1.08)
    tall = block.lines[1].baseline - block.lines[0].baseline
    for line in block.lines:
        top, bottom = ink_rows(line.text, weight)
        assert line.baseline - top >= -1, "the block begins above its first mark"
        assert line.baseline + bottom <= block.height + 1
        assert top + bottom <= tall, "two lines touch"


def ink_rows(text: str, weight: int) -> tuple[int, int]:
    """How many rows of pixels are painted above and below the line that a text stands on."""
    image = QImage(900, 240, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font_of_px(60, weight))
    painter.drawText(QPointF(10, 120), text)
    painter.end()
    dark = [
        y for y in range(image.height())
        if any(image.pixelColor(x, y).value() < 128 for x in range(image.width()))
    ]  # fmt: skip
    return 120 - dark[0], dark[-1] + 1 - 120
