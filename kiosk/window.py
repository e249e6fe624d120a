"""The kiosk's window: one head, one banner, one page at a time. It shows and asks; the flow decides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from waitline.look import Banner, Colour, FitLabel, Look, Says, TouchButton, Type
from waitline.model.clock import Instant
from waitline.model.office import KioskSetup, OfficeSetup

from .access.profile import AccessProfile
from .frame import Frame
from .hours import offers_at
from .pages.header import Header
from .pages.home import HomePage
from .pages.languages import LanguageBar
from .pages.love_reasons import LoveReasonsPage
from .pages.message import MessagePage
from .pages.number import NumberPage
from .pages.page import Page
from .pages.papers import PapersPage
from .scenes import Closed, Home, Number, Papers, Reasons, Scene, Trouble, hears_of_help
from .tongue import both

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.views.kiosk_view import KioskView


class KioskWindow(QWidget):
    """Frameless; `may_close` False keeps every visitor's gesture and key from closing it."""

    service_wanted = Signal(str)
    place_wanted = Signal(object)
    """A MenuPlace: another page of the menu."""
    love_wanted = Signal()
    reason_wanted = Signal(object)
    anyway_wanted = Signal()
    missing_wanted = Signal()
    paperless_wanted = Signal()
    again_wanted = Signal()
    home_wanted = Signal()
    help_wanted = Signal()
    withdraw_wanted = Signal()
    language_wanted = Signal(str)
    ease_wanted = Signal(bool)
    """Everything large, within reach, spoken and slow; or as everybody has it."""
    touched = Signal()
    page_seen = Signal()
    """The page that was turned to has been painted."""

    def __init__(
        self, look: Look, office: OfficeSetup, kiosk: KioskSetup, language: str, *, may_close: bool
    ) -> None:
        super().__init__()
        self.setObjectName("kiosk")
        self._look = look
        self._office = office
        self._view: KioskView | None = None
        self._trouble = Trouble()
        self._quiet = False  # nobody takes a number on such a page
        self._turned = False
        self._waits: dict[str, Callable[[], None]] = {}
        self._standing: type[Scene] = Home
        self.may_close = may_close
        self._header = Header(look, office, language)
        self._banner = Banner(look, parent=self)
        self._banner.setObjectName("banner")
        self._languages = LanguageBar(look, kiosk.languages, language)
        for around in (self._header, self._languages):
            around.setParent(self)
        self._home = HomePage(look, office, kiosk.languages, language)
        self._reasons = LoveReasonsPage(look, language)
        self._number = NumberPage(look, office, language)
        self._message = MessagePage(look, office, language)
        self._papers = PapersPage(look, office, language)
        self._idle = Banner(look, parent=self)
        self._idle.setObjectName("idle")
        self._for_staff = FitLabel(look, Type.SMALL, colour=Colour.TEXT_QUIET, parent=self)
        self._for_staff.setObjectName("for-staff")
        self._stack = QStackedWidget(self)
        for page in self._pages():
            self._stack.addWidget(page)
            page.beside = (self._languages.help,)
        self.access = AccessProfile(look, kiosk, language, self)
        self._frame = self._framed()
        self._connect_pages()
        look.changed.connect(self._lay_out)
        look.touched.connect(self.touched)
        look.lifted.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        self._name()

    def _framed(self) -> Frame:
        self._for_staff.hide()
        return Frame(
            look=self._look, window=self, header=self._header, banner=self._banner, idle=self._idle,
            languages=self._languages, for_staff=self._for_staff, stack=self._stack,
            home=self._home, number=self._number, papers=self._papers,
        )  # fmt: skip

    def show_scene(self, scene: Scene) -> None:
        """Turn to the page of a scene, with what it says."""
        page: Page
        match scene:
            case Home():
                page = self._home
                self._home.show_scene(scene)
            case Reasons():
                page = self._reasons
                self._reasons.show_scene(scene)
            case Number():
                page = self._number
                self._number.show_scene(scene, self._office)
            case Papers():
                page = self._papers
                self._papers.show_scene(scene, self._office)
            case _:
                page = self._message
                self._message.show_scene(scene, self._office, view=self._view)
        self._languages.help.setEnabled(hears_of_help(scene))
        self._turned = self._turned or type(scene) is not self._standing
        self._standing = type(scene)
        if page is not self._stack.currentWidget():
            self._turn_to(page)
        if self._quiet != isinstance(scene, Closed | Number):
            self._quiet = not self._quiet
            self.show_trouble(self._trouble)
        self.access.show(page, self._options())

    def _turn_to(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)
        self._lay_out()
        page.begin()

    def show_view(self, view: KioskView, at: Instant, *, fresh: bool) -> None:
        """The office as it stands, and its time now; not `fresh`: it may have moved on since."""
        self._when_lifted("view", partial(self._show_view, view, at, fresh=fresh))

    def show_trouble(self, trouble: Trouble) -> None:
        """What everybody who comes should know before touching anything."""
        self._when_lifted("trouble", partial(self._show_trouble, trouble))

    def _when_lifted(self, what: str, work: Callable[[], None]) -> None:
        """Now, or once the finger on the glass is lifted: tiles that move or go would lose its wish."""
        self._waits[what] = work
        if not self._look.is_held:
            self._catch_up()

    def _catch_up(self) -> None:
        waits, self._waits = self._waits, {}
        for work in waits.values():
            work()

    def _show_view(self, view: KioskView, at: Instant, *, fresh: bool) -> None:
        known_before = self._view is not None and self._view.staff_know
        self._view, self._office = view, view.setup
        if known_before != view.staff_know:
            self._show_trouble(self._trouble)
        self._header.show_office(view.calendar, at if view.time_is_known else None)
        self._home.show_view(view, offers_at(view.calendar, at), fresh=fresh)
        self._name()
        self.access.refresh()

    def _show_trouble(self, trouble: Trouble) -> None:
        self._trouble = trouble
        words = None if trouble.goes_on else trouble.for_staff
        self._for_staff.show_words("" if words is None else f"{words.zh}\n{words.en}")
        self._for_staff.setVisible(words is not None)
        if words is not None:
            text = self.tr("取號機暫停服務，請洽服務台。")
            self._banner.show_words(Says.OUT_OF_TOUCH, *both(text))
        elif trouble.out_of_touch and not trouble.goes_on:
            text = self.tr("暫時連不上系統，正在重新連線。急件請洽服務台。")
            self._banner.show_words(Says.OUT_OF_TOUCH, *both(text))
        elif trouble.no_paper and not self._quiet:
            self._banner.show_words(Says.NOTICE, *both(self._no_paper_text()))
        elif trouble.out_of_touch and not self._quiet:
            self._banner.show_words(Says.NOTICE, *both(self.tr("系統重新連線中，照常取號。")))
        else:
            self._banner.clear()
        self.access.show_trouble("" if self._banner.isHidden() else self._banner.text().partition("\n")[0])
        self._lay_out()

    def _no_paper_text(self) -> str:
        if self._view is not None and self._view.staff_know:
            return self.tr("印表機暫時不能列印，已通知服務人員。取號後請記下螢幕上的號碼。")
        return self.tr("印表機暫時不能列印，取號後請記下螢幕上的號碼。")

    def touch_waited(self) -> float:
        """How many seconds ago the finger came down whose wish is being told; 0 where no finger was."""
        pressed_at = self.access.look.pressed_at if self.access.is_on else self._look.pressed_at
        return 0.0 if pressed_at is None else self._look.events.now() - pressed_at

    def show_leaving(self, seconds: int | None) -> None:
        """How soon the page goes away unless somebody touches the glass; None: not soon."""
        self.access.show_leaving(seconds)
        if seconds is None or self.access.is_on:
            self._idle.clear()
            return
        text = self.tr("還在嗎？請碰一下螢幕，{seconds} 秒後回到首頁。").replace("{seconds}", str(seconds))
        self._idle.show_words(Says.NOTICE, *both(text))
        self._idle.raise_()

    def speak(self, language: str, *, eased: bool = False) -> None:
        """Turn every page to a language; the translator has turned already. `eased`: in the accessible profile."""
        if eased:
            self._stack.hide()
        self._home.show_whole(whole=eased)
        for page in (self._header, self._languages, *self._pages()):
            page.speak(language)
        self._turned = self._turned or eased != self.access.is_on
        for covered in (self._header, self._stack):
            covered.setVisible(not eased)
        self.access.turn(language, self._office.names.in_language(language), on=eased)
        self.show_trouble(self._trouble)
        self._lay_out()

    def _language_touched(self, language: str) -> None:
        """The keyboard's ring goes back to the page, which is read from its beginning in the new language."""
        for page in self._pages():
            if page.isVisible():
                page.begin()
        self.language_wanted.emit(language)

    def _pages(self) -> tuple[Page, ...]:
        return self._home, self._reasons, self._number, self._message, self._papers

    def _connect_pages(self) -> None:
        self._home.service_wanted.connect(self.service_wanted)
        self._home.place_wanted.connect(self.place_wanted)
        self._home.love_wanted.connect(self.love_wanted)
        self._languages.language_wanted.connect(self._language_touched)
        self._languages.ease_wanted.connect(self.ease_wanted)
        self._reasons.reason_wanted.connect(self.reason_wanted)
        self._home.paperless_wanted.connect(self.paperless_wanted)
        for asks in (self._message, self._papers):
            asks.anyway_wanted.connect(self.anyway_wanted)
        self._papers.missing_wanted.connect(self.missing_wanted)
        self._message.again_wanted.connect(self.again_wanted)
        self._message.withdraw_wanted.connect(self.withdraw_wanted)
        for page in (self._reasons, self._number, self._message, self._papers):
            page.home_wanted.connect(self.home_wanted)
        self._languages.help_wanted.connect(self.help_wanted)
        self.access.ease_wanted.connect(self.ease_wanted)
        self.access.chosen.connect(self._choose)
        self.access.used.connect(self.touched)

    def _options(self) -> tuple[TouchButton, ...]:
        """What is chosen for the whole visit."""
        return *self._languages.options(), *self._home.options()

    def _choose(self, name: str) -> None:
        """In the accessible profile: what the page's own button of that name would do."""
        page = self._stack.currentWidget()
        offered = [*page.choices(), *self._options()] if isinstance(page, Page) else []
        for button in offered:
            if button.objectName() == name:
                button.activated.emit()
                return

    def _name(self) -> None:
        self.setWindowTitle(self._office.names.zh)
        self._stack.setAccessibleName(self._office.names.zh)

    def _lay_out(self) -> None:
        self._frame.lay_out(covered=self.access.is_on)
        self.access.page.setGeometry(self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour(Colour.PAGE))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress):
            self.touched.emit()
        handled = super().event(event)
        if self._turned and event.type() == QEvent.Type.UpdateRequest:  # by it the whole window is painted
            self._turned = False
            self.page_seen.emit()
        return handled

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.windowHandle().installEventFilter(self.access.keys)
        self._turn_to(self._home)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close)
