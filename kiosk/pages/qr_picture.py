"""A QR code on the glass, to be photographed or scanned: dark on light in every theme."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Look

Modules = tuple[tuple[bool, ...], ...]
QUIET = 4
"""Modules of light around a code, as ISO/IEC 18004 wants them."""


class QrPicture(QWidget):
    """The largest square of a code that its box allows, in whole pixels a module."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""

    def show_text(self, text: str) -> None:
        """What a telephone reads from it."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    @property
    def painted_mm(self) -> float:
        """How wide the code is on the glass, without the light around it."""
        return self._look.glass.mm(self._module_px() * len(_modules(self._text)))

    def least_side(self, painted_mm: float) -> int:
        """How large its box has to be, in pixels, for a code that wide; its modules are whole pixels."""
        modules = len(_modules(self._text))
        return ceil(self._look.mm(painted_mm) / modules) * (modules + 2 * QUIET)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        modules, size = _modules(self._text), self._module_px()
        whole = size * (len(modules) + 2 * QUIET)
        dark, light = sorted(
            (self._look.colour(Colour.TEXT), self._look.colour(Colour.SURFACE)), key=lambda c: c.lightnessF()
        )
        painter = QPainter(self)
        left, top = (self.width() - whole) // 2, (self.height() - whole) // 2
        painter.fillRect(QRectF(left, top, whole, whole), light)
        painter.setPen(Qt.PenStyle.NoPen)
        for row, line in enumerate(modules):
            for column, is_dark in enumerate(line):
                if is_dark:
                    x, y = left + (column + QUIET) * size, top + (row + QUIET) * size
                    painter.fillRect(QRectF(x, y, size, size), dark)
        painter.end()

    def _module_px(self) -> int:
        return max(1, min(self.width(), self.height()) // (len(_modules(self._text)) + 2 * QUIET))


@lru_cache(maxsize=2)
def _modules(text: str) -> Modules:
    import segno  # noqa: PLC0415 - not before the first number

    code = segno.make(text, error="m", mode="byte", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in line) for line in code.matrix)
