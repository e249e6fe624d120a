"""How a Qt program of ours begins and ends, in one place."""

import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn, Self

from PySide6.QtCore import QObject, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from waitline.assets import AssetMissing, asset
from waitline.logs import start_logs
from waitline.look import Banner, Distance, Glass, Look, Says, glass_of_screen
from waitline.look.fonts import FontsUnusable
from waitline.model.words import SOURCE_LANGUAGE, Words

from .hang_guard import HangGuard
from .held_keys import heard_once
from .stop_signals import StopSignals
from .translations import Translations
from .uncaught import Uncaught

logger = logging.getLogger(__name__)
SHOWN_S = 15
DAMAGED = (AssetMissing, FontsUnusable)
IS_DAMAGED = Words(zh="安裝不完整，請重新安裝 Waitline", en="The installation is damaged; install Waitline again")
INCHES = {Distance.FINGER: 21.5, Distance.DESK: 19.0, Distance.HALL: 43.0}


class Desktop(QObject):
    """The application, its look, its language, its logs, and what happens when something goes wrong.

    with Desktop("kiosk", distance=Distance.FINGER) as desktop:
        window = KioskWindow(desktop.look)
        desktop.on_leaving(follower.close)
        window.show()
        return desktop.run()
    """

    trouble = Signal(object)
    _guard: HangGuard | None = None

    def __init__(
        self,
        program: str,
        *,
        distance: Distance,
        variant: str = "day",
        language: str = SOURCE_LANGUAGE,
        panel_mm: QSizeF | None = None,
        seat_m: float = 10.0,
        log_folder: Path | None = None,
        argv: Sequence[str] = (),
    ) -> None:
        """`panel_mm`: the screen as measured, else what it says of itself. `trouble` carries the Words shown."""
        self.app = _application(program, argv)
        super().__init__()
        self._keys = heard_once(self.app) if distance is Distance.DESK else None  # at a kiosk a held key walks
        self._logs = start_logs(program, folder=log_folder)
        self._closed = False
        self._leaving: list[Callable[[], object]] = []
        self._uncaught = Uncaught()
        self._uncaught.install()
        self._uncaught.met.connect(self._show_trouble)
        self._uncaught.interrupted.connect(self.leave)
        self._signals = StopSignals(self.leave)
        self._glass_of = partial(glass_of_screen, mm=panel_mm, else_inches=INCHES[distance])
        glass = self._glass_of(self.app.primaryScreen())
        try:
            asset("icons")  # painted one by one; missing ones would be missed only then
            self.look = Look(variant=variant, distance=distance, glass=glass, seat_m=seat_m)
            self.look.dress(self.app)
            self.translations = Translations(self.app, language)
            self._sheet = _sheet_of_faults(self.look)
        except DAMAGED as error:
            logger.critical("installation_damaged", extra={"reason": str(error)})
            self._give_hooks_back()
            _end_damaged(error)
        self._sheet_timer = QTimer(self, singleShot=True, interval=SHOWN_S * 1000)
        self._sheet_timer.timeout.connect(self._sheet.clear)
        measured = {"px_per_mm": round(glass.px_per_mm, 2), "by": glass.found_by}
        logger.info("started", extra={"program": program, **measured})

    def on_leaving(self, close: Callable[[], object]) -> None:
        """Call this when the program ends; the last given is called first."""
        self._leaving.append(close)

    def glass_of(self, screen: QScreen) -> Glass:
        """The millimetres of the screen a window stands on: `look` begins with those of the computer's first."""
        return self._glass_of(screen)

    def run(self, *, ends_if_hung_s: float | None = None) -> int:
        """Serve events until `leave`, a signal, or the last window's closing; give back the exit code.

        `ends_if_hung_s`: for a program before which nobody sits, see `HangGuard`.
        """
        if ends_if_hung_s is not None:
            note = self._logs.file and self._logs.file.with_name(f"{self._logs.file.stem}-last-words.txt")
            self._guard = HangGuard(note, hangs_s=ends_if_hung_s)
        return self.app.exec()

    def leave(self, code: int = 0) -> None:
        """End the program. Unlike Qt's quit, no window can refuse."""
        self.app.exit(code)

    def close(self) -> None:
        """Close what was opened, last first; give back every hook. Once is enough, twice does no harm."""
        if self._closed:
            return
        self._closed = True
        while self._leaving:
            close = self._leaving.pop()
            try:
                close()
            except Exception:  # one that fails must not keep the others open
                logger.exception("closing_failed")
        self._sheet_timer.stop()
        self._sheet.close()
        self._sheet.deleteLater()
        self.translations.clear()
        self.app.setStyleSheet("")
        self._give_hooks_back()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, DAMAGED):
            logger.critical("installation_damaged", extra={"reason": str(error)})
        self.close()
        if isinstance(error, DAMAGED):
            _end_damaged(error)

    def _give_hooks_back(self) -> None:
        if self._guard is not None:
            self._guard.close()
        self._signals.close()
        self._uncaught.remove()
        logger.info("ended")
        self._logs.close()

    def _show_trouble(self, words: Words) -> None:
        """Over the top of the window, where it takes neither the focus nor a touch from what still works."""
        self.trouble.emit(words)
        window = self.app.activeWindow() or next((w for w in self.app.topLevelWidgets() if w.isVisible()), None)
        if window is None or window is self._sheet:
            return
        top = window.mapToGlobal(window.rect().topLeft())
        self._sheet.show_words(Says.TROUBLE, words.zh, words.en)
        height = self._sheet.heightForWidth(window.width())
        self._sheet.setGeometry(top.x(), top.y(), window.width(), height)
        self._sheet_timer.start()


def _sheet_of_faults(look: Look) -> Banner:
    """What `trouble` is shown on: it takes neither the focus nor a touch."""
    sheet = Banner(look)
    sheet.setObjectName("fault")
    sheet.setWindowFlags(
        Qt.WindowType.ToolTip | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.WindowTransparentForInput
    )
    return sheet


def _end_damaged(error: Exception) -> NoReturn:
    """A part of the program itself is not there: nothing to go on with, and no window to say it in."""
    sys.stderr.write(f"{IS_DAMAGED.zh} ({error})\n{IS_DAMAGED.en} ({error})\n")
    raise SystemExit(2) from None


def _application(program: str, argv: Sequence[str]) -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication([*(argv or sys.argv[:1])])
    app.setApplicationName(f"waitline-{program}")
    app.setApplicationDisplayName("Waitline")
    app.setDesktopFileName(f"waitline-{program}")
    return app
