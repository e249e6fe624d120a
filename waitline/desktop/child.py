"""Processes of our own that a program starts beside it, spoken to in lines, and ended with it."""

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

_LEAVES_WITHIN_MS: Final = 500
_ROOT: Final = Path(__file__).resolve().parents[2]


def child_for(parent: QObject, **environment: str) -> QProcess:
    """A process not yet begun, which finds our modules and has this added to its environment."""
    child = QProcess(parent)
    place = QProcessEnvironment.systemEnvironment()
    paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    place.insert("PYTHONPATH", os.pathsep.join(paths))
    for name, value in environment.items():
        place.insert(name, value)
    child.setProcessEnvironment(place)
    return child


def begin(child: QProcess, module: str) -> None:
    """Start one of our modules as a program."""
    child.start(sys.executable, ["-m", module])


def end(child: QProcess) -> None:
    """End it and hear nothing more of it."""
    child.blockSignals(True)
    child.closeWriteChannel()
    if child.state() is not QProcess.ProcessState.NotRunning:
        child.kill()
        child.waitForFinished(_LEAVES_WITHIN_MS)
    child.deleteLater()
