"""The staff's sheet over the visitors' pages, and the way through it: login, PIN, panel, slips."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from waitline.desktop import OffThread
from waitline.look import Colour, Face, Icon, Look, Space
from waitline.model.clock import MINUTE, local
from waitline.model.errors import Refused, StaffDoorClosed, WaitlineError
from waitline.model.staff import Role, Staff
from waitline.model.words import Words, own_name

from . import words as w
from .choices import Choice, Choices
from .pads import LoginPad, PinPad
from .words import filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitline.model.slip import PrintJob
    from waitline.views.kiosk_staff import StaffView

    from .backstage import Backstage, Condition

logger = logging.getLogger(__name__)

LEFT_ALONE_MS: Final = 60_000
SURE_FOR_MS: Final = 4_000
MAY_END: Final = (Role.SUPERVISOR, Role.INSTALLER)


class StaffSheet(QWidget):
    """Covers its window while open. Left alone for a minute it closes, and the PIN is asked for again."""

    leave_wanted = Signal(bool)
    """True: and start again."""

    def __init__(self, look: Look, backstage: Backstage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("staff-sheet")
        self._look = look
        self._backstage = backstage
        self._off = OffThread("kiosk staff", self)
        self._view: StaffView | None = None
        self._login = ""
        self._person: Staff | None = None
        self._sure: str | None = None
        self._who = LoginPad(look, close=self.leave)
        self._pin = PinPad(look, close=self.leave, back=self.ask)
        self._panel = Choices(look, "staff-panel", close=self.leave)
        self._slips = Choices(look, "staff-slips", close=self.leave, back=self._show_panel)
        self._devices = Choices(look, "staff-devices", close=self.leave, back=self._show_panel)
        self._stack = QStackedWidget(self)
        for page in (self._who, self._pin, self._panel, self._slips, self._devices):
            self._stack.addWidget(page)
        self._who.entered.connect(self._named)
        self._pin.entered.connect(self._try)
        self._alone = QTimer(self, singleShot=True, interval=LEFT_ALONE_MS)
        self._alone.timeout.connect(self.leave)
        self._unsure = QTimer(self, singleShot=True, interval=SURE_FOR_MS)
        self._unsure.timeout.connect(self._forget_sure)
        self.hide()

    def ask(self) -> None:
        """Open with the login; whether anybody may open the panel is asked of the office meanwhile."""
        self._login, self._person = "", None
        self._who.say(None)
        self._turn_to(self._who)
        self.show()
        self.raise_()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            application.installEventFilter(self)
        self._alone.start()
        self._off.run(self._backstage.look, done=self._seen, failed=self._not_seen)

    def leave(self) -> None:
        """Back to the visitors' pages."""
        self._login, self._person = "", None
        self._who.say(None)
        self._pin.say(None)
        self._alone.stop()
        self._forget_sure()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.hide()

    def close_down(self) -> None:
        """End the thread: the program ends."""
        self.leave()
        self._off.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whatever is touched or pressed while the sheet is open keeps it open."""
        del watched
        if event.type() in (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress):
            self._alone.start()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = self._look.px(Space.MARGIN)
        self._stack.setGeometry(self.rect().adjusted(margin, margin, -margin, -margin))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour(Colour.PAGE))
        painter.end()

    # --- login and PIN ----------------------------------------------------------------------------------

    def _seen(self, view: StaffView) -> None:
        self._view = view
        if view.closed_for:
            self._who.say(StaffDoorClosed(minutes=-(-view.closed_for // MINUTE)).words, waits=True)
        elif not view.anybody:
            self._who.say(w.NOBODY, waits=True)

    def _not_seen(self, error: Exception) -> None:
        logger.warning("staff_not_read", extra={"why": type(error).__name__})
        self._who.say(w.UNREACHABLE, waits=True)

    def _named(self, login: str) -> None:
        self._login = login
        self._pin.ask(login)
        self._turn_to(self._pin)

    def _try(self, pin: str) -> None:
        self._pin.say(w.CHECKING, waits=True)
        self._off.run(
            partial(self._backstage.unlock, self._login, pin),
            done=partial(self._unlocked, self._login),
            failed=self._locked,
        )

    def _unlocked(self, login: str, person: Staff) -> None:
        if self._login == login and self.isVisible():
            self._person = person
            self._show_panel()

    def _locked(self, error: Exception) -> None:
        """Which of the two was wrong is not said: both may be typed anew."""
        self._pin.say(error.words if isinstance(error, Refused) else w.UNREACHABLE)

    # --- the panel --------------------------------------------------------------------------------------

    def _show_panel(self, note: Words | None = None) -> None:
        person = self._person
        if person is None:
            return
        title = filled(w.PANEL, name=person.name, kiosk=self._backstage.kiosk_id)
        self._panel.show_choices(title, self._offers(person), note or self._backstage.printer_words())
        self._turn_to(self._panel)

    def _offers(self, person: Staff) -> list[Choice]:
        offers = []
        if self._backstage.has_printer:
            offers += [
                self._choice("look-again", w.LOOK_AGAIN, self._look_again, Icon.PRINTER),
                self._choice("slips", w.SLIPS, self._want_slips, Icon.PRINTER),
            ]
        offers.append(self._choice("devices", w.DEVICES, self._want_devices, Icon.SETTINGS))
        names = self._backstage.languages
        if len(names) > 1:
            words = filled(w.LANGUAGE, name=own_name(self._backstage.house_language))
            offers.append(self._choice("language", words, self._next_language, Icon.LANGUAGE))
        offers.append(self._twice("restart", w.RESTART, partial(self.leave_wanted.emit, True), Icon.AGAIN))
        if person.may(*MAY_END):
            offers.append(self._twice("exit", w.EXIT, partial(self.leave_wanted.emit, False), Icon.DOOR))
        return offers

    def _choice(
        self, name: str, words: Words, wish: Callable[[], object], icon: Icon, face: Face = Face.PLAIN
    ) -> Choice:
        return Choice(name=f"panel-{name}", words=words, wish=wish, icon=icon, face=face)

    def _twice(self, name: str, words: Words, wish: Callable[[], object], icon: Icon) -> Choice:
        """Nothing that stops the kiosk happens at one touch."""
        if self._sure == name:
            return self._choice(name, w.SURE, wish, icon, Face.MAIN)
        return self._choice(name, words, partial(self._make_sure, name), icon)

    def _make_sure(self, name: str) -> None:
        self._sure = name
        self._unsure.start()
        self._show_panel()

    def _forget_sure(self) -> None:
        self._unsure.stop()
        if self._sure is not None:
            self._sure = None
            if self.isVisible() and self._stack.currentWidget() is self._panel:
                self._show_panel()

    def _look_again(self) -> None:
        self._off.run(self._backstage.look_at_printer, done=self._show_panel, failed=self._refused)

    def _want_sample(self) -> None:
        self._devices.say(w.SAMPLE_PRINTING)
        self._off.run(self._backstage.print_sample, done=self._sampled, failed=self._refused)

    def _sampled(self, printed: bool) -> None:
        self._show_panel(w.SAMPLE_PRINTED if printed else w.SAMPLE_FAILED)

    def _next_language(self) -> None:
        self._backstage.turn_language()
        self._show_panel()

    # --- devices ----------------------------------------------------------------------------------------

    def _want_devices(self) -> None:
        self._devices.show_choices(w.CHOOSE_DEVICE, (), w.CHECKING)
        self._turn_to(self._devices)
        self._off.run(self._backstage.devices, done=self._devices_seen, failed=self._refused)

    def _devices_seen(self, found: tuple[Condition, ...]) -> None:
        self._devices.show_choices(
            w.CHOOSE_DEVICE,
            [
                *(self._device(one) for one in found),
                *(
                    [self._choice("sample", w.SAMPLE, self._want_sample, Icon.PRINTER)]
                    * self._backstage.has_printer
                ),
            ],
        )

    def _device(self, one: Condition) -> Choice:
        icon = Icon.CHECK if one.well else Icon.TROUBLE
        return Choice(name=f"device-{one.name}", words=one.words, wish=self._want_devices, icon=icon)

    # --- slips ------------------------------------------------------------------------------------------

    def _want_slips(self) -> None:
        self._slips.show_choices(w.CHOOSE_SLIP, ())
        self._turn_to(self._slips)
        self._off.run(self._backstage.look, done=self._slips_seen, failed=self._refused)

    def _slips_seen(self, view: StaffView) -> None:
        self._view = view
        slips = [self._slip(job) for job in view.slips]
        self._slips.show_choices(w.CHOOSE_SLIP, slips, None if slips else w.NO_SLIPS)

    def _slip(self, job: PrintJob) -> Choice:
        view, label = self._view, job.ticket.label
        at = "" if view is None else f"{local(job.queued_at, view.setup.zone):%H:%M}"
        state = w.SLIP_STATES[job.state]
        words = Words(zh=f"{label}　{at} {state.zh}", en=state.en)
        return Choice(name=f"slip-{label}", words=words, wish=partial(self._reprint, label), icon=Icon.PRINTER)

    def _reprint(self, label: str) -> None:
        self._off.run(partial(self._backstage.reprint, label), done=self._reprinted, failed=self._refused)

    def _reprinted(self, job: PrintJob) -> None:
        self._show_panel(filled(w.REPRINTED, label=job.ticket.label))

    def _refused(self, error: Exception) -> None:
        words = error.words if isinstance(error, WaitlineError) else w.UNREACHABLE
        self._show_panel(words)

    def _turn_to(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        page.setFocus()
