"""What has to be brought, one line each, with a mark before it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Icon, Look, Space, TwoLanguageLabel, Type, paint_icon

from .page import shortened


class CheckList(QWidget):
    """Shows texts in two languages; in two columns where one has no room for them."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[TwoLanguageLabel] = []
        self._items: Sequence[tuple[str, str]] = ()

    def show_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Each item in the visitor's language and the one beside it."""
        while len(self._rows) < len(items):
            label = TwoLanguageLabel(self._look, Type.BODY, strong=True, parent=self)
            label.setObjectName(f"paper-{len(self._rows)}")
            self._rows.append(label)
        self._items = items
        for n, label in enumerate(self._rows):
            label.setVisible(n < len(items))
        self.lay_out()

    def lay_out(self) -> None:
        """Place the lines for the size of the moment; in the visitor's language only where both have no room."""
        for label, item in zip(self._rows, self._items, strict=False):
            label.show_both(*item)
        self._place()
        if any(label.squeezed for label in self._rows[: len(self._items)]):
            for label, item in zip(self._rows, self._items, strict=False):
                label.show_both(item[0], "")
            self._place()

    def _place(self) -> None:
        """Those side by side at one height."""
        rows = self._rows[: len(self._items)]
        if not rows:
            return
        columns = 1 if self._fits(rows) else 2
        gap, before = self._look.px(Space.PAD), self._before_words()
        width = (self.width() - 2 * gap * (columns - 1)) // columns
        lines = [rows[n : n + columns] for n in range(0, len(rows), columns)]
        heights = [max(row.heightForWidth(width - before) for row in line) for line in lines]
        if sum(heights) > self.height():
            least = [max(row.least_height(width - before) for row in line) for line in lines]
            heights = shortened(heights, least, self.height())
        spare = self.height() - sum(heights)
        apart = max(0, min(2 * gap, spare // len(lines)))
        y = max(0, (spare - apart * (len(lines) - 1)) // 2)
        for line, height in zip(lines, heights, strict=True):
            for column, row in enumerate(line):
                row.setGeometry(column * (width + 2 * gap) + before, y, width - before, height)
            y += height + apart
        self.update()

    def _fits(self, rows: Sequence[TwoLanguageLabel]) -> bool:
        """Whether all have room below each other, if they must in smaller words."""
        return sum(row.least_height(self.width() - self._before_words()) for row in rows) <= self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        mark, before = self._look.px(Space.ICON), self._before_words()
        for label in self._rows[: len(self._items)]:
            place = label.geometry()
            box = QRectF(place.x() - before, place.y(), mark, place.height())
            paint_icon(painter, Icon.CHECK, box, self._look.colour(Colour.ACCENT_TEXT))
        painter.end()

    def _before_words(self) -> int:
        """The mark and the gap after it."""
        return self._look.px(Space.ICON) + self._look.px(Space.PAD)
