"""Approving: what it covers and what it does not, under which licence, who spoke, and who answers for it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from waitline.look import Banner, FitLabel, Icon, Look, Panel, Says, Space, TouchButton, Type
from waitline.look import Face as ButtonFace
from waitline.model.words import Words, listed

from .choices import LICENCES, SPEAKERS
from .flow import RoomFace
from .takes import WORDS

NAMED: Final = 4
"""So many sentences that cannot be said are named; the list beside shows all."""


class ApprovalSheet(Panel):
    """`agreed` carries licence, speaker and who approves; each is empty until somebody chooses."""

    agreed = Signal(str, str, str)
    left = Signal()

    def __init__(self, look: Look, approvers: Sequence[str]) -> None:
        super().__init__(look)
        self.setObjectName("approval")
        self._approvers = tuple(approvers)
        self._language = ""
        self._title = FitLabel(look, Type.TITLE, strong=True)
        self._lacks, self._doubts = Banner(look), Banner(look)
        self._lacks.setObjectName("lacks")
        self._doubts.setObjectName("doubts")
        self._names = [FitLabel(look, Type.BODY) for _ in range(3)]
        self._fields = [QComboBox() for _ in range(3)]
        for field, name in zip(self._fields, ("licence", "speaker", "approver"), strict=True):
            field.setObjectName(name)
        self._refusal = Banner(look)
        self._refusal.setObjectName("refusal")
        self._agree = TouchButton(look, face=ButtonFace.MAIN, icon=Icon.SEAL)
        self._agree.setObjectName("agree")
        self._leave = TouchButton(look, icon=Icon.CANCEL)
        self._leave.setObjectName("leave")
        self._agree.activated.connect(self._give)
        self._leave.activated.connect(self.left)
        self._lay_out(look)

    def show_face(self, face: RoomFace, language: str) -> None:
        """What the approval would cover now; the answers stay."""
        if language != self._language:
            self._language = language
            self._name()
        self._show_lacks(face)
        if face.doubtful:
            clips = self._listed([(line.words, WORDS[verdict]) for line, verdict in face.doubtful])
            self._doubts.show_words(Says.NOTICE, self.tr("這些錄得不好，請先聽過：{clips}").format(clips=clips))
        else:
            self._doubts.clear()
        self._agree.setEnabled(face.says_a_sentence)

    def _show_lacks(self, face: RoomFace) -> None:
        needed = [line for line in face.lacking if line.needed]
        if not face.says_a_sentence:
            self._lacks.show_words(Says.TROUBLE, self.tr("還沒有任何一句叫號能整句唸出來，不能核可。"))
        elif needed:
            calls = [
                (f"{line.example.number}→{line.example.counter}", Words(zh=line.words, en=line.words))
                for line in needed
            ]
            words = self.tr("還有 %n 句沒錄，核可後這些叫號仍不會用這個語言唸：{calls}", "", len(needed))
            self._lacks.show_words(Says.NOTICE, words.format(calls=self._listed(calls)))
        elif face.lacking:
            self._lacks.show_words(Says.GOOD, self.tr("本機關的每個號碼、每個櫃台都唸得出來。"))
        else:
            self._lacks.show_words(Says.GOOD, self.tr("每一句都錄好了。"))

    def _listed(self, found: Sequence[tuple[str, Words]]) -> str:
        """The first of them, each with what there is to know of it."""
        some = [Words(zh=f"{name}（{about.zh}）", en=f"{name} ({about.en})") for name, about in found[:NAMED]]
        return listed(some).in_language(self._language) + ("…" if len(found) > NAMED else "")

    def refuse(self, words: Words) -> None:
        """Say which answer is lacking, and stay."""
        self._refusal.show_words(Says.NOTICE, words.in_language(self._language))

    def begin(self) -> None:
        """Put the keyboard on the first question."""
        self._refusal.clear()
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        self.agreed.emit(*(str(field.currentData() or "") for field in self._fields))

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(gap)
        column.addWidget(self._title)
        column.addWidget(self._lacks)
        column.addWidget(self._doubts)
        for name, field in zip(self._names, self._fields, strict=True):
            column.addWidget(name)
            column.addWidget(field)
        column.addWidget(self._refusal)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(gap)
        buttons.addWidget(self._leave, 1)
        buttons.addWidget(self._agree, 2)
        column.addLayout(buttons)

    def _name(self) -> None:
        self._title.show_words(self.tr("核可這份錄音"))
        names = (
            self.tr("授權方式"),
            self.tr("錄音的人（只記身分，不記姓名）"),
            self.tr("核可的人（會記下姓名和今天日期）"),
        )
        for label, field, name in zip(self._names, self._fields, names, strict=True):
            label.show_words(name)
            field.setAccessibleName(name)
        approvers = {name: Words(zh=name, en=name) for name in self._approvers}
        for field, values in zip(self._fields, (LICENCES, SPEAKERS, approvers), strict=True):
            self._offer(field, values)
        self._agree.show_words(self.tr("我聽過了，核可"))
        self._leave.show_words(self.tr("取消"), note="Esc")

    def _offer(self, field: QComboBox, values: Mapping[str, Words]) -> None:
        chosen = field.currentData()
        field.clear()
        field.addItem(self.tr("請選擇"), "")
        for value, words in values.items():
            field.addItem(words.in_language(self._language), value)
        field.setCurrentIndex(max(0, field.findData(chosen)))
