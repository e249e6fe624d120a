"""Large buttons with a picture and a name; those that stand together write in one size."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from waitline.look import Face, Icon, Look, TouchButton, Type

from .tile_words import Arrangement, Spread, TileWords

ALL: Final = (Arrangement.FLAT, Arrangement.BESIDE, Arrangement.ABOVE)
PICTURE_FIRST: Final = (Arrangement.ABOVE, Arrangement.BESIDE)
CLEARLY_LARGER: Final = 1.06


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
        super().__init__(look, face=face, halo_mm=halo_mm, parent=parent)
        self._tile_words = TileWords(look, icon=icon, title=title)
        self._tile_words.face = face
        self._content = self._tile_words

    def show_face(self, face: Face) -> None:
        self._tile_words.face = face
        super().show_face(face)

    @property
    def squeezed(self) -> bool:
        return self._spread().squeezed

    @property
    def shown_text(self) -> str:
        return self._spread().text

    @property
    def name_px(self) -> int:
        """The size its name is written in."""
        return self._spread().words.lines[0].font.pixelSize()

    def fitting_scale(self, arrangement: Arrangement) -> float:
        """The largest scale at which its own words fit, arranged like this."""
        self.write(arrangement, None)
        return self._spread().scale

    def write(self, arrangement: Arrangement, scale: float | None) -> None:
        """Arrange and size the words as suits the tiles around, too."""
        self._tile_words.arrangement, self._tile_words.scale = arrangement, scale
        self.update()

    def _spread(self) -> Spread:
        return self._tile_words.spread_in(self._inside())


def write_alike(tiles: Iterable[PictureTile], arrangements: Sequence[Arrangement] = ALL) -> None:
    """All tiles of a grid arranged alike, in the largest size that fits every one; the first that is best wins."""
    together = list(tiles)
    if not together:
        return
    best, scale = arrangements[0], 0.0
    for arrangement in arrangements:
        reached = min(tile.fitting_scale(arrangement) for tile in together)
        if reached > scale * CLEARLY_LARGER:
            best, scale = arrangement, reached
    for tile in together:
        tile.write(best, scale)
