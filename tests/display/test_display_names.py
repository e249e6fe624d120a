"""Services' names on the board: long ones go on below, neighbours are alike, `check` names those too small."""

from dataclasses import replace

import pytest

from display.board.wall import Wall
from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.cli.check.board_names import check_names
from waitline.cli.check.screens import BOARD_MM
from waitline.model.clock import MINUTE
from waitline.model.forecast import Forecast, WaitRange
from waitline.model.office import DisplaySetup
from waitline.model.service import ServiceCode
from waitline.model.words import Words
from waitline.rules.board_names import LEAST, SECOND_LEAST
from waitline.rules.board_services import plan_services, strip_height
from waitline.views.board import BoardView
from waitline.views.foresight import Foresight

PANELS = [(1920, 1080), (3840, 2160), (1080, 1920), (1366, 768)]
MANY = [9, 12, 15, 20, 30]
SHORT = (
    ("戶籍謄本", "Household transcript"),
    ("印鑑登記・證明", "Seal registration"),
    ("國民身分證", "National ID card"),
    ("諮詢・其他", "Questions"),
)
LONG = (
    ("外國人及無戶籍國民歸化國籍暨喪失國籍許可申請", "Application for naturalization and for loss of nationality"),
    ("原住民身分取得喪失變更回復及民族別登記", "Indigenous status: gain, loss, change and tribe"),
)
LOVE_LINE = 1


def a_board(services: int, *, long: int = 0, told: bool = False) -> BoardView:
    """So many lines with the love line, of which so many have long names; `told`: waits are announced."""
    view = PaperHall(TurnedClock()).board()
    names = [LONG[n % 2] if n < long else SHORT[n % 4] for n in range(services - LOVE_LINE)]
    one, love = view.setup.services[0], view.services[-1]
    offered = tuple(
        replace(one, code=ServiceCode(f"S{n}"), names=Words(zh=zh, en=en)) for n, (zh, en) in enumerate(names)
    )
    codes = tuple(service.code for service in offered)
    setup = replace(
        view.setup,
        services=offered,
        counters=tuple(replace(counter, services=codes) for counter in view.setup.counters),
    )
    lines = tuple(
        replace(view.services[0], code=service.code, names=service.names, waiting=38) for service in offered
    )
    waits = dict.fromkeys(codes, Forecast(MINUTE, MINUTE, WaitRange(28, 39))) if told else {}
    return replace(view, setup=setup, services=(*lines, love), foresight=Foresight(services=waits))


def millimetre(wall: Wall) -> float:
    """Its pixels on the 55 inch panel that the board is made for."""
    return max(wall.width(), wall.height()) / BOARD_MM[0]


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("services", [5, 7, *MANY])
def test_a_long_name_goes_on_below_before_it_gets_small(wall_of, size, services):
    wall = wall_of(a_board(services, long=2), *size)
    mm = millimetre(wall)
    for shown, (zh, en), caps in zip(wall.services.shown_names, LONG, wall.services.name_caps, strict=False):
        lines = shown.split("\n")
        assert "".join(line for line in lines if not line.isascii()) == zh
        assert " ".join(line for line in lines if line.isascii()) == en
        least = 7.0 if services < 12 else 5.5 if services < 20 else 3.4
        assert caps[0] / mm >= least, shown


