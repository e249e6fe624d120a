"""`waitline set-pin LOGIN`: a PIN for somebody who signs in at a counter."""

import sys
from typing import Annotated

import typer

from waitline.model.staff import StaffId
from waitline.settings.office_folder import open_office
from waitline.store.engine import Store
from waitline.store.migrate import check_version
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

from .options import Office
from .saying import Speaker


def set_pin(
    context: typer.Context,
    login: Annotated[str, typer.Argument(help="登入代號 · the login in the office file, e.g. c01")],
    office: Office = None,
    pin_stdin: Annotated[
        bool, typer.Option("--pin-stdin", help="由標準輸入讀取 · read the PIN from standard input")
    ] = False,
    remove: Annotated[bool, typer.Option("--remove", help="取消密碼 · sign in without a PIN from now on")] = False,
) -> None:
    """設定同仁的登入密碼 · Set somebody's PIN."""
    speaker: Speaker = context.obj
    folder = open_office(office)
    name = folder.setup.somebody(login).name
    pin = None if remove else _pin(speaker, name, from_stdin=pin_stdin)
    store = Store(folder.database_url, folder.office_id)
    try:
        check_version(store.engine)
        Floor(store).set_pin(request=new_request(), staff=StaffId(login), pin=pin)
    finally:
        store.close()
    if remove:
        speaker.say(f"「{name}」登入不再需要密碼", f"{name} ({login}) signs in without a PIN now")
    else:
        speaker.say(f"「{name}」的密碼已設定", f"The PIN of {name} ({login}) is set")


def _pin(speaker: Speaker, name: str, *, from_stdin: bool) -> str:
    """Asked twice and never shown, unless a script hands it over."""
    if from_stdin:
        return sys.stdin.readline().strip()
    asked: str = typer.prompt(
        speaker.word(f"「{name}」的新密碼", f"New PIN of {name}"),
        hide_input=True,
        confirmation_prompt=speaker.word("再輸入一次", "Once more"),
    )
    return asked.strip()
