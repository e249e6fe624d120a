"""How much room windows have on this screen: ``python -m waitline.desktop.room`` prints it as JSON."""

import json
import sys

from PySide6.QtGui import QGuiApplication


def main() -> int:
    """Print `room` (left, top, width, height: without panels and docks) and `screen` (width, height)."""
    app = QGuiApplication(sys.argv[:1])
    screen = app.primaryScreen()
    room, whole = screen.availableGeometry(), screen.size()
    found = {
        "room": [room.x(), room.y(), room.width(), room.height()],
        "screen": [whole.width(), whole.height()],
        "platform": app.platformName(),
    }
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
