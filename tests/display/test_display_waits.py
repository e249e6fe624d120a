"""How long it takes stands beside the number waiting, in the kiosk's words, where it is known."""

from dataclasses import replace

import pytest

from tests.display.hall_on_paper import PaperHall, TurnedClock
from waitline.model.clock import MINUTE
from waitline.model.forecast import Accuracy, Forecast, Period, WaitRange
from waitline.model.words import Words
from waitline.views.board import BoardView
from waitline.views.foresight import Foresight
from waitline.views.wait_words import accuracy_words

SCREENS = [(1280, 720), (1366, 768), (1920, 1080), (3840, 2160), (1080, 1920), (2160, 3840)]
RANGES = (WaitRange(8, 15), WaitRange(105, 138), WaitRange(0, 15), WaitRange(28, 39), WaitRange(0, 0))
SAID = ["8–15 分\n8–15 min", "逾 40 分\nover 40 min", "15 分內\nwithin 15 min", "28–39 分\n28–39 min"]


def a_board(*, waiting: int = 38, open_counters: int = 4) -> BoardView:
    """Seven lines; the first five are foreseen, the fifth is called at once."""
    hall = PaperHall(TurnedClock())
    hall.waiting = {service.code: waiting for service in hall.board().setup.services}
    view = hall.board()
    codes = [line.code for line in view.services if line.code is not None]
    told = {code: Forecast(MINUTE, MINUTE, wait) for code, wait in zip(codes, RANGES, strict=False)}
    services = tuple(replace(line, open_counters=open_counters) for line in view.services)
    return replace(view, services=services, foresight=Foresight(services=told))


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("waiting", [2, 38, 108])
def test_each_language_of_a_wait_has_one_line_whatever_the_number_waiting(wall_of, size, waiting):
    wall = wall_of(a_board(waiting=waiting), *size)
    assert wall.services.shown_waits == SAID


def test_a_wait_is_told_to_a_screen_reader_too(wall_of):
    wall = wall_of(a_board())
    assert "戶籍謄本 Household transcript 38 8–15 分 8–15 min" in wall.services.accessibleName()


def test_where_nobody_serves_no_wait_is_told(wall_of):
    wall = wall_of(a_board(open_counters=0))
    assert wall.services.shown_waits == []
    assert " min" not in wall.services.accessibleName()


def test_a_wait_that_changes_is_drawn_anew_and_gone_when_nothing_is_known(wall_of):
    view = a_board()
    wall = wall_of(view)
    later = Foresight(services=dict.fromkeys(view.foresight.services, Forecast(1, 1, WaitRange(3, 9))))
    wall.show_view(replace(view, foresight=later), Words(zh="", en=""))
    wall.grab()
    assert wall.services.shown_waits == ["3–9 分\n3–9 min"] * 5
    wall.show_view(replace(view, foresight=Foresight()), Words(zh="", en=""))
    wall.grab()
    assert wall.services.shown_waits == []


def test_out_of_touch_nobody_is_told_a_wait_that_may_be_another_by_now(wall_of):
    wall = wall_of(a_board())
    wall.show_touch(lost=True)
    wall.grab()
    assert wall.services.shown_waits == []
    assert " min" not in wall.services.accessibleName()
    wall.show_touch(lost=False)
    wall.grab()
    assert wall.services.shown_waits == SAID


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("period", Period)
def test_how_often_words_held_stands_below_everything_else(wall_of, size, period):
    view = replace(a_board(), accuracy=Accuracy(period, 84, 312))
    wall = wall_of(view, *size)
    line = wall.accuracy
    assert line.isVisible()
    assert wall.rect().contains(line.geometry())
    assert not any(
        line.geometry().intersects(part.geometry()) for part in (wall.services, wall.recent, wall.big_place)
    )
    said = {Period.WEEK: "本週 84 %", Period.MONTH: "近 30 天 84 %"}[period]
    assert line.accessibleName().startswith(f"{said} 的民眾在預估範圍內叫號")
    assert line.shown == accuracy_words(view.accuracy)
    wall.show_view(replace(view, accuracy=None), Words(zh="", en=""))
    assert not line.isVisible()
