"""`waitline audit`: is the journal what was written?"""

import re
from pathlib import Path
from typing import Annotated

import typer

from waitline.model.errors import Refused
from waitline.model.words import Words
from waitline.settings.office_folder import open_office, resolve_database
from waitline.store.audit import AuditReport
from waitline.store.audit import audit as audit_journal
from waitline.store.engine import Store
from waitline.store.offices import offices_in

from .exits import Exit
from .options import Office
from .reasons import reasons_for
from .saying import Speaker


class BadHead(Refused):
    zh, en = "「{head}」不是雜湊值，應如 1234:0f3a…", "{head} is no head; it looks like 1234:0f3a…"


class HeadOfWhich(Refused):
    zh = "--head 是一個機關的雜湊值，請以 --office 指定機關"
    en = "--head belongs to one office; name it with --office"


def audit(
    context: typer.Context,
    office: Office = None,
    head: Annotated[
        str | None,
        typer.Option(help="先前另外保存的雜湊值 · a head kept elsewhere, like 1234:0f3a…", show_default=False),
    ] = None,
    database: Annotated[
        str | None,
        typer.Option(help="稽核資料庫裡的每個機關 · every office of this database", show_default=False),
    ] = None,
) -> None:
    """稽核紀錄是否被更動 · See whether the journal was changed, cut or extended behind the program's back."""
    speaker: Speaker = context.obj
    if head is not None and not re.fullmatch(r"\d+:[0-9a-fA-F]{8,64}", head.strip()):
        raise BadHead(head=head)
    if database is None:
        folder = open_office(office)
        with reasons_for(folder.database_url):
            offices_in(folder.database_url)  # a database that is not there is told as that
            good = _audit_one(folder.database_url, folder.office_id, head, speaker)
    else:
        if head is not None:
            raise HeadOfWhich
        url = resolve_database(database, Path.cwd())
        with reasons_for(url):
            verdicts = [_audit_one(url, name, None, speaker) for name in offices_in(url)]
        good = all(verdicts)
    if not good:
        raise typer.Exit(Exit.NOT_WELL)


def _audit_one(url: str, office: str, head: str | None, speaker: Speaker) -> bool:
    store = Store(url, office)
    try:
        report = audit_journal(store, head)
    finally:
        store.close()
    _say(office, report, speaker)
    return report.good


def _say(office: str, report: AuditReport, speaker: Speaker) -> None:
    if report.good:
        speaker.say(
            f"{office}：{report.entries} 筆紀錄均未更動。目前雜湊值：{report.head}",
            f"{office}: {report.entries} entries, none of them changed. The head is {report.head}",
        )
        return
    reason = report.reason or Words(zh="", en="")
    speaker.say(
        f"{office}：第 {report.first_bad} 筆，{reason.zh}", f"{office}: entry {report.first_bad}: {reason.en}"
    )
