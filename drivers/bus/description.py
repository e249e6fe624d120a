"""Descriptions of panels and keypads: TOML files, shipped in ``descriptions/`` or given by path."""

import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, TypeVar

from .errors import BadDescription, UnknownDescription
from .keypad_kind import KeypadKind
from .keys import Key
from .layout import BadLayout, Layout, layouts_of
from .panel_kind import PanelKind

PANELS: Final = ("panel", "面板", "panel")
KEYPADS: Final = ("keypad", "鍵盤", "keypad")
_TITLES: Final = ("title_zh", "title_en")
_TIMES: Final = {"answer_ms": (1, 2000), "gap_ms": (0, 500), "tries": (1, 9), "refresh_s": (1, 600)}
_FIGURES: Final = {"digits": (1, 5), "dashes": (0, 65535), "blank": (0, 65535), "error": (0, 65535)}
_OF_PANELS: Final = frozenset({"device", *_TITLES, "show", "answer", *_TIMES, *_FIGURES})
_OF_KEYPADS: Final = frozenset({"device", *_TITLES, "poll", "key", "empty", "ack", "answer_ms", "gap_ms", "keys"})
_Kind = TypeVar("_Kind")


def shipped_descriptions(device: str) -> tuple[str, ...]:
    """Names of the ``panel`` or ``keypad`` kinds that need no path."""
    found = {}
    for entry in (files("drivers.bus") / "descriptions").iterdir():
        if entry.name.endswith(".toml"):
            found[entry.name.removesuffix(".toml")] = tomllib.loads(entry.read_text(encoding="utf-8"))
    return tuple(sorted(name for name, table in found.items() if table.get("device") == device))


def load_panel(name: str) -> PanelKind:
    """The kind of panel shipped as `name`, or the TOML file at that path. Raises BadDescription."""
    return _load(name, PANELS, _panel)


def load_keypad(name: str) -> KeypadKind:
    """The kind of keypad shipped as `name`, or the TOML file at that path. Raises BadDescription."""
    return _load(name, KEYPADS, _keypad)


def _load(name: str, device: tuple[str, str, str], read: Callable[["_Reader"], _Kind]) -> _Kind:
    path = Path(name)
    if path.suffix == ".toml" and path.is_file():
        content = path.read_bytes()
    elif name in shipped_descriptions(device[0]):
        content = (files("drivers.bus") / "descriptions" / f"{name}.toml").read_bytes()
    else:
        known = "、".join(shipped_descriptions(device[0]))
        raise UnknownDescription(file=name, known=known, what_zh=device[1], what_en=device[2])
    try:
        table = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise _bad(name, f"不是正確的 TOML（{cause}）", f"is not TOML ({cause})") from cause
    reader = _Reader(name, table)
    if table.get("device") != device[0]:
        raise _bad(name, f'device 應為 "{device[0]}"', f'device must be "{device[0]}"')
    return read(reader)


