"""The big place: the calls of the moment, as large as fits, side by side when several."""

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from waitline.look import Look
from waitline.rules.call_cards import GAP_MM, USUAL_LABEL, card_size, grid

from ..showing import ROOM, Shown
from .call_card import CallCard, CardSizes
from .flashes import Flashes
from .two_languages import TwoLanguages


class BigPlace(QWidget):
    """Shows some calls, newest first. All cards flash in one beat, so that the wall never flickers."""

    painted = Signal(object)
    """A call, when it has been painted for the first time (again when it was covered or moved)."""

    def __init__(
        self, look: Look, tongues: TwoLanguages, parent: QWidget | None = None, *, still: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tongues = tongues
        self._cards: list[CallCard] = []
        self._in_use = 0
        self._flashes = Flashes(look, self, still=still)
        self._flashes.turned.connect(self._light)
        look.changed.connect(self._place)

    @property
    def cards(self) -> tuple[CallCard, ...]:
        """The cards that show a call now."""
        return tuple(self._cards[: self._in_use])

    @property
    def flashing(self) -> bool:
        """Whether a new call still flashes."""
        return self._flashes.active

    @property
    def cap_px(self) -> float:
        """The height of the numbers' digits as painted."""
        return min((card.cap_px for card in self.cards), default=0.0)

    def show_calls(self, places: tuple[Shown, ...]) -> None:
        """Show these calls; those that are fresh and were not shown before flash."""
        for _ in range(len(self._cards), len(places)):
            card = CallCard(self._look, self._tongues, self)
            card.painted.connect(self.painted)
            self._cards.append(card)
        self._in_use = len(places)
        for card, shown in zip(self._cards, places, strict=False):
            card.show_call(shown)
        for number, card in enumerate(self._cards):
            card.setVisible(number < self._in_use)
        self._place()
        self._flash_new(places)

    def show_stale(self, *, stale: bool) -> None:
        """Grey the calls that may be over by now."""
        for card in self._cards:
            card.show_stale(stale=stale)

    def smallest_cap(self, size: QSize, count: int = ROOM, labels: Collection[str] = (USUAL_LABEL,)) -> float:
        """How tall the digits of these numbers are, in pixels, with so many calls in a place of this size: full,
        unless told."""
        card = CallCard(self._look, self._tongues)
        boxes = self._grid(count, size)
        return min(card.largest(box.size(), label=label).cap for box in boxes for label in labels)

    def resizeEvent(self, event: QResizeEvent) -> None:
        del event
        self._place()

    def _place(self) -> None:
        sizes = []
        for card, box in zip(self.cards, self._grid(self._in_use, self.size()), strict=True):
            card.setGeometry(box)
            sizes.append(card.largest(box.size()))
        if sizes:
            same = CardSizes(min(one.cap for one in sizes), min(one.sign for one in sizes))
            for card in self.cards:
                card.show_sizes(same)

    def _grid(self, count: int, size: QSize) -> list[QRect]:
        """Rows of full width; two by two where four rows would be too low."""
        if not count:
            return []
        gap = self._look.mm(GAP_MM)
        big = (size.width(), size.height())
        columns, _ = grid(count, big)
        width, height = card_size(count, big, gap)
        return [
            QRect(
                round(number % columns * (width + gap)),
                round(number // columns * (height + gap)),
                round(width),
                round(height),
            )
            for number in range(count)
        ]

    def _flash_new(self, places: tuple[Shown, ...]) -> None:
        newest = max((shown.call.seq for shown in places), default=0)
        self._flashes.show((shown.call.seq for shown in places if shown.fresh and shown.call.live), newest=newest)
        self._light()

    def _light(self) -> None:
        for card in self.cards:
            card.show_light(lit=card.shown is not None and self._flashes.lit(card.shown.call.seq))
