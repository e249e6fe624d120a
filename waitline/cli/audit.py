"""`waitline audit`: is the journal what was written?"""

import re
from typing import Annotated

import typer

from waitline.model.errors import Refused
from waitline.model.words import Words
from waitline.settings.office_folder import open_office
from waitline.store.audit import audit as audit_journal
from waitline.store.condition import condition_of
from waitline.store.engine import Store

from .exits import Exit
from .options import Office
from .saying import Speaker


class BadHead(Refused):
    zh, en = "「{head}」不是雜湊值，應如 1234:0f3a…", "{head} is no head; it looks like 1234:0f3a…"


def audit(
    context: typer.Context,
    office: Office = None,
    head: Annotated[
        str | None,
        typer.Option(
            help="日結時印出、另外保存的雜湊值 · the head hash that a day's closing printed", show_default=False
        ),
    ] = None,
) -> None:
    """稽核紀錄是否被更動 · See whether the journal was changed, cut or extended behind the program's back."""
    speaker: Speaker = context.obj
    if head is not None and not re.fullmatch(r"\d+:[0-9a-fA-F]{8,64}", head.strip()):
        raise BadHead(head=head)
    folder = open_office(office)
    condition_of(folder.database_url)
    store = Store(folder.database_url, folder.office_id)
    try:
        report = audit_journal(store, head)
    finally:
        store.close()
    if report.good:
        speaker.say(f"{report.entries} 筆紀錄均未更動", f"{report.entries} entries, none of them changed")
        speaker.say(f"目前雜湊值：{report.head}", f"The head is {report.head}")
        return
    reason = report.reason or Words(zh="", en="")
    speaker.say(f"第 {report.first_bad} 筆：{reason.zh}", f"Entry {report.first_bad}: {reason.en}")
    raise typer.Exit(Exit.NOT_WELL)
