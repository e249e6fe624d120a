"""A wait in a few words, and how often such words held: the same on tiles, on the board and at the counter."""

from typing import Final

from waitline.model.forecast import LONG_MINUTES, Accuracy, Period, WaitRange
from waitline.model.words import Words

# Vietnamese, Indonesian and Thai have not been checked by a native speaker.
_BETWEEN: Final = Words(
    zh="{least}–{most} 分",
    en="{least}–{most} min",
    more=(("vi", "{least}–{most} phút"), ("id", "{least}–{most} mnt"), ("th", "{least}–{most} นาที")),
)
_WITHIN: Final = Words(
    zh="{most} 分內",
    en="within {most} min",
    more=(("vi", "trong {most} phút"), ("id", "dalam {most} mnt"), ("th", "ไม่เกิน {most} นาที")),
)
_LONG: Final = Words(
    zh="逾 {long} 分",
    en="over {long} min",
    more=(("vi", "hơn {long} phút"), ("id", "lebih {long} mnt"), ("th", "เกิน {long} นาที")),
)
_WITHIN_SHORT: Final = Words(zh=_WITHIN.zh, en="≤ {most} min")
_LONG_SHORT: Final = Words(zh=_LONG.zh, en="> {long} min")
_BETWEEN_FIGURES: Final = Words(zh="{least}–{most}分", en="{least}–{most}′")
_WITHIN_FIGURES: Final = Words(zh="{most}分內", en="≤{most}′")
_LONG_FIGURES: Final = Words(zh="{long}分+", en="{long}′+")
"""Beside a clock: the sign of minutes is read alike in English, Vietnamese, Indonesian and Thai."""

_WHEN: Final = {
    Period.WEEK: Words(zh="本週", en="This week"),
    Period.MONTH: Words(zh="近 30 天", en="In the last 30 days"),
}


def brief(wait: WaitRange | None) -> Words | None:
    """From so many minutes to so many; None where nothing is announced, and for whoever is called at once."""
    return _chosen(wait, _BETWEEN, _WITHIN, _LONG)


def short(wait: WaitRange | None) -> Words | None:
    """The same, the English as short as the Chinese: where many stand side by side."""
    return _chosen(wait, _BETWEEN, _WITHIN_SHORT, _LONG_SHORT)


def figures(wait: WaitRange | None) -> Words | None:
    """The same in hardly more than its figures, to stand beside a clock."""
    return _chosen(wait, _BETWEEN_FIGURES, _WITHIN_FIGURES, _LONG_FIGURES)


def _chosen(wait: WaitRange | None, between: Words, within: Words, long: Words) -> Words | None:
    if wait is None or not wait.most:
        return None
    return _filled(long if wait.is_long else between if wait.least else within, wait)


def _filled(words: Words, wait: WaitRange) -> Words:
    def said(text: str) -> str:
        return text.format(least=wait.least, most=wait.most, long=LONG_MINUTES)

    return Words(zh=said(words.zh), en=said(words.en), more=tuple((tag, said(text)) for tag, text in words.more))


def accuracy_words(accuracy: Accuracy) -> Words:
    """How often visitors were called in the time they were told."""
    when, percent = _WHEN[accuracy.period], accuracy.percent
    return Words(
        zh=f"{when.zh} {percent} % 的民眾在預估範圍內叫號",
        en=f"{when.en} {percent}% of visitors were called in the time they were told",
    )
