"""Making an office folder: the sample to begin with, and where its database is."""

import os
import tomllib
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from waitline.assets import asset

from .office_folder import without_password
from .toml_lines import line_of

PASSWORD_FILE: Final = "database.password"  # noqa: S105 - the name of it


def make_office_file(file: Path) -> None:
    """Put the sample office at `file`, with the folder it needs."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(asset("sample", "office.toml").read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def point_to_database(file: Path, url: str) -> None:
    """Let the office file name the database at `url`; a password in it goes to a file of its own beside."""
    settings = {"url": without_password(url)}
    password = None if url.startswith("sqlite") else urlsplit(url).password
    if password is not None:
        _write_secret(file.parent / PASSWORD_FILE, unquote(password))
        settings["password_file"] = PASSWORD_FILE
    text = file.read_text(encoding="utf-8-sig")
    for key, value in settings.items():
        text = _with_setting(text, key, value)
    file.write_text(text, encoding="utf-8", newline="\n")


def _with_setting(text: str, key: str, value: str) -> str:
    """`text` with one key of [database] set; remarks and everything else stay."""
    entry = f'{key} = "{value}"'
    database = tomllib.loads(text).get("database")
    lines = text.splitlines()
    if database is None:
        lines += ["", "[database]", entry]
    elif key in database:
        lines[line_of(text, ("database", key)) - 1] = entry
    else:
        lines.insert(line_of(text, ("database",)), entry)
    return "\n".join(lines) + "\n"


def _write_secret(file: Path, secret: str) -> None:
    """Readable by nobody else where the system knows such rights."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(secret + "\n")
