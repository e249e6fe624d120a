"""Where to go, as a card of the big place says it: the counter's number first, its name's words around it."""

from dataclasses import replace

import pytest

from display.board.wall import Wall
from display.showing import Scene, Shown
from tests.display.hall_on_paper import PaperHall
from waitline.cli.check.counter_names import check_counters
from waitline.look import Distance
from waitline.model.counter import CounterId
from waitline.model.office import DisplaySetup
from waitline.model.words import Words
from waitline.rules.board_names import LEAST, SECOND_LEAST

PANEL_MM = 1210.0
RECENT_MM = 58.0
"""20 minutes of arc from 10 m."""
PIXEL = 0.98
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160), (2160, 3840)]
SHORT = ("3 號櫃台", "Counter 3", "3")
OTHERS = (("4 號櫃台", "Counter 4", "4"), ("12 號櫃台", "Counter 12", "12"), ("5 號櫃台", "Counter 5", "5"))
LONG = {
    "love": ("3 號愛心櫃台", "Priority counter 3", "3"),
    "detail": ("3 號櫃台（戶籍登記）", "Counter 3 Registration", "3"),
    "english": ("3 號櫃台", "Household registration and nationality counter 3", "3"),
    "twenty": ("第31號櫃台（國籍・歸化・外籍配偶・僑民業務）", "Counter 31 – nationality and overseas", "31"),
    "unbroken": ("3 號新住民及外籍人士歸化國籍服務專用櫃台", "Counter 3", "3"),
    "named": ("服務台", "Service desk", "3"),
}


@pytest.fixture
def made(qtbot, make_look, hall: PaperHall):
    def make(size: tuple[int, int], *counters: tuple[str, str, str], live: bool = True) -> Wall:
        calls = [
            replace(hall.call(f"A00{number}", sign), counter_names=Words(zh=zh, en=en), live=live)
            for number, (zh, en, sign) in enumerate(counters, 1)
        ]
        wall = Wall(make_look(Distance.HALL))
        qtbot.addWidget(wall)
        wall.resize(*size)
        wall.show_view(hall.board(), Words(zh="", en=""))
        wall.show_scene(Scene(places=tuple(Shown(call=one, fresh=True, spoken=False) for one in calls)))
        wall.show()
        wall.grab()
        return wall

    return make


def signs(wall: Wall, size: tuple[int, int]) -> list[float]:
    """How high each card's counter number is, in the board's millimetres."""
    return [card.drawn.sign * PANEL_MM / max(size) for card in wall.big_place.cards]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("long", LONG)
def test_the_counters_number_is_read_from_the_last_row_whatever_its_name(made, size, count, long):
    wall = made(size, *(LONG[long], *OTHERS)[:count])
    assert min(signs(wall, size)) >= RECENT_MM * PIXEL


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("long", LONG)
def test_a_long_name_makes_only_its_own_words_smaller(made, size, count, long):
    short, wall = made(size, *(SHORT, *OTHERS)[:count]), made(size, *(LONG[long], *OTHERS)[:count])
    before, after = ([card.drawn for card in one.big_place.cards] for one in (short, wall))
    assert after[1:] == before[1:]
    assert after[0].sign == before[0].sign


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("long", LONG)
def test_all_words_of_a_name_stand_on_the_card_and_can_be_read_before_it(made, size, count, long):
    wall = made(size, *(LONG[long], *OTHERS)[:count])
    drawn, (zh, en, _) = wall.big_place.cards[0].drawn, LONG[long]
    text = "".join(drawn.text.split())
    assert all(part in text for part in zh.replace("（", "・").strip("）").split("・") if part[0] not in "第3")
    assert en.replace(" ", "") in text
    caps = [cap * PANEL_MM / max(size) for cap in drawn.caps]
    assert caps[0] >= LEAST
    assert min(caps) >= SECOND_LEAST


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("count", [1, 4])
def test_a_counter_named_without_its_number_is_shown_by_the_number_that_is_spoken(made, size, count):
    wall = made(size, *[LONG["named"]] * count)
    card = wall.big_place.cards[0]
    words = card.drawn.text
    assert words == "請至 3 號櫃台 服務台 Counter 3, Service desk"
    assert card.accessibleName() == "A001 請至3 號櫃台（服務台） Counter 3, Service desk"


def test_the_one_of_eleven_is_not_counter_one(made):
    wall = made((1920, 1080), ("11 號櫃台旁", "Beside counter 11", "1"))
    assert wall.big_place.cards[0].drawn.text.startswith("請至 1 號櫃台")


def test_where_somebody_was_answered_nobody_is_asked_to_go(made):
    wall = made((1920, 1080), LONG["twenty"], SHORT, live=False)
    first, second = (card.drawn.text for card in wall.big_place.cards)
    assert first.startswith("第 31 號櫃台")
    assert second == "3 號櫃台 Counter 3"


@pytest.mark.parametrize("sign", ["108", "VIP-5", "ABCDEFGH"])
def test_a_wide_number_stands_within_its_card_and_leaves_others_as_they_are(made, sign):
    size = (1080, 1920)
    wide, usual = made(size, (f"{sign} 號櫃台", f"Counter {sign}", sign), *OTHERS), made(size, SHORT, *OTHERS)
    assert signs(wide, size)[1:] == signs(usual, size)[1:]
    card = wide.big_place.cards[0]
    assert card.drawn.right <= card.width()


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("long", LONG)
def test_check_reckons_with_a_counter_as_the_board_paints_it(made, hall, size, long):
    zh, en, sign = LONG[long]
    board = (PANEL_MM, 680.0) if size[0] > size[1] else (680.0, PANEL_MM)
    tiny = 0.1
    counter = replace(hall.board().setup.counters[0], id=CounterId(sign), names=Words(zh=zh, en=en))
    display = DisplaySetup(id="lobby", screen_mm=(board[0] * tiny, board[1] * tiny))
    setup = replace(hall.board().setup, counters=(counter,))
    number, words = (
        one.words.en for one in check_counters(display, setup, tiny, recent=RECENT_MM, needs=RECENT_MM)
    )
    drawn = [made(size, *(LONG[long], *OTHERS)[:count]).big_place.cards[0].drawn for count in (1, 2, 3, 4)]
    mm = PANEL_MM / max(size) * tiny
    assert float(number.split("about ")[1].split(";")[0]) == pytest.approx(
        min(one.sign for one in drawn) * mm, abs=0.6
    )
    reckoned = [float(one) for one in words.split("about ")[1].split(";")[0].split(" / ")]
    painted = [min(one.caps[0] for one in drawn) * mm, min(min(one.caps) for one in drawn) * mm]
    for told, real in zip(reckoned, painted, strict=True):
        assert 0.7 * real - 0.05 <= told <= 1.1 * real + 0.05, "about so, and rather too small"
