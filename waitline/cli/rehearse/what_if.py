"""What `--what-if` may say: short sentences about counters, shifts, the back line, rules and services.

    counter 14 open 10:00-12:00 like 3        櫃台 14 開放 10:00-12:00 比照 3
    back line 2                               後線 2

Each is understood by itself and applied to what those before it made of the day.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from waitline.model.errors import Refused
from waitline.model.words import Words

from . import changes
from .office_of_day import office_of
from .plan import ImpossibleError, Plan
from .recorded import BadDay

EXAMPLES: Final = (
    ("櫃台 14 開放 10:00-12:00 比照 3", "counter 14 open 10:00-12:00 like 3"),
    ("櫃台 5 關閉 13:00-15:00", "counter 5 closed 13:00-15:00"),
    ("櫃台 3 休息 12:30-13:30", "counter 3 break 12:30-13:30"),
    ("櫃台 3 辦理 TRANS,REG", "counter 3 serves TRANS,REG"),
    ("櫃台 3 類別 love", "counter 3 kind love"),
    ("後線 2", "back line 2"),
    ("規則 reserve = off", "rule reserve = off"),
    ("服務 REG 平均 10", "service REG mean 10"),
)
"""One of each kind; a test understands them all."""

_Form = Callable[[Plan, Mapping[str, str]], tuple[Plan, Words]]

_FORMS: Final[tuple[tuple[str, _Form], ...]] = (
    (r"counter (?P<id>\S+) open(?: (?!like )(?P<hours>.+?))?(?: like (?P<like>\S+))?", changes.opens),
    (r"counter (?P<id>\S+) closed(?: (?P<hours>.+))?", changes.closes),
    (r"counter (?P<id>\S+) serves (?P<services>.+)", changes.serves),
    (r"counter (?P<id>\S+) kind (?P<kind>\S+)", changes.is_of_kind),
    (r"counter (?P<id>\S+) break (?P<hours>.+)", changes.rests),
    (r"back line (?P<people>\d+|off)", changes.back_line_of),
    (r"rule (?P<rule>\S+) ?= ?(?P<value>.+)", changes.rule_is),
    (r"service (?P<code>\S+) mean (?P<minutes>\S+)", changes.takes),
)
_CHINESE: Final = {
    "櫃台": "counter",
    "櫃檯": "counter",
    "開放": "open",
    "關閉": "closed",
    "比照": "like",
    "辦理": "serves",
    "類別": "kind",
    "休息": "break",
    "後線": "back line",
    "規則": "rule",
    "服務": "service",
    "平均": "mean",
    "全部": "all",
    "沒有": "none",
    "停用": "off",
}
_NUMBER_FIRST: Final = re.compile(r"(\S+?)\s*號\s*櫃[台檯]")
"""「14 號櫃台」 as it is said."""


class WhatIfUnclear(Refused):
    zh = "看不懂「{sentence}」。可以這樣寫：\n{examples_zh}"
    en = '"{sentence}" is not understood. What may be said:\n{examples_en}'


class WhatIfImpossible(Refused):
    zh, en = "「{sentence}」不行：{reason_zh}", '"{sentence}" cannot be: {reason_en}'


class NothingToChange(Refused):
    zh = "--scores-only 不排練任何日子，所以 --what-if 沒有可改的"
    en = "--scores-only plays nothing, so there is no day for --what-if to change"


def changed(plan: Plan, sentences: Sequence[str]) -> Plan:
    """The plan as all these sentences have it. Raises WhatIfUnclear and WhatIfImpossible."""
    for sentence in sentences:
        plan = _with(plan, sentence)
    return plan


def _with(plan: Plan, sentence: str) -> Plan:
    form, said = _understood(sentence)
    try:
        made, words = form(plan, said)
        if made == plan:
            raise ImpossibleError("本來就是這樣", "it is so already")
        made = replace(made, changes=(*plan.changes, words))
        changes.check_everybody_served(plan, made)
        office_of(made)
    except ImpossibleError as error:
        raise _impossible(sentence, error.words) from error
    except BadDay as error:
        facts = error.facts
        raise _impossible(sentence, Words(zh=str(facts["reason_zh"]), en=str(facts["reason_en"]))) from error
    return made


def _impossible(sentence: str, reason: Words) -> WhatIfImpossible:
    return WhatIfImpossible(sentence=sentence, reason_zh=reason.zh, reason_en=reason.en)


def _understood(sentence: str) -> tuple[_Form, Mapping[str, str]]:
    plain = _plain(sentence)
    for pattern, form in _FORMS:
        fits = re.fullmatch(pattern, plain, re.IGNORECASE)
        if fits is not None:
            return form, {name: found or "" for name, found in fits.groupdict().items()}
    raise WhatIfUnclear(
        sentence=sentence,
        examples_zh="\n".join(f"  {zh}" for zh, _ in EXAMPLES),
        examples_en="\n".join(f"  {en}" for _, en in EXAMPLES),
    )


def _plain(sentence: str) -> str:
    """In English words, plain signs and single spaces."""
    text = _NUMBER_FIRST.sub(r" counter \1 ", unicodedata.normalize("NFKC", sentence))
    for chinese, english in _CHINESE.items():
        text = text.replace(chinese, f" {english} ")
    return " ".join(text.split())
