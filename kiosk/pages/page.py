"""What all pages have: the look, words that follow the language, and a layout by hand in real millimetres."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFocusFrame, QWidget

from waitline.look import Colour, Face, FitLabel, Icon, Look, Space, TouchButton, Type
from waitline.rules.kiosk_number import UPRIGHT

from ..tongue import both, first, on_one_line
from .picture_tile import PictureTile

FIRST_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
LEAST_GAP = 0.25
"""Of the gap between stacked labels, what is left where their room is short."""


class Page(QWidget):
    """`retranslate` writes all words anew, `lay_out` places everything; both are called when they have to be."""

    def __init__(self, look: Look, name: str, language: str) -> None:
        super().__init__()
        self.look = look
        self.language = language
        self.beside: tuple[TouchButton, ...] = ()
        self.setObjectName(name)
        look.changed.connect(self.lay_out)

    def retranslate(self) -> None:
        """Write every word in the language of the moment."""

    def lay_out(self) -> None:
        """Place everything for the size of the moment."""

    def speak(self, language: str) -> None:
        """Turn to a language; the translator has turned already."""
        self.language = language
        self.retranslate()
        self.name_itself()
        if self.isVisible():
            self.lay_out()

    def name_itself(self) -> None:
        """For screen readers: the page, and what holds some of its words together, are called by its title."""
        title, *_ = self.said() or ("",)
        for part in (self, *self.groups()):
            part.setAccessibleName(title)

    def groups(self) -> tuple[QWidget, ...]:
        """Widgets in it that only hold others."""
        return ()

    def said(self) -> tuple[str, ...]:
        """What the page says, its title first, in the visitor's language: to be read aloud, or written large."""
        labels = [label for label in self.findChildren(FitLabel) if label.isVisibleTo(self)]
        return tuple(text for label in labels if (text := label.parts()[0].text))

    def number(self) -> str:
        """The number it shows, if it shows one."""
        return ""

    def code(self) -> str:
        """What a telephone reads from its code, if it shows one."""
        return ""

    def choices(self) -> list[TouchButton]:
        """What may be chosen on it, in reading order."""
        return [*(button for button in self.findChildren(TouchButton) if button.isVisibleTo(self)), *self.aids()]

    def aids(self) -> tuple[TouchButton, ...]:
        """What stands beside every page and belongs to it, as far as it may be chosen now."""
        return tuple(button for button in self.beside if button.isEnabled())

    def needs_its_room(self) -> bool:
        """Whether what it says counts for more than its aids, where there is not room for both."""
        return False

    def begin(self) -> None:
        """Make ready: no button has the keyboard's ring until somebody uses a key."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def button(
        self,
        name: str,
        wish: Callable[[], object],
        *,
        face: Face = Face.PLAIN,
        icon: Icon | None = None,
    ) -> TouchButton:
        """A button of this page, by its name for screen readers and remote support."""
        button = TouchButton(self.look, face=face, icon=icon, parent=self)
        button.setObjectName(name)
        button.activated.connect(wish)
        return button

    def px(self, space: Space) -> int:
        """A length by role, in pixels."""
        return self.look.px(space)

    def tile(
        self,
        name: str,
        wish: Callable[[], object],
        *,
        icon: Icon,
        face: Face = Face.PLAIN,
        title: Type = Type.BUTTON,
        apart: bool = False,
    ) -> PictureTile:
        """A large button with a picture; unless `apart`, the gaps around it belong to it as well."""
        halo = 0.0 if apart else self.look.sizes.space_mm[Space.GAP] / 2
        tile = PictureTile(self.look, icon=icon, face=face, title=title, halo_mm=halo, parent=self)
        tile.setObjectName(name)
        tile.activated.connect(wish)
        return tile

    @property
    def upright(self) -> bool:
        """Whether the page is clearly taller than it is wide."""
        return self.height() > self.width() * UPRIGHT

    def first_control(self) -> QWidget | None:
        """Where the keyboard begins."""
        return next((b for b in self.findChildren(TouchButton) if b.isVisible()), None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From the page itself the keyboard goes to its first control, whatever Qt's ring of focus says."""
        window, control = self.window(), self.first_control()
        if window.focusWidget() is self and control is not None:
            control.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in FIRST_KEYS:
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self.lay_out()


