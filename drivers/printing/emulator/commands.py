"""How many bytes each ESC/POS command takes after its two; from the formats in the command reference."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """`fixed` bytes; then as many as `more` reads in them; or everything up to a NUL."""

    fixed: int = 0
    more: Callable[[bytes], int] | None = None
    until_nul: bool = False


CODE_PAGES: Final[Mapping[int, str]] = MappingProxyType(
    {
        0: "cp437",
        2: "cp850",
        3: "cp860",
        4: "cp863",
        5: "cp865",
        16: "cp1252",
        17: "cp866",
        18: "cp852",
        19: "cp858",
    }
)


def _columns(head: bytes) -> int:
    """``ESC * m nL nH``: one or three bytes a column."""
    return (head[1] + head[2] * 256) * (3 if head[0] in (32, 33) else 1)


def _raster(head: bytes) -> int:
    """``GS v 0 m xL xH yL yH``."""
    return (head[2] + head[3] * 256) * (head[4] + head[5] * 256)


def _parameters(head: bytes) -> int:
    """``GS ( x pL pH``."""
    return head[1] + head[2] * 256


def _cut(head: bytes) -> int:
    """``GS V m``, with n where m feeds to the cutter."""
    return 1 if head[0] in (65, 66, 97, 98, 103, 104) else 0


def _bar_code(head: bytes) -> int:
    """``GS k m n d1...`` (function B); function A ends with NUL and is cut to nothing here."""
    return head[1] if head[0] >= 65 else 0


def _downloaded(head: bytes) -> int:
    """``GS * x y``."""
    return head[0] * head[1] * 8


def _user_defined(head: bytes) -> int:
    """``ESC & y c1 c2``, each character with its own width: taken as twelve dots, the most there is."""
    return max(0, head[2] - head[1] + 1) * (1 + head[0] * 12)


def _table() -> dict[tuple[int, int], Length]:
    table: dict[tuple[int, int], Length] = {}

    def know(prefix: int, commands: str, length: Length) -> None:
        for command in commands:
            table[prefix, ord(command)] = length

    know(0x1B, "@2imLS<v", Length())
    know(0x1B, "!aE-Gd3JtMR{TV=?%reU KfsA+", Length(fixed=1))
    know(0x1B, "$\\Bcu", Length(fixed=2))
    know(0x1B, "p", Length(fixed=3))
    know(0x1B, "W", Length(fixed=8))
    know(0x1B, "*", Length(fixed=3, more=_columns))
    know(0x1B, "(", Length(fixed=3, more=_parameters))
    know(0x1B, "&", Length(fixed=3, more=_user_defined))
    know(0x1B, "D", Length(until_nul=True))
    know(0x1C, "&.", Length())
    know(0x1C, "!-CWA?", Length(fixed=1))
    know(0x1C, "Sp", Length(fixed=2))
    know(0x1C, "2", Length(fixed=74))
    know(0x1C, "(", Length(fixed=3, more=_parameters))
    know(0x1D, ":", Length())
    know(0x1D, "!aBbrIhwfHT/#jE|", Length(fixed=1))
    know(0x1D, "LWP$\\g", Length(fixed=2))
    know(0x1D, "z^", Length(fixed=3))
    know(0x1D, "V", Length(fixed=1, more=_cut))
    know(0x1D, "k", Length(fixed=2, more=_bar_code))
    know(0x1D, "*", Length(fixed=2, more=_downloaded))
    know(0x1D, "(", Length(fixed=3, more=_parameters))
    know(0x1D, "v", Length(fixed=6, more=_raster))
    return table


LENGTHS: Final[Mapping[tuple[int, int], Length]] = MappingProxyType(_table())
