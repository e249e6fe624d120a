"""When those who wait are called: told to the clerk in every line, by the clock, once the office has learnt."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QListView

from counter.row_layout import RowPlaces
from counter.row_painter import RowPainter
from counter.waiting_rows import ROW_ROLE
from tests.counter.clerk_at_work import ClerkAtWork
from tests.counter.halls import ALL_NEEDS, RealHall
from tests.counter.test_appearance import nothing_is_clipped, speak
from tests.verbs.acts_learning import LEARNT
from waitline.model.forecast import Kept, Line
from waitline.verbs.learning import Learning

SitDown = Callable[..., ClerkAtWork]
SIZES = [QRect(0, 0, 1180, 640), QRect(0, 0, 1366, 700), QRect(0, 0, 1920, 1016)]


@pytest.fixture
def learnt_hall(turned_hall: RealHall) -> RealHall:
    """Six visitors in an office that knows its past; counter 5 serves too."""
    turned_hall.clerk("5")
    for _ in range(2):
        for service in ("TRANS", "REG", "IDCARD"):
            turned_hall.take(service)
    errors = dict.fromkeys(Line, LEARNT.errors[Line.ORDINARY])
    Learning(turned_hall.store).learn(replace(LEARNT, day="2099-01-01", errors=errors))
    return turned_hall


def lines(clerk: ClerkAtWork) -> list[tuple[RowPlaces, str]]:
    """Every row as it is drawn, and what it says in full."""
    rows = clerk.find("waiting_rows")
    assert isinstance(rows, QListView)
    painter = rows.itemDelegate()
    assert isinstance(painter, RowPainter)
    indexes = [rows.model().index(place, 0) for place in range(rows.model().rowCount())]
    return [
        (
            painter.places(index.data(ROW_ROLE), QRectF(rows.visualRect(index))),
            index.data(Qt.ItemDataRole.ToolTipRole),
        )
        for index in indexes
    ]


@pytest.mark.parametrize("geometry", SIZES, ids=lambda size: str(size.width()))
@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_every_line_says_when_its_visitor_is_called(learnt_hall: RealHall, sit_down: SitDown, geometry, language):
    clerk = sit_down(learnt_hall, geometry=geometry)
    speak(clerk, language)
    drawn = lines(clerk)
    assert len(drawn) == 6
    assert drawn[0][0].expected_words == {"zh-TW": "即將叫號", "en": "soon"}[language]
    assert drawn[-1][0].expected_words.startswith({"zh-TW": "預計 09:", "en": "due 09:"}[language])
    for places, told in drawn:
        assert places.expected_words
        assert places.expected_words in told
        boxes = [places.number, places.service, places.chips, places.aside, places.expected, places.since]
        assert all(left.right() <= right.left() + 0.01 for left, right in pairwise(boxes))
    nothing_is_clipped(clerk)


def test_the_longest_wait_of_the_hall_is_told_below_the_list(learnt_hall: RealHall, sit_down: SitDown):
    clerk = sit_down(learnt_hall)
    before = clerk.text("longest_wait")
    assert before.startswith("最久預計等 ")
    for _ in range(6):
        learnt_hall.take("TRANS")
    longest = learnt_hall.view().longest_wait
    assert longest is not None
    clerk.until(lambda: clerk.text("longest_wait") == f"最久預計等 {longest // 60_000} 分")
    assert clerk.text("longest_wait") != before


def test_in_a_crowded_line_the_time_gives_way_before_a_badge_is_only_counted(
    learnt_hall: RealHall, sit_down: SitDown
):
    learnt_hall.take("REG", needs=ALL_NEEDS, language="vi")
    clerk = sit_down(learnt_hall)
    rows = clerk.find("waiting_rows")
    assert isinstance(rows, QListView)
    painter, index = rows.itemDelegate(), rows.model().index(rows.model().rowCount() - 1, 0)
    assert isinstance(painter, RowPainter)
    drawn = [painter.places(index.data(ROW_ROLE), QRectF(0, 0, wide, 39)) for wide in range(700, 300, -10)]
    assert drawn[0].expected_words
    assert not drawn[-1].expected_words
    assert not any(places.expected_words and places.line.more for places in drawn)
    assert "預計 09:" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_an_office_without_a_past_tells_no_clerk_a_guess(turned_hall: RealHall, sit_down: SitDown):
    for _ in range(3):
        turned_hall.take("TRANS")
    clerk = sit_down(turned_hall)
    assert [places.expected_words for places, _ in lines(clerk)] == [""] * 3
    assert clerk.text("longest_wait") == ""


@pytest.mark.parametrize("geometry", SIZES, ids=lambda size: str(size.width()))
@pytest.mark.parametrize("language", ["zh-TW", "en"])
def test_a_supervisor_reads_how_often_words_held_below_the_queue(
    learnt_hall: RealHall, sit_down: SitDown, geometry, language
):
    kept = {"2026-11-19": Kept(312, 265), "2026-11-02": Kept(100, 50)}
    Learning(learnt_hall.store).learn(replace(LEARNT, day="2099-01-02", kept=kept))
    clerk = sit_down(learnt_hall, staff="supervisor", geometry=geometry)
    speak(clerk, language)
    longest, week = clerk.text("longest_wait").split("\n", 1)
    assert longest.startswith(("最久預計等", "Longest wait expected"))
    assert week.startswith(("本週 84 % 的民眾", "This week 84% of visitors"))
    assert "76" in clerk.find("longest_wait").toolTip()
    nothing_is_clipped(clerk)


def test_a_clerk_who_is_no_supervisor_is_not_told(learnt_hall: RealHall, sit_down: SitDown):
    Learning(learnt_hall.store).learn(replace(LEARNT, day="2099-01-02", kept={"2026-11-19": Kept(312, 265)}))
    clerk = sit_down(learnt_hall)
    assert "84" not in clerk.text("longest_wait")
