"""A number as tall as it is told to be, or as its box allows; never clipped."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from .fonts import cap_share, font_of_px
from .look import Look
from .roles import Colour

SIDE = 0.04  # air left and right of a filled box, as a share of the number's height
OVERSHOOT = 0.016  # of the em: round figures reach this much above and below straight ones
NARROWEST = "000"


class NumberLabel(QLabel):
    """A ticket's number. `cap_mm`: the height of its digits on the glass; without it the number fills its box."""

    def __init__(
        self,
        look: Look,
        *,
        cap_mm: float | None = None,
        colour: Colour = Colour.TEXT,
        strong: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._cap_mm = cap_mm
        self._colour = colour
        self._weight = look.sizes.weight_strong if strong else look.sizes.weight_text
        fixed = QSizePolicy.Policy.Preferred if cap_mm is not None else QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed, fixed)
        look.changed.connect(self._again)

    def show_number(self, number: str) -> None:
        """Show a number; an empty one shows nothing."""
        if number != self.text():
            self.setText(number)
            self._again()

    def show_colour(self, colour: Colour) -> None:
        """Change the colour's role."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    @property
    def painted_cap_mm(self) -> float:
        """How tall the digits are now."""
        return self._look.cap_mm(self._font())

    def sizeHint(self) -> QSize:
        wanted = self._wanted_px()
        return self._size(wanted) if wanted else self._size(self._look.mm(10))

    def minimumSizeHint(self) -> QSize:
        wanted = self._wanted_px()
        return self._size(min(wanted, self._look.least_px)) if wanted else QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        font = self._font()
        box = QRectF(self.contentsRect())
        advance = QFontMetricsF(font).horizontalAdvance(self.text())
        cap = font.pixelSize() * cap_share(self._weight)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(self._look.colour(self._colour))
        at = QPointF(box.center().x() - advance / 2, box.center().y() + cap / 2)
        painter.drawText(at, self.text())
        painter.end()

    def _font(self) -> QFont:
        box = self.contentsRect()
        share = cap_share(self._weight)
        pixels = self._wanted_px() or box.height() / share
        pixels = min(pixels, (box.height() - 2) / (share + 2 * OVERSHOOT))
        advance = QFontMetricsF(font_of_px(1000, self._weight)).horizontalAdvance(self.text() or NARROWEST)
        pixels = min(pixels, box.width() / (advance / 1000 + 2 * SIDE))
        return font_of_px(int(pixels), self._weight)

    def _wanted_px(self) -> float:
        return self._look.glass.px_per_mm * self._cap_mm / cap_share(self._weight) if self._cap_mm else 0.0

    def _size(self, pixels: float) -> QSize:
        font = font_of_px(pixels, self._weight)
        advance = QFontMetricsF(font).horizontalAdvance(self.text() or NARROWEST)
        return QSize(
            round(advance + 2 * SIDE * pixels + 2), round(pixels * (cap_share(self._weight) + 2 * OVERSHOOT) + 4)
        )

    def _again(self) -> None:
        self.updateGeometry()
        self.update()
