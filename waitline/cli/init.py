"""`waitline init`: an office ready to work, or an edited office file put into effect."""

from pathlib import Path
from typing import Annotated

import typer

from waitline.model.errors import OfficeMissing
from waitline.model.office import OfficeSetup
from waitline.settings.office_folder import OfficeFolder, office_file_at, open_office
from waitline.settings.office_writing import make_office_file, point_to_database
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

from .options import Office
from .saying import Speaker


def init(
    context: typer.Context,
    office: Office = None,
    database: Annotated[
        str | None,
        typer.Option(
            help="資料庫位址 · the database: sqlite:///queue.db or postgresql://user@host/name",
            show_default=False,
        ),
    ] = None,
) -> None:
    """建立機關與資料庫，或讓修改後的設定生效 · Make an office and its database, or apply an edited office file."""
    speaker: Speaker = context.obj
    file = office_file_at(office)
    if not file.exists():
        make_office_file(file)
        speaker.say(f"已建立範例設定檔：{file}", f"Sample office file made: {file}")
    if database is not None:
        point_to_database(file, database)
    folder = open_office(file)
    create_or_upgrade(folder.database_url)
    speaker.say(f"資料庫就緒：{folder.database_shown}", f"Database ready: {folder.database_shown}")
    _apply(folder, speaker)


def _apply(folder: OfficeFolder, speaker: Speaker) -> None:
    store = Store(folder.database_url, folder.office_id)
    names = folder.setup.names
    try:
        standing = _standing(store)
        if standing == folder.setup:
            speaker.say(f"「{names.zh}」的設定沒有變更", f"{names.en}: nothing has changed")
            return
        Floor(store).set_up_office(folder.text, request=new_request(), name=str(folder.file))
    finally:
        store.close()
    if standing is None:
        speaker.say(f"「{names.zh}」已設定完成", f"{names.en} is set up")
        _say_next_steps(folder.file.parent, speaker)
    else:
        speaker.say(f"「{names.zh}」的新設定已生效", f"{names.en}: the new set-up is in effect")


def _standing(store: Store) -> OfficeSetup | None:
    """The set-up that holds in the database now."""
    try:
        with store.reading() as look:
            return look.setup if look.setup.id else None
    except OfficeMissing:
        return None


def _say_next_steps(folder: Path, speaker: Speaker) -> None:
    speaker.say(
        f"下一步：修改 {folder / 'office.toml'}，執行 waitline check，再執行一次 waitline init；"
        "然後開啟 waitline-kiosk、waitline-counter、waitline-display",
        f"Next: edit {folder / 'office.toml'}, run waitline check, run waitline init once more; "
        "then start waitline-kiosk, waitline-counter and waitline-display",
    )
