"""The demo's office: the sample office in a fresh folder, open whatever the hour, its printer on a pty."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Final

from waitline.assets import asset
from waitline.settings.hours_sections import WEEKDAYS
from waitline.settings.office_folder import OFFICE_FILE, OfficeFolder, open_office
from waitline.store.engine import Store
from waitline.store.migrate import create_or_upgrade
from waitline.verbs.floor import Floor
from waitline.verbs.requests import new_request

USUAL: Final = (8, 17)
ALL_DAY: Final = "00:00-24:00"


def make_office(folder: Path, *, port: Path) -> OfficeFolder:
    """Write the office file, make its database, set the office up; what `waitline init` does."""
    text = asset("sample", OFFICE_FILE).read_text(encoding="utf-8")
    text = with_setting(text, "[[printers]]", "port", str(port))
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / OFFICE_FILE
    file.write_text(text, encoding="utf-8")
    zone = open_office(file).setup.zone
    file.write_text(always_open(text, datetime.now(zone)), encoding="utf-8")
    office = open_office(file)
    create_or_upgrade(office.database_url)
    store = Store(office.database_url, office.office_id)
    try:
        Floor(store).set_up_office(office.text, request=new_request(), name=OFFICE_FILE)
    finally:
        store.close()
    return office


def always_open(text: str, now: datetime) -> str:
    """The office file with doors open today as every day: the usual hours, or at night the whole day."""
    opens, closes = USUAL
    return with_hours(text, f"{opens:02d}:00-{closes:02d}:00" if opens <= now.hour < closes else ALL_DAY)


def with_hours(text: str, hours: str) -> str:
    """The office file with the same hours every day, holidays too."""
    for key, value in {**dict.fromkeys(WEEKDAYS, hours), "public_holidays": "none"}.items():
        text = with_setting(text, "[hours]", key, value)
    return text


def with_setting(text: str, table: str, key: str, value: str | list[str]) -> str:
    """An office file with one setting changed in the first table of that name; the remarks stay."""
    line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
    before, head, rest = text.partition(f"\n{table}")
    if not head:
        raise LookupError(f"the office file has no {table}")
    inside, following, after = _until_next_table(rest)
    setting = re.compile(rf"^(?:# )?{re.escape(key)}\s*=.*$", re.MULTILINE)
    if setting.search(inside):
        inside = setting.sub(lambda _: line, inside, count=1)
    else:
        inside = f"{inside.rstrip()}\n{line}\n"
    return before + head + inside + following + after


def _until_next_table(rest: str) -> tuple[str, str, str]:
    found = re.search(r"^\[", rest, re.MULTILINE)
    return (rest, "", "") if found is None else (rest[: found.start()], rest[found.start()], rest[found.end() :])
