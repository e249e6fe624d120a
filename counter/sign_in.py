"""Who works where: a name, a counter, and a PIN only from those who have set one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from waitline.look import Banner, Colour, FitLabel, Icon, Look, Space, TouchButton, Type
from waitline.look import Face as ButtonFace
from waitline.model.counter import CounterId, Desk
from waitline.model.errors import WaitlineError
from waitline.model.office import OfficeSetup
from waitline.model.staff import RECEPTION, Role, Staff, StaffId

from .actions import Action, Place, Wish
from .face import Face, TakeOver
from .keyboard import ENTER
from .message_line import show_said
from .panel import Panel, stand_in_the_middle
from .pin_entry import pin_line
from .refusals import NobodyNamed
from .words import ClerkWords, unbroken

WORKS_HERE: Final = (Role.CLERK, Role.GREETER, Role.BACK_LINE, Role.SUPERVISOR)
ID = Qt.ItemDataRole.UserRole


class SignIn(QWidget):
    """The first page. Enter signs in from anywhere on it; nobody is chosen but by themselves."""

    wanted = Signal(Wish)
    name_chosen = Signal()
    unready = Signal(WaitlineError)
    language_wanted = Signal()

    def __init__(self, look: Look, words: ClerkWords) -> None:
        super().__init__()
        self.setObjectName("sign_in_page")
        self._words = words
        self._setup: OfficeSetup | None = None
        self._desks: tuple[Desk, ...] = ()
        middle = Qt.AlignmentFlag.AlignHCenter
        self._office = FitLabel(look, Type.TITLE, strong=True, colour=Colour.ACCENT_TEXT, align=middle)
        self._who = FitLabel(look, Type.BODY, strong=True)
        self._where = FitLabel(look, Type.BODY, strong=True)
        self._staff, self._counters = _list("staff"), _list("counters")
        self._pin = pin_line()
        self._pin.hide()
        self._go = TouchButton(look, face=ButtonFace.MAIN, icon=Icon.DOOR)
        self._go.setObjectName(Action.SIGN_IN.value)
        self._take_over = TouchButton(look, face=ButtonFace.MAIN, icon=Icon.TRANSFER)
        self._take_over.setObjectName("take_over")
        self._take_over.hide()
        self._offer: TakeOver | None = None
        self._place = Place.COUNTER
        self._language = TouchButton(look, face=ButtonFace.QUIET, icon=Icon.LANGUAGE)
        self._language.setObjectName("sign_in_language")
        self._said = Banner(look)
        self._said.setObjectName("sign_in_message")
        self._lay_out(look)
        self._wire()
        self._name()

    def _lay_out(self, look: Look) -> None:
        margin, gap = look.px(Space.MARGIN), look.px(Space.GAP)
        lists = QHBoxLayout()
        lists.setSpacing(margin)
        for title, rows in ((self._who, self._staff), (self._where, self._counters)):
            side = QVBoxLayout()
            side.setSpacing(gap)
            side.addWidget(title)
            side.addWidget(rows, 1)
            lists.addLayout(side, 1)
        panel = Panel(look)
        panel.setMaximumSize(look.mm(230), look.mm(170))
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(margin * 2, margin * 2, margin * 2, margin * 2)
        inside.setSpacing(margin)
        inside.addWidget(self._office)
        inside.addLayout(lists, 1)
        inside.addWidget(self._pin)
        inside.addWidget(self._said)
        inside.addWidget(self._take_over)
        inside.addWidget(self._go)
        stand_in_the_middle(self, panel, self._language, look)

    def _wire(self) -> None:
        self._staff.itemSelectionChanged.connect(self._name_changed)
        for rows in (self._staff, self._counters):
            rows.itemActivated.connect(self._ask)
        self._pin.returnPressed.connect(self._ask)
        self._counters.itemSelectionChanged.connect(self._show_offer)
        self._go.activated.connect(self._ask)
        self._take_over.activated.connect(self._ask_to_take_over)
        self._language.activated.connect(self.language_wanted)
        self._words.changed.connect(self._name)

    def show_office(self, setup: OfficeSetup, desks: Sequence[Desk] = ()) -> None:
        """Who may sign in, and where; `desks` tells which counters are taken."""
        if (setup, tuple(desks)) == (self._setup, self._desks):
            return
        self._setup, self._desks = setup, tuple(desks)
        people = [(p.id, p.name) for p in setup.staff if p.may(*WORKS_HERE)]
        _fill(self._staff, people, first=None)
        self._fill_places(setup)
        self._office.show_words(self._words.of(setup.names))

    def choose(self, *, staff: StaffId | None, counter: CounterId | None, place: Place = Place.COUNTER) -> None:
        """Begin with these chosen. A `place` away from the counters is chosen with whoever may work there."""
        self._place = place
        _choose(self._staff, staff)
        _choose(self._counters, counter if place is Place.COUNTER else _key_of(place))

    def _fill_places(self, setup: OfficeSetup) -> None:
        """Every counter, then wherever else the chosen person may work."""
        chosen = _chosen(self._staff)
        counters = [(str(c.id), self._counter_words(setup, c.id)) for c in setup.counters]
        elsewhere = places_of(setup.somebody(chosen), setup) if chosen is not None else ()
        _fill(self._counters, [*counters, *((_key_of(p), self._words.workplace(p)) for p in elsewhere)], first=0)

    def show_face(self, face: Face, out_of_touch: str | None) -> None:
        """Draw this moment; `out_of_touch`: that nobody can sign in just now, and why."""
        if face.pin_wanted and self._pin.isHidden():
            self._pin.clear()
            self._pin.show()
            self._pin.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not face.pin_wanted:
            self._pin.hide()
            self._pin.clear()
        self._offer = face.take_over
        self._show_offer()
        show_said(self._said, face, self._words, out_of_touch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and _chosen(self._staff) is None:
            self._ask()  # a list without a chosen row has nothing to activate
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Put the keyboard on the names."""
        self._staff.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_offer(self) -> None:
        """Only while what was refused is still chosen. The keyboard goes with it, and the plain sign-in rests."""
        offer, setup = self._offer, self._setup
        stands = offer is not None and (_chosen(self._staff), _chosen(self._counters)) == (
            offer.post.staff,
            offer.post.counter,
        )
        if offer is not None and setup is not None and stands:
            new, left = (self._words.of(setup.counter(one).names) for one in (offer.post.counter, offer.leaving))
            if offer.label is None:
                said = self.tr("移到 %1，並從 %2登出").replace("%1", new).replace("%2", left)
            else:
                said = self.tr("移到 %1，%2 一起過去").replace("%1", new).replace("%2", offer.label)
            self._take_over.show_words(said)
            self._take_over.setAccessibleName(said)
        appears = stands and self._take_over.isHidden()
        self._take_over.setVisible(stands)
        self._go.setEnabled(not stands)
        if appears:
            self._take_over.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_to_take_over(self) -> None:
        if self._offer is not None:
            self._wish_to_sign_in(leaving=self._offer.leaving)

    def _ask(self) -> None:
        self._wish_to_sign_in()

    def _wish_to_sign_in(self, *, leaving: CounterId | None = None) -> None:
        staff, counter = _chosen(self._staff), _chosen(self._counters)
        if staff is None or counter is None:
            self.unready.emit(NobodyNamed())
            self._staff.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        pin = None if self._pin.isHidden() else self._pin.text()
        self._pin.selectAll()
        place = next((p for p in Place if _key_of(p) == counter), Place.COUNTER)
        at = CounterId(counter) if place is Place.COUNTER else None
        who = StaffId(staff)
        self.wanted.emit(Wish(action=Action.SIGN_IN, place=place, staff=who, counter=at, pin=pin, leaving=leaving))

    def _name_changed(self) -> None:
        self.name_chosen.emit()
        chosen = _chosen(self._staff)
        if self._setup is None or chosen is None:
            return
        person = self._setup.somebody(chosen)
        self._fill_places(self._setup)
        if self._place in places_of(person, self._setup):
            _choose(self._counters, _key_of(self._place))
        elif len(person.counters) == 1:
            _choose(self._counters, person.counters[0])
        elif person.may(Role.BACK_LINE) and _chosen(self._counters) not in person.counters:
            _choose(self._counters, _key_of(Place.STAND_BY))
        elif person.roles == {Role.GREETER}:
            _choose(self._counters, _key_of(Place.SERVICE_DESK))

    def _counter_words(self, setup: OfficeSetup, number: CounterId) -> str:
        name = self._words.of(setup.counter(number).names)
        taken = next((desk.staff for desk in self._desks if desk.counter == number and desk.staff), None)
        person = next((p.name for p in setup.staff if p.id == taken), None)
        used = self.tr("%1 使用中").replace("%1", person or "")
        return f"{name}　{used}" if person else name

    def _name(self) -> None:
        self._who.show_words(self.tr("姓名"))
        self._where.show_words(self.tr("工作位置"))
        self._staff.setAccessibleName(self.tr("姓名"))
        self._counters.setAccessibleName(self.tr("工作位置"))
        self._pin.setPlaceholderText(self.tr("請輸入密碼"))
        self._pin.setAccessibleName(self.tr("密碼"))
        self._go.show_words(self._words.action(Action.SIGN_IN), note="Enter")
        self._language.show_words(unbroken(self._words.name_of_other_language))
        self._language.setAccessibleName(self._words.name_of_other_language)
        if self._setup is not None:
            setup, self._setup = self._setup, None
            self.show_office(setup, self._desks)