class Decoration(QFocusFrame):
    """Something only painted: Qt leaves focus frames out of what a screen reader comes across."""


class Card(Decoration):
    """A sheet of paper on the wall: what is said on it belongs together."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = max(1, self._look.px(Space.EDGE) // 2)
        painter.setPen(QPen(self._look.colour(Colour.LINE), edge))
        painter.setBrush(self._look.colour(Colour.SURFACE))
        radius = self._look.px(Space.RADIUS) * 1.5
        painter.drawRoundedRect(self.rect().adjusted(edge, edge, -edge, -edge), radius, radius)
        painter.end()


def name_alike(buttons: Mapping[TouchButton, str], *, on_one_line_each: bool) -> None:
    """Translated texts onto buttons that have their places: in both languages, or where one of them has no room
    for that, all in the visitor's."""
    for button, text in buttons.items():
        button.show_words(*((on_one_line(text),) if on_one_line_each else both(text)))
    if any(button.squeezed for button in buttons if not button.isHidden()):
        for button, text in buttons.items():
            button.show_words(first(text))


def row_of(buttons: Sequence[TouchButton], box: QRect, gap: int, *, widest: int) -> None:
    """Buttons side by side in the middle of a box: of one width, or where that is too narrow for the words of one,
    each as wide as its words ask for, or as far above its least width as the others."""
    if not buttons:
        return
    room = box.width() - gap * (len(buttons) - 1)
    widths = [min(widest, room // len(buttons))] * len(buttons)
    wanted = [button.sizeHint().width() for button in buttons]
    if max(wanted) > widths[0] and widths[0] < widest:
        spare = (room - sum(wanted)) // len(buttons)
        least = [button.minimumSizeHint().width() for button in buttons]
        widths = [one + spare for one in wanted] if spare > 0 else shortened(wanted, least, room)
    left = box.x() + (room - sum(widths)) // 2
    for button, width in zip(buttons, widths, strict=True):
        button.setGeometry(left, box.y(), width, box.height())
        left += width + gap


def column_of(buttons: Sequence[TouchButton], box: QRect, gap: int) -> None:
    """Buttons as wide as a box below each other."""
    tall = (box.height() - gap * (len(buttons) - 1)) // max(1, len(buttons))
    for n, button in enumerate(buttons):
        button.setGeometry(box.x(), box.y() + n * (tall + gap), box.width(), tall)


def stack_in(box: QRect, labels: Sequence[FitLabel], gap: int, *, above: int = 0) -> int:
    """Labels below each other in the middle of a box, `above` pixels left free over them; where those begin.

    Where the room is short, the gaps give way first, then the larger words.
    """
    heights = [label.heightForWidth(box.width()) if label.text() else 0 for label in labels]
    gaps = [gap if height else 0 for height in heights]
    gaps[0] = gap if above else 0
    words, spare = sum(heights), box.height() - above - sum(heights)
    if spare < sum(gaps):
        share = max(LEAST_GAP, spare / max(1, sum(gaps)))
        gaps = [round(one * share) for one in gaps]
    room = box.height() - above - sum(gaps)
    if words > room:
        heights = shortened(heights, [label.least_height(box.width()) for label in labels], room)
    top = box.y() + max(0, (box.height() - above - sum(heights) - sum(gaps)) // 2)
    y = top + above
    for label, height, before in zip(labels, heights, gaps, strict=True):
        y += before
        label.setGeometry(box.x(), y, box.width(), height)
        y += height
    return top


def shortened(heights: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Lengths that together fill a room, each as far above its least as the others."""
    least = [min(pair) for pair in zip(heights, least, strict=True)]
    short, full = sum(least), sum(heights)
    if short >= room:
        return [one * room // short for one in least]
    share = (room - short) / (full - short)
    return [round(low + (high - low) * share) for low, high in zip(least, heights, strict=True)]
