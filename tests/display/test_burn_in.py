"""The picture moves a little now and then, stays near its place, and leaves no other colour at its edges."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from display.burn_in import ORBIT, BurnIn, ground_of
from display.flow import Flow
from display.hall import Hall
from display.window import DisplayWindow
from tests.display.hall_on_paper import TurnedClock
from waitline.desktop import Follower
from waitline.look import Colour, Distance

FOUR_PIXELS = 4


def test_it_comes_round_in_steps_too_small_to_be_seen():
    steps = [ORBIT[n] - ORBIT[n - 1] for n in range(1, len(ORBIT))]
    assert all(max(abs(step.x()), abs(step.y())) == 1 for step in steps[:-1])
    assert sum(ORBIT, QPoint()) == QPoint()
    assert len({(at.x(), at.y()) for at in ORBIT}) == len(ORBIT)


@pytest.mark.parametrize(("width", "height", "most"), [(1920, 1080, 4), (1080, 1920, 4), (3840, 2160, 8)])
def test_a_step_is_wider_than_a_stroke_and_within_the_margin(qtbot, width, height, most):
    window = QWidget()
    qtbot.addWidget(window)
    shift = BurnIn(window, every_ms=1)
    seen: list[QPoint] = []
    shift.moved.connect(lambda: seen.append(shift.offset(width, height)))
    qtbot.waitUntil(lambda: len(seen) >= 2 * len(ORBIT))
    assert {max(abs(at.x()), abs(at.y())) for at in seen} == {0, most}


def test_the_board_moves_and_its_edge_is_its_own_ground(qtbot, make_look, hall_at_work):
    look = make_look(Distance.HALL)
    hall = Hall(hall_at_work.office.database_url, hall_at_work.office.office_id, ())
    window = DisplayWindow(
        look,
        flow=Flow(clock=TurnedClock(), languages=()),
        follower=Follower("board", hall.watch),
        settle=hall.settle,
    )
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    assert window.wall.geometry() == QRect(0, 0, 1920, 1080)
    window.burn_in._move()
    assert window.wall.geometry() == QRect(FOUR_PIXELS, 0, 1920, 1080)
    assert QColor(window.grab().toImage().pixel(1, 500)) == look.colour(Colour.PAGE)
    window.leave()
    hall.close()


def test_the_ground_is_the_themes(qtbot, make_look):
    look, widget = make_look(Distance.HALL), QWidget()
    qtbot.addWidget(widget)
    ground_of(widget, look)
    assert widget.palette().window().color() == look.colour(Colour.PAGE)
