"""What the hall reads from its seats: sizes in real millimetres, nothing over anything else, gentle flashes."""

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, QSize

from display.board.plan import Contents, glass_of_board, legibility, plan
from display.board.wall import Wall
from display.showing import Scene, Showing, Shown
from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.look import Distance, Glass, Look
from waitline.model.clock import local
from waitline.model.forecast import Accuracy, Period
from waitline.model.words import Words

SIZES = [(1920, 1080), (1080, 1920), (3840, 2160), (2160, 3840), (960, 540), (1280, 1024), (640, 360)]
FIFTY_FIVE_INCH_MM = 1210.0
NEEDED_AT_10_M_MM = 122
RECENT_AT_10_M_MM = 58


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def hall(clock) -> PaperHall:
    return PaperHall(clock)


@pytest.fixture
def make_wall(qtbot, make_look, clock, hall):
    def make(width: int, height: int, *calls: str, **how: bool) -> Wall:
        showing = Showing(clock)
        showing.see(hall.board())
        for number, label in enumerate(calls):
            hall.call(label, str(number + 1), **how)
        showing.see(hall.board())
        wall = Wall(make_look(Distance.HALL))
        qtbot.addWidget(wall)
        wall.resize(width, height)
        view = hall.board()
        wall.show_view(view, Words(zh="今日開放 08:00–17:00", en="Open today 08:00–17:00"))
        wall.show_time(local(view.at, view.setup.zone))
        wall.show_scene(showing.scene())
        wall.show()
        return wall

    return make


def test_how_large_the_numbers_will_be_is_known_before_the_first_call(make_wall):
    empty, full = make_wall(1920, 1080), make_wall(1920, 1080, "A001", "A002", "A003", "A004")
    assert empty.smallest_cap() == pytest.approx(full.big_place.cap_px, rel=0.05)


SCREENS = [(1280, 720), (1366, 768), (1920, 1080), (3840, 2160), (1080, 1920)]


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("silent", [False, True])
def test_the_date_is_never_broken_inside_a_word(make_wall, hall, size, silent):
    wall = make_wall(*size)
    wall.show_silent(silent=silent)
    for month, day in ((11, 26), (9, 30), (1, 1)):
        wall.show_time(datetime(2026, month, day, 9, tzinfo=UTC))
        wall.grab()
        pieces = wall.heading.shown_date.replace("\n", "  ").split()
        assert f"{month}月{day}日" in pieces
        assert any(piece.startswith("星期") and len(piece) == 3 for piece in pieces)


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("silent", [False, True])
def test_a_long_offices_name_is_broken_only_where_a_place_or_an_authority_ends(make_wall, hall, size, silent):
    wall, view = make_wall(*size), hall.board()
    long = Words(
        zh="新北市政府民政局三重區第二戶政事務所",
        en="Sanchong District Second Household Registration Office, New Taipei City",
    )
    wall.show_view(replace(view, setup=replace(view.setup, names=long)), Words(zh="", en=""))
    wall.show_silent(silent=silent)
    wall.grab()
    lines = wall.heading.shown_names.split("\n")
    chinese = [line for line in lines if not line.isascii()]
    assert "".join(chinese) == long.zh
    assert all(line[-1] in "市局區" for line in chinese[:-1])
    assert " ".join(line for line in lines if line.isascii()) == long.en


@pytest.mark.parametrize("size", SCREENS)
def test_seven_services_names_are_broken_only_between_words(make_wall, hall, size):
    wall, view = make_wall(*size), hall.board()
    names = ("戶籍登記、身分證與戶口名簿", "自然人憑證申辦・解鎖", "新住民歸化國籍", "印鑑登記・證明")
    lines = [
        replace(line, names=replace(line.names, zh=name))
        for line, name in zip(view.services[:4], names, strict=True)
    ]
    wall.show_view(replace(view, services=(*lines, *view.services[4:])), Words(zh="", en=""))
    wall.grab()
    assert len(wall.services.shown_names) == 7
    for shown, name in zip(wall.services.shown_names, names, strict=False):
        chinese = [line for line in shown.split("\n") if not line.isascii()]
        assert "".join(chinese) == name
        assert all(line[-1] in "、・" for line in chinese[:-1])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("missed", [0, 2, 40])
