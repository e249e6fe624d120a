"""How one line of the queue is drawn: number, service, badges, minutes."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from waitline.look import Colour, Look, Space, Type

from .chips import chip_width, paint_chip, silent_badges
from .waiting_rows import ROW_ROLE, Row, WaitingRows

LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
TALL_EM: Final = 2.6
NUMBER_EM: Final = 5.0
SINCE_EM: Final = 6.0
ASIDE_EM: Final = 9.0


class RowPainter(QStyledItemDelegate):
    """One line a visitor."""

    def __init__(self, look: Look, model: WaitingRows, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(1, round(self._em() * TALL_EM))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, box = index.data(ROW_ROLE), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_chosen(painter, box)
        painter.setPen(self._look.colour(Colour.LINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_row(painter, row, box)
        painter.restore()

    def _paint_chosen(self, painter: QPainter, box: QRectF) -> None:
        """Said by a bar at the side too, not by colour alone."""
        painter.fillRect(box, self._look.colour(Colour.ACCENT_SOFT))
        side = QRectF(box.left(), box.top(), self._look.px(Space.GAP) // 2, box.height())
        painter.fillRect(side, self._look.colour(Colour.ACCENT))

    def _paint_row(self, painter: QPainter, row: Row, box: QRectF) -> None:
        look, em, pad = self._look, self._em(), self._look.px(Space.PAD)
        ink = Colour.TEXT if row.ours and not self._model.stale else Colour.STALE
        inside = box.adjusted(pad * 1.5, 0, -pad, 0)
        painter.setPen(look.colour(ink))
        painter.setFont(look.font(Type.HEADING, strong=True))
        painter.drawText(inside, LEFT, row.ticket.label)
        painter.setFont(look.font(Type.BODY))
        painter.drawText(inside, RIGHT, self._model.since(row))
        between = inside.adjusted(em * NUMBER_EM, 0, -em * SINCE_EM, 0)
        service = self._model.service(row)
        width = QFontMetricsF(look.font(Type.BODY)).horizontalAdvance(service)
        between.setRight(self._paint_aside(painter, row, between) - pad)
        between.setRight(self._paint_badges(painter, row, between, between.width() - width - pad))
        painter.setPen(look.colour(ink))
        painter.setFont(look.font(Type.BODY))
        elide = QFontMetricsF(look.font(Type.BODY)).elidedText
        painter.drawText(between, LEFT, elide(service, Qt.TextElideMode.ElideRight, between.width()))

    def _paint_badges(self, painter: QPainter, row: Row, box: QRectF, room: float) -> float:
        """From the right, with fewer words where the service needs the room; where they begin."""
        look, chips = self._look, self._model.chips(row)
        silent = silent_badges(look, Type.SMALL, chips, room)
        right = box.right()
        for chip in reversed(chips):
            words = chip.badge not in silent
            right -= chip_width(look, Type.SMALL, chip, words=words)
            paint_chip(painter, look, Type.SMALL, chip, right, box.center().y(), words=words)
            right -= look.px(Space.GAP)
        return right

    def _paint_aside(self, painter: QPainter, row: Row, box: QRectF) -> float:
        """Why this one is not simply waiting, if so; where it begins."""
        aside = self._model.aside(row)
        if not aside:
            return box.right()
        font = self._look.font(Type.SMALL)
        metrics = QFontMetricsF(font)
        said = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, font.pixelSize() * ASIDE_EM)
        painter.setFont(font)
        painter.setPen(self._look.colour(Colour.TEXT_QUIET))
        painter.drawText(box, RIGHT, said)
        return box.right() - metrics.horizontalAdvance(said)

    def _em(self) -> int:
        return self._look.font(Type.BODY).pixelSize()
