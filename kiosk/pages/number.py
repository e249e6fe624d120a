"""The number on the glass: large, with where to wait and how its paper is doing."""

from PySide6.QtCore import QRect, Qt, Signal

from drivers.printing.queue.slip_news import Slip
from waitline.look import (
    Banner,
    Colour,
    Face,
    FitLabel,
    Icon,
    Look,
    NumberLabel,
    Says,
    Space,
    TwoLanguageLabel,
    Type,
)
from waitline.model.number_code import qr_text
from waitline.model.office import OfficeSetup
from waitline.model.ticket import PriorityClass
from waitline.model.words import listed, without_details
from waitline.rules.kiosk_number import TIGHT_ABOVE, WORDS_ABOVE, share_beside, stands_above

from ..scenes import Number
from ..tongue import both, both_words, first, on_one_line
from .number_foot import LEVEL_HOME_MM, NumberFoot
from .page import Card, Page, name_alike, stack_in
from .qr_picture import QrPicture
from .telling import NOTHING, Way, Ways, before, has_room, in_one_or_two, show_fullest, tell_in
from .waiting_words import WaitingWords
from .where_to_wait import WhereToWait

CODE_MM = 42.0
LARGE_CODE_MM = 70.0
LEAST_CODE_MM = 18.0
"""The code itself, without the light around it: a smaller one no telephone reads."""
SCAN_MM = 100.0
UPRIGHT_SCAN_MM = 160.0
LEAST_NUMBER_MM = 48.0
GLAD_NUMBER_MM = 56.0
"""The number's box: figures of forty millimetres and more."""
LEAST_ABOVE_MM = 70.0
"""The number's box and the words above it."""


