"""How loud the microphone hears: a bar, the range in which it should be, and the loudest of the last second."""

from time import monotonic
from typing import Final

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from waitline.look import Colour, Look, Space, Type

LEAST_DB: Final = -54.0
QUIET_DB: Final = -30.0
LOUD_DB: Final = -2.0
_HELD_S: Final = 1.0
_FALLS_MS: Final = 50
_FALLS_DB: Final = 2.0


class LevelMeter(QWidget):
    """Below `quiet` the bar is too short, above `loud` too long: the words under it say so."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("level")
        self._look = look
        self._db = self._held = LEAST_DB
        self._held_at = 0.0
        self._live = False
        self._falls = QTimer(self, interval=_FALLS_MS)
        self._falls.timeout.connect(self._fall)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_level(self, decibels: float) -> None:
        """A piece was heard."""
        self._db = max(self._db, decibels)
        now = monotonic()
        if decibels >= self._held or now - self._held_at > _HELD_S:
            self._held, self._held_at = decibels, now
        if not self._falls.isActive():
            self._falls.start()
        self.update()

    def show_live(self, *, live: bool) -> None:
        """Whether there is a microphone at all."""
        if live != self._live:
            self._live = live
            self._db = self._held = LEAST_DB
            self.update()

    @property
    def zone(self) -> str:
        """Where the loudest of the last second stood: quiet, right or loud."""
        return "quiet" if self._held < QUIET_DB else "loud" if self._held > LOUD_DB else "right"

    def sizeHint(self) -> QSize:
        height = self._look.px(Space.ICON) + round(self._look.font(Type.SMALL).pixelSize() * 1.5)
        return QSize(self._look.mm(60), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look, painter = self._look, QPainter(self)
        bar = QRectF(1, 1, self.width() - 2, look.px(Space.ICON) * 0.8)
        painter.fillRect(bar, look.colour(Colour.SUNK))
        at = {db: bar.left() + bar.width() * _share(db) for db in (QUIET_DB, LOUD_DB)}
        if self._live:
            ink = {"quiet": Colour.NOTICE_EDGE, "right": Colour.ACCENT, "loud": Colour.TROUBLE}[self.zone]
            painter.fillRect(
                QRectF(bar.left(), bar.top(), bar.width() * _share(self._db), bar.height()), look.colour(ink)
            )
            held = bar.left() + bar.width() * _share(self._held)
            painter.fillRect(QRectF(held - 2, bar.top(), 4, bar.height()), look.colour(Colour.TEXT))
        painter.setPen(QPen(look.colour(Colour.EDGE), max(1, look.px(Space.EDGE))))
        painter.drawRect(bar)
        for place in at.values():
            painter.drawLine(round(place), round(bar.top()), round(place), round(bar.bottom()))
        self._paint_words(painter, bar, at[QUIET_DB], at[LOUD_DB])
        painter.end()

    def _paint_words(self, painter: QPainter, bar: QRectF, quiet: float, loud: float) -> None:
        painter.setFont(self._look.font(Type.SMALL))
        painter.setPen(self._look.colour(Colour.TEXT_QUIET))
        line = QRectF(bar.left(), bar.bottom(), 0, self.height() - bar.bottom())
        pad = self._look.px(Space.PAD)
        for left, right, words in (
            (bar.left(), quiet, self.tr("太小聲")),
            (quiet, loud, self.tr("剛好")),
        ):
            painter.drawText(QRectF(left + pad, line.top(), right - left - pad, line.height()), 0x84, words)
        words = self.tr("太大聲")
        painter.drawText(QRectF(loud - 400, line.top(), bar.right() - loud + 400, line.height()), 0x82, words)

    def _fall(self) -> None:
        self._db = max(LEAST_DB, self._db - _FALLS_DB)
        if self._db <= LEAST_DB:
            self._falls.stop()
        self.update()


def _share(decibels: float) -> float:
    return min(1.0, max(0.0, 1 - decibels / LEAST_DB))
