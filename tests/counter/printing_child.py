"""A console with its printer in a process of its own, which may be killed: ``DATABASE OFFICE_FILE``."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from counter.actions import Place
from tests.counter.back_line_desk import begin_at_desk
from tests.counter.halls import RealHall
from waitline.desktop import Translations
from waitline.look import Distance, Glass, Look
from waitline.settings.office_file import parse_office
from waitline.store.engine import Store


def main() -> None:
    database, file = Path(sys.argv[1]), Path(sys.argv[2])
    app = QApplication(["counter"])
    setup = parse_office(file.read_text(encoding="utf-8"), "office.toml")
    hall = RealHall(path=database, store=Store(f"sqlite:///{database.as_posix()}", setup.id), setup=setup)
    look = Look(variant="day", distance=Distance.DESK, glass=Glass(px_per_mm=3.78, found_by="setting"))
    facts = {"staff": "c03", "place": Place.COUNTER, "counter": "3", "prints": True}
    desk = begin_at_desk(None, look, Translations(app), hall, **facts)
    app.aboutToQuit.connect(desk.leave)
    app.exec()


if __name__ == "__main__":
    main()
