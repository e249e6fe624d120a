"""A printer seen from above: the newest slip rises out of its slot, earlier ones lie beside it."""

from collections import deque
from typing import Final

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, FitLabel, Look, Space, Type

from .slip_folder import Slip

RISE_MS: Final = 900
LIE: Final = ((-0.31, 0.06, -5.0), (0.31, 0.08, 4.0), (-0.36, 0.16, -9.0))
"""Where earlier slips lie: across and down as shares of the tray, and the angle in degrees."""
BODY_SHARE: Final = 0.13
FILLS: Final = 0.94
"""Of the room above the printer's body, how much a slip's length may take."""


class Tray(QWidget):
    """Shows a slip with `show_slip`; what is written on the printer's body comes from the caller."""

    def __init__(self, look: Look, *, title: str, empty: str) -> None:
        super().__init__()
        self.setObjectName("tray")
        self._look = look
        self._slips: deque[Slip] = deque(maxlen=1 + len(LIE))
        self._scaled: dict[str, QPixmap] = {}
        self._rise = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=RISE_MS)
        self._rise.setEasingCurve(QEasingCurve.Type.Linear)
        self._rise.valueChanged.connect(lambda _: self.update())
        middle = Qt.AlignmentFlag.AlignCenter
        self._title = FitLabel(
            look, Type.HEADING, strong=True, colour=Colour.TEXT_QUIET, align=middle, parent=self
        )
        self._title.setObjectName("printer")
        self._title.show_words(title)
        self._empty = FitLabel(look, Type.HEADING, colour=Colour.TEXT_QUIET, align=middle, parent=self)
        self._empty.setObjectName("no-slip-yet")
        self._empty.show_words(empty)
        look.changed.connect(self.update)

    def show_slip(self, slip: Slip) -> None:
        """Let a slip come out; the one before is laid aside."""
        self._slips.appendleft(slip)
        self._empty.hide()
        self.setAccessibleName(slip.name)
        self._rise.stop()
        self._rise.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._scaled.clear()
        body, margin = self._body(), self._look.px(Space.MARGIN)
        self._title.setGeometry(body.adjusted(margin, body.height() * 0.28, -margin, 0).toRect())
        self._empty.setGeometry(self._room().toRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._look.colour(Colour.PAGE))
        newest, *earlier = self._slips or (None,)
        for slip, (across, down, angle) in reversed(list(zip(earlier, LIE, strict=False))):
            self._lay(painter, slip, QPointF(across * self.width(), down * self.height()), angle)
        if newest is not None:
            self._push_out(painter, newest)
        self._draw_body(painter)
        painter.end()

    def _push_out(self, painter: QPainter, slip: Slip) -> None:
        """The part that is out stands above the slot, its head first."""
        picture, slot = self._picture(slip), self._slot_y()
        long, wide = picture.deviceIndependentSize().height(), picture.deviceIndependentSize().width()
        out = float(self._rise.currentValue() or 0.0) if self._is_rising() else 1.0
        left = (self.width() - wide) / 2
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), slot))
        self._paper(painter, QPointF(left, slot - long * out), picture)
        painter.restore()

    def _lay(self, painter: QPainter, slip: Slip, offset: QPointF, angle: float) -> None:
        picture = self._picture(slip)
        size = picture.deviceIndependentSize()
        painter.save()
        painter.translate(self._room().center() + offset)
        painter.rotate(angle)
        self._paper(painter, QPointF(-size.width() / 2, -size.height() / 2), picture)
        painter.restore()

    def _paper(self, painter: QPainter, at: QPointF, picture: QPixmap) -> None:
        box = QRectF(at, picture.deviceIndependentSize())
        lip = self._look.px(Space.EDGE) * 3
        painter.fillRect(box.translated(lip, lip), self._look.colour(Colour.SHADOW))
        painter.drawPixmap(at, picture)
        painter.setPen(QPen(self._look.colour(Colour.LINE), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _draw_body(self, painter: QPainter) -> None:
        body = self._body()
        radius = self._look.px(Space.RADIUS) * 2
        painter.setPen(QPen(self._look.colour(Colour.EDGE), self._look.px(Space.EDGE)))
        painter.setBrush(self._look.colour(Colour.SUNK))
        painter.drawRoundedRect(body, radius, radius)
        tall = max(4.0, body.height() * 0.1)
        slot = QRectF(0, 0, body.width() * 0.8, tall)
        slot.moveCenter(QPointF(body.center().x(), self._slot_y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(Colour.TEXT))
        painter.drawRoundedRect(slot, tall / 2, tall / 2)

    def _is_rising(self) -> bool:
        return self._rise.state() is QVariantAnimation.State.Running

    def _body(self) -> QRectF:
        tall = max(BODY_SHARE * self.height(), 44.0)
        margin = self._look.px(Space.MARGIN)
        wide = min(self.width() - 2.0 * margin, self.height() * 0.8)
        return QRectF((self.width() - wide) / 2, self.height() - tall - margin, wide, tall)

    def _slot_y(self) -> float:
        return self._body().top() + self._body().height() * 0.14

    def _room(self) -> QRectF:
        return QRectF(0, 0, self.width(), self._slot_y())

    def _picture(self, slip: Slip) -> QPixmap:
        """The slip at the size it is shown: all alike, and the longest fits."""
        found = self._scaled.get(slip.name)
        if found is None:
            ratio = self.devicePixelRatioF()
            wide, long = slip.image.width(), max(slip.image.height(), round(slip.image.width() * 1.6))
            share = min(self._room().height() * FILLS / long, self._body().width() * 0.7 / wide, 1.0)
            image = _smaller(slip.image, share * ratio)
            found = QPixmap.fromImage(image)
            found.setDevicePixelRatio(ratio)
            self._scaled[slip.name] = found
        return found


def _smaller(image: QImage, share: float) -> QImage:
    return image.scaledToWidth(max(1, round(image.width() * share)), Qt.TransformationMode.SmoothTransformation)
