"""Tiles that stand together are arranged alike and write in one size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from waitline.rules.tile_letters import FEW as FEW_ALONE

from .picture_tile import PictureTile
from .tile_headed import SMALL_PICTURE
from .tile_spread import Arrangement, Crowding, Telling

WIDE_ONES: Final = (Arrangement.FLAT, Arrangement.BESIDE)
TALL_ONES: Final = (Arrangement.BESIDE, Arrangement.ABOVE)
PICTURE_FIRST: Final = (Arrangement.ABOVE, Arrangement.BESIDE)
CLEARLY_LARGER: Final = 1.06
FEW_PICTURES: Final = 0.5
Step = tuple[Crowding, float, float]
STEPS: Final[tuple[Step, ...]] = (
    (Crowding.NONE, 0.0, 0.0),
    (Crowding.BRIEF, 0.0, 0.0),
    (Crowding.TIGHT, 0.0, 0.0),
    (Crowding.TIGHT, FEW_ALONE, 0.0),
    (Crowding.ALONE, 0.0, 0.0),
    (Crowding.BRIEF, 0.2, 0.2),
    (Crowding.ALONE, 0.2, 0.2),
    (Crowding.TIGHT, 0.45, 0.45),
    (Crowding.SQUEEZED, 0.0, 0.0),
)
"""What is tried one after the other; the share of names that may be too long for their tiles in two languages, and
of those that may be so even in one."""
TELLING_STEPS: Final = STEPS[:4]
"""What may be given up to tell waits: at most a few names' second language."""
HARDLY_SMALLER: Final = 0.85


class Alike:
    """Keeps the tiles of a grid arranged alike, in the largest size that fits every one.

    A few names too long for their tiles in two languages stand there in one, and where they are too long even so
    are written smaller by themselves, rather than all with them. They are arranged for the widest notes that may
    come, so that none moves a name.
    """

    def __init__(self, arrangements: Sequence[Arrangement] | None = None) -> None:
        """`arrangements` None: what suits the tiles' shape."""
        self._arrangements = arrangements
        self._written: tuple[float, ...] = ()

    def write(self, tiles: Iterable[PictureTile], *, afresh: bool) -> None:
        """Not `afresh`: only words have changed, and what was chosen stays while every tile still fits."""
        together = list(tiles)
        if not together or (not afresh and self._still_fit(together)):
            return
        _measure(together, widest=True)
        step = self._write_in_full(together)
        if not self._tell_all_as_they_stand(together) and not self._tell_all_anew(together, STEPS[: step + 1]):
            self._write_in_full(together)
            _tell_where_it_stands(together)
        _measure(together, widest=False)
        self._written = tuple(tile.scale for tile in together)

    @staticmethod
    def _tell_all_as_they_stand(tiles: Sequence[PictureTile]) -> bool:
        """Notes for which room may be wanting: all of them or none, and no name is written another way for it."""
        for telling in (Telling.BELOW, Telling.IN_LINE):
            if all(tile.stands_as_before(telling) for tile in tiles):
                return True
            _tell(tiles, Telling.LEAST)
        return False

    def _write_in_full(self, tiles: Sequence[PictureTile]) -> int:
        """In the least telling way, by the first step that fits; which one that was, the last where none did."""
        _tell(tiles, Telling.LEAST)
        return next((n for n, step in enumerate(STEPS) if self._write_best(tiles, *step)), len(STEPS) - 1)

    def _tell_all_anew(self, tiles: Sequence[PictureTile], steps: Sequence[Step]) -> bool:
        """Tiles rather stand otherwise, in about the same size, than leave the wait out: with how many are ahead
        and their pictures, then with the wait alone, then without pictures. `steps`: what was tried without it."""
        scale, pictured = min(tile.scale for tile in tiles) * HARDLY_SMALLER, _have_pictures(tiles)
        for keeps_pictures in (True, False) if pictured else (False,):
            for telling in (Telling.BELOW, Telling.WAIT):
                _tell(tiles, telling)
                for step in max(steps, TELLING_STEPS, key=len):
                    well = self._write_best(tiles, *step) and min(tile.scale for tile in tiles) >= scale
                    if well and (not keeps_pictures or _have_pictures(tiles)):
                        return True
        return False

    def _still_fit(self, tiles: Sequence[PictureTile]) -> bool:
        kept = zip(tiles, self._written, strict=False)
        return len(tiles) == len(self._written) and all(tile.scale >= scale - 1e-6 for tile, scale in kept)

    def _write_best(
        self, tiles: Sequence[PictureTile], crowding: Crowding, too_long: float, even_alone: float
    ) -> bool:
        """The first arrangement that is clearly best; False where words would be smaller than the least size."""
        choices = list(self._arrangements or (WIDE_ONES if tiles[0].is_wide else TALL_ONES))
        if crowding is not Crowding.NONE:
            choices.append(Arrangement.HEADED)
        best, scale = choices[0], 0.0
        for arrangement in choices:
            some = _Some(too_long=too_long * len(tiles), even_alone=even_alone * len(tiles))
            reached = _reached(tiles, arrangement, crowding, some, scale * CLEARLY_LARGER)
            if reached > scale * CLEARLY_LARGER:
                best, scale = arrangement, reached
        if not scale:
            return False
        how = [_how(tile, best, crowding) if too_long else (best, crowding) for tile in tiles]
        for tile, (arrangement, crowded) in zip(tiles, how, strict=True):
            tile.write(arrangement, scale, crowded)
        pictured = _all_pictured(tiles)
        if pictured < 1.0:
            for tile, (arrangement, crowded) in zip(tiles, how, strict=True):
                tile.write(arrangement, scale, crowded, pictured=pictured)
        return crowding is Crowding.SQUEEZED or not any(tile.squeezed for tile in tiles)


