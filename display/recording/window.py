"""The recording room's window: what is to be said at the left, the clip in hand or the approval at the right."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from waitline.look import Banner, Colour, FitLabel, Icon, Look, Says, Space, TouchButton, Type
from waitline.look import Face as ButtonFace
from waitline.model.words import SOURCE_LANGUAGE, Words, own_name

from .approval_sheet import ApprovalSheet
from .booth import Booth
from .flow import RoomFace
from .line_list import LineList

LEAST_WIDTH: Final = 1180
LEAST_HEIGHT: Final = 640


class RoomWindow(QWidget):
    """Draws a face. `language` says in which language; `name` is that of the language recorded."""

    approval_wanted = Signal()
    give_up_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    language_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, name: Words, approvers: Sequence[str], language: Callable[[], str]) -> None:
        super().__init__()
        self.setObjectName("recording_room")
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._recorded, self._language = name, language
        self._face: RoomFace | None = None
        self.lines = LineList(look)
        self.booth = Booth(look)
        self.approval = ApprovalSheet(look, approvers)
        self._title = FitLabel(look, Type.TITLE, strong=True, colour=Colour.ACCENT_TEXT)
        self._count = FitLabel(look, Type.BODY)
        self._count.setObjectName("count")
        self._approved = Banner(look)
        self._approved.setObjectName("approved")
        self._other = TouchButton(look, face=ButtonFace.QUIET, icon=Icon.LANGUAGE)
        self._approve = TouchButton(look, icon=Icon.SEAL)
        self._export = TouchButton(look)
        self._import = TouchButton(look)
        for button, called in (
            (self._other, "language"),
            (self._approve, "approve"),
            (self._export, "export"),
            (self._import, "import"),
        ):
            button.setObjectName(called)
        self._right = QStackedWidget()
        self._lay_out(look)
        self._wire()
        self._name()

    def show_face(self, face: RoomFace) -> None:
        """Draw this moment."""
        self._face = face
        language = self._language()
        self.lines.show_face(face, language)
        self.booth.show_face(face, language)
        self.approval.show_face(face, language)
        count = self.tr("本機關要用的 {needed} 句，已錄 {recorded} 句").format(
            needed=face.needed, recorded=face.recorded
        )
        self._count.show_words(count)
        self._show_approval(face)
        self._export.setEnabled(bool(face.pack.takes))
        self._approve.setEnabled(bool(face.pack.takes))

    def show_approval(self, *, asked: bool) -> None:
        """Ask for it, or go back to the clip in hand."""
        self._right.setCurrentWidget(self.approval if asked else self.booth)
        if asked:
            self.approval.begin()
        else:
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            if self._face is not None:
                self.show_face(self._face)
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _show_approval(self, face: RoomFace) -> None:
        approval = face.pack.approval
        if approval is not None:
            words = self.tr("{who} 於 {day} 核可；看板下次啟動時開始使用").format(
                who=approval.by, day=approval.on.isoformat()
            )
            self._approved.show_words(Says.GOOD, words)
        elif face.pack.takes:
            self._approved.show_words(Says.NOTICE, self.tr("尚未核可，大廳不會播放"))
        else:
            self._approved.show_words(Says.QUIET, self.tr("還沒有錄音"))

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        head = QHBoxLayout()
        head.setSpacing(margin)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._other)
        self._right.addWidget(self.booth)
        self._right.addWidget(self.approval)
        body = QHBoxLayout()
        body.setSpacing(margin)
        body.addWidget(self.lines, 9)
        body.addWidget(self._right, 11)
        foot = QHBoxLayout()
        foot.setSpacing(gap)
        foot.addWidget(self._approved, 1)
        for button in (self._approve, self._export, self._import):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, gap, margin, margin)
        column.setSpacing(gap)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addLayout(foot)

    def _wire(self) -> None:
        self._approve.activated.connect(self.approval_wanted)
        self._export.activated.connect(self.export_wanted)
        self._import.activated.connect(self.import_wanted)
        self._other.activated.connect(self.language_wanted)
        self.approval.left.connect(lambda: self.show_approval(asked=False))
        for key, wish in (
            ("F9", self.booth.record_wanted.emit),
            ("F10", self.booth.listen_wanted.emit),
            ("F11", self.booth.want_sentence),
            ("F12", self.booth.next_wanted.emit),
            ("Esc", self.give_up_wanted.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self.booth)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(wish)

    def _name(self) -> None:
        language = self._recorded.in_language(self._language())
        self._title.show_words(self.tr("錄音室：{language}").format(language=language))
        self.setWindowTitle(self._title.text())
        self._approve.show_words(self.tr("核可"))
        self._export.show_words(self.tr("匯出 .zip"))
        self._import.show_words(self.tr("匯入 .zip"))
        self._other.show_words(own_name("en" if self._language() == SOURCE_LANGUAGE else SOURCE_LANGUAGE))
