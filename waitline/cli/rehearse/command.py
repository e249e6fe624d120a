"""`waitline rehearse`: how would the hall have done on these days?"""

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import typer

from waitline.cli.exits import Exit
from waitline.cli.options import Json
from waitline.cli.reasons import reasons_for
from waitline.cli.saying import Speaker
from waitline.model.office import ReserveSwitch
from waitline.settings.office_folder import resolve_database
from waitline.store.offices import offices_in

from . import options
from .comparison import comparisons, lines_of_both
from .office_of_day import sample_rules, sample_services
from .plan import Plan
from .playing import NothingToRehearse, Rehearsed, judge, play_all
from .recorded import read_day
from .scores import report
from .scores_json import as_json
from .table import lines_of
from .what_if import NothingToChange, changed


def rehearse(
    context: typer.Context,
    days: options.Days = None,
    to_json: Json = None,
    database: options.Database = None,
    reserve: options.Reserve = ReserveSwitch.ON,
    back_line: options.BackLine = True,
    learn: options.Learn = None,
    love_unknown: options.LoveUnknown = False,
    what_if: options.WhatIf = None,
    scores_only: options.ScoresOnly = False,
) -> None:
    """排練過去的日子並計分 · Play recorded days through the real hall and print the scores."""
    speaker: Speaker = context.obj
    if scores_only and what_if:
        raise NothingToChange

    def planned(folders: Sequence[Path] | None) -> list[Plan]:
        rules = sample_rules() | {"reserve": reserve.value}
        read = (read_day(folder, sample_services()) for folder in folders or ())
        return [Plan(day=day, back_line=back_line, love_unknown=love_unknown, rules=rules) for day in read]

    def played(url: str) -> tuple[str, ...]:
        plans = planned(days)
        other = [changed(plan, what_if) for plan in plans] if what_if else []
        return play_all(url, [*plans, *other], planned(learn), speaker)

    with _database(database) as url:
        names = offices_in(url) if scores_only else played(url)
        rehearsed = [found for name in names if (found := judge(url, name)) is not None]
    _say(rehearsed, to_json, speaker)


def _say(rehearsed: Sequence[Rehearsed], to_json: Path | None, speaker: Speaker) -> None:
    """The tables on the terminal, the same as JSON, and whether every journal is sound."""
    recorded = [one for one in rehearsed if not one.changes]
    if not recorded:
        raise NothingToRehearse
    scores, compared = report([one.facts for one in recorded]), comparisons(rehearsed)
    tables = chain.from_iterable(lines_of_both(one, speaker) for one in compared)
    for line in tables if compared and len(recorded) == 1 else chain(lines_of(scores, speaker), tables):
        print(line)
    if to_json is not None:
        found = as_json(scores, rehearsed, compared)
        to_json.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")
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
