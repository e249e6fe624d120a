"""Where the parts of one line of the queue go: the number is always whole, badges give way to the service."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from waitline.look import Look, Space, Type

from .chip_line import ChipLine, fit_chips
from .chips import Chip

NUMBER_EM: Final = 5.0
SINCE_EM: Final = 6.0
EXPECTED_EM: Final = 6.0
ASIDE_EM: Final = 9.0
ASIDE_LEAST_EM: Final = 5.0
SERVICE_LEAST_EM: Final = 5.0
"""What is left of a service's name at least, if it is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWords:
    """What is to be said in one line. `aside`: why this one is not simply waiting; `expected`: when
    it is called."""

    number: str
    service: str
    chips: Sequence[Chip]
    aside: str
    since: str
    expected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlaces:
    """Boxes from left to right, none over another, with what is written in them."""

    number: QRectF
    service: QRectF
    chips: QRectF
    aside: QRectF
    expected: QRectF
    since: QRectF
    service_words: str
    aside_words: str
    expected_words: str
    line: ChipLine


def place_row(look: Look, words: RowWords, inside: QRectF) -> RowPlaces:
    """Number and minutes take what they need; between them the badges shrink first, then service and reason. When
    it is called gives way before a badge is only counted."""
    places = _places(look, words, inside)
    if words.expected and places.line.more:
        return _places(look, replace(words, expected=""), inside)
    return places


def _places(look: Look, words: RowWords, inside: QRectF) -> RowPlaces:
    em, pad = look.font(Type.BODY).pixelSize(), look.px(Space.PAD)
    number_wide = max(em * NUMBER_EM, _advance(look.font(Type.HEADING, strong=True), words.number) + pad)
    since_wide = max(em * SINCE_EM, _advance(look.font(Type.BODY), words.since) + pad)
    expected_wide = _expected_wide(look, words.expected)
    since_left = inside.right() - since_wide
    left, right = inside.left() + number_wide, since_left - expected_wide
    aside_words, line = _shared(look, words, right - left)
    aside_left = right - _advance(look.font(Type.SMALL), aside_words)
    chips_right = aside_left - (pad if aside_words else 0)
    chips_left = chips_right - line.width
    service_right = chips_left - (pad if words.chips else 0)
    return RowPlaces(
        number=_between(inside, inside.left(), left),
        service=_between(inside, left, service_right),
        chips=_between(inside, chips_left, chips_right),
        aside=_between(inside, aside_left, right),
        expected=_between(inside, right, since_left),
        since=_between(inside, since_left, inside.right()),
        service_words=_elided(look.font(Type.BODY), words.service, service_right - left),
        aside_words=aside_words,
        expected_words=words.expected,
        line=line,
    )


def _expected_wide(look: Look, words: str) -> float:
    """Alike in all lines that tell it, so that times stand below each other."""
    if not words:
        return 0.0
    small = look.font(Type.SMALL)
    return max(small.pixelSize() * EXPECTED_EM, _advance(small, words) + look.px(Space.PAD))


def _shared(look: Look, words: RowWords, room: float) -> tuple[str, ChipLine]:
    """The reason and the badges as they share `room` with the service: all in full, or each a little shorter."""
    body, small, pad = look.font(Type.BODY), look.font(Type.SMALL), look.px(Space.PAD)
    service = _advance(body, words.service) + 1
    least = min(service, body.pixelSize() * SERVICE_LEAST_EM)
    for service_wide, aside_em in ((service, ASIDE_EM), (least, ASIDE_EM), (least, ASIDE_LEAST_EM)):
        aside = _elided(small, words.aside, small.pixelSize() * aside_em)
        taken = service_wide + pad + _advance(small, aside) + (pad if aside else 0)
        line = fit_chips(look, Type.SMALL, words.chips, room - taken)
        if not line.more:
            break
    return aside, line


def _between(inside: QRectF, left: float, right: float) -> QRectF:
    return QRectF(left, inside.top(), max(0.0, right - left), inside.height())


def _advance(font: QFont, words: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(words)


def _elided(font: QFont, words: str, room: float) -> str:
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
