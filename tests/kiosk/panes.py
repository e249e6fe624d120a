"""The kiosk's window by itself on panels of any size: an office on its glass, no program behind it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication

from kiosk.tongue import Tongue
from kiosk.window import KioskWindow
from waitline.look import Distance, Look
from waitline.look.glass import glass_of_panel
from waitline.model.office import KioskSetup, OfficeSetup

from .offices import MONDAY_NINE, a_view

Panel = tuple[QSize, QSizeF]


@contextmanager
def panes(app: QApplication, languages: tuple[str, ...]) -> Iterator[Callable[..., KioskWindow]]:
    """Puts up windows, and takes them down again; twelve wait for everything."""
    tongue = Tongue(languages)
    windows: list[KioskWindow] = []

    def put_up(
        panel: Panel, language: str, *, office: OfficeSetup, kiosk: KioskSetup, eased: bool = False
    ) -> KioskWindow:
        look = Look(variant="day", distance=Distance.FINGER, glass=glass_of_panel(*panel))
        window = KioskWindow(look, office, kiosk, language, may_close=True)
        look.setParent(window)
        tongue.turn(language, alone=eased)
        app.installTranslator(tongue)
        window.resize(panel[0])
        window.show()
        window.speak(language, eased=eased)
        window.show_view(a_view(office, waiting=12), MONDAY_NINE, fresh=True)
        windows.append(window)
        return window

    yield put_up
    app.removeTranslator(tongue)
    for window in windows:
        window.close()
        window.deleteLater()
