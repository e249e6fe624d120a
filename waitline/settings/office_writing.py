"""Writing an office file: the sample to begin with, and where its database is. A file is whole or as it was."""

import contextlib
import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from waitline.assets import asset
from waitline.model.errors import Refused
from waitline.model.office_errors import BadOfficeFile
from waitline.model.words import Words
from waitline.on_disk import sync_folder

from .office_file import parse_office_file, read_toml
from .office_folder import OFFICE_FILE, without_password
from .office_sections import fault_in_address
from .toml_lines import line_of

PASSWORD_FILE: Final = "database.password"  # noqa: S105 - the name of it


class BadDatabaseAddress(Refused):
    """The command line names a database that cannot be one."""

    zh, en = "「{url}」不能用：{reason_zh}", "{url} will not do: {reason_en}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewText:
    """An office file as it is to be written; `password` is its database's, for a file of its own beside."""

    text: str
    password: str | None = field(default=None, repr=False)


def sample_text() -> str:
    """The sample office."""
    return asset("sample", OFFICE_FILE).read_text(encoding="utf-8")


def with_database(text: str, name: str, url: str) -> NewText:
    """The office file `text` with the database at `url`; remarks and everything else stay. Writes nothing.

    Raises `BadDatabaseAddress` for what is no address, and `BadOfficeFile` (the file is called `name`) for a file
    that is broken anyway or writes its database in a way that cannot be changed line by line.
    """
    fault = fault_in_address(url) or _password_where_it_may_not_be(url)
    if fault is not None:
        shown = without_password(url).encode("utf-8", "replace").decode()  # a file's name may be no text
        raise BadDatabaseAddress(url=shown, reason_zh=fault.zh, reason_en=fault.en)
    settings = {"url": without_password(url)}
    password = None if url.startswith("sqlite") else urlsplit(url).password
    if password:
        settings["password_file"] = PASSWORD_FILE
    before = read_toml(text, name)
    new = text
    for key, value in settings.items():
        new = _with_setting(new, name, key, value)
    _check_nothing_else_changed(before, text, new, name, settings)
    _check_good(text, new, name)
    return NewText(text=new, password=unquote(password) if password else None)


def _password_where_it_may_not_be(url: str) -> Words | None:
    if "password=" not in urlsplit(url).query:
        return None
    return Words(
        zh="密碼請寫成 postgresql://帳號:密碼@主機/名稱，會另存成檔案",
        en="write the password as in postgresql://user:password@host/name; it goes to a file of its own",
    )


def write_office_file(file: Path, new: NewText) -> None:
    """Put an office file in its place at one stroke, its password first; the folder must be there."""
    if new.password is not None:
        _write_whole(file.parent / PASSWORD_FILE, new.password + "\n", secret=True)
    _write_whole(file.resolve(), new.text, secret=False)


def _with_setting(text: str, name: str, key: str, value: str) -> str:
    entry = f"{key} = {json.dumps(value, ensure_ascii=False)}"  # a JSON text is a TOML text
    database = read_toml(text, name).get("database")
    lines = text.removesuffix("\n").split("\n")
    if database is None:
        lines += ["", "[database]", entry]
    elif key in database:
        lines[line_of(text, ("database", key)) - 1] = entry
    else:
        lines.insert(line_of(text, ("database",)), entry)
    return "\n".join(lines) + "\n"


def _check_nothing_else_changed(
    before: dict[str, Any], text: str, new: str, name: str, settings: dict[str, str]
) -> None:
    """An inline table, a dotted key or a text of several lines is not changed by changing a line."""
    database = before.get("database", {})
    with contextlib.suppress(BadOfficeFile, TypeError):
        if read_toml(new, name) == {**before, "database": {**database, **settings}}:
            return
    raise BadOfficeFile(
        file=name,
        line=line_of(text, ("database",)),
        reason_zh="請把資料庫寫成 [database] 區段，url 自成一行，再執行一次",
        reason_en="write the database as a section [database] with its url on a line of its own, then try again",
    )


def _check_good(text: str, new: str, name: str) -> None:
    """A fault of the file is told with the lines of the file as it is."""
    try:
        parse_office_file(new, name)
    except BadOfficeFile:
        parse_office_file(text, name)
        raise


def _write_whole(file: Path, text: str, *, secret: bool) -> None:
    """Beside it first, then into its place; a secret is readable by nobody else where the system knows rights."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")  # 0600
    half = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        if not secret:
            half.chmod(file.stat().st_mode & 0o777 if file.exists() else 0o666 & ~_umask())
        half.replace(file)
        sync_folder(file.parent)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