def places_of(person: Staff, setup: OfficeSetup) -> tuple[Place, ...]:
    """Where else than at a counter this person may work; the verbs check again."""
    stands_by = setup.has_back_line and person.may(Role.BACK_LINE)
    receives = (Place.SERVICE_DESK,) if person.may(*RECEPTION) else ()
    return (*receives, Place.STAND_BY) if stands_by else receives


def _key_of(place: Place) -> str:
    """Its line in the list; no counter has a colon in its number."""
    return f"place:{place}"


def _list(name: str) -> QListWidget:
    rows = QListWidget()
    rows.setObjectName(name)
    rows.setUniformItemSizes(True)
    rows.setSpacing(1)
    return rows


def _fill(rows: QListWidget, entries: Sequence[tuple[str, str]], *, first: int | None) -> None:
    """With what was chosen before, else the `first` one; None: nothing."""
    before = _chosen(rows)
    rows.blockSignals(True)
    rows.clear()
    for key, words in entries:
        item = QListWidgetItem(words, rows)
        item.setData(ID, key)
    # an empty list's first focus makes its first row the current one, unless somebody has said which is
    rows.setCurrentIndex(rows.model().index(-1 if first is None else first, 0))
    _choose(rows, before)
    rows.blockSignals(False)


def _choose(rows: QListWidget, key: str | None) -> None:
    for place in range(rows.count()):
        if rows.item(place).data(ID) == key:
            rows.setCurrentRow(place)
            return


def _chosen(rows: QListWidget) -> str | None:
    chosen = rows.selectedItems()
    return str(chosen[0].data(ID)) if chosen else None
