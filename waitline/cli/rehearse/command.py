"""`waitline rehearse`: how would the hall have done on these days?"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from waitline.cli.exits import Exit
from waitline.cli.options import Json
from waitline.cli.reasons import reasons_for
from waitline.cli.saying import Speaker
from waitline.model.office import ReserveSwitch
from waitline.settings.office_folder import resolve_database
from waitline.store.offices import offices_in

from .office_of_day import sample_services
from .plan import Plan
from .playing import NothingToRehearse, Rehearsed, judge, play_all
from .recorded import read_day
from .scores import Report, Scores, report
from .table import lines_of


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
    love_unknown: Annotated[
        bool,
        typer.Option(
            "--love-unknown",
            help="愛心號一律不先選服務 · no love visitor says what for before the counter asks",
        ),
    ] = False,
    scores_only: Annotated[
        bool, typer.Option("--scores-only", help="只由資料庫計分 · score what is in --database, play nothing")
    ] = False,
) -> None:
    """排練過去的日子並計分 · Play recorded days through the real hall and print the scores."""
    speaker: Speaker = context.obj

    def planned(folders: Sequence[Path] | None) -> list[Plan]:
        rules = {"reserve": reserve.value}
        read = (read_day(folder, sample_services()) for folder in folders or ())
        return [Plan(day=day, back_line=back_line, love_unknown=love_unknown, rules=rules) for day in read]

    with _database(database) as url:
        names = offices_in(url) if scores_only else play_all(url, planned(days), planned(learn), speaker)
        rehearsed = [found for name in names if (found := judge(url, name)) is not None]
    _say(rehearsed, to_json, speaker)


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
