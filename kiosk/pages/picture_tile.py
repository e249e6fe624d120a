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

    @property
    def scale(self) -> float:
        """How large its words are written, of their full size."""
        return self._spread().scale

    def fitting_scale(self, arrangement: Arrangement, *, crowded: bool = False) -> float:
        """The largest scale at which its own words fit, arranged like this."""
        self.write(arrangement, None, crowded=crowded)
        return self._spread().scale

    def write(self, arrangement: Arrangement, scale: float | None, *, crowded: bool = False) -> None:
        """Arrange and size the words as suits the tiles around, too."""
        words = self._tile_words
        words.arrangement, words.scale, words.crowded = arrangement, scale, crowded
        self.update()

    def _spread(self) -> Spread:
        return self._tile_words.spread_in(self._inside())


class Alike:
    """Keeps the tiles of a grid arranged alike, in the largest size that fits every one."""

    def __init__(self, arrangements: Sequence[Arrangement] = ALL) -> None:
        self._arrangements = arrangements
        self._scale = 0.0

    def write(self, tiles: Iterable[PictureTile], *, afresh: bool) -> None:
        """Not `afresh`: only some words have changed, and what was chosen stays while every tile still fits."""
        together = list(tiles)
        if not together or (not afresh and all(tile.scale >= self._scale - 1e-6 for tile in together)):
            return
        if not self._write_best(together, crowded=False):
            self._write_best(together, crowded=True)

    def _write_best(self, tiles: Sequence[PictureTile], *, crowded: bool) -> bool:
        """The first arrangement that is clearly best; False where words would be smaller than the least size."""
        best, self._scale = self._arrangements[0], 0.0
        for arrangement in self._arrangements:
            reached = min(tile.fitting_scale(arrangement, crowded=crowded) for tile in tiles)
            if reached > self._scale * CLEARLY_LARGER:
                best, self._scale = arrangement, reached
        for tile in tiles:
            tile.write(best, self._scale, crowded=crowded)
        return not any(tile.squeezed for tile in tiles)
