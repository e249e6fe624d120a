"""Before a number: is everything there that has to be brought? Nobody shall wait for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal

from waitline.look import Colour, Face, Icon, Look, Space, TwoLanguageLabel, Type
from waitline.model.words import without_details

from ..tongue import both_words
from .check_list import CheckList
from .page import Card, Page, name_alike, row_of, stack_in
from .telling import Ways, in_one_or_two, show_fullest, tell_in
from .waiting_words import WaitingWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from waitline.model.office import OfficeSetup

    from ..scenes import Papers

FOOT_MM = 32.0
LEVEL_FOOT_MM = 42.0
QUESTION_SHARE = 0.36


class PapersPage(Page):
    """The list, and two answers: all there, or not."""

    anyway_wanted = Signal()
    missing_wanted = Signal()
    home_wanted = Signal()

    def __init__(self, look: Look, office: OfficeSetup, language: str) -> None:
        super().__init__(look, "papers-page", language)
        self._office = office
        self._scene: Papers | None = None
        self._words = WaitingWords(self)
        self._card = Card(look, self)
        self._title = self._label(Type.HEADING, strong=True)
        self._title.setObjectName("papers-title")
        self._service = self._label(Type.BODY, colour=Colour.TEXT_QUIET)
        self._service.setObjectName("papers-service")
        self._list = CheckList(look, self)
        self._ahead = self._label(Type.BODY, colour=Colour.ACCENT_TEXT, strong=True)
        self._ahead.setObjectName("papers-ahead")
        self._home = self.button("home", self.home_wanted.emit, face=Face.QUIET, icon=Icon.BACK)
        self._missing = self.button("missing", self.missing_wanted.emit)
        self._complete = self.button("anyway", self.anyway_wanted.emit, face=Face.MAIN, icon=Icon.CHECK)
        self.retranslate()

    def show_scene(self, scene: Papers, office: OfficeSetup) -> None:
        self._scene, self._office = scene, office
        self.retranslate()
        self._complete.show_pressed(scene.pressed is not None)
        self.lay_out()

    def groups(self) -> tuple[QWidget, ...]:
        return (self._list,)

    def retranslate(self) -> None:
        self._asked: Ways = {self._title: in_one_or_two(self.tr("這些都帶了嗎？"))}
        show_fullest(self._asked)
        self._name_buttons()
        scene = self._scene
        if scene is None:
            return
        service = self._office.service(scene.service)
        papers = service.to_bring
        name = both_words(without_details(service.names), self.language)
        self._list.show_items([both_words(paper, self.language) for paper in papers])
        question = "" if scene.ahead is None else self._words.question(scene.ahead, scene.wait)
        self._asked |= {self._service: (name, (name[0], "")), self._ahead: in_one_or_two(question)}
        show_fullest(self._asked)

    def _name_buttons(self) -> None:
        texts = self.tr("回首頁"), self.tr("有缺"), self.tr("都帶了，取號")
        buttons = dict(zip((self._home, self._missing, self._complete), texts, strict=True))
        if self.upright:
            name_alike({self._complete: buttons.pop(self._complete)}, on_one_line_each=True)
        name_alike(buttons, on_one_line_each=False)

    def lay_out(self) -> None:
        self._name_buttons()
        width, height, apart, pad = self.width(), self.height(), self.px(Space.GAP_APART), self.px(Space.MARGIN)
        buttons = (self._home, self._missing, self._complete)
        if self.upright:
            tall, low = self.look.mm(LEVEL_FOOT_MM), self.look.mm(FOOT_MM)
            foot = low + apart + tall
            self._complete.setGeometry(0, height - foot, width, low)
            row_of(buttons[:2], QRect(0, height - tall, width, tall), apart, widest=self.look.mm(150))
        else:
            foot = self.look.mm(LEVEL_FOOT_MM)
            self._lay_out_row(QRect(0, height - foot, width, foot), apart)
        self._name_buttons()
        self._card.setGeometry(0, 0, width, height - foot - apart)
        self._lay_out_card(self._card.geometry().adjusted(pad, pad // 2, -pad, -pad // 2))

    def _lay_out_row(self, box: QRect, gap: int) -> None:
        """All answers side by side; in one language they ask for less width, and share it anew."""
        buttons = (self._home, self._missing, self._complete)
        row_of(buttons, box, gap, widest=self.look.mm(150))
        self._name_buttons()
        row_of(buttons, box, gap, widest=self.look.mm(150))

    def _lay_out_card(self, inside: QRect) -> None:
        """Upright the question stands above the list, else beside it."""
        gap, asked = self.px(Space.MARGIN), list(self._asked)
        show_fullest(self._asked)
        if self.upright:
            head = sum(label.heightForWidth(inside.width()) for label in asked if label.text())
            head += self.px(Space.PAD) * len(asked)
            question = QRect(inside.x(), inside.y(), inside.width(), min(head, inside.height() // 2))
            rest = inside.adjusted(0, question.height() + gap, 0, 0)
        else:
            share = round(inside.width() * QUESTION_SHARE)
            question = QRect(inside.x(), inside.y(), share, inside.height())
            rest = inside.adjusted(share + gap, 0, 0, 0)
        between = self.px(Space.PAD) * (1 if self.upright else 2)
        tell_in(question, self._asked, between)
        stack_in(question, asked, between)
        self._list.setGeometry(rest)
        self._list.lay_out()

    def _label(self, role: Type, *, colour: Colour = Colour.TEXT, strong: bool = False) -> TwoLanguageLabel:
        return TwoLanguageLabel(
            self.look, role, colour=colour, strong=strong, align=Qt.AlignmentFlag.AlignCenter, parent=self
        )
