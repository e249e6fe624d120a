"""Another process can read what a window shows, and nothing that is secret."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from waitline.desktop.describe import Describer


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window")
        self.button = QPushButton("Next", objectName="next")
        self.label = QLabel("A001", objectName="number")
        self.pin = QLineEdit("1234", objectName="pin")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.rows = QListWidget(objectName="staff")
        self.rows.addItems(["one", "two"])
        self.rows.setCurrentRow(1)
        row = QHBoxLayout(self)
        for part in (self.button, self.label, self.pin, self.rows):
            row.addWidget(part)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.setGeometry(40, 60, 700, 200)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def file(qapp: QApplication, window: Window, tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "window.json"
    describer = Describer(qapp, file)
    yield file
    describer.close()
    assert not file.exists()


def control(file: Path, name: str) -> dict[str, object] | None:
    if not file.exists():
        return None
    found = json.loads(file.read_text(encoding="utf-8"))["controls"]
    return next((one for one in found if one["objectName"] == name), None)


def test_a_control_is_found_where_it_is_on_the_screen(qtbot, window, file):
    qtbot.waitUntil(lambda: control(file, "next") is not None)
    at = window.button.mapToGlobal(window.button.rect().topLeft())
    assert control(file, "next") == {
        "objectName": "next",
        "accessibleName": "",
        "role": "button",
        "rect": [at.x(), at.y(), window.button.width(), window.button.height()],
        "enabled": True,
        "checked": False,
        "text": "Next",
    }


def test_what_changes_is_told_and_what_is_hidden_is_not(qtbot, window, file):
    qtbot.waitUntil(lambda: control(file, "number") is not None)
    window.label.setText("A002")
    window.button.setEnabled(False)
    qtbot.waitUntil(lambda: control(file, "number")["text"] == "A002")
    assert control(file, "next")["enabled"] is False
    window.button.hide()
    qtbot.waitUntil(lambda: control(file, "next") is None)


def test_a_secret_that_is_typed_is_not_told(qtbot, window, file):
    qtbot.waitUntil(lambda: control(file, "pin") is not None)
    assert control(file, "pin")["text"] == ""
    assert "1234" not in file.read_text(encoding="utf-8")


def test_the_rows_of_a_list_can_be_found_too(qtbot, window, file):
    qtbot.waitUntil(lambda: control(file, "staff-1") is not None and control(file, "staff-0") is not None)
    assert control(file, "staff")["text"] == "two"
    assert control(file, "staff-1")["text"] == "two"
    assert control(file, "staff-1")["rect"][1] > control(file, "staff-0")["rect"][1]
