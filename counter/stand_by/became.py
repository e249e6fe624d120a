"""What became of a summons between two looks at the hall, for whoever it concerned. No Qt here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from waitline.model.back_line import Summons
from waitline.model.counter import CounterId
from waitline.model.office import OfficeSetup
from waitline.model.words import Words

from .face import Notice, Stage, stage_of

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.views.stand_by import StandByView


def became(before: StandByView | None, now: StandByView, *, declined: int | None) -> Notice | None:
    """What to say of the change; None where there is none. `declined`: what they said no to themselves."""
    own, was = now.own, before.own if before is not None else None
    stage = stage_of(now)
    if before is None or (was is not None and own == was):
        return None
    if stage is Stage.RELEASED:
        return Notice(words=Words(zh="可以回座了，謝謝您的支援", en="You may go back now. Thank you for helping"))
    if stage is Stage.COMING and own is not None:
        place = _counter(now.setup, own.counter)
        return Notice(words=Words(zh=f"請前往 {place.zh}", en=f"On your way to {place.en}"))
    if was is None or was.is_here or (own is not None and own.id == was.id) or was.id == declined:
        return None
    return _lost(was, now) if stage in {Stage.STANDING_BY, Stage.ASKED} else None


def _lost(was: Summons, now: StandByView) -> Notice:
    """They were asked or on the way, and are not any more."""
    still = next((one for one in now.summons if one.id == was.id), None)
    if still is None:
        return Notice(words=Words(zh="不用過去了，這次支援已經取消", en="No need to come: it was called off"))
    if still.staff is not None:
        name = _name(now.setup, still.staff)
        return Notice(words=Words(zh=f"不用過去了，{name}已經前往", en=f"No need to come: {name} is on the way"))
    if still.asked is not None:
        return Notice(
            words=Words(
                zh="沒有回覆，已改請下一位；現在仍可按「我來」",
                en="No answer, so the next one is asked; you may still say yes",
            ),
            good=False,
        )
    return Notice(
        words=Words(
            zh="目前沒有人能去，已通知主管；現在仍可按「我來」",
            en="Nobody can come and the supervisor is told; you may still say yes",
        ),
        good=False,
    )


def _counter(setup: OfficeSetup, counter: CounterId) -> Words:
    known = (own.names for own in setup.counters if own.id == counter)
    return next(known, Words(zh=f"{counter} 號櫃台", en=f"counter {counter}"))


def _name(setup: OfficeSetup, login: str) -> str:
    return next((person.name for person in setup.staff if person.id == login), login)