class _Reader:
    """One description; every mistake is a BadDescription."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self.file = file
        self.table = table

    def allow(self, known: frozenset[str]) -> None:
        for key in self.table:
            if key not in known:
                raise _bad(self.file, f"不認得「{key}」", f"unknown key {key}")

    def titles(self) -> tuple[str, str]:
        zh, en = (str(self.table.get(key, self.file)) for key in _TITLES)
        return zh, en

    def layouts(self, key: str, *, allowed: frozenset[str], needs: frozenset[str]) -> tuple[Layout, ...]:
        """Empty where the key is not there. `allowed`: what its frame may carry, of which it must carry one."""
        words = self.table.get(key)
        if words is None:
            return ()
        try:
            found = layouts_of(str(words))
        except BadLayout as cause:
            raise _bad(self.file, f"{key} 的「{cause}」看不懂", f"cannot read {cause} in {key}") from cause
        carried = found[0].names & {"address", "number", "text", "keys", "key", "count"}
        if not needs <= carried or not carried <= allowed | needs:
            can = "、".join(sorted(allowed | needs)) or "–"
            raise _bad(
                self.file,
                f"{key} 應含 {'、'.join(sorted(needs)) or '–'}，只能用 {can}",
                f"{key} must carry {', '.join(sorted(needs)) or '–'} and may carry {can} only",
            )
        return found

    def layout(self, key: str, *, allowed: frozenset[str], needs: frozenset[str]) -> Layout | None:
        found = self.layouts(key, allowed=allowed, needs=needs)
        if len(found) > 1:
            raise _bad(self.file, f"{key} 的長度必須固定", f"{key} must have one length")
        return found[0] if found else None

    def figures(self, ranges: Mapping[str, tuple[int, int]]) -> dict[str, int]:
        found = {}
        for key, (least, most) in ranges.items():
            value = self.table.get(key)
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
                raise _bad(self.file, f"{key} 應為 {least} 到 {most}", f"{key} must be {least} to {most}")
            found[key] = value
        return found


_ADDRESS: Final = frozenset({"address"})
_NOTHING: Final[frozenset[str]] = frozenset()


def _panel(reader: _Reader) -> PanelKind:
    reader.allow(_OF_PANELS)
    show = reader.layout("show", allowed=frozenset({"number", "text"}), needs=_ADDRESS)
    if show is None or not show.names & {"number", "text"}:
        raise _bad(reader.file, "缺少 show，或其中沒有 number、text", "show is missing, or has no number or text")
    return PanelKind(
        name=reader.file,
        titles=reader.titles(),
        show=show,
        answer=reader.layout("answer", allowed=_ADDRESS | {"number", "text"}, needs=_NOTHING),
        **reader.figures(_TIMES | _FIGURES),
    )


def _keypad(reader: _Reader) -> KeypadKind:
    reader.allow(_OF_KEYPADS)
    key = reader.layouts("key", allowed=frozenset({"keys", "key", "count"}), needs=_ADDRESS)
    if not key or not key[0].names & {"keys", "key"}:
        raise _bad(reader.file, "缺少 key，或其中沒有 keys 或 key", "key is missing, or has no keys or key")
    kind = KeypadKind(
        name=reader.file,
        titles=reader.titles(),
        key=key,
        keys=_meanings(reader),
        poll=reader.layout("poll", allowed=_NOTHING, needs=_ADDRESS),
        empty=reader.layout("empty", allowed=_NOTHING, needs=_ADDRESS),
        ack=reader.layout("ack", allowed=_ADDRESS | {"count"}, needs=_NOTHING),
        **reader.figures({name: _TIMES[name] for name in ("answer_ms", "gap_ms")}),
    )
    if kind.ack is not None and not kind.counts:
        raise _bad(
            reader.file,
            "有 ack 的鍵盤會重送，key 必須含 count 才分得出是不是同一次按鍵",
            "a keypad with ack says a key again, so key needs a count to tell one press from two",
        )
    if kind.empty is not None and kind.poll is None:
        raise _bad(reader.file, "沒有 poll 就不會有 empty", "there is no empty without poll")
    return kind


def _meanings(reader: _Reader) -> dict[int, Key]:
    table = reader.table.get("keys")
    if not isinstance(table, dict) or not table:
        raise _bad(reader.file, "缺少 [keys]", "[keys] is missing")
    found: dict[int, Key] = {}
    for name, code in table.items():
        if name not in {key.value for key in Key}:
            known = "、".join(key.value for key in Key)
            raise _bad(reader.file, f"沒有「{name}」鍵；可用：{known}", f"there is no key {name}; use {known}")
        if isinstance(code, bool) or not isinstance(code, int) or not 0 <= code <= 0xFFFF or code in found:
            raise _bad(reader.file, f"{name} 的代碼不對或重複", f"the code of {name} is wrong or used twice")
        found[code] = Key(name)
    return found


def _bad(file: str, zh: str, en: str) -> BadDescription:
    return BadDescription(file=file, reason_zh=zh, reason_en=en)
