"""Where a visitor goes, in the words of whoever leads them there."""

from typing import Final

from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.words import Words
from waitline.views.whereabouts import Whereabouts

FEW: Final = 3
"""So many counters are named; of more it is the hall that matters."""


def where_words(where: Whereabouts) -> Words:
    """To a counter now, to the one that comes next, or to wait for those that call."""
    setup = where.setup
    if where.at is not None:
        name = _name(where.at, setup)
        return Words(zh=f"請到 {name.zh}", en=f"go to {name.en} now")
    if where.likely is not None:
        name = _name(where.likely, setup)
        return Words(zh=f"接著是 {name.zh}，叫到時請帶過去", en=f"{name.en} is next; lead them when called")
    if not where.by:
        return Words(zh="目前沒有開放的櫃台能辦", en="no open counter serves this now")
    names = [_name(one, setup) for one in where.by]
    if len(names) > FEW:
        return Words(zh=f"請等 {len(names)} 個櫃台叫號", en=f"wait for one of {len(names)} counters")
    zh, en = "、".join(name.zh for name in names), ", ".join(name.en for name in names)
    return Words(zh=f"請等 {zh}叫號", en=f"wait for {en}")


def _name(counter: CounterId, setup: OfficeSetup) -> Words:
    return setup.counter(counter).names
