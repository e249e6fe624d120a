"""Every clip, what is said in it, and how its recording is: by a picture and by words."""

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from waitline.look import Colour, Icon, Look, Space, Type, icon_for_qt, icon_pixmap
from waitline.model.words import Words

from .flow import RoomFace
from .takes import WORDS, Verdict

NOT_YET: Final = Words(zh="還沒錄", en="Not recorded")
NOT_NEEDED: Final = Words(zh="還沒錄（本機關用不到）", en="Not recorded (not needed here)")


class LineList(QTableWidget):
    """`picked` carries the place of the line; up and down move in it."""

    picked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(0, 2)
        self.setObjectName("lines")
        self._look = look
        self.setFont(look.font(Type.BODY))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(look.font(Type.BODY).pixelSize() * 2.1))
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.currentCellChanged.connect(self._pick)
        self._name()

    def show_face(self, face: RoomFace, language: str) -> None:
        """Draw this moment."""
        blocker = QSignalBlocker(self)
        self.setRowCount(len(face.lines))
        for row, line in enumerate(face.lines):
            take = face.pack.takes.get(line.clip)
            words = WORDS[take.verdict] if take else NOT_YET if line.needed else NOT_NEEDED
            self._put(row, 0, line.words, None)
            self._put(row, 1, words.in_language(language), take.verdict if take else None)
        if self.currentRow() != face.chosen:
            self.setCurrentCell(face.chosen, 0)
            self.scrollTo(self.currentIndex())
        blocker.unblock()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _put(self, row: int, column: int, words: str, verdict: Verdict | None) -> None:
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        item.setText(words)
        item.setIcon(QIcon() if verdict is None else self._picture(verdict))

    def _picture(self, verdict: Verdict) -> QIcon:
        icon, side = Icon.CHECK if verdict is Verdict.GOOD else Icon.TROUBLE, self._look.px(Space.ICON_SMALL)
        picture = icon_for_qt(icon, side, self._look.colour(Colour.TEXT))
        chosen = icon_pixmap(icon, side, self._look.colour(Colour.ON_ACCENT))
        picture.addPixmap(chosen, QIcon.Mode.Selected)
        return picture

    def _pick(self, row: int) -> None:
        if row >= 0:
            self.picked.emit(row)

    def _name(self) -> None:
        self.setHorizontalHeaderLabels([self.tr("要說的話"), self.tr("錄音")])
        self.setAccessibleName(self.tr("要說的話"))
