"""A panel that stands in the middle of a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from waitline.look import Look, Panel, Space

__all__ = ["Panel", "stand_in_the_middle"]


def stand_in_the_middle(page: QWidget, panel: Panel, corner: QWidget, look: Look) -> None:
    """Lay out `page`: the panel, as large as it may be, in the middle; `corner`, a button, above at the right."""
    margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
    above, centre = QHBoxLayout(), QHBoxLayout()
    above.addStretch(1)
    above.addWidget(corner, 0, Qt.AlignmentFlag.AlignTop)
    centre.addStretch(1)
    centre.addWidget(panel, 20)
    centre.addStretch(1)
    column = QVBoxLayout(page)
    column.setContentsMargins(margin, gap, margin, margin * 2)
    column.addLayout(above)
    column.addStretch(1)
    column.addLayout(centre, 20)
    column.addStretch(1)
