"""The paper of an emulated printer, on the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from waitline.desktop.paper.slip_folder import SlipFolder
from waitline.desktop.paper.tray import Tray
from waitline.look import Distance, Look


@pytest.fixture
def tray(qtbot: QtBot, make_look: Callable[..., Look]) -> Tray:
    tray = Tray(make_look(Distance.DESK), title="printer", empty="nothing yet")
    qtbot.addWidget(tray)
    tray.resize(640, 480)
    with qtbot.waitExposed(tray):
        tray.show()
    return tray


@pytest.fixture
def folder(tray: Tray, tmp_path: Path) -> Iterator[SlipFolder]:
    folder = SlipFolder(tmp_path)
    folder.came.connect(tray.show_slip)
    yield folder
    folder.close()


def leave_slip(folder: Path, number: int, colour: str) -> None:
    """As the printer does: whole, under its name only when it is complete."""
    image = QImage(300, 500, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    half = folder / "half.part"
    image.save(str(half), "PNG")
    half.rename(folder / f"slip-{number:04d}.png")


def test_each_slip_rises_out_of_the_printer_and_the_one_before_is_laid_aside(qtbot, tray, folder, tmp_path):
    leave_slip(tmp_path, 1, "red")
    qtbot.waitUntil(lambda: tray.accessibleName() == "slip-0001.png")
    qtbot.waitUntil(lambda: shown_in_the_middle(tray) == "#ff0000")
    leave_slip(tmp_path, 2, "blue")
    qtbot.waitUntil(lambda: tray.accessibleName() == "slip-0002.png")
    qtbot.waitUntil(lambda: shown_in_the_middle(tray) == "#0000ff")
    assert "#ff0000" in colours_of(tray)


def test_slips_that_were_printed_before_the_window_opened_are_shown(qtbot, tray, tmp_path):
    leave_slip(tmp_path, 1, "red")
    leave_slip(tmp_path, 2, "blue")
    folder = SlipFolder(tmp_path)
    folder.came.connect(tray.show_slip)
    qtbot.waitUntil(lambda: tray.accessibleName() == "slip-0002.png")
    folder.close()


def shown_in_the_middle(tray: Tray) -> str:
    return tray.grab().toImage().pixelColor(tray.width() // 2, tray.height() // 2).name()


def colours_of(tray: Tray) -> set[str]:
    image = tray.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, tray.width(), 8) for y in range(0, tray.height(), 8)}
