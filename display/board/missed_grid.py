"""How missed numbers stand in their strip: in columns as wide as the widest needs, in rows below a head."""

from typing import Final

from waitline.look import Glass

from .lettering import NARROWEST

HEAD_MM: Final = 46.0
PAD_MM: Final = 9.0
APART_MM: Final = 16.0
"""So much is left between two numbers, which are never read as one."""
_ROW_MM: Final = 46.0
_COLUMN_MM: Final = 99.0
_SMALLEST: Final = 0.88
"""Figures may become so small, of their usual height, for one more column; smaller only where one has no room."""


def missed_columns(width: int, glass: Glass, widest: float) -> int:
    """How many stand side by side in a strip, the widest of them so many pixels wide."""
    needs = widest * NARROWEST * _SMALLEST + glass.px(APART_MM)
    return max(1, int((width - 2 * glass.px(PAD_MM)) / max(glass.px(_COLUMN_MM), needs)))


def missed_height(glass: Glass, rows: int) -> int:
    """What a strip of so many rows takes."""
    return glass.px(HEAD_MM + rows * _ROW_MM) if rows else 0


def missed_rows(height: int, glass: Glass) -> int:
    """How many rows a strip of this height was planned for."""
    return 2 if height >= missed_height(glass, 2) else 1
