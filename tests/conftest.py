"""What every test stands on: windows without a screen, and no warning of Qt's goes unseen."""

import os
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from waitline.look import Distance, Glass, Look

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest_plugins = ["tests.hygiene"]

OF_THE_SCREENLESS_PLATFORM = "This plugin does not support"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("qt_log_level_fail") is None:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(OF_THE_SCREENLESS_PLATFORM, extend=True))


@pytest.fixture
def make_look(qapp: QApplication) -> Callable[..., Look]:
    """A look of any variant and distance, 4 pixels to the millimetre; fingers may tap at any pace."""

    def make(
        distance: Distance = Distance.FINGER, *, variant: str = "day", px_per_mm: float = 4.0, rest_s: float = 0.0
    ) -> Look:
        glass = Glass(px_per_mm=px_per_mm, found_by="setting")
        return Look(variant=variant, distance=distance, glass=glass, rest_s=rest_s)

    return make
