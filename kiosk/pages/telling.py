"""How much is said on labels below each other: both languages, or where those cannot be read, the visitor's."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect

from waitline.look import FitLabel, TwoLanguageLabel
from waitline.model.words import Words, second_of

from ..tongue import both, both_words, first, sentences
from .page import LEAST_GAP

Way = tuple[tuple[str, str], ...]
"""How a text is said: the fullest way first, the shortest last."""
Ways = dict[TwoLanguageLabel, Way]
"""Labels, and the ways to say each."""
NOTHING: Final[Way] = (("", ""),)


def show_fullest(ways: Ways) -> None:
    """Every label in its fullest way."""
    for label, (fullest, *_) in ways.items():
        label.show_both(*fullest)


def tell_in(box: QRect, ways: Ways, gap: int) -> None:
    """Texts onto labels that will be stacked in a box, each in its fullest way; where they have no room there in
    the least size, label after label, the last first, in the next shorter one."""
    show_fullest(ways)
    for shorter in range(1, max(map(len, ways.values()), default=0)):
        for label, texts in reversed(ways.items()):
            if has_room(box, list(ways), gap):
                return
            label.show_both(*texts[min(shorter, len(texts) - 1)])


def has_room(box: QRect, labels: Sequence[FitLabel], gap: int) -> bool:
    """Whether labels stacked in a box can be written in the least size at least."""
    heights = [label.least_height(box.width()) for label in labels if label.text()]
    return sum(heights) + round(LEAST_GAP * gap) * (len(heights) - 1) <= box.height()


def before(text: tuple[str, str], words: Words, language: str) -> tuple[str, str]:
    """Two sentences in either language: `words`, then the text."""
    pairs = zip((language, second_of(language)), both_words(words, language), text, strict=True)
    one, other = (sentences(spoken, *parts) for spoken, *parts in pairs)
    return one, other


def in_one_or_two(text: str, **places: tuple[str, str]) -> Way:
    """The ways to say a translated text: in both languages, in the visitor's. `places`: what stands in its places,
    in either language."""
    said, alone = both(text), first(text)
    for place, (one, other) in places.items():
        mark = "{" + place + "}"
        said = said[0].replace(mark, one), said[1].replace(mark, other)
        alone = alone.replace(mark, one)
    return said, (alone, "")
