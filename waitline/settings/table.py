"""Reading one TOML table with care: every fault is noted with its place, and the reading goes on."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, TypeVar
from unicodedata import category

from waitline.model.words import SOURCE_LANGUAGE, VISITOR_LANGUAGES, Words

from .toml_lines import Path

MORE_LANGUAGES: Final = tuple(tag for tag in VISITOR_LANGUAGES if tag not in (SOURCE_LANGUAGE, "en"))
_CONTROLS: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNS_WRITING: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something the office file must not say, where, and why in zh-TW and English."""

    path: Path
    zh: str
    en: str


@dataclass(slots=True)
class Faults:
    """All that was found so far."""

    found: list[Fault] = field(default_factory=list)

    def add(self, path: Path, zh: str, en: str) -> None:
        self.found.append(Fault(path=path, zh=zh, en=en))


class Table:
    """One table of the file. A value that cannot be used is noted as a fault and answered with a stand-in."""

    def __init__(self, data: Mapping[str, Any], path: Path, faults: Faults) -> None:
        self.path = path
        self._data = data
        self._faults = faults
        self._known: set[str] = set()

    def given(self, key: str) -> bool:
        """Whether the key is there; it counts as known from now on."""
        self._known.add(key)
        return key in self._data

    def is_text(self, key: str) -> bool:
        return isinstance(self._data.get(key), str)

    def is_list(self, key: str) -> bool:
        return isinstance(self._data.get(key), list)

    def fault(self, key: str | None, zh: str, en: str, *deeper: str | int) -> None:
        """Note a fault at `key` (None: at the table itself), or deeper below it."""
        self._faults.add(self.path if key is None else (*self.path, key, *deeper), zh, en)

    def text(self, key: str, default: str | None = None, shape: str | None = None, like: str = "") -> str:
        """A text of one line, empty only where `default` is. `shape` fits all of it, as `like` does."""
        found = self._get(key, needed=default is None)
        if found is None:
            return default or ""
        if not isinstance(found, str):
            self.fault(key, f"{key} 應為文字，請加引號", f"{key} must be a text in quotes")
            return default or ""
        if found == default:
            return found
        sign = hidden_sign(found)
        if not found.strip() or "\n" in found:
            self.fault(key, f"{key} 不可空白或換行", f"{key} must be one line and not empty")
        elif sign is not None:
            self.fault(
                key,
                f"{key} 含有看不見的控制字元 U+{ord(sign):04X}，請刪除",
                f"{key} holds the invisible control character U+{ord(sign):04X}; take it out",
            )
        elif shape is not None and not re.fullmatch(shape, found):
            self.fault(
                key,
                f"{key} = 「{found}」格式不符，例如「{like}」",
                f'{key} = "{found}" does not fit; write it like "{like}"',
            )
        return found

    def number(self, key: str, default: float | None = None, *, least: float = 0, most: float = 1440) -> float:
        found = self._get(key, needed=default is None)
        if found is None:
            return default or least
        if isinstance(found, bool) or not isinstance(found, int | float):
            self.fault(key, f"{key} 應為數字", f"{key} must be a number")
        elif not least <= found <= most:
            self.fault(
                key,
                f"{key} = {found} 應介於 {least:g} 與 {most:g}",
                f"{key} = {found} must be between {least:g} and {most:g}",
            )
        else:
            return found
        return default or least

    def whole(self, key: str, default: int | None = None, *, least: int = 0, most: int = 1440) -> int:
        found = self._data.get(key)
        if isinstance(found, float):
            self._known.add(key)
            self.fault(key, f"{key} 應為整數", f"{key} must be a whole number")
            return default or least
        return int(self.number(key, default, least=least, most=most))

    def flag(self, key: str, default: bool) -> bool:
        found = self._get(key, needed=False)
        if isinstance(found, bool):
            return found
        if found is not None:
            self.fault(key, f"{key} 應為 true 或 false", f"{key} must be true or false")
        return default

    def choice(self, key: str, choices: type[_Choice], default: _Choice | None = None) -> _Choice:
        fallback = default if default is not None else next(iter(choices))
        found = self.text(key, None if default is None else default.value)
        if found in {choice.value for choice in choices}:
            return choices(found)
        if key in self._data and found:
            self.unknown(key, found, [choice.value for choice in choices])
        return fallback

    def choices(self, key: str, choices: type[_Choice]) -> tuple[_Choice, ...]:
        """A list of at least one choice."""
        known = [choice.value for choice in choices]
        found = self.texts(key)
        if not found:
            self.fault(key, f"{key} 至少要有一項", f"{key} must name at least one")
        for place, one in enumerate(found):
            if one not in known:
                self.unknown(key, one, known, place)
        return tuple(choices(one) for one in found if one in known)

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts, each once."""
        found = self._get(key, needed=False)
        if found is None:
            return default
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            self.fault(key, f'{key} 應為文字清單，如 ["a", "b"]', f'{key} must be a list like ["a", "b"]')
            return default
        for place, one in enumerate(found):
            if one in found[:place]:
                self.fault(key, f"「{one}」重複", f'"{one}" is there twice', place)
        return tuple(found)

    def date(self, key: str) -> str:
        """A TOML date, e.g. ``2027-02-08``, as an ISO text."""
        found = self._get(key, needed=True)
        if _is_date(found):
            return str(found.isoformat())
        if found is not None:
            self.fault(
                key,
                f"{key} 應為日期，如 2027-02-08（不加引號）",
                f"{key} must be a date like 2027-02-08, without quotes",
            )
        return ""

    def dates(self, key: str) -> tuple[str, ...]:
        """A list of TOML dates, e.g. ``[2027-02-08]``, as ISO texts."""
        found = self._get(key, needed=False)
        if found is None:
            return ()
        if not isinstance(found, list) or not all(_is_date(one) for one in found):
            self.fault(
                key,
                f"{key} 應為日期清單，如 [2027-02-08, 2027-02-09]（不加引號）",
                f"{key} must be a list of dates like [2027-02-08, 2027-02-09], without quotes",
            )
            return ()
        return tuple(one.isoformat() for one in found)

    def millimetres(self, key: str) -> tuple[float, float] | None:
        """Width and height of a screen, e.g. ``[344, 194]``."""
        found = self._get(key, needed=False)
        if found is None:
            return None
        fits = isinstance(found, list) and len(found) == 2
        if fits and all(isinstance(one, int | float) and 50 <= one <= 5000 for one in found):
            return (float(found[0]), float(found[1]))
        self.fault(
            key,
            f"{key} 應為寬與高（公釐），如 [344, 194]",
            f"{key} must be width and height in millimetres, like [344, 194]",
        )
        return None

    def words(self, key: str) -> Words:
        return self.words_if_any(key, needed=True) or Words(zh="", en="")

    def words_if_any(self, key: str, *, needed: bool = False) -> Words | None:
        """A text by language, e.g. ``{ zh = "謄本", en = "Transcript" }``."""
        found = self._get(key, needed=needed)
        if found is None:
            return None
        if not isinstance(found, dict):
            self.fault(
                key,
                f'{key} 需有中英文，如 {{ zh = "…", en = "…" }}',
                f'{key} needs both languages, like {{ zh = "…", en = "…" }}',
            )
            return None
        return _words_in(Table(found, (*self.path, key), self._faults))

    def words_list(self, key: str) -> tuple[Words, ...]:
        """Texts by language one by one, at least one, e.g. ``[{ zh = "身分證", en = "ID card" }]``."""
        found = self._get(key, needed=False)
        if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
            self.fault(
                key,
                f'{key} 應逐項列出中英文，如 [{{ zh = "…", en = "…" }}]',
                f'{key} must list texts in both languages, like [{{ zh = "…", en = "…" }}]',
            )
            return ()
        return tuple(
            _words_in(Table(one, (*self.path, key, place), self._faults)) for place, one in enumerate(found)
        )

    def table(self, key: str, *, needed: bool = False) -> "Table":
        found = self._get(key, needed=needed)
        if found is not None and not isinstance(found, dict):
            self.fault(key, f"{key} 應寫成 [{key}] 區段", f"{key} must be a section [{key}]")
            found = None
        return Table(found or {}, (*self.path, key), self._faults)

    def tables(self, key: str, *, needed: bool = False) -> list["Table"]:
        found = self._get(key, needed=needed)
        if found is None:
            return []
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.fault(key, f"{key} 應寫成 [[{key}]] 區段", f"{key} must be written as [[{key}]] sections")
            return []
        return [Table(one, (*self.path, key, place), self._faults) for place, one in enumerate(found)]

    def unknown(self, key: str, found: str, known: Iterable[str], *deeper: str | int) -> None:
        """Note that `found` is none of `known`, with the nearest of them."""
        zh, en = nearest(found, known)
        self.fault(key, f"沒有「{found}」{zh}", f'there is no "{found}"{en}', *deeper)

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._data:
            if key not in self._known:
                zh, en = nearest(key, self._known)
                self.fault(key, f"不認得「{key}」{zh}", f'unknown key "{key}"{en}')

    def _get(self, key: str, *, needed: bool) -> Any:
        self._known.add(key)
        if needed and key not in self._data:
            self.fault(None, f"缺少 {key}", f"{key} is missing")
        return self._data.get(key)


def _is_date(found: object) -> bool:
    return isinstance(found, date) and not isinstance(found, datetime)


def _words_in(table: Table) -> Words:
    zh, en = table.text("zh"), table.text("en")
    more = tuple((tag, table.text(tag)) for tag in MORE_LANGUAGES if table.given(tag))
    table.finish()
    return Words(zh=zh, en=en, more=more)


def hidden_sign(text: str) -> str | None:
    """The first character that no screen shows as itself: a control, or one that turns the way of writing."""
    return next((sign for sign in text if sign in _TURNS_WRITING or category(sign) in _CONTROLS), None)


def nearest(found: str, known: Iterable[str]) -> tuple[str, str]:
    choices = sorted(known)
    near = difflib.get_close_matches(found, choices, n=1, cutoff=0.6)
    if near:
        return f"，是否為「{near[0]}」？", f'; did you mean "{near[0]}"?'
    if not choices:
        return "", ""
    return f"（可用：{'、'.join(choices)}）", f" (known: {', '.join(choices)})"
