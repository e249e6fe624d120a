"""What the hall reads of a counter: its number first, as it is spoken, and the words of its name around it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from waitline.model.words import Words, name_and_detail

_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_SHORT: Final = 2
"""What stands before a number and belongs to it (「第」) is so short; more is a name of its own."""
_SHORT_AFTER, _SHORT_ENGLISH = 6, 20
_ENDS: Final = " 　・·,，、–—-:："


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterName:
    """「第 3 號櫃台（戶籍登記）」: before, number, after; and the detail, which may stand elsewhere."""

    before: str
    sign: str
    after: str
    detail: str
    english: str


def lacks_number(names: Words, sign: str) -> bool:
    """Whether a counter's name does not hold the number by which it is called aloud."""
    return _around(name_and_detail(names.zh)[0], sign) is None


def told(names: Words, sign: str) -> Words:
    """The name as the hall reads it on one line: with the number that is called aloud."""
    if not lacks_number(names, sign):
        return names
    english = names.en if _around(names.en, sign) is not None else f"Counter {sign}, {names.en}"
    return Words(zh=f"{sign} 號櫃台（{names.zh}）", en=english)


@lru_cache(maxsize=512)
def counter_name(names: Words, sign: str) -> CounterName:
    """The name taken apart around its number; one without it (服務台) stands beside 「3 號櫃台」, as is spoken."""
    names = told(names, sign)
    head, detail = name_and_detail(names.zh)
    before, after = (part.strip(_ENDS) for part in _around(head, sign) or ("", ""))
    if len(before) > _SHORT:
        before, detail = "", " ".join(part for part in (before, detail) if part)
    return CounterName(before=before, sign=sign, after=after, detail=detail, english=_held(names.en, sign))


def shortest(names: Words, sign: str) -> CounterName:
    """The name without its detail, where that is short; else as it is spoken."""
    name, usual = counter_name(names, sign), by_number(sign)
    if lacks_number(names, sign) or len(name.after) > _SHORT_AFTER:
        return usual
    has_short = _around(names.en, sign) is not None and len(names.en) <= _SHORT_ENGLISH
    return replace(name, detail="", english=name.english if has_short else usual.english)


def by_number(sign: str) -> CounterName:
    """A counter as it is spoken."""
    return counter_name(Words(zh=f"{sign} 號櫃台", en=f"Counter {sign}"), sign)


def _held(name: str, sign: str) -> str:
    """The English, whose number never stands alone on a line."""
    before, found, after = name.rpartition(f" {sign}")
    return f"{before}\N{NO-BREAK SPACE}{sign}{after}" if found else name


def _around(name: str, sign: str) -> tuple[str, str] | None:
    """What stands before and after the number: 1 is not in 「10 號櫃台」."""
    found = re.search(
        rf"(?<![0-9A-Za-z]){re.escape(sign)}(?![0-9A-Za-z])", name.translate(_FULL_WIDTH), re.IGNORECASE
    )
    return None if found is None else (name[: found.start()], name[found.end() :])