@pytest.mark.parametrize("banner", [0, 90])
@pytest.mark.parametrize("opening", [0, 1])
def test_no_part_of_the_board_covers_another_or_leaves_the_screen(size, missed, banner, opening):
    width, height = size
    contents = Contents(banner=banner * width // 1920, missed=missed, opening=opening, services=7)
    places = plan(QSize(width, height), contents)
    assert places.big == plan(QSize(width, height), replace(contents, opening=0)).big, "what is large stays"
    beside = [places.recent, places.opening, places.missed]
    boxes = [places.heading, places.banner, places.big, *beside, places.services]
    boxes = [box for box in boxes if box.height() > 0]
    screen = QRect(0, 0, width, height)
    assert all(screen.contains(box) for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (3840, 2160)])
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("accuracy", [None, Accuracy(Period.WEEK, 84, 312)], ids=["", "accuracy"])
def test_the_last_row_reads_up_to_three_calls_on_a_55_inch_panel(make_wall, hall, size, count, accuracy):
    wall = make_wall(*size, *(f"A00{number}" for number in range(1, count + 1)))
    wall.show_view(replace(hall.board(), accuracy=accuracy), Words(zh="", en=""))
    wall.grab()
    panel = Glass(px_per_mm=max(size) / FIFTY_FIVE_INCH_MM, found_by="setting")
    assert panel.mm(wall.big_place.cap_px) >= NEEDED_AT_10_M_MM
    assert round(panel.mm(wall.recent.cap_px)) >= RECENT_AT_10_M_MM


def test_four_calls_are_as_large_and_the_fifth_waits_its_turn(make_wall):
    wall = make_wall(1920, 1080, "A001", "A002", "A003", "A004", "A005")
    panel = Glass(px_per_mm=1920 / FIFTY_FIVE_INCH_MM, found_by="setting")
    assert len(wall.big_place.cards) == 4
    assert panel.mm(wall.big_place.cap_px) >= NEEDED_AT_10_M_MM


@pytest.mark.parametrize("size", SIZES)
def test_the_called_number_is_always_the_largest_thing(make_wall, size):
    wall = make_wall(*size, "A001", "B002", "C003")
    sign_px = wall.recent.cap_px
    assert wall.big_place.cap_px > 1.5 * sign_px


def test_a_small_panel_is_named_with_its_millimetres():
    panel = Glass(px_per_mm=1920 / 708, found_by="setting")
    found = legibility(hero_px=188, recent_px=92, panel=panel, far_seat_m=10)
    assert not found.enough
    assert (round(found.hero_wanted_mm), round(found.recent_wanted_mm)) == (122, 58)
    assert round(found.hero_mm) == 69
    assert legibility(hero_px=188, recent_px=92, panel=panel, far_seat_m=5).enough


def test_the_same_board_fills_full_hd_and_4k_alike():
    small, large = (plan(QSize(n * 1920, n * 1080), Contents(missed=3, services=7)) for n in (1, 2))
    assert abs(large.big.width() - 2 * small.big.width()) <= 4
    assert glass_of_board(QSize(3840, 2160)).px_per_mm == 2 * glass_of_board(QSize(1920, 1080)).px_per_mm


def test_a_new_call_flashes_twice_at_most_slower_than_once_a_second(qtbot, make_wall):
    begun = time.monotonic()
    wall = make_wall(1280, 720, "A001")
    card = wall.big_place.cards[0]
    changes: list[tuple[float, bool]] = [(0.0, card.lit)]

    def beaten() -> None:
        if card.lit != changes[-1][1]:
            changes.append((time.monotonic() - begun, card.lit))

    wall.big_place._flashes.turned.connect(beaten)
    qtbot.waitUntil(lambda: not wall.big_place.flashing)
    lit_at = [at for at, lit in changes if lit]
    assert len(lit_at) == 2
    assert lit_at[1] - lit_at[0] >= 1.0
    assert not changes[-1][1]
    assert not card.lit


