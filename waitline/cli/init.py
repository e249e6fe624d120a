"""`waitline init`: an office ready to work, or an edited office file put into effect."""

from pathlib import Path
from typing import Annotated

import typer

from waitline.model.errors import OfficeMissing, Refused
from waitline.model.office import OfficeSetup
from waitline.settings.at_start import displays_to_restart, keypads_to_restart, kiosks_to_restart
from waitline.settings.office_folder import OfficeFolder, office_file_at, office_of_text, read_office_text
from waitline.settings.office_writing import NewText, sample_text, with_database, write_office_file
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade
from waitline.store.offices import offices_in
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

from .options import Office
from .printer_profiles import refuse_unknown_profiles
from .reasons import reasons_for
from .saying import Speaker


class AnotherOffice(Refused):
    """A changed id would begin an empty office beside the one with all the numbers."""

    zh = (
        "這個資料庫的機關是 {others_zh}，沒有 {office}。若 {file} 的 [office] id 改過，請改回來；"
        "若要在同一個資料庫再加一個機關，請加上 --another-office"
    )
    en = (
        "This database holds {others_en} and no {office}. If the id under [office] in {file} was changed, "
        "change it back; to add one more office to this database, say --another-office"
    )


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
    another_office: Annotated[
        bool,
        typer.Option(
            "--another-office",
            help="在已有機關的資料庫再加一個機關 · add an office to a database that holds others",
        ),
    ] = False,
) -> None:
    """建立機關與資料庫，或讓修改後的設定生效 · Make an office and its database, or apply an edited office file."""
    speaker: Speaker = context.obj
    file = office_file_at(office)
    new = _new_text(file, database)
    folder = office_of_text(file, new.text, password=new.password)
    refuse_unknown_profiles(folder)
    if database is None:
        _write(file, new, speaker)  # with another database only once that one is ready
    with reasons_for(folder.database_url):
        create_or_upgrade(folder.database_url)
        if not another_office:
            _refuse_another(folder)
        speaker.say(f"資料庫就緒：{folder.database_shown}", f"Database ready: {folder.database_shown}")
        _apply(folder, speaker)
    _write(file, new, speaker)


def _new_text(file: Path, database: str | None) -> NewText:
    """What the office file will say; its folder is there when this returns."""
    text = read_office_text(file) if file.exists() else sample_text()
    new = NewText(text=text) if database is None else with_database(text, file.name, database)
    file.parent.mkdir(parents=True, exist_ok=True)
    return new


def _write(file: Path, new: NewText, speaker: Speaker) -> None:
    """Where there is no such file yet, or one that says something else."""
    if not file.exists():
        write_office_file(file, new)
        speaker.say(f"已建立範例設定檔：{file}", f"Sample office file made: {file}")
    elif new.text != read_office_text(file) or new.password is not None:
        write_office_file(file, new)
        speaker.say(f"設定檔已指向這個資料庫：{file}", f"The office file names this database now: {file}")


def _refuse_another(folder: OfficeFolder) -> None:
    others = offices_in(folder.database_url)
    if others and folder.office_id not in others:
        raise AnotherOffice(
            office=folder.office_id,
            others_zh="、".join(others),
            others_en=", ".join(others),
            file=folder.file.name,
        )


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
        _say_restarts(standing, folder.setup, speaker)


def _standing(store: Store) -> OfficeSetup | None:
    """The set-up that holds in the database now."""
    try:
        with store.reading() as look:
            return look.setup if look.setup.id else None
    except OfficeMissing:
        return None


def _say_restarts(old: OfficeSetup, new: OfficeSetup, speaker: Speaker) -> None:
    """What the programs read only when they start."""
    kiosks = ", ".join(one.id for one in kiosks_to_restart(old, new))
    if kiosks:
        speaker.say(
            f"取號機 {kiosks}：這台電腦上的會在沒有人使用時自己重新啟動；"
            "別台電腦請先換上這份設定檔，再從同仁面板重新啟動",
            f"Kiosk {kiosks}: on this computer it starts anew by itself while nobody is at it; on another one "
            "put this office file there first, then restart it from its staff panel",
        )
    displays = ", ".join(one.id for one in displays_to_restart(old, new))
    if displays:
        speaker.say(
            f"電視 {displays}：請換上這份設定檔並重新啟動 waitline-display，新設定才會生效",
            f"Display {displays}: its new settings wait until waitline-display is restarted with this office file",
        )
    if keypads_to_restart(old, new):
        speaker.say(
            "櫃台面板與鍵盤：請換上這份設定檔並重新啟動 waitline-keypads，新設定才會生效",
            "Counter panels and keypads: they wait for waitline-keypads to be restarted with this office file",
        )


def _say_next_steps(folder: Path, speaker: Speaker) -> None:
    speaker.say(
        f"下一步：修改 {folder / 'office.toml'}，執行 waitline check，再執行一次 waitline init；"
        "然後開啟 waitline-kiosk、waitline-counter、waitline-display",
        f"Next: edit {folder / 'office.toml'}, run waitline check, run waitline init once more; "
        "then start waitline-kiosk, waitline-counter and waitline-display",
    )
