"""Why a database is away, for whoever sets an office up: a screen in the hall says only that it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from os import R_OK, W_OK, access
from pathlib import Path

from waitline.model.errors import DatabaseAway, DatabaseNotOpened, WaitlineError
from waitline.model.words import Words
from waitline.settings.office_folder import without_password

_SQLITE = "sqlite:///"


@contextmanager
def reasons_for(url: str) -> Iterator[None]:
    """Whatever is said of a database that is away names the database at `url`."""
    try:
        yield
    except DatabaseAway as error:
        error.facts.setdefault("database", url)
        raise


def words_with_reason(error: WaitlineError) -> Words:
    """The error's words, with the database it is about and the reason that the database gave."""
    if not isinstance(error, DatabaseAway):
        return error.words
    url = str(error.facts.get("database") or "")
    shown = without_password(url)
    if isinstance(error, DatabaseNotOpened) and url:
        why = _why_not_opened(Path(url.removeprefix(_SQLITE)))
    else:
        reason = str(error.facts.get("reason") or "")
        why = Words(zh=reason, en=reason)
    zh = "，".join(part for part in (shown, why.zh) if part)
    en = ", ".join(part for part in (shown, why.en) if part)
    if not en:
        return error.words
    return Words(zh=f"{error.words.zh}（{zh}）", en=f"{error.words.en} ({en})")


def _why_not_opened(path: Path) -> Words:
    try:
        if not path.parent.is_dir():
            return Words(zh=f"沒有 {path.parent} 這個資料夾", en=f"there is no folder {path.parent}")
        if path.is_dir():
            return Words(zh="這是資料夾", en="that is a folder")
        if not path.exists() and access(path.parent, W_OK):
            return Words(zh="沒有這個檔案", en="there is no such file")
        if not path.exists():
            return Words(zh="資料夾不能寫入", en="its folder cannot be written")
        if access(path, R_OK | W_OK):
            return Words(zh="", en="")
    except OSError:
        pass
    return Words(zh="沒有權限", en="permission denied")