class NumberPage(Page):
    """Says the number in figures that can be read from two metres."""

    home_wanted = Signal()

    def __init__(self, look: Look, office: OfficeSetup, language: str) -> None:
        super().__init__(look, "number-page", language)
        self._office = office
        self._scene: Number | None = None
        self._card = Card(look, self)
        self._yours = FitLabel(
            look, Type.BODY, colour=Colour.TEXT_QUIET, align=Qt.AlignmentFlag.AlignCenter, parent=self
        )
        self._yours.setObjectName("your-number")
        self._number = NumberLabel(look, colour=Colour.ACCENT_TEXT, parent=self)
        self._number.setObjectName("number")
        self._service = self._label(Type.HEADING, strong=True)
        self._service.setObjectName("service")
        self._ahead = self._label(Type.HEADING, colour=Colour.ACCENT_TEXT, strong=True)
        self._ahead.setObjectName("ahead")
        self._where = self._label(Type.BODY)
        self._where.setObjectName("where")
        self._papers = self._label(Type.BODY, strong=True)
        self._papers.setObjectName("papers")
        self._wait = self._label(Type.BODY, colour=Colour.ACCENT_TEXT)
        self._wait.setObjectName("wait")
        self._qr = QrPicture(look, self)
        self._qr.setObjectName("qr")
        self._scan = self._label(Type.BODY, colour=Colour.TEXT_QUIET)
        self._scan.setObjectName("scan")
        self._words = WaitingWords(self)
        self._where_to_wait = WhereToWait(self)
        self._told: Ways = {}
        self._slip = Banner(look, parent=self)
        self._slip.setObjectName("slip")
        self._home = self.button("home", self.home_wanted.emit, face=Face.MAIN, icon=Icon.BACK)
        self._foot = NumberFoot(look, self._slip, self._home)
        self.retranslate()

    def show_scene(self, scene: Number, office: OfficeSetup) -> None:
        self._scene, self._office = scene, office
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        self._yours.show_words(on_one_line(self.tr("您的號碼")))
        self._name_home()
        if self._scene is None:
            return
        ticket = self._scene.taken.ticket
        love = ticket.priority is PriorityClass.LOVE
        self._number.show_number(ticket.label)
        self._number.show_colour(Colour.LOVE_TEXT if love else Colour.ACCENT_TEXT)
        self._number.setAccessibleName(ticket.label)
        self._ahead.show_colour(Colour.LOVE_TEXT if love else Colour.ACCENT_TEXT)
        self._told = self._ways_to_tell(self._scene)
        show_fullest(self._told)
        self._qr.show_text(qr_text(ticket, self._office))
        self._show_slip(self._scene)

    def _ways_to_tell(self, scene: Number) -> Ways:
        """What stands below each other beside or below the number, each label's fullest way first."""
        ticket, wait = scene.taken.ticket, self._words.wait(scene.wait)
        if ticket.service is None:
            service = both(self.tr("愛心優先"))
        else:
            service = both_words(without_details(self._office.service(ticket.service).names), self.language)
        return {
            self._service: (service, (service[0], "")),
            self._ahead: self._ways_to_tell_ahead(scene),
            self._wait: ((on_one_line(wait), ""), (first(wait), "")),
            self._papers: self._ways_to_tell_papers(scene),
            self._where: self._where_to_wait.ways(scene),
        }

    def _ways_to_tell_ahead(self, scene: Number) -> Way:
        if scene.opens_later:
            return self._where_to_wait.unserved()
        return in_one_or_two(self._words.ahead(scene.taken.ahead))

    def _ways_to_tell_papers(self, scene: Number) -> Way:
        code = scene.taken.ticket.service
        papers = () if code is None or not scene.tells_papers else self._office.service(code).to_bring
        return self._ways_to_list(both_words(listed(papers), self.language)) if papers else NOTHING

    def _ways_to_list(self, papers: tuple[str, str]) -> Way:
        said, brief = self.tr("請備 {papers}，有缺請先洽服務台"), self.tr("請備 {papers}")
        ask = first(self.tr("應備文件請洽服務台")), ""
        return *in_one_or_two(said, papers=papers), in_one_or_two(brief, papers=papers)[-1], ask

    def said(self) -> tuple[str, ...]:
        """In full, whatever there was room for."""
        slip = self._slip.text().partition("\n")[0] if self._has_slip() else ""
        told = (self._service, self._where, self._ahead, self._wait, self._papers)
        texts = [first(self.tr("您的號碼")), *(self._told[label][0][0] for label in told if label in self._told)]
        texts.insert(1 if self._is_in_trouble() else len(texts), slip)
        return tuple(text for text in texts if text)

    def _is_in_trouble(self) -> bool:
        return self._scene is not None and self._scene.slip is Slip.TROUBLE

    def needs_its_room(self) -> bool:
        return True

    def number(self) -> str:
        return self._number.text()

    @property
    def _stacked(self) -> bool:
        mm = self.look.glass.mm
        return stands_above((mm(self.width()), mm(self.height())))

    def _name_home(self) -> None:
        low = self._home.height() < self.look.mm(LEVEL_HOME_MM)
        name_alike({self._home: self.tr("回首頁")}, on_one_line_each=low)

    def code(self) -> str:
        return self._qr.accessibleName()

    def lay_out(self) -> None:
        if self._scene is None:
            return
        width, gap = self.width(), self.px(Space.GAP_APART)
        foot = self._foot.lay_out(
            self.size(), gap, upright=self.upright, stacked=self._stacked, has_slip=self._has_slip()
        )
        top = foot - gap
        self._name_home()
        self._card.setGeometry(0, 0, width, top)
        pad = self.px(Space.MARGIN)
        inside = QRect(0, 0, width, top).adjusted(pad, pad // 2, -pad, -pad // 2)
        number, told = (self._above if self._stacked else self._beside)(inside)
        tell_in(told, self._told, self.px(Space.PAD))
        code = self.look.mm(LARGE_CODE_MM if self._is_without_paper() else CODE_MM)
        if self._stacked:
            code = self._share_above(number, told, code)
            self._lay_out_code(QRect(told.x(), told.bottom() - code, told.width(), code))
            told.adjust(0, 0, 0, -code)
        yours = self._name_number(number)
        if not self._stacked:
            code = self._code_below(code, number.height() - yours)
            self._lay_out_code(QRect(number.x(), number.bottom() - code, number.width(), code))
            number.adjust(0, 0, 0, -code)
        self._yours.setGeometry(number.x(), number.y(), number.width(), yours)
        self._number.setGeometry(number.adjusted(0, yours, 0, 0))
        stack_in(told, list(self._told), self.px(Space.PAD))

    def _share_above(self, number: QRect, told: QRect, code: int) -> int:
        """How tall the code is; what would be left out has the room of the words above the number."""
        shared = self._code_above(code, told)
        spared = number.height() - self.look.mm(TIGHT_ABOVE - WORDS_ABOVE)
        if spared <= 0 or not self._leaves_out():
            return shared
        number.adjust(0, 0, 0, -spared)
        told.adjust(0, -spared, 0, 0)
        return self._code_above(code, told)

    def _leaves_out(self) -> bool:
        """Whether what to bring, or where to wait, is left out."""
        tells = self._scene is not None and self._scene.tells_papers
        told = {label: self._told[label][-1][0] for label in (self._papers, self._where)}
        return tells and any(label.parts()[0].text == least for label, least in told.items())

    def _code_below(self, wished: int, height: int) -> int:
        """How tall the code below the number is; the number gives what it has above forty for one that is read."""
        codes = (min(wished, height - self.look.mm(least)) for least in (GLAD_NUMBER_MM, LEAST_NUMBER_MM))
        return next((code for code in codes if code >= self._qr.least_side(LEAST_CODE_MM)), 0)

    def _code_above(self, wished: int, told: QRect) -> int:
        """How tall the code is below what is told, which is rather said in one language than without a code."""
        pad, least = self.px(Space.PAD), self._qr.least_side(LEAST_CODE_MM)
        above = told.adjusted(0, 0, 0, -least)
        tell_in(above, self._told, pad)
        if not has_room(above, list(self._told), pad):
            tell_in(told, self._told, pad)
            return 0
        words = [label.least_height(told.width()) + pad // 2 for label in self._told if label.text()]
        return max(least, min(wished, told.height() // 3, told.height() - sum(words)))

    def _name_number(self, box: QRect) -> int:
        """How tall the words above the number are: in one language or none where they would take its room."""
        words = self.tr("您的號碼")
        self._yours.show_words(on_one_line(words))
        if box.height() - self._yours.heightForWidth(box.width()) < self.look.mm(LEAST_NUMBER_MM):
            self._yours.show_words(first(words))
        if box.height() <= self.look.mm(TIGHT_ABOVE - WORDS_ABOVE):
            self._yours.show_words("")
            return 0
        return self._yours.heightForWidth(box.width())

    def _lay_out_code(self, box: QRect) -> None:
        """The code and what it is for, side by side in the middle of a box."""
        gap, words = self.px(Space.PAD), self._scan_width(box.width(), box.height())
        tell_in(QRect(0, 0, words, box.height()), {self._scan: in_one_or_two(self._scan_text())}, 0)
        self._qr.setVisible(box.height() > 0)
        self._scan.setVisible(box.height() > 0)
        left = box.x() + (box.width() - box.height() - gap - words) // 2
        self._qr.setGeometry(left, box.y(), box.height(), box.height())
        self._scan.setGeometry(left + box.height() + gap, box.y(), words, box.height())

    def _scan_width(self, width: int, code: int) -> int:
        """What a code of that size leaves beside it for the words that say what it is for."""
        return min(self.look.mm(UPRIGHT_SCAN_MM if self._stacked else SCAN_MM), width - code - self.px(Space.PAD))

    def _above(self, box: QRect) -> tuple[QRect, QRect]:
        least = min(self.look.mm(LEAST_ABOVE_MM), box.height() * 2 // 3)
        split = max(round(box.height() * (0.31 if self._is_in_trouble() else 0.34)), least)
        show_fullest(self._told)
        below = box.adjusted(0, split, 0, 0)
        if not self.upright or not has_room(below, list(self._told), self.px(Space.PAD)):
            split = min(split, self.look.mm(TIGHT_ABOVE))  # figures of forty still
        return box.adjusted(0, 0, 0, split - box.height()), box.adjusted(0, split, 0, 0)

    def _beside(self, box: QRect) -> tuple[QRect, QRect]:
        split = round(box.width() * share_beside(self.look.glass.mm(box.width())))
        return QRect(box.x(), box.y(), split, box.height()), box.adjusted(split + self.px(Space.MARGIN), 0, 0, 0)

    def _label(self, role: Type, *, colour: Colour = Colour.TEXT, strong: bool = False) -> TwoLanguageLabel:
        middle = Qt.AlignmentFlag.AlignCenter
        return TwoLanguageLabel(self.look, role, colour=colour, strong=strong, align=middle, parent=self)

    def _scan_text(self) -> str:
        if self._scene is not None and self._scene.slip is Slip.NONE:
            return self.tr("請拍下號碼，或掃描存到手機")
        return self.tr("掃描可存下號碼")

    def _is_without_paper(self) -> bool:
        """Whether the glass is all there is: then the code is large."""
        return self._scene is not None and self._scene.slip in {Slip.NONE, Slip.TROUBLE}

    def _has_slip(self) -> bool:
        return self._scene is not None and self._scene.slip is not Slip.NONE

    def _show_slip(self, scene: Number) -> None:
        match scene.slip:
            case Slip.NONE:
                self._slip.clear()
            case Slip.PRINTING:
                self._slip.show_words(Says.NOTICE, *both(self.tr("號碼單列印中，請稍候")))
            case Slip.PRINTED:
                self._slip.show_words(Says.GOOD, *both(self.tr("請取走您的號碼單")))
            case Slip.TROUBLE:
                self._slip.show_words(Says.TROUBLE, *self._trouble_words(scene))

    def _trouble_words(self, scene: Number) -> tuple[str, str]:
        """What is wrong with the printer, and that the number counts all the same."""
        counts = both(self.tr("號碼有效，請記下或拍下這個號碼"))
        return counts if scene.slip_words is None else before(counts, scene.slip_words, self.language)
