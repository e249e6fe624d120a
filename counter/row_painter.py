"""How one line of the queue is drawn: number, service, badges, minutes."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from waitline.look import Colour, Look, Space, Type

from .chip_line import paint_line
from .row_layout import RowPlaces, RowWords, place_row
from .waiting_rows import ROW_ROLE, Row, WaitingRows

LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
TALL_EM: Final = 2.6


class RowPainter(QStyledItemDelegate):
    """One line a visitor."""

    def __init__(self, look: Look, model: WaitingRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(1, round(self._look.font(Type.BODY).pixelSize() * TALL_EM))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, box = index.data(ROW_ROLE), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_chosen(painter, box)
        painter.setPen(self._look.colour(Colour.LINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_row(painter, row, self.places(row, box))
        painter.restore()

    def places(self, row: Row, box: QRectF) -> RowPlaces:
        """What is drawn where in a line of this size."""
        model, pad = self._model, self._look.px(Space.PAD)
        words = RowWords(
            number=row.ticket.label,
            service=model.service(row),
            chips=model.chips(row),
            aside=model.aside(row),
            since=model.since(row),
            expected=model.expected(row),
        )
        return place_row(self._look, words, box.adjusted(pad * 1.5, 0, -pad, 0))

    def _paint_chosen(self, painter: QPainter, box: QRectF) -> None:
        """Said by a bar at the side too, not by colour alone."""
        painter.fillRect(box, self._look.colour(Colour.ACCENT_SOFT))
        side = QRectF(box.left(), box.top(), self._look.px(Space.GAP) // 2, box.height())
        painter.fillRect(side, self._look.colour(Colour.ACCENT))

    def _paint_row(self, painter: QPainter, row: Row, places: RowPlaces) -> None:
        look = self._look
        ink = Colour.TEXT if row.ours and not self._model.stale else Colour.STALE
        body = look.font(Type.BODY)

        def write(words: str, box: QRectF, font: QFont, colour: Colour, align: Qt.AlignmentFlag) -> None:
            painter.setFont(font)
            painter.setPen(look.colour(colour))
            painter.drawText(box, align, words)

        write(row.ticket.label, places.number, look.font(Type.HEADING, strong=True), ink, LEFT)
        write(places.service_words, places.service, body, ink, LEFT)
        write(places.aside_words, places.aside, look.font(Type.SMALL), Colour.TEXT_QUIET, RIGHT)
        write(places.expected_words, places.expected, look.font(Type.SMALL), Colour.TEXT_QUIET, RIGHT)
        write(self._model.since(row), places.since, body, ink, RIGHT)
        chips = places.chips
        paint_line(painter, look, Type.SMALL, places.line, chips.left(), chips.center().y())