def _tell_where_it_stands(tiles: Sequence[PictureTile]) -> None:
    """The wait alone on those tiles whose name it moves not, if those are nearly all."""
    untold = [tile for tile in tiles if not tile.stands_as_before(Telling.WAIT)]
    for tile in tiles if len(untold) > FEW_ALONE * len(tiles) else untold:
        tile.tell(Telling.LEAST)


def _have_pictures(tiles: Sequence[PictureTile]) -> bool:
    return any(not tile.spread.picture.isEmpty() for tile in tiles)


def _tell(tiles: Sequence[PictureTile], telling: Telling) -> None:
    for tile in tiles:
        tile.tell(telling)


def _measure(tiles: Sequence[PictureTile], *, widest: bool) -> None:
    for tile in tiles:
        tile.measure(widest=widest)


def _all_pictured(tiles: Sequence[PictureTile]) -> float:
    """How large pictures are on all tiles, of their usual size. Where most had no room for theirs, the rest look
    like an accident; where a few have room for small ones alone, all are small."""
    wide = [tile.spread.picture.width() for tile in tiles if not tile.spread.picture.isEmpty()]
    if wide and len(wide) <= len(tiles) * FEW_PICTURES:
        return 0.0
    return SMALL_PICTURE if wide and min(wide) < max(wide) * HARDLY_SMALLER else 1.0


@dataclass(slots=True, kw_only=True)
class _Some:
    """How many tiles may yet be found whose names are too long."""

    too_long: float
    even_alone: float

    def take(self, *, fits_alone: bool) -> bool:
        self.too_long -= 1
        self.even_alone -= not fits_alone
        return self.too_long >= 0 and (fits_alone or self.even_alone >= 0)


def _how(tile: PictureTile, arrangement: Arrangement, crowding: Crowding) -> tuple[Arrangement, Crowding]:
    """A name too long in two languages is written in one; too long even so, where it has most room."""
    if tile.fitting_scale(arrangement, crowding):
        return arrangement, crowding
    if tile.fitting_scale(arrangement, Crowding.ALONE):
        return arrangement, Crowding.ALONE
    return Arrangement.HEADED, Crowding.ALONE


def _reached(
    tiles: Sequence[PictureTile], arrangement: Arrangement, crowding: Crowding, some: _Some, at_least: float
) -> float:
    """The scale that fits all but `some` of them; one up to `at_least` is not looked for to the end."""
    least = 1.0
    for tile in tiles:
        scale = tile.fitting_scale(arrangement, crowding)
        if scale == 0.0 and some.too_long >= 1:
            alone = tile.fitting_scale(arrangement, Crowding.ALONE)
            if some.take(fits_alone=alone > 0.0):
                least = min(least, alone or least)
                continue
        least = min(least, scale)
        if least <= at_least:
            return least
    return least
