"""A file of other keys, as the counter program is started with, and how a key may be written in one."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, Final

from waitline.model.errors import WaitlineError

from .office_file import read_toml

_MODIFIERS: Final = ("Ctrl", "Alt", "Shift", "Meta")
_SPELLINGS: Final = {
    "control": "Ctrl",
    "ctrl": "Ctrl",
    "alt": "Alt",
    "shift": "Shift",
    "meta": "Meta",
    "win": "Meta",
}
_NAMED: Final = {
    name.lower(): name
    for name in ("Insert", "Delete", "Home", "End", "PgUp", "PgDown", "Pause", "ScrollLock", "Space")
}
_MOVES_FOCUS: Final = {"space", "home", "end", "pgup", "pgdown", "insert", "delete"}
"""Keys that already mean something in a list or a text field and so need a modifier."""
_LAST_FUNCTION_KEY: Final = 24


class BadKeys(WaitlineError):
    """The settings give a key that cannot be."""


class UnreadableKeys(BadKeys):
    """The file of keys is not there, may not be read, or is no text."""

    zh, en = "讀不到按鍵設定檔 {file}（{reason}）", "The file of keys {file} cannot be read ({reason})"


class UnknownKey(BadKeys):
    zh: ClassVar[str] = "「{action}」的按鍵「{key}」無法辨識"
    en: ClassVar[str] = "The key {key} for {action} is not known"


class BareKey(BadKeys):
    zh: ClassVar[str] = "「{action}」的按鍵「{key}」須加 Ctrl 或 Alt，或改用功能鍵"
    en: ClassVar[str] = "The key {key} for {action} needs Ctrl or Alt with it, or a function key instead"


def key_settings(file: Path | None) -> Mapping[str, str]:
    """What stands in the file, by what the keys do; nothing where there is none.

    Raises UnreadableKeys, or BadOfficeFile for what is no TOML.
    """
    if file is None:
        return {}
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableKeys(file=file, reason=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise UnreadableKeys(file=file, reason="UTF-8") from error
    return {name: str(key) for name, key in read_toml(text, file.name).items()}


def read_key(action: str, spelled: str) -> str:
    """`spelled` in one spelling (``Ctrl+Shift+P``), whatever its case and order. Raises UnknownKey, BareKey."""
    *before, last = (part.strip() for part in spelled.split("+"))
    modifiers = {_SPELLINGS.get(part.lower()) for part in before}
    key = _key_name(last)
    if None in modifiers or key is None:
        raise UnknownKey(action=action, key=spelled)
    if _needs_modifier(key) and modifiers.isdisjoint({"Ctrl", "Alt", "Meta"}):
        raise BareKey(action=action, key=spelled)
    return "+".join([name for name in _MODIFIERS if name in modifiers] + [key])


def _key_name(spelled: str) -> str | None:
    if spelled.lower() in _NAMED:
        return _NAMED[spelled.lower()]
    if _is_function_key(spelled):
        return spelled.upper()
    if len(spelled) == 1 and spelled.isascii() and spelled.isalnum():
        return spelled.upper()
    return None


def _is_function_key(spelled: str) -> bool:
    number = spelled[1:]
    return spelled[:1] in {"F", "f"} and number.isdecimal() and 1 <= int(number) <= _LAST_FUNCTION_KEY


def _needs_modifier(key: str) -> bool:
    return len(key) == 1 or key.lower() in _MOVES_FOCUS
