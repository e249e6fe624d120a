"""A line of the queue: the number is whole, whatever else there is to know of its visitor."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QListView

from counter.badges import Badge
from counter.chips import Chip, paint_chip
from counter.face import Stage
from counter.row_layout import RowPlaces
from counter.row_painter import RowPainter
from counter.waiting_rows import ROW_ROLE
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import ALL_NEEDS, RealHall
from waitline.look import Look, Type

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SitDown = Callable[..., ClerkAtWork]
SIZES = [QRect(0, 0, 1180, 640), QRect(0, 0, 1366, 700), QRect(0, 0, 1920, 1016)]
IN_WORDS = {
    "zh-TW": ("愛心", "聽障：請招手", "視障：請引導", "輪椅", "請放慢", "越南語"),
    "en": ("Priority", "Deaf: wave", "Blind: guide", "Wheelchair", "Go slowly", "Vietnamese"),
}


@pytest.fixture(params=SIZES, ids=lambda size: str(size.width()))
def geometry(request: pytest.FixtureRequest) -> QRect:
    return request.param


def speak(clerk: ClerkAtWork, language: str) -> None:
    if clerk.translations.language != language:
        clerk.screen._change_language()


def row_of(clerk: ClerkAtWork, label: str) -> tuple[RowPlaces, str, str]:
    """Where the parts of a row are drawn; what it says in full, in the tooltip and to a listener."""
    rows = clerk.find("waiting_rows")
    assert isinstance(rows, QListView)
    for place in range(rows.model().rowCount()):
        index = rows.model().index(place, 0)
        row, painter = index.data(ROW_ROLE), rows.itemDelegate()
        assert isinstance(painter, RowPainter)
        if row.ticket.label == label:
            places = painter.places(row, QRectF(rows.visualRect(index)))
            told = (index.data(role) for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole))
            return places, *told
    raise AssertionError(f"{label} is not in the queue")


def parts(places: RowPlaces) -> list[QRectF]:
    return [places.number, places.service, places.chips, places.aside, places.since]


def is_well_drawn(look: Look, places: RowPlaces, label: str) -> None:
    heading = QFontMetricsF(look.font(Type.HEADING, strong=True))
    assert places.number.width() >= heading.horizontalAdvance(label)
    boxes = parts(places)
    assert all(left.right() <= right.left() + 0.01 for left, right in pairwise(boxes))
    assert places.line.width <= places.chips.width() + 0.01
    body = QFontMetricsF(look.font(Type.BODY))
    assert len(places.service_words.rstrip("…")) >= 2
    assert body.horizontalAdvance(places.service_words) <= places.service.width()


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_a_parked_visitor_with_every_need_keeps_number_and_service(
    hall: RealHall, sit_down: SitDown, desk_look: Look, geometry, language
):
    ticket = hall.take("REG", love=True, needs=ALL_NEEDS, language="vi")
    clerk = sit_down(hall, geometry=geometry)
    clerk.press(Key.Key_F9)
    clerk.until_number(ticket.label)
    clerk.press(Key.Key_P, CTRL)
    clerk.until_asked()
    clerk.click("other_reason")
    clerk.type("gone to the bank for the fee and the photographs")
    clerk.press(Key.Key_Return)
    clerk.until_stage(Stage.IDLE)
    clerk.turn_to_tab(1)
    speak(clerk, language)

    places, tooltip, told = row_of(clerk, ticket.label)

    is_well_drawn(desk_look, places, ticket.label)
    assert len(places.line.shown) + places.line.more == 6
    assert len(places.line.shown) >= 3, "a long service is cut before badges are only counted"
    for words in IN_WORDS[language]:
        assert words in tooltip
        assert words in told


@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_every_waiting_visitor_with_every_need_keeps_number_and_service(
    hall: RealHall, sit_down: SitDown, desk_look: Look, geometry, language
):
    services = ("TRANS", "REG", "IDCARD", "SEAL", "ASK")
    labels = [hall.take(service, needs=ALL_NEEDS, language="id").label for service in services]
    clerk = sit_down(hall, geometry=geometry)
    speak(clerk, language)

    for label in labels:
        places, _, _ = row_of(clerk, label)
        is_well_drawn(desk_look, places, label)
        assert not places.service_words.endswith("…"), "the badges give way first"


def test_a_badge_keeps_its_words_while_there_is_room(hall: RealHall, sit_down: SitDown, desk_look: Look):
    ticket = hall.take("TRANS", love=True, needs=frozenset(list(ALL_NEEDS)[:1]))
    clerk = sit_down(hall)

    places, _, _ = row_of(clerk, ticket.label)

    assert all(isinstance(chip, Chip) for chip in places.line.shown)
    assert (len(places.line.shown), places.line.silent, places.line.more) == (2, frozenset(), 0)


def test_needs_are_told_apart_by_their_pictures_alone(desk_look: Look):
    """In a crowded line a badge has no words."""
    pictures = set()
    needs = (Badge.LOVE, Badge.DEAF, Badge.BLIND, Badge.WHEELCHAIR, Badge.SLOW, Badge.LANGUAGE)
    for badge in needs:
        picture = QImage(60, 40, QImage.Format.Format_RGB32)
        picture.fill(0)
        painter = QPainter(picture)
        paint_chip(painter, desk_look, Type.SMALL, Chip(badge=badge, words=""), 4, 20, words=False)
        painter.end()
        pictures.add(bytes(picture.constBits()))
    assert len(pictures) == len(needs)
