"""What a printer's queue tells whoever waits for a slip."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waitline.model.words import Words


class Slip(StrEnum):
    """How the paper of a number is doing."""

    NONE = "none"
    """There is none: no printer, or the visitor wants no paper."""
    PRINTING = "printing"
    PRINTED = "printed"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipNews:
    """What the printer's desk has to say about a ticket's slip; `words` only with trouble."""

    label: str
    slip: Slip
    words: Words | None = None
