import gc
from weakref import ref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from waitline.desktop.first_paint import FirstPaint


class Painted(QWidget):
    """Notes its own painting."""

    def __init__(self, name: str, notes: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._notes = name, notes

    def paintEvent(self, event):
        self._notes.append(self._name)


def test_work_begins_when_the_window_and_its_parts_are_painted(qtbot: QtBot):
    notes: list[str] = []
    window = Painted("window", notes)
    qtbot.addWidget(window)
    part = Painted("part", notes, window)
    part.setGeometry(0, 0, 50, 50)
    window.resize(100, 100)
    FirstPaint(window, lambda: notes.append("work"), at_latest_ms=60_000)
    window.show()
    qtbot.waitUntil(lambda: "work" in notes)
    assert notes[:3] == ["window", "part", "work"]


def test_work_begins_once_however_often_the_window_is_painted(qtbot: QtBot):
    notes: list[str] = []
    window = Painted("window", notes)
    qtbot.addWidget(window)
    FirstPaint(window, lambda: notes.append("work"), at_latest_ms=60_000)
    window.show()
    qtbot.waitUntil(lambda: "work" in notes)
    painted = notes.count("window")
    window.update()
    qtbot.waitUntil(lambda: notes.count("window") > painted)
    assert notes.count("work") == 1


class Beginner(QWidget):
    """A window whose own method is what may wait."""

    def begin(self) -> None:
        raise AssertionError("nobody has painted it")


def test_a_window_that_ends_before_it_is_painted_leaves_nothing_to_collect(qtbot: QtBot):
    gc.disable()
    try:
        window = Beginner()
        FirstPaint(window, window.begin, at_latest_ms=60_000)
        gone = ref(window)
        del window
        assert gone() is None
    finally:
        gc.enable()


def test_work_begins_though_nobody_can_see_the_window(qtbot: QtBot):
    notes: list[str] = []
    window = Painted("window", notes)
    qtbot.addWidget(window)
    FirstPaint(window, lambda: notes.append("work"), at_latest_ms=20)
    qtbot.waitUntil(lambda: notes == ["work"])
