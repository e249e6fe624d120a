"""The accessible profile: makes any page of the kiosk large, within reach, for four keys, and spoken."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal

from drivers.voice.spoken import Saying
from waitline.look import Look

from .guide import GuideWords
from .keys import Keys, Step, nothing_covers
from .page import BEFORE, MORE, READ_ON, AccessPage
from .reader import CLOSE, FIRST_PAGE, HOME, KEPT, LOUDER, OPTIONS, ORDINARY, REPEAT, SOFTER, Reader
from .ring import Ring
from .speaking import Speaking
from .speech import Silence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from waitline.look import TouchButton
    from waitline.model.office import KioskSetup

    from ..pages.page import Page
    from .reading import Reading

TYPE_SCALE: Final = 1.68
"""The least type of a kiosk, 7.3 mm, becomes 12.2 mm."""


class AccessProfile(QObject):
    """Covers a window's pages while it is on. It decides nothing: what is chosen is told by the name of the page's
    own button.
    """

    ease_wanted = Signal(bool)
    """Whether the visitor wants it like this, or as everybody has it."""
    chosen = Signal(str)
    used = Signal()
    """A key was pressed, or a choice touched."""

    def __init__(self, look: Look, kiosk: KioskSetup, language: str, window: QWidget) -> None:
        super().__init__(window)
        self._ordinary = look
        self._window = window
        self.look = Look(
            variant="high_contrast", distance=look.sizes.distance, glass=look.glass, rest_s=look.rest_s
        )
        self.look.setParent(self)
        self.look.change(type_scale=TYPE_SCALE)
        look.changed.connect(self._take_glass)
        self.look.touched.connect(self.used)
        self.look.lifted.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self._keypad = kiosk.keypad
        self.page = AccessPage(self.look, kiosk.bottom_mm, language, KEPT, window)
        self.page.chosen.connect(self._touched)
        self.keys = Keys(kiosk.keypad, partial(nothing_covers, window), self)
        self.keys.stepped.connect(self.step)
        self.keys.walked.connect(self._walk)
        self.keys.let_go.connect(self._say_choice)
        self._reader = Reader(self)
        self._words = GuideWords(self)
        self._speaking: Speaking | None = None
        self._language = language
        self._office = ""
        self._shown: Page | None = None
        self._extra: tuple[TouchButton, ...] = ()
        self._trouble = ""
        self._leaving: int | None = None
        self._reading: Reading | None = None
        self._ring = Ring()
        self._by_keys = False
        self._begins_last = False
        self._in_options = False
        self.is_on = False

    def _take_glass(self) -> None:
        """The ordinary look's, which was changed."""
        self.look.change(glass=self._ordinary.glass)

    def speak_with(self, speaking: Speaking) -> None:
        """From now on everything is read aloud by this."""
        self._speaking = speaking

    # --- what the window tells ---------------------------------------------------------------------------

    def turn(self, language: str, office: str, *, on: bool) -> None:
        """Begin or end, or go on in another language; the pages have turned already."""
        self._language, self._office = language, office
        if on == self.is_on:
            self.refresh()
            return
        self.is_on = on
        self._reading, self._in_options, self._leaving = None, False, None
        if on:
            self.look.touched_at = self._ordinary.touched_at
            if self._speaking is not None:
                self._speaking.begin()
        else:
            if self._speaking is not None:
                self._speaking.reset()
            if self._by_keys:
                self._say(*self._words.left())
            self._ring, self._by_keys, self._begins_last = Ring(), False, False
            self.page.warn("")
        self.page.setVisible(on)
        if not on and self._shown is not None:
            self._shown.begin()  # else Qt gives the ring of focus to some button
        self.refresh()

    def show(self, page: Page, extra: tuple[TouchButton, ...]) -> None:
        """The page that stands there now; `extra` are choices that can be made on any page."""
        if page is not self._shown:
            self._in_options = False
        self._shown, self._extra = page, extra
        page.name_itself()
        self.refresh()

    def show_trouble(self, words: str) -> None:
        """What everybody should know before anything else."""
        self._trouble = words
        self.refresh()

    def show_leaving(self, seconds: int | None) -> None:
        """How soon the page goes away; said once."""
        if seconds == self._leaving:
            return
        began = seconds is not None and self._leaving is None
        self._leaving = seconds
        words = "" if seconds is None else self._words.leaving(seconds)
        if self.is_on:
            self.page.warn(words)
        if self.is_on and began:
            self._say(Saying(text=words))

    def refresh(self) -> None:
        """Read the page again; only what is new is shown and said. Nothing moves under a finger."""
        if self.is_on and self._shown is not None and not self.look.is_held:
            alert, silence = self._trouble, self._silence()
            if self._in_options:
                reading = self._reader.options(self._extra, alert=alert, silence=silence)
            else:
                reading = self._reader.read(self._shown, alert=alert, silence=silence)
            self._show(reading, speak=True)

    # --- keys and touches ----------------------------------------------------------------------------------

    def step(self, step: Step) -> None:
        """One of the four keys was pressed; the first press only begins. Nothing lies behind the first page."""
        if not self.is_on and step is Step.BACK and self._is_at_home():
            return
        self._by_keys = True
        if not self.is_on:
            self._begins_last = step is Step.PREVIOUS
            self.ease_wanted.emit(True)
            return
        self.used.emit()
        match step:
            case Step.NEXT:
                self._move(1)
            case Step.PREVIOUS:
                self._move(-1)
            case Step.ENTER if self._ring.name is None:
                self._move(1)
            case Step.ENTER:
                self._choose(self._ring.name)
            case Step.BACK:
                self._back()

    def _move(self, steps: int) -> None:
        self._ring = self._ring.moved(steps)
        self.page.show_ring(self._ring.name)
        self._say_choice()

    def _walk(self, step: Step) -> None:
        """A key is held: on over the choices of all pages; only names are said, till it is let go."""
        if self.is_on and self.page.stops:
            self.used.emit()
            self._ring, choice = self.page.walk(self._ring, 1 if step is Step.NEXT else -1)
            self.page.show_ring(choice.name)
            self._say(Saying(text=choice.words))

    def _touched(self, name: str) -> None:
        self._by_keys = False
        self._ring = replace(self._ring, at=None)
        self.page.show_ring(None)
        self._choose(name)

    def _choose(self, name: str | None) -> None:
        match name:
            case None:
                return
            case _ if name in {MORE, BEFORE}:
                self._turn_page(1 if name == MORE else -1)
            case _ if name == READ_ON:
                self.page.read_on()
            case _ if name == REPEAT:
                self._say_page()
            case _ if name in {LOUDER, SOFTER}:
                self._turn_volume(1 if name == LOUDER else -1)
            case _ if name in {OPTIONS, CLOSE}:
                self._in_options = name == OPTIONS
                self.refresh()
            case _ if name == ORDINARY:
                self.ease_wanted.emit(False)
            case _:
                self._in_options = False
                self.chosen.emit(name)
                self.refresh()

    def _back(self) -> None:
        """Out of the options, to the page before, or, at home, out of the profile."""
        offered = {choice.name for choice in self._reading.choices} if self._reading is not None else set()
        if self._in_options:
            self._choose(CLOSE)
        elif ways := [name for name in (BEFORE, "way-home", HOME) if name in {*offered, *self.page.names}]:
            self._choose(ways[0])
        elif "love" in offered or not offered - {REPEAT, OPTIONS}:
            self.ease_wanted.emit(False)

    def _turn_page(self, pages: int) -> None:
        self.page.turn(pages)
        self._ring = Ring(names=self.page.names)
        self._begin_ring()
        self._say(*self._words.turned(*self.page.place), *self._choice_sayings())
        self._foresee()

    def _turn_volume(self, steps: int) -> None:
        if self._speaking is not None:
            self._speaking.turn_volume(steps)
        self._say_choice()

    # --- onto the glass, and aloud -----------------------------------------------------------------------------

    def _show(self, reading: Reading, *, speak: bool) -> None:
        before, self._reading = self._reading, reading
        if before == reading:
            return
        if before is None or before.page != reading.page:
            self.page.show_reading(reading, anew=True)
            self._ring = Ring(names=self.page.names)
            self._begin_ring()
            if speak:
                self._say_page(*(self._greeting() if before is None else ()))
            self._foresee()
            return
        self.page.show_reading(reading, anew=False)
        self._ring = self._ring.over(self.page.names)
        self.page.show_ring(self._ring.name)
        news = self._words.changed(before, reading)
        if speak and news and self._speaking is not None:
            self._speaking.say_after(news, self._language)

    def _begin_ring(self) -> None:
        if self._by_keys:
            self._ring = self._ring.moved(-1 if self._begins_last else 1)
        self._begins_last = False
        self.page.show_ring(self._ring.name)

    def _greeting(self) -> tuple[Saying, ...]:
        return self._words.greeting(self._office, holding=self._keypad.hold_s > 0 and self.page.place[1] > 1)

    def _say_page(self, *before: Saying) -> None:
        if self._reading is not None:
            self._say(*before, *self._words.page(self._reading), *self._choice_sayings())

    def _say_choice(self) -> None:
        self._say(*self._choice_sayings())

    def _choice_sayings(self) -> tuple[Saying, ...]:
        name, at = self._ring.name, self._ring.at
        if name is None or at is None:
            return ()
        of = len(self._ring.names)
        return self._words.choice(self.page.on_glass[name], at + 1, of, turned=self._ring.turned)

    def _say(self, *sayings: Saying) -> None:
        if sayings and self._speaking is not None:
            self._speaking.say(sayings, self._language)

    def _foresee(self) -> None:
        """What may be asked for next is made ready while the page is being read."""
        if self._speaking is None:
            return
        of = len(self._ring.names)
        for n, choice in enumerate(self.page.on_glass.values()):
            self._speaking.foresee(self._words.choice(choice, n + 1, of), self._language)

    def _silence(self) -> str:
        """Why nothing is heard in the visitor's language; nothing where it is."""
        why = Silence.SOUND if self._speaking is None else self._speaking.silence(self._language)
        return self._words.silence(why)

    def _is_at_home(self) -> bool:
        return self._shown is not None and self._shown.objectName() == FIRST_PAGE
