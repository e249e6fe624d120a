"""Somebody of the back line at their own desk: the program standing by, and a hall that asks them to come."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from counter.actions import Place
from counter.choice_button import ChoiceButton
from counter.clerk_screen import Beginning
from counter.face import Stage as ClerkStage
from counter.hall_line import HallLine
from counter.keys import read_keys
from counter.own_printer import OwnPrinter
from counter.program import Program
from counter.service_desk.screen import ServiceDeskScreen
from counter.stand_by.face import Stage
from counter.stand_by.screen import StandByScreen
from counter.words import ClerkWords
from drivers.printing.opening import open_printer
from drivers.printing.printer import Printer
from drivers.printing.status import PrinterStatus
from tests.counter.clerk_at_work import LAPTOP, PATIENCE_MS, opened
from tests.counter.halls import RealHall
from waitline.desktop import Translations
from waitline.look import Look
from waitline.model.back_line import Summons
from waitline.model.counter import CounterId
from waitline.model.office import PrinterSetup
from waitline.model.staff import StaffId
from waitline.store.engine import Store
from waitline.verbs.back_line import BackLineSupport
from waitline.verbs.requests import new_request


@dataclass(frozen=True)
class AtTheDesk:
    """The whole program, from its first page on. Everything is done by key or mouse and seen on a window."""

    qtbot: Any
    program: Program
    line: HallLine
    store: Store
    printer: OwnPrinter | None = None

    @property
    def standing_by(self) -> StandByScreen:
        assert self.program.stand_by is not None, "not standing by"
        return self.program.stand_by

    @property
    def windows(self) -> list[QWidget]:
        """Those of ours that can be seen."""
        sizes, standing = self.program.clerk._sizes, self.program.stand_by
        own: list[QWidget] = [sizes._full, sizes._bar]
        own += [standing._window, standing._banner, standing._case_banner] if standing is not None else []
        own += [self.program.service_desk._window] if self.program.service_desk is not None else []
        drops = [w for w in QApplication.topLevelWidgets() if w.objectName() == "drop" and w.parent() in own]
        return [window for window in (*own, *drops) if window.isVisible()]

    def window(self, name: str) -> QWidget:
        return next(window for window in self.windows if window.objectName() == name)

    def sees(self, name: str, within: str = "") -> bool:
        return bool(self._all(name, within))

    def find(self, name: str, within: str = "") -> QWidget:
        """The visible control of that name; `within`: in which of several windows."""
        found = self._all(name, within)
        assert len(found) == 1, f"{len(found)} controls called {name}"
        return found[0]

    def _all(self, name: str, within: str) -> list[QWidget]:
        roots = [w for w in self.windows if within in {"", w.objectName()}]
        found = {w for root in roots for w in root.findChildren(QWidget, name) if w.isVisible()}
        return list(found)

    def text(self, name: str, within: str = "") -> str:
        there = self.find(name, within)
        return there.text() if hasattr(there, "text") else there.accessibleName()

    def said(self, name: str) -> str:
        return self.text(name) if self.sees(name) else ""

    def click(self, name: str, within: str = "") -> None:
        there = self.find(name, within)
        assert there.isEnabled(), f"{name} is not live"
        QTest.mouseClick(there, Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, within: str) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        window = self.window(within)
        window.activateWindow()
        QTest.keyClick(window.focusWidget() or window, key, held)

    def choose(self, words: str) -> None:
        """Click the answer of an open question that reads `words`."""
        answers = [b for b in self.find("sheet").findChildren(ChoiceButton) if b.text() == words]
        assert len(answers) == 1, f"{len(answers)} answers read {words}"
        QTest.mouseClick(answers[0], Qt.MouseButton.LeftButton)

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def until_stage(self, stage: Stage) -> None:
        self.until(
            lambda: (
                self.program.stand_by is not None
                and self.program.stand_by.face.stage is stage
                and self.program.stand_by.face.under_way is None
            )
        )

    @property
    def at_service_desk(self) -> ServiceDeskScreen:
        assert self.program.service_desk is not None, "not at the service desk"
        return self.program.service_desk

    def until_desk(self) -> None:
        """Until the service desk knows the hall and nothing is under way."""
        self.until(lambda: self.program.service_desk is not None and self.at_service_desk.face.view is not None)
        self.until(lambda: self.at_service_desk.face.under_way is None)

    def enter(self, text: str) -> None:
        """Type or scan into the field; a scanner ends with Enter."""
        field = self.find("number_or_code")
        field.setFocus()
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def until_clerk(self, stage: ClerkStage) -> None:
        """Until the console has taken over."""
        self.until(lambda: self.program.stand_by is None and self.program.clerk._flow.face().stage is stage)

    def leave(self) -> None:
        self.program.close()
        if self.printer is not None:
            self.printer.close()
        self.line.close()
        self.store.close()


def quickly(setup: PrinterSetup, on_status: Callable[[PrinterStatus], None], left_unfinished: bool) -> Printer:
    """A printer whose port is looked for more often than in an office."""
    return open_printer(setup, on_status=on_status, left_unfinished=left_unfinished, retry=(0.02, 0.1))


def begin_at_desk(
    qtbot: Any,
    look: Look,
    translations: Translations,
    hall: RealHall,
    *,
    staff: str | None = "b11",
    place: Place = Place.STAND_BY,
    counter: str | None = None,
    url: str | None = None,
    tray_there: bool = False,
    prints: bool = False,
) -> AtTheDesk:
    """Start the program; by default somebody of the back line stands by at once. `prints`: with this place's
    printer."""
    store = Store(url or hall.url, hall.setup.id)
    line = HallLine(lambda: opened(store))
    printer = None
    if prints:
        printer = OwnPrinter(hall.setup, line.workplace, new_request=new_request, open_printer=quickly)
    program = Program(
        look=look,
        words=ClerkWords(translations),
        keys=read_keys({}),
        setup=hall.setup,
        line=line,
        new_request=new_request,
        beginning=Beginning(
            counter=CounterId(counter) if counter else None,
            staff=StaffId(staff) if staff else None,
            place=place,
            geometry=LAPTOP,
        ),
        printer=printer,
        tray_there=lambda: tray_there,
    )
    desk = AtTheDesk(qtbot=qtbot, program=program, line=line, store=store, printer=printer)
    program.show()
    return desk


@dataclass(frozen=True)
class Colleagues:
    """What happens elsewhere in the hall, by verbs alone."""

    hall: RealHall

    @property
    def _support(self) -> BackLineSupport:
        return BackLineSupport(self.hall.store)

    def stand_by(self, *staff: str) -> None:
        for one in staff:
            self._support.stand_by(request=new_request(), staff=StaffId(one))

    def summon(self, reason: str = "三號櫃台故障", by: str = "supervisor") -> Summons:
        return self._support.summon(request=new_request(), by=StaffId(by), reason=reason)

    def do(self, verb: str, one: Summons, by: str, **facts: Any) -> Summons:
        ask: Callable[..., Summons] = getattr(self._support, verb)
        return ask(request=new_request(), summons=one.id, by=StaffId(by), **facts)

    @property
    def summonses(self) -> tuple[Summons, ...]:
        with self.hall.store.reading() as look:
            return look.back_line().open

    @property
    def stands_by(self) -> set[str]:
        with self.hall.store.reading() as look:
            return {one.staff for one in look.back_line().standing_by}
