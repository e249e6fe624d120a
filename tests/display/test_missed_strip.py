"""Numbers that were missed: every one of them is on the board again and again, however many there are."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from display.board.missed_strip import MissedStrip
from display.board.plan import glass_of_board
from display.board.two_languages import TwoLanguages
from display.board.wall import Wall
from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.look import Distance
from waitline.model.words import Words


def numbers(count: int) -> tuple[str, ...]:
    return tuple(f"A{n:03d}" for n in range(count, 0, -1))


@pytest.fixture
def make_strip(qtbot, make_look) -> Callable[[int], MissedStrip]:
    """A strip of two rows of three, in a hurry."""

    def make(count: int) -> MissedStrip:
        look = make_look(Distance.HALL)
        look.change(glass=glass_of_board(QSize(1280, 720)))
        strip = MissedStrip(look, TwoLanguages(), page_ms=20)
        qtbot.addWidget(strip)
        strip.resize(look.mm(318), look.mm(138))
        strip.show_missed(numbers(count))
        strip.show()
        return strip

    return make


@pytest.mark.parametrize("count", [0, 1, 6])
def test_what_fits_stands_still(make_strip, count):
    strip = make_strip(count)
    assert strip.shown == numbers(count)
    assert (strip.page, strip.pages) == (1, 1)
    assert not strip.turning


@pytest.mark.parametrize(("count", "pages"), [(7, 2), (9, 2), (20, 4)])
def test_every_missed_number_comes_in_its_turn_with_its_page(qtbot, make_strip, count, pages):
    strip = make_strip(count)
    seen: dict[int, tuple[str, ...]] = {}

    def look() -> bool:
        seen[strip.page] = strip.shown
        return len(seen) == strip.pages == pages

    qtbot.waitUntil(look)
    assert sum((seen[page] for page in sorted(seen)), ()) == numbers(count)
    qtbot.waitUntil(lambda: strip.page == 1)


def test_a_page_is_painted_with_its_own_numbers_and_where_it_stands(qtbot, make_strip):
    strip = make_strip(9)
    pictures: dict[int, bytes] = {}

    def look() -> bool:
        pictures[strip.page] = bytes(strip.grab().toImage().constBits())
        return len(pictures) == 2

    qtbot.waitUntil(look)
    assert pictures[1] != pictures[2]


def test_numbers_that_come_and_go_leave_the_page_and_end_the_turning_when_all_fit(qtbot, make_strip):
    strip = make_strip(9)
    qtbot.waitUntil(lambda: strip.page == 2)
    strip._turning.stop()
    strip.show_missed(numbers(10))
    assert (strip.page, strip.shown) == (2, numbers(10)[6:])
    assert strip.turning
    strip.show_missed(numbers(5))
    assert (strip.page, strip.shown, strip.turning) == (1, numbers(5), False)


def test_nothing_turns_where_nobody_sees_it(make_strip):
    strip = make_strip(9)
    assert strip.turning
    strip.hide()
    assert not strip.turning
    strip.show()
    assert strip.turning


def test_out_of_touch_the_pages_go_on_in_grey(qtbot, make_strip):
    strip = make_strip(9)
    before = strip.grab().toImage()
    strip.show_stale(stale=True)
    assert strip.grab().toImage() != before
    page = strip.page
    qtbot.waitUntil(lambda: strip.page != page)


@pytest.mark.parametrize(("size", "room"), [((1920, 1080), 6), ((1080, 1920), 12)])
@pytest.mark.parametrize("count", [5, 20])
def test_the_board_turns_what_does_not_fit(qtbot, make_look, size, room, count):
    wall = Wall(make_look(Distance.HALL))
    qtbot.addWidget(wall)
    wall.resize(*size)
    view = PaperHall(TurnedClock()).board()
    wall.show_view(replace(view, missed=numbers(count)), Words(zh="", en=""))
    wall.show()
    assert wall.missed.shown == numbers(count)[:room]
    assert wall.missed.turning is (count > room)
