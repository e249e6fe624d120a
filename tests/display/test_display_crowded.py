"""A crowded board: many services, two-figure counters, wide letters. The last row reads the calls all the same."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize

from display.board.opening_strip import together
from display.board.plan import Contents, plan
from display.board.wall import Wall
from display.showing import Showing
from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.cli.check.screens import check_screens
from waitline.look import Distance, Glass, Look
from waitline.look.contrast import contrast
from waitline.look.theme import variants
from waitline.model.counter import CounterId, CounterState
from waitline.model.forecast import Accuracy, Period
from waitline.model.office import DisplaySetup
from waitline.model.service import NumberSeries, SeriesCode, ServiceCode
from waitline.model.words import Words
from waitline.views.board import CounterSign

NEEDED_MM, RECENT_MM = 122.2, 58.0
NEARLY = 0.995
PANELS = [(1920, 1080), (1080, 1920), (3840, 2160)]
NAMES = ("戶籍謄本", "印鑑登記・證明", "新住民歸化國籍", "出生登記一站式服務", "諮詢・其他")
ENGLISH = ("Household transcript", "Seal registration and certificate", "Naturalization", "Birth", "Questions")


@pytest.fixture
def hall() -> PaperHall:
    return PaperHall(TurnedClock())


@pytest.fixture
def make_wall(qtbot, make_look, hall):
    """A wall of this size with these calls, so many lines of services, and what else there is."""

    def make(width: int, height: int, *calls: tuple[str, str], services: int = 7, missed: int = 0, **more) -> Wall:
        showing = Showing(TurnedClock())
        showing.see(hall.board())
        for label, counter in calls:
            hall.call(label, counter)
        showing.see(hall.board())
        wall = Wall(make_look(Distance.HALL))
        qtbot.addWidget(wall)
        wall.resize(width, height)
        view = hall.board()
        lines = [
            replace(view.services[0], code=ServiceCode(f"S{n}"), names=Words(zh=NAMES[n % 5], en=ENGLISH[n % 5]))
            for n in range(services - 1)
        ]
        gone = tuple(f"C{n:03d}" for n in range(missed))
        wall.show_view(
            replace(view, services=(*lines, view.services[-1]), missed=gone, **more), Words(zh="", en="")
        )
        wall.show_scene(showing.scene())
        wall.show()
        wall.grab()
        return wall

    return make


def in_mm(wall: Wall, px: float) -> float:
    """On the 55 inch television the board is made for."""
    return Glass(px_per_mm=max(wall.width(), wall.height()) / 1210.0, found_by="setting").mm(px)


FOUR = (("A001", "10"), ("D888", "24"), ("G406", "38"), ("M000", "40"))


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("services", [2, 4, 7, 8, 9, 13, 14, 21])
@pytest.mark.parametrize("accuracy", [None, Accuracy(Period.WEEK, 84, 312)], ids=["", "accuracy"])
@pytest.mark.parametrize("notice", [None, Words(zh="公告", en="A notice")], ids=["", "notice"])
def test_four_calls_are_read_from_the_last_row_however_many_services_there_are(
    make_wall, hall, size, services, accuracy, notice
):
    setup = replace(hall.board().setup, notice=notice)
    wall = make_wall(*size, *FOUR, services=services, missed=7, accuracy=accuracy, setup=setup)
    assert len(wall.big_place.cards) == 4
    assert in_mm(wall, wall.big_place.cap_px) >= NEEDED_MM * NEARLY
    assert in_mm(wall, wall.smallest_cap()) >= NEEDED_MM * NEARLY


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("services", [9, 13, 21])
def test_many_services_names_stand_on_the_board_whole_and_their_chinese_on_one_line(make_wall, size, services):
    wall = make_wall(*size, services=services)
    assert len(wall.services.shown_names) == services
    for number, shown in enumerate(wall.services.shown_names[:-1]):
        chinese, *english = shown.split("\n")
        assert chinese == NAMES[number % 5]
        assert " ".join(english) == ENGLISH[number % 5]


@pytest.mark.parametrize("size", [*PANELS, (1366, 768)])
@pytest.mark.parametrize("services", [7, 13])
@pytest.mark.parametrize("missed", [0, 1, 40])
@pytest.mark.parametrize("opening", [0, 2])
@pytest.mark.parametrize("accuracy", [False, True])
@pytest.mark.parametrize("notice", [False, True])
def test_one_recent_call_has_its_room_whatever_else_is_shown(size, services, missed, opening, accuracy, notice):
    contents = Contents(missed=missed, opening=opening, services=services, accuracy=accuracy, notice=notice)
    places = plan(QSize(*size), contents)
    head_and_row = 115 * min(max(size) / 1210, min(size) / 680)
    assert places.recent.height() >= head_and_row - 1
    boxes = [places.heading, places.big, places.recent, places.opening, places.missed, places.services]
    boxes = [box for box in (*boxes, places.notice, places.accuracy) if box.height() > 0]
    assert all(QRect(0, 0, *size).contains(box) for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("label", ["A001", "D888", "M000", "W666"])
@pytest.mark.parametrize("counter", ["3", "10", "40"])
def test_a_recent_number_and_its_counter_never_run_together(make_wall, hall, size, label, counter):
    wall = make_wall(*size, (label, counter))
    showing = Showing(TurnedClock())
    showing.see(hall.board())
    wall.show_scene(replace(showing.scene(), places=(), recent=showing.scene().places))
    assert [one.call.label for one in wall.recent.shown] == [label]
    assert in_mm(wall, wall.recent.cap_px) >= RECENT_MM * NEARLY
    gaps = bare(wall.recent.grab().toImage(), across=318 * max(size) / 1210, below=50 * max(size) / 1210)
    assert in_mm(wall, sorted(gaps)[-2]) >= 4, "paper before the arrow and behind it"


def bare(picture, *, across: float, below: float) -> list[int]:
    """How wide the paper is between what is inked in the first column, from left to right."""
    ground = picture.pixelColor(picture.width() // 2, picture.height() - 20)
    rows = range(round(below), picture.height() - 20, 2)
    inked = [any(picture.pixelColor(x, y) != ground for y in rows) for x in range(4, round(across) - 4)]
    words = "".join("#" if one else " " for one in inked).strip()
    return [len(gap) for gap in words.replace("#", "\n").split("\n") if gap]


@pytest.mark.parametrize("prefix", ["", "A", "D", "M", "W"])
@pytest.mark.parametrize("digits", [3, 4])
def test_check_reckons_with_the_offices_own_numbers_as_the_board_paints_them(make_wall, hall, prefix, digits):
    series = (NumberSeries(code=SeriesCode("X"), prefix=prefix, first=1, last=999, digits=digits),)
    display = DisplaySetup(id="lobby", screen_mm=(1210.0, 680.0))
    setup = replace(hall.board().setup, series=series, displays=(display,))
    wall = make_wall(1920, 1080, setup=setup)
    told = [finding.words.en for finding in check_screens(setup)]
    for said, px, most in zip(told, (wall.smallest_cap(), wall.smallest_recent_cap()), (122, 58), strict=True):
        reckoned = float(said.split("about ")[1].split(" mm")[0])
        assert reckoned == pytest.approx(min(in_mm(wall, px), most), rel=0.04)


def test_counters_that_open_together_are_named_for_short_where_their_names_allow_it():
    assert together(["11", "12"], ["11 號櫃台", "12 號櫃台"], "、") == "11、12 號櫃台"
    assert together(["11", "12"], ["Counter 11", "Counter 12"], ", ") == "Counter 11, 12"
    assert together(["11"], ["Counter 11"], ", ") == "Counter 11"
    assert together(["S", "12"], ["服務台", "12 號櫃台"], "、") == "服務台、12 號櫃台"
    assert together([], [], "、") == ""


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"11": ("11 號櫃台", "Counter 11")}, "11 號櫃台即將開放 Opening soon: Counter 11"),
        ({"1": ("10 號旁的櫃台", "Beside 10")}, "1 號櫃台即將開放 Opening soon: Counter 1"),
        ({"3": ("服務台", "Service desk")}, "3 號櫃台即將開放 Opening soon: Counter 3"),
        (
            {
                key: (f"{key} 號櫃台（戶籍登記・國籍行政）", f"Counter {key}, registration")
                for key in ("11", "12", "13")
            },
            "11、12、13 號櫃台即將開放 Opening soon: Counter 11, 12, 13",
        ),
        (
            {"5": ("5 號愛心櫃台", "Priority counter 5"), "6": ("6 號櫃台", "Counter 6")},
            "5、6 號櫃台即將開放 Opening soon: Counter 5, 6",
        ),
    ],
)
def test_the_numbers_of_counters_that_open_stand_out_whatever_they_are_called(make_wall, size, names, said):
    signs = [
        CounterSign(
            counter=CounterId(key),
            names=Words(zh=zh, en=en),
            state=CounterState.CLOSED,
            serving=None,
            opens_soon=True,
        )
        for key, (zh, en) in names.items()
    ]
    wall = make_wall(*size, missed=20, counters=tuple(signs))
    assert wall.opening.drawn.text == wall.opening.accessibleName() == said
    assert in_mm(wall, wall.opening.drawn.sign) >= 29, "ten minutes of arc from the last seat"


@pytest.mark.parametrize("variant", variants())
def test_a_deaf_visitors_frame_is_seen_in_every_theme_and_calls_stand_apart(qtbot, hall, variant):
    hall_look = Look(variant=variant, distance=Distance.HALL, glass=Glass(px_per_mm=1.6, found_by="setting"))
    showing = Showing(TurnedClock())
    showing.see(hall.board())
    hall.call("A001", deaf=True)
    hall.call("A002", "4")
    showing.see(hall.board())
    wall = Wall(hall_look, still=True)
    qtbot.addWidget(wall)
    wall.resize(1920, 1080)
    wall.show_view(hall.board(), Words(zh="", en=""))
    before = wall.grab().toImage()
    wall.show_scene(showing.scene())
    wall.show()
    picture = wall.grab().toImage()
    assert contrast(picture.pixelColor(4, 4), before.pixelColor(4, 4)) >= 3
    for card in wall.big_place.cards:
        card.show_light(lit=False)
    x = wall.big_place.geometry().center().x()
    down = [wall.grab().toImage().pixelColor(x, y) for y in range(*vertical(wall))]
    assert len({colour.name() for colour in down}) > 1, "the wall is not one with the cards"


def vertical(wall: Wall) -> tuple[int, int]:
    """From the middle of the gap between two cards into the lower one."""
    upper, lower = sorted(card.geometry().top() for card in wall.big_place.cards)
    del upper
    top = wall.big_place.geometry().top() + lower
    return top - 4, top + 12
