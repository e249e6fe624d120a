"""Words in a box: what is found quickly is what laying out every size, every line anew, would find."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from waitline.look import fonts, lines
from waitline.look.breaking import whole
from waitline.look.fit import SLACK, SMALLEST_PX, STEP, Block, Part, Shrunk, fit, lay_out, least_height
from waitline.look.fonts import font_of_px, load_fonts

TEXTS = (
    "戶籍登記（出生・結婚・離婚・死亡・遷徙）",
    "戶籍謄本，前面 12 人",
    "Household registration (birth, marriage, divorce)",
    "Đăng ký hộ tịch (khai sinh, kết hôn, ly hôn)",
    "จดทะเบียน\u200bครอบครัว\u200b เกิด\u200b แต่งงาน\u200b หย่า\u200b",
    "AVAVAVA To Te Wa Ya\nP. P. L' T, V,",
)
WIDTHS = (70.0, 140.0, 222.5, 365.0, 900.0)
HEIGHTS = (30.0, 75.0, 160.0, 400.0)
LEAST = 18.0
PITCH = 1.1


@pytest.fixture(autouse=True)
def our_fonts(qapp: QApplication) -> None:
    load_fonts()


def parts(text: str, width: float) -> list[Part]:
    large = font_of_px(44, 700)
    return [Part(whole(text, large, width), large), Part(text, font_of_px(25, 400), gap=0.1)]


def sizes() -> list[Shrunk]:
    """As they are tried: down to the least size, then all together below it."""
    found, scale, squeeze = [Shrunk(least_px=LEAST)], 1.0, 1.0
    while 44 * scale * squeeze >= SMALLEST_PX:
        scale, squeeze = (scale * STEP, squeeze) if 44 * scale > LEAST else (scale, squeeze * STEP)
        found.append(Shrunk(scale=scale, least_px=LEAST, squeeze=squeeze))
    return found


def searched(words: list[Part], box: QRectF) -> Block:
    """The first size at which they fit, found by laying out every one."""
    every = sizes()
    for how in every:
        block = lay_out(words, box.width(), pitch=PITCH, shrunk=how, balanced=False)
        if block.height <= box.height() + SLACK and block.width <= box.width() + SLACK:
            break
    return lay_out(words, box.width(), pitch=PITCH, shrunk=how)


@pytest.mark.parametrize("text", TEXTS)
def test_the_size_that_is_found_is_the_first_of_all_that_fits(text: str) -> None:
    for width in WIDTHS:
        for height in HEIGHTS:
            box, words = QRectF(0, 0, width, height), parts(text, width)
            assert fit(words, box, pitch=PITCH, least_px=LEAST) == searched(words, box), (width, height)


@pytest.mark.parametrize("text", TEXTS)
def test_no_layout_within_its_width_is_lower_than_the_least_height(text: str) -> None:
    within = 0
    for width in WIDTHS:
        for how in sizes():
            block = lay_out(parts(text, width), width, pitch=PITCH, shrunk=how, balanced=False)
            if block.width <= width + SLACK:
                within += 1
                least = least_height(parts(text, width), width, pitch=PITCH, shrunk=how)
                assert least <= block.height + 1e-6, (width, how)
                assert least >= block.height * 0.4, "else it would say nothing"
    assert within > len(WIDTHS)


@pytest.mark.parametrize("text", TEXTS)
def test_lines_are_the_same_whatever_was_asked_before(text: str) -> None:
    """Narrow first, wide first, and each by itself with nothing remembered."""
    widths = [20.0 + 7.3 * n for n in range(90)]

    def forget() -> None:
        lines._lines_of.cache_clear()
        fonts.advance.cache_clear()

    def alone(width: float) -> tuple[str, ...]:
        forget()
        return lines.broken(text, 33, 700, width)

    expected = {width: alone(width) for width in widths}
    for order in (widths, widths[::-1], widths[::9] + widths):
        forget()
        assert {width: lines.broken(text, 33, 700, width) for width in order} == expected
