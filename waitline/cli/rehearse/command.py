"""`waitline rehearse`: how would the hall have done on these days?"""

import json
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from waitline.cli.exits import Exit
from waitline.cli.options import Json
from waitline.cli.reasons import reasons_for
from waitline.cli.saying import Speaker
from waitline.model.clock import business_day
from waitline.model.errors import Refused
from waitline.model.forecast import NO_EXPERIENCE, Experience
from waitline.model.office import ReserveSwitch
from waitline.settings.office_folder import resolve_database
from waitline.store.audit import AuditReport, audit
from waitline.store.engine import Store
from waitline.store.forecasts import PastVisit, past_visits
from waitline.store.migrate import create_or_upgrade
from waitline.store.offices import offices_in
from waitline.verbs.floor import Floor
from waitline.verbs.learning import Learning, lessons_of
from waitline.views import day_view

from .facts import DayFacts, facts_of
from .office_of_day import OPENS, ZONE, office_of, sample_services, scenario_of
from .play import Play
from .recorded import RecordedDay, read_day
from .scores import Report, Scores, report
from .table import lines_of

_FIRST_REQUEST = "rehearsal-begin"
_LEARNING = "rehearsal-learn"
_AFTER = "9"
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
    """One office of the database after its day: the facts, and whether its journal is sound."""

    facts: DayFacts
    sound: AuditReport
    reserve: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _How:
    """By which rules the days are played."""

    reserve: ReserveSwitch
    back_line: bool
    experience: Experience = NO_EXPERIENCE


def rehearse(
    context: typer.Context,
    days: Annotated[
        list[Path] | None,
        typer.Argument(help="資料夾，內有 visitors.csv、counters.csv、meta.json · folders of recorded days"),
    ] = None,
    to_json: Json = None,
    database: Annotated[
        str | None,
        typer.Option(help="留下資料庫 · keep the database here (default: a temporary SQLite file)"),
    ] = None,
    reserve: Annotated[
        ReserveSwitch, typer.Option(help="保留一個空櫃台給愛心號 · keep a free counter for love visitors")
    ] = ReserveSwitch.ON,
    back_line: Annotated[
        bool,
        typer.Option(
            "--back-line/--no-back-line", help="後線人員支援 · the back line comes when the hall fills up"
        ),
    ] = True,
    learn: Annotated[
        list[Path] | None,
        typer.Option(
            help="先排練這些日子，預估等候時間才有經驗 · play these days first, so that estimates have a past"
        ),
    ] = None,
    scores_only: Annotated[
        bool, typer.Option("--scores-only", help="只由資料庫計分 · score what is in --database, play nothing")
    ] = False,
) -> None:
    """排練過去的日子並計分 · Play recorded days through the real hall and print the scores."""
    speaker: Speaker = context.obj
    how = _How(reserve=reserve, back_line=back_line)
    with _database(database) as url:
        names = offices_in(url) if scores_only else _play_all(url, _days(days), _days(learn), how, speaker)
        rehearsed = [found for name in names if (found := _judge(url, name)) is not None]
    _say(rehearsed, to_json, speaker)


def _days(folders: Sequence[Path] | None) -> list[RecordedDay]:
    services = sample_services()
    return [read_day(folder, services) for folder in folders or ()]


def _say(rehearsed: Sequence[Rehearsed], to_json: Path | None, speaker: Speaker) -> None:
    """The table on the terminal, the same as JSON, and whether every journal is sound."""
    if not rehearsed:
        raise NothingToRehearse
    scores = report([one.facts for one in rehearsed])
    for line in lines_of(scores, speaker):
        print(line)
    if to_json is not None:
        to_json.write_text(json.dumps(_as_json(scores, rehearsed), indent=1, ensure_ascii=False), encoding="utf-8")
    if not all(one.sound.good for one in rehearsed):
        speaker.say("稽核不通過", "The audit does not pass")
        raise typer.Exit(Exit.NOT_WELL)


@contextmanager
def _database(url: str | None) -> Iterator[str]:
    if url is not None:
        kept = resolve_database(url, Path.cwd())
        with reasons_for(kept):
            yield kept
        return
    with tempfile.TemporaryDirectory(prefix="waitline-rehearsal-") as folder:
        yield resolve_database("sqlite:///queue.db", Path(folder))


def _play_all(
    url: str, days: Sequence[RecordedDay], past: Sequence[RecordedDay], how: _How, speaker: Speaker
) -> tuple[str, ...]:
    """The names of `days`, played after `past`, whose visitors they learn from. Everything that can be refused is
    refused before the first day is played.
    """
    if not days:
        raise NothingToRehearse
    every = [*past, *days]
    names = [day.name for day in every]
    for place, name in enumerate(names):
        if name in names[:place]:
            raise DayTwice(day=name)
    offices = dict(zip(names, (office_of(day, how.reserve) for day in every), strict=True))
    create_or_upgrade(url)
    known = offices_in(url)
    for name in names:
        if name in known:
            raise AlreadyRehearsed(day=name)
    for day in past:
        _play(url, day, offices[day.name], how, speaker)
    if past:
        how = replace(how, experience=_learnt(url, past))
    for day in days:
        _play(url, day, offices[day.name], how, speaker)
    return tuple(day.name for day in days)


def _play(url: str, day: RecordedDay, office: str, how: _How, speaker: Speaker) -> None:
    began = time.monotonic()
    store = Store(url, day.name)
    try:
        Floor(store).set_up_office(office, request=_FIRST_REQUEST, name=f"{day.name}.toml", turned_to=OPENS)
        if how.experience.days:
            Learning(store).learn(how.experience, request=_LEARNING)
        Play(store, day, back_line=how.back_line).run()
    finally:
        store.close()
    seconds = time.monotonic() - began
    speaker.say(
        f"{day.name}：{len(day.visitors)} 位，{seconds:.1f} 秒",
        f"{day.name}: {len(day.visitors)} visitors, {seconds:.1f} s",
    )


def _learnt(url: str, past: Sequence[RecordedDay]) -> Experience:
    """What these days together teach for any other."""
    visits: list[PastVisit] = []
    played = business_day(OPENS, ZoneInfo(ZONE))
    for day in past:
        store = Store(url, day.name)
        try:
            with store.reading() as look:
                visits += past_visits(look.link, look.office, first=played, before=_AFTER)
        finally:
            store.close()
    return lessons_of(played, visits, days=len(past))


def _judge(url: str, name: str) -> Rehearsed | None:
    """What the database alone says of one office; None if that was no rehearsal."""
    store = Store(url, name)
    try:
        view = day_view.read(store)
        if scenario_of(view.setup) is None:
            return None
        return Rehearsed(facts=facts_of(view), sound=audit(store), reserve=view.setup.reserve_on)
    finally:
        store.close()


def _as_json(scores: Report, rehearsed: Sequence[Rehearsed]) -> dict[str, Any]:
    days = [
        {
            "day": facts.day,
            "scenario": facts.scenario,
            "tickets": facts.tickets,
            "never_called": facts.never_called,
            "reserve": one.reserve,
            "audit": one.sound.good,
            "head": one.sound.head,
            **_rounded(found),
        }
        for one, (facts, found) in zip(rehearsed, scores.days, strict=True)
    ]
    return {
        "days": days,
        "scenarios": {name: _rounded(found) for name, found in scores.scenarios},
        "weighted": _rounded(scores.weighted),
    }


def _rounded(scores: Scores) -> Scores:
    return {name: None if score is None else round(score, 4) for name, score in scores.items()}