def test_where_nothing_may_flash_a_new_call_stands_lit_as_long_as_it_is_new(qtbot, make_look, hall, clock):
    wall, showing = Wall(make_look(Distance.HALL), still=True), Showing(clock)
    qtbot.addWidget(wall)
    wall.resize(1280, 720)
    showing.see(hall.board())
    hall.call("A001")
    showing.see(hall.board())
    wall.show_scene(showing.scene())
    (card,) = wall.big_place.cards
    assert card.lit
    assert not wall.big_place.flashing
    clock.turn(10.1)
    wall.show_scene(showing.scene())
    assert not card.lit


def test_calls_of_one_moment_flash_together(qtbot, make_wall):
    wall = make_wall(1280, 720, "A001", "A002", "A003")
    seen: set[frozenset[bool]] = set()

    def both_halves() -> bool:
        seen.add(frozenset(card.lit for card in wall.big_place.cards))
        return {frozenset({True}), frozenset({False})} <= seen

    qtbot.waitUntil(both_halves)
    assert frozenset({True, False}) not in seen


def test_a_love_visitors_call_carries_heart_and_words(make_wall, make_look):
    plain, love = (make_wall(1280, 720, label, love=love) for label, love in (("901", False), ("902", True)))
    rose = make_look(Distance.HALL).theme.colours
    picture = love.grab().toImage()
    shades = {picture.pixelColor(x, 200).name() for x in range(30, 300)}
    assert any(shade == colour.name() for role, colour in rose.items() if role == "love_soft" for shade in shades)
    assert not plain.border_shown


def test_an_answered_call_is_calm_and_asks_nobody_to_the_counter_any_more(make_wall, hall):
    wall = make_wall(1280, 720, "A001", "901")
    live, calm = wall.big_place.cards
    assert (live.accessibleName(), calm.accessibleName()) == (
        "901 請至2 號櫃台 Counter 2",
        "A001 請至1 號櫃台 Counter 1",
    )
    before, box = calm.grab().toImage(), calm.geometry()
    places = tuple(replace(one, call=replace(one.call, live=one.call.label == "901")) for one in shown(wall))
    wall.show_scene(Scene(places=places))
    assert (live.accessibleName(), calm.accessibleName()) == (
        "901 請至2 號櫃台 Counter 2",
        "A001 1 號櫃台 Counter 1",
    )
    assert calm.geometry() == box
    assert calm.grab().toImage().pixelColor(200, 12) != before.pixelColor(200, 12)


def test_that_nobody_is_called_is_said_only_when_it_is_true(make_wall):
    none = "目前沒有叫號 No calls at present"
    assert none in make_wall(1280, 720).recent.accessibleName()
    assert none not in make_wall(1280, 720, "A001").recent.accessibleName()


def shown(wall: Wall) -> list[Shown]:
    return [card.shown for card in wall.big_place.cards]


def test_an_empty_hall_is_greeted_and_told_the_offices_notice(make_wall, hall):
    wall = make_wall(1280, 720)
    assert wall.welcome.isVisible()
    assert not wall.big_place.isVisible()
    view = hall.board()
    notice = Words(zh="申辦國民身分證可現場拍照", en="Photographs for ID cards can be taken here")
    wall.show_view(replace(view, setup=replace(view.setup, notice=notice)), Words(zh="", en=""))
    for words in ("歡迎光臨", "Welcome", notice.zh, notice.en):
        assert words in wall.welcome.accessibleName()


def test_a_still_board_paints_nothing(qtbot, make_wall, hall):
    """No continuous repaint: the same view again changes no pixel and asks for no paint."""
    wall = make_wall(1280, 720, "A001")
    qtbot.waitUntil(lambda: not wall.big_place.cards[0].lit and not wall.big_place.flashing)
    painted: list[object] = []
    wall.big_place.painted.connect(painted.append)
    before = wall.grab().toImage()
    wall.show_view(hall.board(), Words(zh="今日開放 08:00–17:00", en="Open today 08:00–17:00"))
    assert wall.grab().toImage() == before


def test_the_theme_of_the_office_colours_the_board(qtbot):
    colours = set()
    for variant in ("day", "night", "high_contrast"):
        glass = Glass(px_per_mm=1.6, found_by="setting")
        wall = Wall(Look(variant=variant, distance=Distance.HALL, glass=glass))
        qtbot.addWidget(wall)
        wall.resize(640, 360)
        colours.add(wall.grab().toImage().pixelColor(2, 2).name())
    assert len(colours) == 3
