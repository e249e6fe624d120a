"""What a hall reads that is closed or out of touch: when it opens, whom to listen to, in two languages."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.model.clock import Instant, instant
from waitline.model.office import PublicHolidays, SpecialDay
from waitline.model.words import Words
from waitline.settings.public_holidays import office_calendar
from waitline.views.board import BoardView

SIZES = [(1920, 1080), (1366, 768), (1080, 1920)]
BEFORE = datetime(2027, 1, 14, 23, 10, tzinfo=UTC)
"""A Friday in Taipei, at ten past seven."""
NOON = datetime(2027, 1, 15, 4, tzinfo=UTC)
EVENING = datetime(2027, 1, 15, 10, tzinfo=UTC)
SUNDAY = datetime(2027, 1, 17, 3, tzinfo=UTC)
TYPHOON = SpecialDay(date="2027-01-15", hours=None, weekday=None, reason=Words(zh="颱風停止上班", en="Typhoon"))


def a_board(at: datetime, *, waiting: int = 0, **setup) -> BoardView:
    hall = PaperHall(TurnedClock())
    hall.waiting = {"TRANS": waiting}
    view = hall.board()
    moment = Instant(instant(at))
    changed = replace(view.setup, public_holidays=PublicHolidays.NONE, **setup)
    return replace(view, at=moment, setup=changed, holidays=office_calendar(changed, moment).holidays)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("view", "lines"),
    [
        (a_board(BEFORE), ["08:00 開放", "Opens at 08:00", "開放後請先取號", "Please take a number then"]),
        (
            a_board(EVENING),
            [
                "今日服務已結束",
                "Closed for today",
                "下次開放：1月18日 星期一 08:00",
                "Open again: Monday 18 January, 08:00",
            ],
        ),
        (
            a_board(EVENING, waiting=3),
            [
                "今日已停止取號",
                "No more numbers today",
                "已取號的民眾，請等候叫號",
                "If you hold a number, please wait until you are called",
            ],
        ),
        (
            a_board(SUNDAY),
            [
                "今天不開放",
                "Closed today",
                "下次開放：1月18日 星期一 08:00",
                "Open again: Monday 18 January, 08:00",
            ],
        ),
        (
            a_board(NOON, special_days=(TYPHOON,)),
            [
                "今天不開放：颱風停止上班",
                "Closed today: Typhoon",
                "下次開放：1月18日 星期一 08:00",
                "Open again: Monday 18 January, 08:00",
            ],
        ),
    ],
    ids=["before", "evening", "evening, some wait", "sunday", "typhoon"],
)
def test_a_closed_hall_says_when_it_opens_and_asks_nobody_for_a_number(wall_of, size, view, lines):
    wall = wall_of(view, *size)
    assert "".join(wall.welcome.shown.split()) == "".join("".join(lines).split())
    assert "愛心優先" not in wall.welcome.accessibleName()
    for line in lines:
        assert line in wall.welcome.accessibleName()


def test_an_open_hall_greets_and_says_how_it_works(wall_of):
    wall = wall_of(a_board(NOON))
    assert "您好" in wall.welcome.shown
    assert "愛心優先" in wall.welcome.accessibleName()
    wall.show_view(a_board(EVENING), Words(zh="", en=""))
    wall.grab()
    assert "您好" not in wall.welcome.shown
    wall.show_view(a_board(NOON), Words(zh="", en=""))
    wall.grab()
    assert "您好" in wall.welcome.shown


LONG_CAUSE = Words(
    zh="資料庫版本較新，請先更新這台電腦的程式",
    en="The database is newer than this program; please bring this computer up to date",
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("cause", [None, LONG_CAUSE])
def test_out_of_touch_both_languages_stand_whole_and_the_cause_is_smaller(wall_of, size, cause):
    wall = wall_of(a_board(NOON), *size)
    wall.show_touch(lost=True, since=datetime(2027, 1, 15, 9, 41, tzinfo=UTC), why=cause)
    wall.grab()
    lines = wall.lost.shown.split("\n")
    assert lines[:2] == [
        "09:41 起與系統失去連線，請留意櫃台叫號",
        "Out of touch since 09:41: please listen for your number at the counters",
    ]
    assert "".join(lines[2:]).replace(" ", "") == (
        "" if cause is None else f"{cause.zh}{cause.en}".replace(" ", "")
    )
    assert wall.lost.geometry().bottom() < wall.big_place.geometry().top()
    wall.show_touch(lost=False)
    assert wall.lost.isHidden()
