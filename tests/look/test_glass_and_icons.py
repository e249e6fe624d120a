import gc
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, QSizeF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from waitline.assets import AssetMissing, asset
from waitline.look import (
    Banner,
    ClockLabel,
    FitLabel,
    Icon,
    Look,
    NumberLabel,
    TouchButton,
    glass_of_diagonal,
    glass_of_panel,
    glass_of_screen,
    icon_named,
    icon_pixmap,
    mm_of_arc,
)
from waitline.look.icon import icon_names


def test_a_measured_panel_decides_over_what_the_screen_says(qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    glass = glass_of_screen(screen, mm=QSizeF(476, 268), else_inches=21.5)
    assert glass.found_by == "setting"
    assert glass.px(476) == max(screen.size().width(), screen.size().height())


def test_twenty_millimetres_are_twenty_millimetres_on_a_panel_either_way_up() -> None:
    for px, mm in ((QSize(1920, 1080), QSizeF(476, 268)), (QSize(1080, 1920), QSizeF(476, 268))):
        assert glass_of_panel(px, mm).px(20) == 81
    assert glass_of_diagonal(QSize(3840, 2160), 55).px(122) == 385
    assert glass_of_diagonal(QSize(3840, 2160), 55).px(0.01) == 1


def test_a_panel_without_a_size_is_refused() -> None:
    with pytest.raises(ValueError, match="above nothing"):
        glass_of_panel(QSize(1920, 1080), QSizeF(0, 0))


def test_seven_tenths_of_a_degree_at_ten_metres() -> None:
    assert mm_of_arc(42, 10) == pytest.approx(122.2, abs=0.1)
    assert mm_of_arc(20, 10) == pytest.approx(58.2, abs=0.1)


def test_every_icon_has_its_file_and_every_file_its_icon() -> None:
    assert sorted(icon_names()) == sorted(icon.value for icon in Icon)


@pytest.mark.parametrize("icon", list(Icon))
def test_an_icon_is_drawn_in_the_colour_it_is_given_and_stays_in_its_box(qapp: QApplication, icon: Icon) -> None:
    image = icon_pixmap(icon, 96, QColor("#0B5147")).toImage()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(96)
        for y in range(96)
        if image.pixelColor(x, y).alpha() == 255
    }
    ours = QColor("#0B5147")
    assert solid
    assert all(max(abs(a - b) for a, b in zip(rgb(name), ours.getRgb(), strict=True)) <= 2 for name in solid)
    edges = [(i, j) for i in range(96) for j in (0, 95)]
    assert all(image.pixelColor(*at).alpha() == 0 and image.pixelColor(*at[::-1]).alpha() == 0 for at in edges)


def rgb(name: str) -> tuple[int, ...]:
    return tuple(QColor(name).getRgb())


def test_an_icon_nobody_drew_is_a_question_mark() -> None:
    assert icon_named("seal") is Icon.SEAL
    assert icon_named("spaceship") is Icon.QUESTION


def test_a_missing_file_is_named() -> None:
    with pytest.raises(AssetMissing, match=r"nothing\.svg"):
        asset("icons", "nothing.svg")


def test_widgets_that_are_gone_leave_nothing_behind(qtbot: QtBot, make_look: Callable[..., Look]) -> None:
    look = make_look()
    gone = []
    for kind in (TouchButton, FitLabel, NumberLabel, Banner, ClockLabel):
        for _ in range(5):
            widget = kind(look)
            gone.append(weakref.ref(widget))
            widget.deleteLater()
            del widget
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [ref() for ref in gone if ref() is not None] == []
    look.change(variant="night")
