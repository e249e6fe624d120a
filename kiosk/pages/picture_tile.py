"""Large buttons with a picture and a name."""

from typing import Final

from PySide6.QtWidgets import QWidget

from waitline.look import Face, Icon, Look, TouchButton, Type

from .tile_spread import Arrangement, Crowding, Ink, Note, Spread, Telling
from .tile_words import TileWords

WIDE: Final = 2.2
"""From this shape on (width by height) words stand beside a picture."""


class PictureTile(TouchButton):
    """A tile of one of the kiosk's grids, or the love button."""

    def __init__(
        self,
        look: Look,
        *,
        icon: Icon,
        face: Face = Face.PLAIN,
        title: Type = Type.BUTTON,
        halo_mm: float = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        self._tile_words = TileWords(look, icon=icon, title=title)
        self._tile_words.face = face
        super().__init__(look, face=face, halo_mm=halo_mm, parent=parent)
        self._content = self._tile_words

    def show_words(self, first: str, second: str = "", note: str = "") -> None:
        self.show_tile(first, second, (Note(text=note),) if note else ())

    def show_tile(self, first: str, second: str, notes: tuple[Note, ...], room: tuple[Note, ...] = ()) -> None:
        """Show the name in two languages, and what is so now. `room`: the widest notes that may come, for which
        everything has its place already."""
        self._tile_words.notes, self._tile_words.room = notes, room
        super().show_words(first, second, ", ".join(note.text for note in notes))

    def show_face(self, face: Face) -> None:
        self._tile_words.face = face
        super().show_face(face)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is so now."""
        return self._tile_words.notes

    @property
    def room(self) -> tuple[Note, ...]:
        """The widest notes that may come."""
        return self._tile_words.room

    @property
    def squeezed(self) -> bool:
        return self._tile_words.crowding is Crowding.SQUEEZED or self._spread().squeezed

    @property
    def shown_text(self) -> str:
        return self._spread().text

    @property
    def spread(self) -> Spread:
        """Its words as they are laid out now."""
        return self._spread()

    @property
    def name_px(self) -> int:
        """The size its name is written in."""
        return self._spread().runs[0].block.lines[0].font.pixelSize()

    @property
    def smallest_cap_mm(self) -> float:
        """The height of the smallest capitals really drawn."""
        lines = (line for run in self._spread().runs for line in run.block.lines)
        return min((self._look.cap_mm(line.font) for line in lines), default=0.0)

    @property
    def scale(self) -> float:
        """How large its words are written, of their full size."""
        return self._spread().scale

    def fitting_scale(self, arrangement: Arrangement, crowding: Crowding) -> float:
        """The largest scale at which its own words fit, arranged like this; 0 where they would be too small."""
        words = self._tile_words
        words.probing = crowding is not Crowding.SQUEEZED
        self.write(arrangement, None, crowding)
        spread = self._spread()
        fits = not (words.probing and spread.squeezed)
        words.probing = False
        return spread.scale if fits else 0.0

    def write(
        self, arrangement: Arrangement, scale: float | None, crowding: Crowding, *, pictured: float = 1.0
    ) -> None:
        """Arrange and size the words as suits the tiles around, too."""
        words = self._tile_words
        words.pictured = pictured
        words.arrangement, words.scale, words.crowding = arrangement, scale, crowding
        self.update()

    def measure(self, *, widest: bool) -> None:
        """Be as with the widest notes that may come, or as it is shown."""
        self._tile_words.measuring = widest

    def tell(self, telling: Telling) -> None:
        """Say notes too that are left out where there is little room, or not."""
        if self._tile_words.telling is not telling:
            self._tile_words.telling = telling
            self.update()

    @property
    def outline(self) -> tuple[object, ...]:
        """How its name stands, which a further note must not change."""
        spread = self._spread()
        names = tuple(
            (line.text, line.font.pixelSize())
            for run in spread.runs
            for line in run.block.lines
            if run.roles[line.part] is not Ink.NOTE
        )
        return spread.scale, spread.squeezed, spread.picture.size(), names

    def stands_as_before(self, telling: Telling) -> bool:
        """Tell it so, and say whether the name is written as it was."""
        before = self.outline
        self.tell(telling)
        return self.outline == before

    @property
    def is_wide(self) -> bool:
        """Whether its words rather stand beside its picture than below it."""
        return self.width() > WIDE * self.height()

    def _spread(self) -> Spread:
        return self._tile_words.spread_in(self._inside())
