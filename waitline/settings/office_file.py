"""The office file (`office.toml`): from text to a checked OfficeSetup, or to every fault and its line."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, Final

from waitline.model.office import OfficeSetup
from waitline.model.office_errors import BadOfficeFile

from .office_checks import check_whole
from .office_sections import DatabaseSetup, read_database, read_office
from .table import Fault, Faults, Table
from .toml_lines import line_of

_SYNTAX_ZH: Final = (
    ("Cannot overwrite", "同一個名稱寫了兩次"),
    ("Cannot declare", "同一個區段寫了兩次"),
    ("Expected '='", "名稱後面缺少等號 ="),
    ("Expected newline", "一行只能寫一個設定"),
    ("Invalid value", "值不正確；文字要放在半形引號內"),
    ("Illegal character", "引號沒有成對，或有看不見的字元"),
    ("Unterminated string", "引號沒有成對"),
    ("Unclosed array", "清單少了結尾的 ]"),
    ("Unclosed inline", "少了結尾的 }"),
    ("Expected ']", "區段名稱少了結尾的 ]"),
    ("Invalid", "寫法不正確"),
)
_FULL_WIDTH: Final = re.compile("[＝“”‘’［］｛｝＃]")


def parse_office(text: str, name: str) -> OfficeSetup:
    """The office that `text` describes; `name` is what the file is called when something is wrong.

    Raises BadOfficeFile for the first fault, with all of them in `.faults`. Reads nothing but the text.
    """
    return parse_office_file(text, name)[0]


def parse_office_file(text: str, name: str) -> tuple[OfficeSetup, DatabaseSetup]:
    """The same, with what the file says of the database: that concerns the programs, not the hall."""
    with _said_of(text, name):
        setup, database, faults = _understood(text)
    if faults:
        raise _bad(text, name, faults)
    return setup, database


@lru_cache(maxsize=4)
def _understood(text: str) -> tuple[OfficeSetup, DatabaseSetup, tuple[Fault, ...]]:
    """The latest texts are remembered: a program reads the same one in its folder and in the database."""
    faults = Faults()
    top = Table(tomllib.loads(text), (), faults)
    database = read_database(top)
    setup = read_office(top)
    top.finish()
    check_whole(setup, faults)
    return setup, database, tuple(faults.found)


def read_toml(text: str, name: str) -> dict[str, Any]:
    """What stands in the text. Raises BadOfficeFile for what is no TOML."""
    with _said_of(text, name):
        return tomllib.loads(text)


@contextmanager
def _said_of(text: str, name: str) -> Iterator[None]:
    """What is wrong with the TOML, in words and with its line."""
    try:
        yield
    except tomllib.TOMLDecodeError as error:
        raise _bad_syntax(text, name, str(error)) from error
    except RecursionError as error:
        raise BadOfficeFile(
            file=name, line=1, reason_zh="括號層數太多", reason_en="brackets are nested too deep"
        ) from error


def _bad(text: str, name: str, found: Sequence[Fault]) -> BadOfficeFile:
    lines = sorted((line_of(text, fault.path), place) for place, fault in enumerate(found))
    first, *others = [_as_error(name, line, found[place]) for line, place in lines]
    return BadOfficeFile(others=tuple(others), **first.facts)


def _as_error(name: str, line: int, fault: Fault) -> BadOfficeFile:
    return BadOfficeFile(file=name, line=line, reason_zh=fault.zh, reason_en=fault.en)


def _bad_syntax(text: str, name: str, message: str) -> BadOfficeFile:
    found = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    lines = text.splitlines() or [""]
    line = int(found[1]) if found and found[1] else len(lines)
    reason = message[: found.start()] if found else message
    zh = next((zh for start, zh in _SYNTAX_ZH if reason.startswith(start)), "TOML 語法錯誤")
    wide = _FULL_WIDTH.search(lines[min(line, len(lines)) - 1])
    if wide:
        zh += f"；「{wide[0]}」是全形符號，請改用半形"
        reason += f"; {wide[0]} is a full-width sign, use the plain one"
    return BadOfficeFile(file=name, line=line, reason_zh=zh, reason_en=reason)
