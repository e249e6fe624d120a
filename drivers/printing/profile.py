"""What a printer model can do, as data: a TOML file a model, shipped in ``profiles/`` or given by path."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from drivers.printing.errors import BadProfile, UnknownProfile

WIDTHS: Final = (384, 432, 512, 576, 640)
"""Printable dots: 58 mm paper, 60 mm kiosk units, TM-T88 (180 dpi), 80 mm paper, 82.5 mm paper."""

BAUDS: Final = (9600, 19200, 38400, 57600, 115200)
RESOLUTIONS: Final = (180, 203)


class Encoding(StrEnum):
    """How the model's character ROM is addressed; ``picture`` where it has no Chinese at all."""

    BIG5 = "big5"
    CP950 = "cp950"
    GB18030 = "gb18030"
    PICTURE = "picture"


class Cutter(StrEnum):
    PARTIAL = "partial"
    FULL = "full"
    NONE = "none"


class Buzzer(StrEnum):
    NONE = "none"
    ESC_B = "esc_b"


class Flow(StrEnum):
    """Who stops the sender when the buffer is full. DTR/DSR is left out: Linux does not honour it."""

    NONE = "none"
    XONXOFF = "xonxoff"
    RTSCTS = "rtscts"


class Confirmation(StrEnum):
    """The answer that comes in order behind a job: ``GS ( H`` with the job's id, ``GS r``, or none."""

    PROCESS_ID = "process_id"
    GS_R = "gs_r"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One printer model. `answers` is false for a printer on a one-way cable: its status stays unknown."""

    name: str
    title_zh: str = ""
    title_en: str = ""
    encoding: Encoding = Encoding.BIG5
    dots: int = 576
    dpi: int = 203
    cutter: Cutter = Cutter.PARTIAL
    buzzer: Buzzer = Buzzer.NONE
    near_end_sensor: bool = True
    flow: Flow = Flow.XONXOFF
    baud: int = 9600
    confirmation: Confirmation = Confirmation.GS_R
    smoothing: bool = True
    answers: bool = True

    @property
    def columns(self) -> int:
        """Font A characters (12 dots wide) in a line; a Chinese character takes two."""
        return self.dots // 12

    def dots_for(self, millimetres: float) -> int:
        """The least whole number of dots that measures at least `millimetres`."""
        return -int(-millimetres * self.dpi // 25.4)

    def seconds_for(self, byte_count: int) -> float:
        """How long `byte_count` bytes take on the wire: ten bits each (start, eight, stop)."""
        return byte_count * 10 / self.baud

    def with_settings(self, **settings: Any) -> "Profile":
        """This profile with an office's own settings over it (baud=19200 ...), checked like a file's."""
        mine = {f.name: getattr(self, f.name) for f in fields(self) if f.name != "name"}
        return replace(_checked(self.name, {**mine, **settings}), name=self.name)


def shipped_profiles() -> tuple[str, ...]:
    """Names that `load_profile` knows without a path."""
    folder = files("drivers.printing") / "profiles"
    return tuple(sorted(p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml")))


def load_profile(name: str) -> Profile:
    """The profile shipped as `name`, or the TOML file at that path."""
    path = Path(name)
    if path.suffix == ".toml" and path.is_file():
        return _read(name, path.read_bytes(), title=path.stem)
    if name in shipped_profiles():
        content = (files("drivers.printing") / "profiles" / f"{name}.toml").read_bytes()
        return _read(f"{name}.toml", content, title=name)
    raise UnknownProfile(file=name, known="、".join(shipped_profiles()))


def _read(file: str, content: bytes, *, title: str) -> Profile:
    try:
        table = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise _bad(file, f"不是正確的 TOML（{cause}）", f"is not TOML ({cause})") from cause
    return _checked(file, table, title=title)


def _checked(file: str, table: Mapping[str, Any], *, title: str = "") -> Profile:
    known = {f.name for f in fields(Profile)} - {"name"}
    for key in table:
        if key not in known:
            raise _bad(file, f"不認得「{key}」", f"unknown key {key}")
    values: dict[str, Any] = dict(table)
    for key, kind in (("encoding", Encoding), ("cutter", Cutter), ("buzzer", Buzzer), ("flow", Flow)):
        _as_word(file, values, key, kind)
    _as_word(file, values, "confirmation", Confirmation)
    for key, allowed in (("dots", WIDTHS), ("dpi", RESOLUTIONS), ("baud", BAUDS)):
        _one_of(file, values, key, allowed)
    for key in ("near_end_sensor", "smoothing", "answers"):
        if not isinstance(values.get(key, True), bool):
            raise _bad(file, f"{key} 應為 true 或 false", f"{key} must be true or false")
    profile = Profile(name=title or file, **values)
    if not profile.answers and profile.confirmation is not Confirmation.NONE:
        raise _bad(
            file, "answers = false 時 confirmation 必須是 none", "confirmation must be none where answers is false"
        )
    return profile


def _as_word(file: str, values: dict[str, Any], key: str, kind: type[StrEnum]) -> None:
    if key in values:
        _one_of(file, values, key, tuple(word.value for word in kind))
        values[key] = kind(values[key])


def _one_of(file: str, values: Mapping[str, Any], key: str, allowed: tuple[object, ...]) -> None:
    if key not in values:
        return
    value = values[key]
    if isinstance(value, bool) or value not in allowed:
        choices = "、".join(str(word) for word in allowed)
        raise _bad(
            file,
            f"{key} = {value!r} 不能用，請選：{choices}",
            f"{key} = {value!r} will not do, choose one of: {choices}",
        )


def _bad(file: str, zh: str, en: str) -> BadProfile:
    return BadProfile(file=file, reason_zh=zh, reason_en=en)
