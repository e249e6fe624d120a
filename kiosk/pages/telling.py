"""How much is said on labels below each other: both languages, or where those cannot be read, the visitor's."""

from collections.abc import Sequence

from PySide6.QtCore import QRect

from waitline.look import FitLabel, TwoLanguageLabel

from ..tongue import both, first
from .page import LEAST_GAP

Ways = dict[TwoLanguageLabel, tuple[tuple[str, str], tuple[str, str]]]
"""Labels, and the ways to say each: the fullest, the shortest."""


def show_fullest(ways: Ways) -> None:
    """Every label in its fullest way."""
    for label, (fullest, *_) in ways.items():
        label.show_both(*fullest)


def tell_in(box: QRect, ways: Ways, gap: int) -> None:
    """Texts onto labels that will be stacked in a box, each in its fullest way; where they have no room there in
    the least size, label after label, the last first, in its shortest."""
    show_fullest(ways)
    for label, (*_, shortest) in reversed(ways.items()):
        if has_room(box, list(ways), gap):
            return
        label.show_both(*shortest)


def has_room(box: QRect, labels: Sequence[FitLabel], gap: int) -> bool:
    """Whether labels stacked in a box can be written in the least size at least."""
    heights = [label.least_height(box.width()) for label in labels if label.text()]
    return sum(heights) + round(LEAST_GAP * gap) * (len(heights) - 1) <= box.height()


def in_one_or_two(text: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The ways to say a translated text: in both languages, in the visitor's."""
    return both(text), (first(text), "")
