"""Plain words instead of a number: nobody serves it, it takes longer, it did not work, we are closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Colour, Face, Icon, Look, Space, TouchButton, TwoLanguageLabel, Type, paint_icon
from waitline.model.calendar import Offer, Why
from waitline.model.clock import local
from waitline.model.office import OfficeSetup
from waitline.model.words import without_details

from ..scenes import (
    CallHelp,
    Closed,
    HelpComes,
    LongWait,
    Missing,
    NoCounter,
    NotOffered,
    Sorry,
    StillTrying,
    Take,
    Wish,
    WithdrawHelp,
)
from ..tongue import BESIDE, both, both_words, filled
from .page import Card, Decoration, column_of, name_alike, row_of, stack_in
from .waiting_words import WaitingWords
from .when import TimedPage

if TYPE_CHECKING:
    from waitline.views.kiosk_view import KioskView

FOOT_MM = 32.0
LEVEL_FOOT_MM = 42.0
PICTURE_MM = 34.0
LEAST_PICTURE_MM = 12.0
Message = NoCounter | Missing | LongWait | NotOffered | StillTrying | HelpComes | Sorry | Closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message as it is shown: texts in both languages, and which buttons go with it."""

    icon: Icon
    title: str
    body: str = ""
    buttons: tuple[str, ...] = ()


