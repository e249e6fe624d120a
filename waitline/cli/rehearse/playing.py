"""Rehearsing days in a database, and judging what it then holds."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from waitline.cli.saying import Speaker
from waitline.model.clock import business_day
from waitline.model.errors import Refused
from waitline.model.forecast import NO_EXPERIENCE, Experience
from waitline.model.words import Words
from waitline.store.audit import AuditReport, audit
from waitline.store.engine import Store
from waitline.store.forecasts import PastVisit, past_visits
from waitline.store.migrate import create_or_upgrade
from waitline.store.offices import offices_in
from waitline.verbs.floor import Floor
from waitline.verbs.learning import Learning, lessons_of
from waitline.views import day_view

from .facts import DayFacts, facts_of
from .office_of_day import OPENS, ZONE, changes_of, office_of, scenario_of
from .plan import Plan
from .play import Play

_FIRST_REQUEST: Final = "rehearsal-begin"
_LEARNING: Final = "rehearsal-learn"
_AFTER: Final = "9"
"""Later than every date."""


class AlreadyRehearsed(Refused):
    zh = "這個資料庫已經排練過「{day}」；請換一個資料庫，或用 --scores-only"
    en = "This database holds a rehearsal of {day} already; use another one, or --scores-only"


class DayTwice(Refused):
    zh = "「{day}」給了兩次；每個日子只能排練一次，資料夾名稱也要不同"
    en = "{day} is named twice; a day is played once, and days need folders of different names"


class NothingToRehearse(Refused):
    zh, en = "請指定至少一個日子的資料夾", "Name the folder of at least one day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """One office of the database after its day: the facts, and whether its journal is sound. `changes`: what was
    otherwise than on the day itself.
    """

    facts: DayFacts
    sound: AuditReport
    reserve: bool
    changes: tuple[Words, ...]


def play_all(url: str, plans: Sequence[Plan], past: Sequence[Plan], speaker: Speaker) -> tuple[str, ...]:
    """The offices of `plans`, played after `past`, whose visitors they learn from. Everything that can be refused
    is refused before the first day is played.
    """
    if not plans:
        raise NothingToRehearse
    every = [*past, *plans]
    names = [plan.office for plan in every]
    for place, name in enumerate(names):
        if name in names[:place]:
            raise DayTwice(day=name)
    offices = {plan.office: office_of(plan) for plan in every}
    create_or_upgrade(url)
    known = offices_in(url)
    for name in names:
        if name in known:
            raise AlreadyRehearsed(day=name)
    for plan in past:
        _play(url, plan, offices[plan.office], NO_EXPERIENCE, speaker)
    experience = _learnt(url, past) if past else NO_EXPERIENCE
    for plan in plans:
        _play(url, plan, offices[plan.office], experience, speaker)
    return tuple(plan.office for plan in plans)


def _play(url: str, plan: Plan, office: str, experience: Experience, speaker: Speaker) -> None:
    began = time.monotonic()
    store = Store(url, plan.office)
    try:
        Floor(store).set_up_office(office, request=_FIRST_REQUEST, name=f"{plan.office}.toml", turned_to=OPENS)
        if experience.days:
            Learning(store).learn(experience, request=_LEARNING)
        Play(store, plan).run()
    finally:
        store.close()
    seconds = time.monotonic() - began
    speaker.say(
        f"{plan.office}：{len(plan.day.visitors)} 位，{seconds:.1f} 秒",
        f"{plan.office}: {len(plan.day.visitors)} visitors, {seconds:.1f} s",
    )


def _learnt(url: str, past: Sequence[Plan]) -> Experience:
    """What these days together teach for any other."""
    visits: list[PastVisit] = []
    played = business_day(OPENS, ZoneInfo(ZONE))
    for plan in past:
        store = Store(url, plan.office)
        try:
            with store.reading() as look:
                visits += past_visits(look.link, look.office, first=played, before=_AFTER)
        finally:
            store.close()
    return lessons_of(played, visits, days=len(past))


def judge(url: str, name: str) -> Rehearsed | None:
    """What the database alone says of one office; None if that was no rehearsal."""
    store = Store(url, name)
    try:
        view = day_view.read(store)
        if scenario_of(view.setup) is None:
            return None
        return Rehearsed(
            facts=facts_of(view),
            sound=audit(store),
            reserve=view.setup.reserve_on,
            changes=changes_of(view.setup),
        )
    finally:
        store.close()
