"""What a program shows, kept in a file: for acceptance tests by another process, and for help from afar.

The file holds one JSON object and is replaced as a whole, so that a reader never sees half of it:

    {"windows":  [{"title", "rect", "active"}],
     "controls": [{"objectName", "accessibleName", "role", "rect", "enabled", "checked", "text"}]}

`rect` is [left, top, width, height] in the screen's own pixels. Only what can be seen is listed; a secret that is
being typed is not. Nothing can be done through it: hands are the screen's, the mouse's and the keyboard's.
"""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListWidget, QWidget

from .off_thread import OffThread

logger = logging.getLogger(__name__)
EVERY_MS: Final = 100
ROLES: Final = ((QAbstractButton, "button"), (QLabel, "label"), (QLineEdit, "field"), (QListWidget, "list"))
Described = dict[str, Any]


class Describer(QObject):
    """Describes the application's windows ten times a second, and writes what has changed."""

    def __init__(self, app: QApplication, file: Path) -> None:
        super().__init__()
        self._app = app
        self._file = file
        self._last = ""
        self._writer = OffThread("describer")
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Describe now; write if anything is new."""
        text = json.dumps(described(self._app), ensure_ascii=False)
        if text != self._last:
            self._last = text
            file = self._file
            self._writer.run(lambda: _replace(file, text), done=self._written, failed=self._failed)

    def close(self) -> None:
        """Stop, and leave no description of what is no longer there."""
        self._timer.stop()
        self._writer.close()
        self._file.unlink(missing_ok=True)

    def _written(self, result: object) -> None:
        """Nothing is left to do."""

    def _failed(self, error: Exception) -> None:
        self._last = ""
        logger.warning("description_not_written", extra={"file": str(self._file), "reason": str(error)})


def described(app: QApplication) -> Described:
    """All windows that are on the screen, and the named controls in them."""
    shown = [window for window in app.topLevelWidgets() if window.isVisible()]
    return {
        "windows": [
            {"title": window.windowTitle(), "rect": _rect(window), "active": window.isActiveWindow()}
            for window in shown
        ],
        "controls": [control for window in shown for control in _controls(window)],
    }


def _controls(window: QWidget) -> Iterator[Described]:
    for widget in (window, *window.findChildren(QWidget)):
        named = widget.objectName() or widget.accessibleName()
        if named and not named.startswith("qt_") and widget.isVisible():
            yield _control(widget)
            if isinstance(widget, QListWidget):
                yield from _rows(widget)


def _control(widget: QWidget) -> Described:
    return {
        "objectName": widget.objectName(),
        "accessibleName": widget.accessibleName(),
        "role": _role(widget),
        "rect": _rect(widget),
        "enabled": widget.isEnabled(),
        "checked": isinstance(widget, QAbstractButton) and widget.isChecked(),
        "text": _text(widget),
    }


def _rows(rows: QListWidget) -> Iterator[Described]:
    """The rows of a list that can be seen, each named after the list."""
    seen = rows.viewport().rect()
    for place in range(rows.count()):
        item = rows.item(place)
        box = rows.visualItemRect(item)
        if seen.intersects(box):
            yield {
                "objectName": f"{rows.objectName()}-{place}",
                "accessibleName": item.text(),
                "role": "row",
                "rect": _on_screen(rows.viewport(), box.intersected(seen)),
                "enabled": rows.isEnabled(),
                "checked": False,
                "text": item.text(),
            }


def _role(widget: QWidget) -> str:
    for kind, role in (
        (QAbstractButton, "button"),
        (QLabel, "label"),
        (QLineEdit, "field"),
        (QListWidget, "list"),
    ):
        if isinstance(widget, kind):
            return role
    return "window" if widget.isWindow() else "part"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() if widget.echoMode() is QLineEdit.EchoMode.Normal else ""
    if isinstance(widget, QAbstractButton | QLabel):
        return widget.text()
    if isinstance(widget, QListWidget):
        item = widget.currentItem()
        return item.text() if item is not None else ""
    return ""


def _rect(widget: QWidget) -> list[int]:
    return _on_screen(widget, widget.rect())


def _on_screen(widget: QWidget, box: QRect) -> list[int]:
    """A box of the widget in the screen's own pixels, whatever Qt's scale is."""
    ratio = widget.devicePixelRatioF()
    origin: QPoint = widget.screen().geometry().topLeft()
    left_top = widget.mapToGlobal(box.topLeft()) - origin
    return [
        origin.x() + round(left_top.x() * ratio),
        origin.y() + round(left_top.y() * ratio),
        round(box.width() * ratio),
        round(box.height() * ratio),
    ]


def _replace(file: Path, text: str) -> None:
    half = file.with_name(f".{file.name}.half")
    half.write_text(text, encoding="utf-8")
    half.replace(file)
