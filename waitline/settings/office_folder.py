"""The folder that holds one office: its office file, its SQLite database if it has one, logs and caches."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

import platformdirs

from waitline.model.office import OfficeSetup
from waitline.model.office_errors import BadOfficeFile, OfficeFileMissing

from .office_file import parse_office_file
from .office_sections import DatabaseSetup
from .toml_lines import line_of

OFFICE_FILE: Final = "office.toml"
PASSWORD_VARIABLE: Final = "WAITLINE_DATABASE_PASSWORD"  # noqa: S105 - the name of it
_SQLITE: Final = "sqlite:///"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeFolder:
    """An office as its folder describes it. `database_url` may hold a password: print `database_shown`."""

    path: Path
    file: Path
    text: str = field(repr=False)
    setup: OfficeSetup = field(repr=False)
    database_url: str = field(repr=False)
    state_dir: Path

    @property
    def office_id(self) -> str:
        return self.setup.id

    @property
    def database_shown(self) -> str:
        return without_password(self.database_url)


def default_place() -> Path:
    """Where the office's folder is when nobody says."""
    return platformdirs.user_data_path("waitline", appauthor=False)


def office_file_at(path: Path | None) -> Path:
    """The office file that `path` means: the file itself, its folder, or the default place."""
    place = default_place() if path is None else path
    return (place if place.suffix == ".toml" else place / OFFICE_FILE).absolute()


def open_office(path: Path | None, environment: Mapping[str, str] = os.environ) -> OfficeFolder:
    """Read the office at `path`. Raises OfficeFileMissing and BadOfficeFile."""
    file = office_file_at(path)
    return office_of_text(file, read_office_text(file), environment)


def office_of_text(
    file: Path, text: str, environment: Mapping[str, str] = os.environ, *, password: str | None = None
) -> OfficeFolder:
    """The office that `text` makes of `file`'s folder, whatever stands in the file now. Raises BadOfficeFile.

    `password` is the database's, where it is not in its file yet.
    """
    setup, database = parse_office_file(text, file.name)
    return OfficeFolder(
        path=file.parent,
        file=file,
        text=text,
        setup=setup,
        database_url=_database_url(database, file, text, environment, password),
        state_dir=_state_dir(file.parent, setup.id),
    )


def read_office_text(file: Path) -> str:
    """The office file's text, whatever line ends and mark an editor gave it."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise OfficeFileMissing(path=file) from error
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadOfficeFile(
            file=file.name,
            line=raw.count(b"\n", 0, error.start) + 1,
            reason_zh="檔案不是 UTF-8，請用編輯器另存為 UTF-8",
            reason_en="the file is not UTF-8; save it as UTF-8 in your editor",
        ) from error


def resolve_database(url: str, folder: Path) -> str:
    """`url` with a relative SQLite path taken from `folder`."""
    if not url.startswith(_SQLITE):
        return url
    return _SQLITE + (folder.absolute() / url.removeprefix(_SQLITE)).as_posix()


def without_password(url: str) -> str:
    """What may be shown of a database's address."""
    url = re.sub(r"(?<=[?&]password=)[^&]*", "…", url)
    try:
        parts = urlsplit(url)
    except ValueError:  # no address at all
        return re.sub(r"//[^/]*@", "//", url)
    if parts.password is None:
        return url
    return urlunsplit(parts._replace(netloc=f"{parts.username or ''}@{parts.netloc.rpartition('@')[2]}"))


def _database_url(
    database: DatabaseSetup, file: Path, text: str, environment: Mapping[str, str], new_password: str | None
) -> str:
    url = resolve_database(database.url, file.parent)
    password = environment.get(PASSWORD_VARIABLE) or new_password or _password_in_file(database, file, text)
    if url.startswith(_SQLITE) or not password:
        return url
    parts = urlsplit(url)
    user, _, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user}:{quote(password, safe='')}@{host}"))


def _password_in_file(database: DatabaseSetup, file: Path, text: str) -> str:
    if database.password_file is None:
        return ""
    try:
        return (file.parent / database.password_file).read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadOfficeFile(
            file=file.name,
            line=line_of(text, ("database", "password_file")),
            reason_zh=f"讀不到密碼檔「{database.password_file}」",
            reason_en=f'cannot read the password file "{database.password_file}"',
        ) from error


def _state_dir(folder: Path, office: str) -> Path:
    """A folder of this program's own, beside the office file or, where that is locked, at the user's."""
    own = folder / "state"
    place = own if own.exists() else folder
    found = own if os.access(place, os.W_OK) else platformdirs.user_state_path("waitline") / office
    found.mkdir(parents=True, exist_ok=True)
    return found
