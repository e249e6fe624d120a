from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from waitline.look import VARIANTS, Colour, Distance, Look, Type, contrast
from waitline.look.roles import EDGE_PAIRS, LARGE_TEXT_PAIRS, TEXT_PAIRS
from waitline.look.theme import BadTheme, Length, load_sizes, load_theme


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    ("pairs", "least"),
    [(TEXT_PAIRS, 7.0), (LARGE_TEXT_PAIRS, 4.5), (EDGE_PAIRS, 3.0)],
    ids=["text", "held", "edges"],
)
def test_everything_can_be_told_from_what_it_stands_on(
    variant: str, pairs: tuple[tuple[Colour, Colour], ...], least: float
) -> None:
    theme = load_theme(variant)
    found = {pair: contrast(theme.colour(pair[0]), theme.colour(pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


def test_contrast_is_counted_as_the_standard_does() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_call_is_never_red(variant: str) -> None:
    for role in (Colour.CALL, Colour.CALL_FLASH, Colour.ON_CALL, Colour.CALL_QUIET):
        colour = load_theme(variant).colour(role)
        hue, strong = colour.hsvHue(), colour.hsvSaturationF() > 0.5
        assert not (strong and (hue < 25 or hue > 330)), role


COLOUR_BLIND = {
    "red-blind": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "green-blind": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "blue-blind": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light."""
SIGNALS = (Colour.ACCENT, Colour.LOVE, Colour.NOTICE, Colour.TROUBLE)


@pytest.mark.parametrize("eyes", COLOUR_BLIND)
@pytest.mark.parametrize("variant", ["day", "night"])
def test_what_colours_say_apart_is_apart_for_the_colour_blind(variant: str, eyes: str) -> None:
    theme = load_theme(variant)
    seen = {role: as_seen(theme.colour(role), COLOUR_BLIND[eyes]) for role in SIGNALS}
    for one, other in combinations(SIGNALS, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert apart > 0.08, (one, other, apart)


def as_seen(colour: QColor, eyes: tuple[tuple[float, ...], ...]) -> list[float]:
    linear = [part**2.2 for part in (colour.redF(), colour.greenF(), colour.blueF())]
    mixed = [sum(a * b for a, b in zip(row, linear, strict=True)) for row in eyes]
    return [min(max(part, 0.0), 1.0) ** (1 / 2.2) for part in mixed]


def test_a_kiosk_writes_nothing_smaller_than_an_eye_at_sixty_centimetres_reads(
    make_look: Callable[..., Look],
) -> None:
    look = make_look(Distance.FINGER, px_per_mm=10)
    for role in Type:
        for times in (1.0, look.sizes.second_language, 0.1):
            assert look.cap_mm(look.font(role, times=times)) >= 7.3


@pytest.mark.parametrize("px_per_mm", [1920 / 476, 3840 / 597, 1280 / 338, 1366 / 344, 10.0])
def test_the_least_capital_that_is_painted_is_no_less_than_said(
    make_look: Callable[..., Look], px_per_mm: float
) -> None:
    """Whole pixels round up: on the default panel 41 and not 40."""
    look = make_look(Distance.FINGER, px_per_mm=px_per_mm)
    picture = QImage(120, 120, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    painter = QPainter(picture)
    painter.setFont(look.font(Type.BODY, times=0.1))
    painter.drawText(10, 100, "H")
    painter.end()
    inked = sum(1 - min(picture.pixelColor(x, y).lightnessF() for x in range(120)) for y in range(120))
    assert inked / px_per_mm >= 7.3
    assert look.cap_mm(look.font(Type.BODY, times=0.1)) >= 7.3


def test_a_call_is_seen_from_the_back_wall(make_look: Callable[..., Look]) -> None:
    look = make_look(Distance.HALL, px_per_mm=1.6)
    assert look.cap_mm(look.font(Type.NUMBER, strong=True)) >= 122
    assert look.cap_mm(look.font(Type.HEADING)) >= 58
    look.change(seat_m=5.0)
    assert look.cap_mm(look.font(Type.NUMBER, strong=True)) == pytest.approx(67, abs=1)


def test_a_size_without_a_unit_is_refused() -> None:
    with pytest.raises(BadTheme, match="'7'"):
        Length.parse("7")


@pytest.mark.parametrize("distance", list(Distance))
def test_second_languages_are_never_larger_than_first_ones(distance: Distance) -> None:
    assert 0.5 < load_sizes(distance).second_language < 1
