"""How the large page shares its glass: words, and below or beside them, within reach, what may be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDY: Final = 0.36
"""Words that would take more of a lying glass' height than this rather stand beside the choices."""
WORD_SHARES: Final = (0.45, 0.36, 0.27, 0.18)
"""Of the height, what words above the choices take where all of them would take too much; the rest is shown part
after part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The glass in pixels without its margin; `reach`: above it nothing may be touched."""

    inside: QRect
    reach: int
    gap: int

    @property
    def is_level(self) -> bool:
        return self.inside.width() > self.inside.height()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Where words stand, and the most that choices may take."""

    words: QRect
    choices: QRect

    @property
    def is_beside(self) -> bool:
        return self.words.right() < self.choices.x()


def ways_to_share(room: Room, *, wished: int, least: int) -> Iterator[Shares]:
    """What is tried, the best first; `wished` and `least` are the heights of all words across the whole glass."""
    height = room.inside.height()
    if room.is_level and wished > WORDY * height:
        yield beside(room)
    tried = [wished, least, *(round(height * share) for share in WORD_SHARES)]
    shorter = [tall for n, tall in enumerate(tried) if all(tall < before for before in tried[:n])]
    most = height if not room.is_level else round(height * WORD_SHARES[0])
    for tall in [tall for tall in shorter if tall <= most] or [most]:
        yield below(room, tall)


def beside(room: Room) -> Shares:
    """Words in the left half, choices in the right one."""
    inside = room.inside
    split = inside.width() // 2
    words = QRect(inside.x(), inside.y(), split - room.gap, inside.height())
    choices = QRect(inside.x() + split, inside.y(), inside.width() - split, inside.height())
    choices.setTop(max(choices.top(), room.reach))
    return Shares(words=words, choices=choices)


def below(room: Room, words_tall: int) -> Shares:
    """Words above, choices below them as far up as somebody reaches."""
    inside = room.inside
    top = max(inside.y() + words_tall + room.gap, room.reach)
    words = QRect(inside.x(), inside.y(), inside.width(), top - room.gap - inside.y())
    choices = QRect(inside.x(), top, inside.width(), inside.bottom() + 1 - top)
    return Shares(words=words, choices=choices)
