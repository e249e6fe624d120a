"""Numbers of three to eight characters: missed ones stand apart and within their box on every screen."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage

from display.board.wall import Wall
from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.look import Distance
from waitline.model.service import NumberSeries, SeriesCode
from waitline.model.words import Words

SCREENS = [(1920, 1080), (1080, 1920), (3840, 2160), (2160, 3840), (1366, 768), (1280, 1024), (640, 360)]
FORMS = [("", 3), ("W", 3), ("", 5), ("W", 4), ("GH", 4), ("WW", 4), ("GH", 5), ("", 6), ("GH", 6), ("WW", 6)]
APART_MM, WITHIN_A_NUMBER_MM, HEAD_MM, EDGE_MM, CORNER_MM, PAD_MM = 12.0, 9.0, 48.0, 4.5, 8.0, 8.0
DARK = 128


@pytest.fixture
def make_wall(qtbot, make_look):
    """A board with so many missed numbers, of an office whose numbers have these forms."""

    def make(size, count: int, *forms: tuple[str, int], opening: bool = False) -> Wall:
        wall = Wall(make_look(Distance.HALL))
        qtbot.addWidget(wall)
        wall.resize(*size)
        show(wall, missed(count, *forms[0]), *forms, opening=opening)
        wall.show()
        return wall

    return make


def show(wall: Wall, numbers: tuple[str, ...], *forms: tuple[str, int], opening: bool = False) -> None:
    view = PaperHall(TurnedClock()).board()
    series = tuple(
        NumberSeries(code=SeriesCode(f"S{n}"), prefix=prefix, first=1, last=999, digits=digits)
        for n, (prefix, digits) in enumerate(forms)
    )
    counters = tuple(replace(one, opens_soon=opening and one.counter == "3") for one in view.counters)
    view = replace(view, setup=replace(view.setup, series=series), missed=numbers, counters=counters)
    wall.show_view(view, Words(zh="", en=""))


def missed(count: int, prefix: str, digits: int) -> tuple[str, ...]:
    return tuple(f"{prefix}{n:0{digits}d}" for n in range(count + 100, 100, -1))


def per_mm(wall: Wall) -> float:
    across, down = (1210, 680) if wall.width() >= wall.height() else (680, 1210)
    return min(wall.width() / across, wall.height() / down)


def inked_rows(wall: Wall) -> list[list[tuple[int, int]]]:
    """What is inked in each row of missed numbers: from where to where, in pixels of the strip."""
    picture, mm = wall.missed.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8), per_mm(wall)
    line, edge = picture.bytesPerLine(), round(EDGE_MM * mm)
    grey = bytes(picture.constBits())
    lines = [
        grey[y * line + edge : y * line + picture.width() - edge]
        for y in range(picture.height() - round(CORNER_MM * mm))
    ]
    under_head = round(HEAD_MM * mm)
    rows = runs([min(one) < DARK for one in lines[under_head:]], least=2)
    return [
        [
            (edge + left, edge + right)
            for left, right in runs(
                [
                    min(column) < DARK
                    for column in zip(*lines[under_head + top : under_head + bottom], strict=True)
                ],
                least=WITHIN_A_NUMBER_MM * mm,
            )
        ]
        for top, bottom in rows
    ]


def runs(inked: list[bool], least: float) -> list[tuple[int, int]]:
    """Where ink begins and ends, gaps smaller than `least` left out."""
    found: list[tuple[int, int]] = []
    for at, one in enumerate(inked):
        if one and found and at - found[-1][1] < least:
            found[-1] = (found[-1][0], at + 1)
        elif one:
            found.append((at, at + 1))
    return found


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize(("prefix", "digits"), FORMS)
@pytest.mark.parametrize("opening", [False, True], ids=["", "opening"])
def test_no_missed_number_touches_another_or_leaves_its_box(make_wall, size, prefix, digits, opening):
    wall = make_wall(size, 40, (prefix, digits), opening=opening)
    assert wall.opening.isVisible() == opening
    rows, mm = inked_rows(wall), per_mm(wall)
    assert sum(len(row) for row in rows) == len(wall.missed.shown)
    for row in rows:
        assert row[0][0] >= PAD_MM * mm - 1
        assert row[-1][1] <= wall.missed.width() - PAD_MM * mm + 1
        gaps = [after[0] - before[1] for before, after in pairwise(row)]
        assert all(gap >= APART_MM * mm - 1 for gap in gaps)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_columns_stay_when_a_wider_number_is_missed(make_wall, size):
    wall = make_wall(size, 40, ("A", 3), ("GH", 4))
    before = wall.missed.shown
    show(wall, ("GH0101", *missed(40, "A", 3)), ("A", 3), ("GH", 4))
    assert wall.missed.shown == ("GH0101", *before[:-1])


@pytest.mark.parametrize(
    ("form", "lying", "upright"), [(("A", 3), 6, 12), (("G", 4), 6, 12), (("GH", 4), 4, 10), (("GH", 6), 4, 8)]
)
def test_as_many_stand_on_a_page_as_can_be_read(make_wall, form, lying, upright):
    for size, room in (((1920, 1080), lying), ((1080, 1920), upright)):
        assert len(make_wall(size, 40, form).missed.shown) == room


def test_numbers_of_another_day_with_a_longer_form_have_their_room_too(make_wall):
    wall = make_wall((1920, 1080), 40, ("A", 3))
    show(wall, missed(40, "GH", 6), ("A", 3))
    assert sum(len(row) for row in inked_rows(wall)) == len(wall.missed.shown) == 4
