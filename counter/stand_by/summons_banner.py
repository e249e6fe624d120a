"""「請支援 11 號櫃台」: along the top of the screen, over everything, until it is answered.."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from waitline.look import Banner, Colour, FitLabel, Look, Says, Space, Type

from ..actions import Action
from ..panel import Panel
from .buttons import StandByButtons
from .face import Stage, StandByFace
from .words import StandByWords

WIDE_MM: Final = 250.0
BUTTONS_MM: Final = 84.0
ACTIONS: Final = (Action.ACCEPT, Action.ARRIVE, Action.DECLINE)


class SummonsBanner(Panel):
    """Hidden while nobody asks and nothing has become of it. Never activated: whoever types elsewhere types on."""

    wanted = Signal(Action)

    def __init__(self, look: Look, words: StandByWords, keys: dict[Action, str]) -> None:
        super().__init__(look, fill=Colour.ACCENT_SOFT, edge=Colour.ACCENT)
        self.setObjectName("summons_banner")
        kind = Qt.WindowType
        self.setWindowFlags(kind.Tool | kind.FramelessWindowHint | kind.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._words = words
        self._question = QWidget()
        self._title = FitLabel(look, Type.TITLE, strong=True)
        self._title.setObjectName("summons_title")
        self._reason = FitLabel(look, Type.BODY)
        self._reason.setObjectName("summons_reason")
        self._left = FitLabel(look, Type.TITLE, strong=True, align=Qt.AlignmentFlag.AlignRight)
        self._left.setObjectName("summons_left")
        self._said = Banner(look)
        self._said.setObjectName("summons_notice")
        self._buttons = StandByButtons(look, words.clerk, keys, ACTIONS)
        self._buttons.wanted.connect(self.wanted)
        self._asked: int | None = None
        self._lay_out(look)

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        told = QVBoxLayout(self._question)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(gap // 2)
        told.addWidget(self._title)
        told.addWidget(self._reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(margin * 2, margin, margin * 2, margin)
        row.setSpacing(margin)
        row.addWidget(self._question, 1)
        row.addWidget(self._left)
        row.addWidget(self._said, 1)
        row.addWidget(self._buttons)
        self._buttons.setMinimumWidth(look.mm(BUTTONS_MM))
        self.show_surface(Colour.ACCENT_SOFT, Colour.ACCENT, thick=True)

    def show_face(self, face: StandByFace, out_of_touch: str | None) -> None:
        """Draw this moment; gone when there is nothing to ask and nothing to say."""
        asked = face.stage is Stage.ASKED and face.view is not None and face.summons is not None
        for part in (self._question, self._left):
            part.setVisible(asked)
        self._show_said(face, out_of_touch if asked else None)
        if face.view is not None and face.summons is not None:
            self._title.show_words(self._words.title(face))
            self._reason.show_words(self._words.reason(face.view, face.summons, locked=face.locked))
            self._left.show_words(self._words.left(face.seconds_left))
        self._reason.setVisible(asked and self._said.isHidden())
        self._buttons.show_face(face)
        self._buttons.setVisible(bool(face.live & frozenset(ACTIONS)))
        self._appear(wanted=asked or face.notice is not None)
        self._tell(face)

    def _show_said(self, face: StandByFace, out_of_touch: str | None) -> None:
        clerk = self._words.clerk
        if out_of_touch is not None:
            self._said.show_words(Says.OUT_OF_TOUCH, out_of_touch)
        elif face.notice is not None and face.stage is not Stage.ASKED:
            self._said.show_words(Says.GOOD if face.notice.good else Says.NOTICE, clerk.of(face.notice.words))
        else:
            self._said.clear()

    def _appear(self, *, wanted: bool) -> None:
        if not wanted:
            self.hide()
            return
        room = self.screen().availableGeometry()
        width = min(self._look.mm(WIDE_MM), room.width())
        height = max(self.sizeHint().height(), self.minimumSizeHint().height())
        self.setGeometry(room.left() + (room.width() - width) // 2, room.top(), width, height)
        if not self.isVisible():
            self.show()
            self.raise_()

    def _tell(self, face: StandByFace) -> None:
        """Each question once to the listener."""
        asked = face.summons.id if face.stage is Stage.ASKED and face.summons else None
        if asked is not None and asked != self._asked:
            self.setAccessibleName(self._words.clerk.listed((self._title.text(), self._reason.text())))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._asked = asked

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.windowHandle() is not None:
            self.windowHandle().startSystemMove()
