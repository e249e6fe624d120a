"""How one line of the queue is drawn: number, service, badges, minutes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from waitline.look import Colour, Look, Space, Type

from .chips import chip_width, paint_chip
from .waiting_rows import ROW_ROLE, Row, WaitingRows


class RowPainter(QStyledItemDelegate):
    """One line a visitor: number, service, badges, minutes."""

    def __init__(self, look: Look, model: WaitingRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        height = round(self._look.font(Type.BODY).pixelSize() * 2.6)
        return QSize(1, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        look, box = self._look, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, look.colour(Colour.ACCENT_SOFT))
            painter.fillRect(
                QRectF(box.left(), box.top(), look.px(Space.GAP) // 2, box.height()), look.colour(Colour.ACCENT)
            )
        pad, em = look.px(Space.PAD), look.font(Type.BODY).pixelSize()
        middle = Qt.AlignmentFlag.AlignVCenter
        ink = look.colour(Colour.TEXT if row.ours else Colour.STALE)
        painter.setPen(ink)
        painter.setFont(look.font(Type.HEADING, strong=True))
        painter.drawText(box.adjusted(pad * 1.5, 0, 0, 0), middle, row.ticket.label)
        painter.setFont(look.font(Type.BODY))
        right = box.adjusted(0, 0, -pad, 0)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, self._model.since(row))
        edge = self._paint_badges(painter, row, box.right() - pad - em * 5, box.center().y())
        left = box.left() + pad * 1.5 + em * 5
        room = QRectF(left, box.top(), max(0.0, edge - left), box.height())
        words = QFontMetricsF(painter.font()).elidedText(
            self._model.service(row), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setPen(ink)
        painter.setFont(look.font(Type.BODY))
        painter.drawText(room, middle, words)
        painter.setPen(look.colour(Colour.LINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _paint_badges(self, painter: QPainter, row: Row, right: float, middle: float) -> float:
        """Badges and asides from the right; where they begin."""
        look = self._look
        gap = look.px(Space.GAP) / 2
        for chip in reversed(self._model.chips(row)):
            right -= chip_width(look, Type.SMALL, chip) + gap
            paint_chip(painter, look, Type.SMALL, chip, right, middle)
        aside = self._model.aside(row)
        if aside:
            painter.setFont(look.font(Type.SMALL))
            painter.setPen(look.colour(Colour.TEXT_QUIET))
            metrics = QFontMetricsF(painter.font())
            aside = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, look.font(Type.SMALL).pixelSize() * 9)
            width = metrics.horizontalAdvance(aside)
            right -= width + gap
            height = metrics.height()
            painter.drawText(
                QRectF(right, middle - height / 2, width + 2, height), Qt.AlignmentFlag.AlignVCenter, aside
            )
        return right - gap
