"""What a colleague asks about a case: along the top of the screen, until it is answered."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout

from waitline.look import Colour, Look, Space

from ..actions import Action
from ..cases.strips import ELSEWHERE, AskedCaseStrip
from ..panel import Panel
from ..words import ClerkWords
from .face import StandByFace

WIDE_MM: Final = 250.0


class CaseBanner(Panel):
    """Hidden while nobody asks, and behind the lock: it holds a colleague's words.

    Never activated: whoever types elsewhere types on.
    """

    wanted = Signal(Action)
    chosen = Signal(int)

    def __init__(self, look: Look, words: ClerkWords, keys: dict[Action, str]) -> None:
        super().__init__(look, fill=Colour.PAGE, edge=Colour.ACCENT)
        self.setObjectName("case_banner")
        kind = Qt.WindowType
        self.setWindowFlags(kind.Tool | kind.FramelessWindowHint | kind.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._strip = AskedCaseStrip(look, words, keys, ELSEWHERE)
        self._strip.wanted.connect(self.wanted)
        self._strip.chosen.connect(self.chosen)
        gap = look.px(Space.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        column.addWidget(self._strip)
        self.show_surface(Colour.PAGE, Colour.ACCENT, thick=True)

    def show_face(self, face: StandByFace, *, below: int) -> None:
        """Draw this moment; `below`: so many pixels of the screen's upper end are taken by a summons."""
        self._strip.show_face(face)
        if face.locked or self._strip.isHidden():
            self.hide()
            return
        room = self.screen().availableGeometry()
        width = min(self._look.mm(WIDE_MM), room.width())
        left = room.left() + (room.width() - width) // 2
        self.setGeometry(left, room.top() + below, width, self.sizeHint().height())
        if not self.isVisible():
            self.show()
            self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.windowHandle() is not None:
            self.windowHandle().startSystemMove()
