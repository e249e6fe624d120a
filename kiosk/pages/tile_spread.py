"""How the words of a large tile may be arranged, and one tile as it is laid out."""

from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import Final

from PySide6.QtCore import QRectF, Qt

from waitline.look import Icon
from waitline.look.breaking import as_read
from waitline.look.fit import Block


class Arrangement(Enum):
    """FLAT: picture, words, notes from left to right. BESIDE: picture, then all words. ABOVE: picture on top.

    HEADED: a small picture heads the name, the second language below, notes as badges in its last line.
    """

    FLAT = auto()
    BESIDE = auto()
    ABOVE = auto()
    HEADED = auto()


class Crowding(IntEnum):
    """NONE: everything is said. BRIEF: what brackets add is left out. TIGHT: words come near the edge. ALONE: so
    do they, in the visitor's language only. SQUEEZED: more than the glass carries in readable size, so pictures
    are small and all words shrink together below the least size."""

    NONE = 0
    BRIEF = 1
    TIGHT = 2
    ALONE = 3
    SQUEEZED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something that is so now. `short` stands beside its picture where `text` has no room; `spare`: it is said on
    tiles with room for it only, or instead of the others.
    """

    text: str
    short: str = ""
    icon: Icon | None = None
    spare: bool = False


class Telling(Enum):
    """Which notes are said: those that are not spare; all, below each other; all, in one line; the spare one
    instead of the others."""

    LEAST = auto()
    BELOW = auto()
    IN_LINE = auto()
    WAIT = auto()


class Ink(Enum):
    """What words are, for their colour."""

    NAME = auto()
    SECOND = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words laid out in a box; `roles` are the colours of its parts."""

    block: Block
    box: QRectF
    align: Qt.AlignmentFlag
    roles: tuple[Ink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """One tile laid out; `marks` are small pictures beside notes.

    `probed_in_vain`: it was only asked whether it would fit in readable size, and it would not.
    """

    picture: QRectF
    runs: tuple[Run, ...]
    marks: tuple[tuple[Icon, QRectF], ...] = ()
    probed_in_vain: bool = False

    @property
    def scale(self) -> float:
        return min((run.block.scale for run in self.runs), default=0.0)

    @property
    def squeezed(self) -> bool:
        return self.probed_in_vain or any(run.block.squeezed for run in self.runs)

    @property
    def text(self) -> str:
        return as_read("\n".join(run.block.text for run in self.runs))


IN_VAIN: Final = Spread(picture=QRectF(), runs=(), probed_in_vain=True)