class MessagePage(TimedPage):
    """One picture, one sentence, what to do, and the buttons for it."""

    home_wanted = Signal()
    again_wanted = Signal()
    anyway_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, look: Look, office: OfficeSetup, language: str) -> None:
        super().__init__(look, "message", language)
        self._office = office
        self._scene: Message = Closed()
        self._view: KioskView | None = None
        self._words = WaitingWords(self)
        self._card = Card(look, self)
        self._picture = _Picture(look, self)
        self._title = self._label(Type.HEADING, strong=True)
        self._title.setObjectName("message-title")
        self._body = self._label(Type.BODY)
        self._body.setObjectName("message-body")
        self._buttons: dict[str, TouchButton] = {
            "home": self.button("home", self.home_wanted.emit, face=Face.QUIET, icon=Icon.BACK),
            "withdraw": self.button("withdraw", self.withdraw_wanted.emit, face=Face.QUIET, icon=Icon.CANCEL),
            "again": self.button("again", self.again_wanted.emit, face=Face.MAIN, icon=Icon.AGAIN),
            "anyway": self.button("anyway", self.anyway_wanted.emit, face=Face.MAIN),
        }
        self._shown: tuple[TouchButton, ...] = ()
        self.retranslate()

    def show_scene(self, scene: Message, office: OfficeSetup, *, view: KioskView | None) -> None:
        """`view` says when a counter serves a service again."""
        self._scene, self._office, self._view = scene, office, view
        self.retranslate()
        self.lay_out()

    def retranslate(self) -> None:
        said = self._said()
        self._picture.show_icon(said.icon)
        self._title.show_both(*both(said.title))
        self._body.show_both(*both(said.body))
        self._name_buttons()
        self._shown = tuple(self._buttons[name] for name in said.buttons)
        scene = self._scene
        pressed = scene.pressed if isinstance(scene, NoCounter | Missing | LongWait) else None
        self._buttons["anyway"].show_pressed(pressed is not None)
        for name, button in self._buttons.items():
            button.setVisible(name in said.buttons)

    def needs_its_room(self) -> bool:
        return isinstance(self._scene, Closed | Sorry)

    def _name_buttons(self) -> None:
        texts = {
            "home": self.tr("回首頁"),
            "withdraw": self.tr("不需要協助了"),
            "again": self.tr("再試一次"),
            "anyway": self.tr("仍要取號"),
        }
        name_alike({self._buttons[name]: text for name, text in texts.items()}, on_one_line_each=self.upright)

    def lay_out(self) -> None:
        self._name_buttons()
        width, height = self.width(), self.height()
        foot, apart, pad = (
            self.look.mm(FOOT_MM if self.upright else LEVEL_FOOT_MM),
            self.px(Space.GAP_APART),
            self.px(Space.MARGIN),
        )
        if self.upright:
            foot = foot * len(self._shown) + apart * max(0, len(self._shown) - 1)
            column_of(self._shown[::-1], QRect(0, height - foot, width, foot), apart)
        else:
            row_of(self._shown, QRect(0, height - foot, width, foot), apart, widest=self.look.mm(150))
        self._name_buttons()
        top = QRect(0, 0, width, height - (foot + apart if self._shown else 0))
        self._card.setGeometry(top)
        inside = top.adjusted(pad // 2, pad // 2, -pad // 2, -pad // 2)
        needed = sum(label.least_height(inside.width()) for label in (self._title, self._body) if label.text())
        spare = inside.height() - needed - self.px(Space.PAD) * 2
        picture = min(self.look.mm(PICTURE_MM), inside.height() // 4, spare)
        if picture < self.look.mm(LEAST_PICTURE_MM):
            picture = 0  # the words come first
        top_of = stack_in(inside, (self._title, self._body), self.px(Space.PAD) * 2, above=picture)
        self._picture.setGeometry(inside.x(), top_of, inside.width(), picture)

    def _said(self) -> Said:
        match self._scene:
            case NoCounter() | Missing() | LongWait():
                return self._asked(self._scene)
            case StillTrying(wish=wish):
                number, help_comes = self.tr("正在為您取號，請稍候"), self.tr("正在通知服務人員，請稍候")
                title = number if isinstance(wish, Take) else help_comes
                return Said(icon=Icon.CLOCK, title=title, body=self._held(wish))
            case HelpComes(coming=coming, number=held, later=later):
                return self._help_for_another() if later else self._help(held, coming=coming)
            case Sorry():
                return self._sorry(self._scene)
            case Closed(offer=offer):
                return self._closed(offer)
            case NotOffered(service=code, offer=offer):
                return self._not_offered(code, offer)

    def _no_counter(self, code: str) -> Said:
        """Nobody serves it now: since a wait for nothing must not be sold, the visitor decides."""
        name = BESIDE.join(both_words(without_details(self._office.service(code).names), self.language))
        lines = self._view.services if self._view is not None else ()
        again = next((line.again_at for line in lines if line.code == code and line.again_at), None)
        if again is None:
            body = self.tr("您可以先取號，櫃台開放後就會叫號；也可以請服務人員協助。")
        else:
            body = filled(
                self.tr("預計 {time} 起受理。您可以先取號等候，也可以請服務人員協助。"),
                time=f"{local(again, self._office.zone):%H:%M}",
            )
        title = filled(self.tr("目前沒有櫃台辦理「{service}」"), service=name)
        return Said(icon=Icon.CLOCK, title=title, body=body, buttons=("home", "anyway"))

    def _asked(self, scene: NoCounter | Missing | LongWait) -> Said:
        """A number all the same, or something better: the visitor decides."""
        if isinstance(scene, NoCounter):
            return self._no_counter(scene.service)
        if isinstance(scene, Missing):
            icon, title = Icon.PEOPLE, self.tr("請先到服務台")
            body = self.tr("服務人員會告訴您缺少的文件怎麼辦，以免白等。您也可以先取號等候。")
        else:
            icon, title = Icon.CLOCK, self._words.question(scene.ahead, scene.wait)
            body = BESIDE.join(both_words(self._office.service(scene.service).names, self.language))
        return Said(icon=icon, title=title, body=body, buttons=("home", "anyway"))

    def _held(self, wish: Wish) -> str:
        """The number of whoever calls for help with one in their hand."""
        return self._number(wish.number) if isinstance(wish, CallHelp) else ""

    def _number(self, held: str) -> str:
        return filled(self.tr("您的號碼是 {number}。"), number=held) if held else ""

    def _help(self, held: str, *, coming: bool) -> Said:
        """Nobody is promised to come while nobody is at a counter."""
        title, body = self.tr("已通知服務人員"), self.tr("請在這裡稍候，會有人過來協助您。")
        if coming:
            title = self.tr("服務人員正在過來")
        elif self._view is not None and not self._view.somebody_at_work:
            title, body = self.tr("求助已送出"), self.tr("目前沒有櫃台開著，也可以直接找服務台或附近的同仁。")
        icon = Icon.PEOPLE if coming else Icon.HELP
        return Said(
            icon=icon, title=title, body=self.in_a_row(self._number(held), body), buttons=("home", "withdraw")
        )

    def _help_for_another(self) -> Said:
        """Whoever asked hears it, whoever has come since is not kept by it: and cannot send the help away."""
        title = self.tr("剛才有人求助，服務人員正在過來")
        return Said(icon=Icon.PEOPLE, title=title, body=self.tr("要取號請按「回首頁」。"), buttons=("home",))

    def _sorry(self, scene: Sorry) -> Said:
        if scene.wish is None:
            title = BESIDE.join(both_words(scene.words, self.language))
            return Said(
                icon=Icon.NOTICE, title=title, body=self.tr("請洽服務台，由服務人員協助您。"), buttons=("home",)
            )
        if isinstance(scene.wish, CallHelp | WithdrawHelp):
            title = self.tr("目前無法通知服務人員")
        else:
            title = self.tr("目前暫時無法取號")
        body = self.tr("系統正在重新連線，會自動再試。您也可以直接到服務台，由服務人員協助您。")
        body = self.in_a_row(self._held(scene.wish), body)
        return Said(icon=Icon.OUT_OF_TOUCH, title=title, body=body, buttons=("home", "again"))

    def _closed(self, offer: Offer | None) -> Said:
        """Why nobody gets a number, and when somebody does again."""
        reason = (
            "" if offer is None or offer.reason is None else BESIDE.join(both_words(offer.reason, self.language))
        )
        more = ""
        match None if offer is None else offer.why:
            case Why.LAST_TICKET:
                title = self.tr("今天的取號已截止")
                more = self.tr("已有號碼的民眾請留在等候區，我們會繼續服務。")
            case Why.HOLIDAY | Why.SPECIAL | Why.DAY_OFF:
                title = self.tr("今天不開放：{reason}") if reason else self.tr("今天不開放")
            case _:
                title = self.tr("目前不開放：{reason}") if reason else self.tr("目前不是服務時間")
        again = None if offer is None else offer.again
        if again is None:
            opens = self.tr("請於服務時間再來，或洽服務台。")
        else:
            opens = filled(self.tr("{when} 開放。"), when=self.when(again))
        return Said(icon=Icon.DOOR, title=filled(title, reason=reason), body=self.in_a_row(more, opens))

    def _not_offered(self, code: str, offer: Offer) -> Said:
        """A number now would be a wait for nothing: when it is worth coming, and what to do instead."""
        service = self._office.service(code)
        name = BESIDE.join(both_words(without_details(service.names), self.language))
        if offer.why is Why.LAST_TICKET:
            title = self.tr("「{service}」今天的取號已截止")
        else:
            title = self.tr("「{service}」目前不受理")
        again = "" if offer.again is None else filled(self.tr("{when} 起受理。"), when=self.when(offer.again))
        if service.on_offer.words is None:
            instead = self.tr("您可以改辦其他業務，或請服務人員協助。")
        else:
            instead = BESIDE.join(both_words(service.on_offer.words, self.language))
        return Said(
            icon=Icon.CLOCK,
            title=filled(title, service=name),
            body=self.in_a_row(again, instead),
            buttons=("home",),
        )

    def _label(self, role: Type, *, strong: bool = False) -> TwoLanguageLabel:
        return TwoLanguageLabel(self.look, role, strong=strong, align=Qt.AlignmentFlag.AlignCenter, parent=self)


class _Picture(Decoration):
    """The message's picture."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = Icon.NOTICE

    def show_icon(self, icon: Icon) -> None:
        self._icon = icon
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_icon(painter, self._icon, self.rect().toRectF(), self._look.colour(Colour.ACCENT_TEXT))
        painter.end()