@pytest.mark.parametrize("services", [1, 7, 30])
def test_a_name_as_long_as_a_page_is_drawn_all_the_same(wall_of, services):
    board = a_board(services + LOVE_LINE)
    endless = Words(zh="國籍變更登記" * 60, en="Registrationofchangeofnationality " * 40)
    wall = wall_of(replace(board, services=(replace(board.services[0], names=endless), *board.services[1:])))
    assert len(wall.services.shown_names) == services + LOVE_LINE
    assert all(cap > 0 for caps in wall.services.name_caps for cap in caps)


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("services", MANY)
@pytest.mark.parametrize("long", [0, 2])
def test_neighbours_have_one_size_and_a_long_name_makes_no_other_smaller(wall_of, size, services, long):
    board = a_board(services, long=long)
    wall = wall_of(board, *size)
    usual = set(wall.services.name_caps[long:])
    assert len(usual) == 1, usual
    mm = millimetre(wall)
    if services < 20:
        assert min(caps[1] for caps in usual) / mm >= SECOND_LEAST - 1 / mm


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("services", [9, 12, 15, 20])
def test_names_of_the_usual_length_can_be_read_before_the_board(wall_of, size, services):
    wall = wall_of(a_board(services), *size)
    pixel = 1 / millimetre(wall)
    for first, second in wall.services.name_caps:
        assert first / millimetre(wall) >= LEAST - pixel
        assert second / millimetre(wall) >= SECOND_LEAST - pixel


@pytest.mark.parametrize("size", PANELS)
@pytest.mark.parametrize("services", MANY)
@pytest.mark.parametrize("told", [False, True], ids=["waiting", "waits"])
def test_what_a_figure_means_is_as_large_everywhere_and_can_be_read(wall_of, size, services, told):
    wall = wall_of(a_board(services, told=told), *size)
    said = wall.services.word_caps[:-LOVE_LINE]
    assert len(said) == services - LOVE_LINE
    assert len(set(said)) == 1
    least = SECOND_LEAST if services <= 20 else SECOND_LEAST * 0.75
    assert min(said[0]) / millimetre(wall) >= least - 1 / millimetre(wall)
    if told:
        assert wall.services.shown_waits == ["28–39 分\n28–39 min"] * (services - LOVE_LINE)


@pytest.mark.parametrize("size", [(3840, 2160), (2160, 3840)])
@pytest.mark.parametrize("inches", [32, 55, 86])
@pytest.mark.parametrize("services", [7, 9, 15, 20, 30])
@pytest.mark.parametrize("long", [0, 2])
def test_check_names_what_is_too_small_on_the_displays_own_panel(wall_of, size, inches, services, long):
    board, scale = a_board(services, long=long), inches / 55
    upright = size[1] > size[0]
    screen_mm = tuple(length * scale for length in (reversed(BOARD_MM) if upright else BOARD_MM))
    display = DisplaySetup(id="lobby", screen_mm=screen_mm)
    wall = wall_of(board, *size)
    mm, pixel = millimetre(wall) / scale, 1.2 * scale / millimetre(wall)
    said = "".join(finding.words.zh for finding in check_names(display, board.setup, screen_mm, scale))
    for line, (first, second) in zip(board.services, wall.services.name_caps, strict=True):
        if first / mm < LEAST - pixel or second / mm < SECOND_LEAST - pixel:
            assert f"「{line.names.zh}」" in said
        if first / mm >= LEAST and second / mm >= SECOND_LEAST:
            assert f"「{line.names.zh}」" not in said


@pytest.mark.parametrize("services", MANY)
def test_no_service_moves_to_another_place_while_the_strip_has_a_notices_room_too(services):
    names = tuple(line.names for line in a_board(services).services)
    low, high = (strip_height(services, upright=False, notice=True) + more for more in (0, 51))
    while_told = plan_services(names, 1180, high, low)
    assert while_told.rows == plan_services(names, 1180, low).rows
    assert while_told.cell[1] > plan_services(names, 1180, low).cell[1]


def test_check_reckons_with_the_line_of_a_notice():
    board = a_board(20)
    display = DisplaySetup(id="lobby", screen_mm=BOARD_MM)
    noted = replace(board.setup, notice=Words(zh="週五停電", en="No power on Friday"))
    assert not list(check_names(display, board.setup, BOARD_MM, 1.0))
    (finding,) = check_names(display, noted, BOARD_MM, 1.0)
    assert "「戶籍謄本」" in finding.words.zh
