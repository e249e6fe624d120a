"""Another program's window, such as the registration program's: it writes down every key that it gets.

`python -m tests.counter.other_program FILE`: the first line is the window's number, then a line a key press.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class OtherWindow(QWidget):
    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self.setGeometry(QRect(20, 400, 300, 200))

    def write(self, line: str) -> None:
        with self._file.open("a", encoding="utf-8") as out:
            out.write(f"{line}\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._told("", event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._told("-", event)

    def _told(self, how: str, event: QKeyEvent) -> None:
        name = Qt.Key(event.key()).name.removeprefix("Key_")
        self.write(f"{how}{name}{'+' if event.isAutoRepeat() else ''}")


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = OtherWindow(Path(sys.argv[1]))
    window.show()
    window.write(str(int(window.winId())))
    app.exec()
