"""`waitline check`: what is right and what is wrong, in words."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from waitline.cli.exits import Exit
from waitline.cli.options import Json, Office
from waitline.cli.saying import Speaker
from waitline.model.clock import instant
from waitline.model.office import OfficeSetup
from waitline.model.office_errors import BadOfficeFile, OfficeFileMissing
from waitline.settings.office_folder import OfficeFolder, open_office

from .buses import check_buses
from .calendar import check_calendar
from .database import check_database
from .finding import TOPIC_WORDS, Finding, Level, Topic, from_error, well
from .fonts import check_fonts
from .hotkeys import check_hotkeys
from .media import check_media
from .printers import check_one_printer, check_printers
from .screens import check_screens
from .voices import check_voice

_MARKS: Final = {Level.WELL: "✓", Level.NOTICE: "△", Level.WRONG: "✗"}


def check(
    context: typer.Context,
    office: Office = None,
    printer: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="在這台印表機印測試頁，其他項目不檢查 · Print a test page there, and look at nothing else",
        ),
    ] = None,
    keys: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="叫號程式用的按鍵設定檔（waitline-counter --keys） · The file of keys that counters use",
        ),
    ] = None,
    to_json: Json = None,
) -> None:
    """檢查設定檔、資料庫與所有設備、影片、語音 · Look at everything and say what is right or wrong."""
    speaker: Speaker = context.obj
    findings = []
    for finding in _all(office, printer, keys):
        findings.append(finding)
        _say(finding, speaker)
    bad = sum(finding.level is Level.WRONG for finding in findings)
    seen = sum(finding.level is Level.NOTICE for finding in findings)
    if to_json is not None:
        to_json.write_text(_as_json(findings), encoding="utf-8")
    if bad:
        speaker.say(f"有 {bad} 項錯誤、{seen} 項提醒", f"{bad} wrong, {seen} to note")
        raise typer.Exit(Exit.NOT_WELL)
    speaker.say(f"一切正常，{seen} 項提醒", f"All is well, {seen} to note")


def _all(office: Path | None, printer: str | None, keys: Path | None) -> Iterator[Finding]:
    try:
        folder = open_office(office)
    except BadOfficeFile as error:
        yield from (from_error(Topic.OFFICE, fault) for fault in error.faults)
        return
    except OfficeFileMissing as error:
        yield from_error(Topic.OFFICE, error)
        return
    if printer is not None:
        yield from check_one_printer(folder.setup, printer)
        return
    yield _office(folder)
    yield from check_calendar(folder.setup, instant(datetime.now(UTC)))
    yield from check_database(folder)
    yield from check_fonts(folder.setup)
    yield from check_screens(folder.setup)
    yield from check_printers(folder.setup)
    yield from check_buses(folder.setup)
    yield from check_hotkeys(folder.setup, keys)
    yield from check_media(folder.setup, folder.path)
    yield from check_voice(folder.setup, folder.state_dir)


def _office(folder: OfficeFolder) -> Finding:
    setup: OfficeSetup = folder.setup
    services, counters, staff = len(setup.services), len(setup.counters), len(setup.staff)
    return well(
        Topic.OFFICE,
        f"{folder.file}：{setup.names.zh}，{services} 項服務、{counters} 個櫃台、{staff} 位同仁",
        f"{folder.file}: {setup.names.en}, {services} services, {counters} counters, {staff} staff",
    )


def _say(finding: Finding, speaker: Speaker) -> None:
    topic = TOPIC_WORDS[finding.topic]
    mark = _MARKS[finding.level]
    speaker.say(f"{mark} {topic.zh}：{finding.words.zh}", f"{mark} {topic.en}: {finding.words.en}")


def _as_json(findings: Iterable[Finding]) -> str:
    found = [
        {
            "topic": finding.topic.value,
            "level": finding.level.value,
            "zh-TW": finding.words.zh,
            "en": finding.words.en,
        }
        for finding in findings
    ]
    return json.dumps({"findings": found}, indent=1, ensure_ascii=False)
