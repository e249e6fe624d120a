"""The layout of one frame, from words such as ``FF 68 length length 68 ( address 01 keys:1-8 ) sum8 16``.

``1F``            that byte                       ``'$A'``       these ASCII characters
``address``       whose frame it is               ``length``     how many bytes stand between ( and )
``number:u16``    what a panel shows              ``text:4``     the same as ASCII, right-aligned
``keys:1-8``      codes of keys, a byte each      ``key:u16``    one key's code
``count``         a keypad's running count        ``any:2``      bytes that do not matter
``sum8 xor8 crc16``  over what stands between ( and ), else over all before it

A number's form may follow its name (`forms.py`): ``address:dec2``, ``sum8:hex2``, ``number:bcd2``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .checksums import crc16, sum8, xor8
from .forms import Form, form_of

Values = Mapping[str, int | str | bytes]
"""What a frame carries, by name: ``address``, ``number``, ``text``, ``keys``, ``key``, ``count``."""

CHECKS: Final = {"sum8": (sum8, "u8"), "xor8": (xor8, "u8"), "crc16": (crc16, "u16le")}
_NUMBERS: Final = {"address": "u8", "length": "u8", "count": "u8", "number": "u16", "key": "u8"}
_BYTES: Final = ("text", "keys", "any")
MOST_KEYS: Final = 16


class BadLayout(ValueError):
    """Words that are no layout; the message names the one at fault."""


@dataclass(frozen=True, slots=True)
class Part:
    """So many bytes of a frame. `constant` where they are always the same."""

    name: str
    at: int
    size: int
    form: Form | None = None
    constant: bytes | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A frame of fixed size. `covered`: where what is counted and checked begins and ends; None: all before."""

    parts: tuple[Part, ...]
    size: int
    covered: tuple[int, int] | None

    @property
    def names(self) -> frozenset[str]:
        return frozenset(part.name for part in self.parts)

    def part(self, name: str) -> Part | None:
        return next((part for part in self.parts if part.name == name), None)

    def build(self, values: Values) -> bytes:
        """The frame that carries `values`. Raises KeyError for one missing, ValueError for one too large."""
        frame = bytearray(self.size)
        for part in self.parts:
            frame[part.at : part.at + part.size] = self._bytes_of(part, values, frame)
        return bytes(frame)

    def _bytes_of(self, part: Part, values: Values, frame: bytearray) -> bytes:
        if part.constant is not None:
            return part.constant
        if part.form is not None:
            number = self._check(part, bytes(frame)) if part.name in CHECKS else values[part.name]
            return part.form.put(int(number))
        given = values.get(part.name, b"") if part.name == "any" else values[part.name]
        data = given.encode("ascii", "replace") if isinstance(given, str) else bytes(given)
        return data[: part.size].rjust(part.size, b" " if part.name == "text" else b"\0")

    def may_begin(self, data: bytes) -> bool:
        """Whether a frame may begin with `data`: what is there of its constants is right."""
        return all(
            data[part.at : part.at + part.size] == part.constant[: max(0, len(data) - part.at)]
            for part in self.parts
            if part.constant is not None
        )

    def read(self, data: bytes) -> dict[str, int | str | bytes] | None:
        """What these `size` bytes carry; None for anything but a whole, sound frame."""
        if len(data) != self.size or not self.may_begin(data):
            return None
        found: dict[str, int | str | bytes] = {}
        for part in self.parts:
            piece = data[part.at : part.at + part.size]
            if part.form is not None and part.constant is None:
                number = part.form.take(piece)
                if number is None or (part.name in CHECKS and number != self._check(part, data)):
                    return None
                found[part.name] = number
            elif part.name == "text":
                found["text"] = piece.decode("ascii", "replace")
            elif part.name == "keys":
                found["keys"] = piece
        return found

    def _check(self, part: Part, data: bytes) -> int:
        start, end = self.covered or (0, part.at)
        return CHECKS[part.name][0](data[start:end])


def layouts_of(text: str) -> tuple[Layout, ...]:
    """One layout, or one for each number of keys where that may vary. Raises BadLayout."""
    words = text.split()
    varying = [place for place, word in enumerate(words) if re.fullmatch(r"keys:\d+-\d+", word)]
    if not varying:
        return (_layout(words),)
    place = varying[0]
    least, most = (int(number) for number in words[place].removeprefix("keys:").split("-"))
    if len(varying) > 1 or not 1 <= least <= most <= MOST_KEYS:
        raise BadLayout(words[place])
    before, after = words[:place], words[place + 1 :]
    return tuple(_layout([*before, f"keys:{count}", *after]) for count in range(least, most + 1))


def _layout(words: list[str]) -> Layout:
    parts: list[Part] = []
    at, start, end = 0, None, None
    for word in words:
        if word == "(" and start is None:
            start = at
        elif word == ")" and start is not None and end is None:
            end = at
        elif word in "()":
            raise BadLayout(word)
        else:
            part = _part(word, at)
            parts.append(part)
            at += part.size
    if (start is None) != (end is None):
        raise BadLayout("( )")
    covered = None if start is None or end is None else (start, end)
    _refuse_twice(parts)
    return Layout(tuple(_with_length(part, covered) for part in parts), at, covered)


def _refuse_twice(parts: list[Part]) -> None:
    names = [part.name for part in parts if part.name not in ("", "any", "length")]
    for name in names:
        if names.count(name) > 1:
            raise BadLayout(name)
    if not parts:
        raise BadLayout("…")


def _with_length(part: Part, covered: tuple[int, int] | None) -> Part:
    """The length of a frame of fixed size is a constant."""
    if part.name != "length" or part.form is None:
        return part
    if covered is None:
        raise BadLayout("length ( )")
    return Part("length", part.at, part.size, part.form, part.form.put(covered[1] - covered[0]))


def _part(word: str, at: int) -> Part:
    name, _, form = word.partition(":")
    if re.fullmatch("[0-9A-F]{2}", word):
        return Part("", at, 1, constant=bytes.fromhex(word))
    if len(word) > 2 and word[0] == word[-1] == "'" and word.isascii():
        return Part("", at, len(word) - 2, constant=word[1:-1].encode())
    if name in _BYTES and re.fullmatch("[1-9][0-9]?", form):
        return Part(name, at, int(form))
    usual = _NUMBERS.get(name) or (CHECKS[name][1] if name in CHECKS else None)
    found = form_of(form or usual or "")
    if usual is None or found is None:
        raise BadLayout(word)
    return Part(name, at, found.size, found)
