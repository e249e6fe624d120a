"""What stands where on the large page: of all ways to share the glass, the one with the least to turn over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from .paging import FEW, ChoicePage, Kept, Paging, presses
from .plan import Room, Shares, ways_to_share
from .tiling import Tiler, Tiling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from waitline.look import Look

    from .reading import Choice
    from .words import WordColumn

PART: Final = 0.6
"""How much a further part of the words weighs against a further page of choices."""
AWAY: Final = 0.5
"""The same for a choice that should be on the first page, and has no room there."""
NEAR: Final = 6
AFAR: Final = 0.1
"""The same for a choice that is more than so many presses of the four keys away."""
UNTOLD: Final = 0.3
"""The same for a page whose choices have no room for the wait beside their names."""
TOO_SMALL: Final = 100.0
TOO_SMALL_WORDS: Final = 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """One way to share the glass: its pages of choices, and in how many parts the words are."""

    shares: Shares
    pages: tuple[ChoicePage, ...]
    parts: int
    tiler: Tiler
    weight: float

    def tiling(self, page: int, height: int) -> Tiling:
        """The tiles of a page, as large as they can be."""
        blocks = self.pages[page].blocks
        return self.tiler.largest(blocks, height) or self.tiler.smallest(blocks, height)

    def telling(self, choices: Sequence[Choice]) -> Arrangement:
        """The same with what the choices of these names are now."""
        now = {choice.name: choice for choice in choices}
        return replace(self, pages=tuple(page.telling(now) for page in self.pages))

    def has_room(self, page: int, height: int) -> bool:
        """Whether the tiles of a page can all be large."""
        return self.tiler.has_room(self.pages[page].blocks, height)


def arrange(
    room: Room,
    words: WordColumn,
    choices: Sequence[Choice],
    *,
    look: Look,
    kept: Kept,
    before: Choice,
    more: Choice,
    read_on: Choice,
    tilers: dict[int, Tiler],
) -> Arrangement:
    """The lightest of all ways; of several the first. `tilers` by width are kept for the next time."""
    width = room.inside.width()
    best: Arrangement | None = None
    for shares in ways_to_share(room, wished=words.wished_height(width), least=words.least_height(width)):
        box = shares.choices
        tiler = tilers[box.width()] = tilers.get(box.width()) or Tiler(look, box.width())

        def has_room(page: ChoicePage, tiler: Tiler = tiler, height: int = box.height()) -> bool:
            return tiler.has_room(page.blocks, height)

        parts = words.parts(shares.words)
        offered = [*choices, read_on] if len(parts) > 1 else choices
        pages = Paging(before, more, kept, has_room).pages(offered)
        weight = len(pages) - 1 + PART * (len(parts) - 1)
        weight += AWAY * pages[0].lacks(kept.without(*kept.alone), choices)
        weight += AWAY * max(0, FEW - len(pages[0].own)) * (len(pages) > 1)
        weight += UNTOLD * sum(not tiler.tells(page.blocks, box.height()) for page in pages)
        weight += AFAR * sum(away > NEAR for away in presses(pages))
        weight += 0 if words.has_room(shares.words) else TOO_SMALL_WORDS
        weight += 0 if all(has_room(page) for page in pages) else TOO_SMALL
        found = Arrangement(shares=shares, pages=pages, parts=len(parts), tiler=tiler, weight=weight)
        if best is None or found.weight < best.weight:
            best = found
        if not found.weight:
            break
    assert best is not None  # ways_to_share knows one at least
    return best
