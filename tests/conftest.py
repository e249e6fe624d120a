"""What every test stands on: windows without a screen, and no warning of Qt's goes unseen."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from waitline.look import Distance, Glass, Look

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver=false")
pytest_plugins = ["tests.hygiene", "tests.store_fixtures"]

OF_THE_MACHINE = (
    "This plugin does not support",  # the platform without a screen
    r"PulseAudioService: pa_context_connect\(\) failed",  # no sound server is running
    "No such signal QPlatformNativeInterface::systemTray",  # the platform without a screen has no tray
)
RUNTIME_FOLDER = pytest.StashKey[str]()
PATIENCE_MS = 30_000
"""How long a test waits for what must come. It is no bar of the product: a bar says its own time."""


def pytest_configure(config: pytest.Config) -> None:
    """Where no login has made a runtime folder, Qt would warn of it: the tests get one of their own."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    if os.name == "posix" and not (given and Path(given).is_dir() and os.access(given, os.W_OK)):
        config.stash[RUNTIME_FOLDER] = os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="waitline-tests-")


def pytest_unconfigure(config: pytest.Config) -> None:
    made = config.stash.get(RUNTIME_FOLDER, None)
    if made is not None:
        shutil.rmtree(made, ignore_errors=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("qt_log_level_fail") is None:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
        item.add_marker(pytest.mark.qt_log_ignore(*OF_THE_MACHINE, extend=True))


@pytest.hookimpl(trylast=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """A failure is named when it happens: a run that is cut off later has told it."""
    if report.failed and "PYTEST_XDIST_WORKER" not in os.environ:
        last = report.longreprtext.strip().splitlines()[-1:]
        print(f"\n{report.nodeid} ({report.when}): {' '.join(last)}", file=sys.__stderr__, flush=True)


@pytest.fixture
def make_look(qapp: QApplication) -> Callable[..., Look]:
    """A look of any variant and distance, 4 pixels to the millimetre; fingers may tap at any pace."""

    def make(
        distance: Distance = Distance.FINGER, *, variant: str = "day", px_per_mm: float = 4.0, rest_s: float = 0.0
    ) -> Look:
        glass = Glass(px_per_mm=px_per_mm, found_by="setting")
        return Look(variant=variant, distance=distance, glass=glass, rest_s=rest_s)

    return make


class PatientBot(QtBot):
    """Waits as long as a machine may take that has other work to do."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE_MS) -> AbstractContextManager[Any]:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)
