"""Where in a TOML text a key stands. The standard parser tells values only, an installer needs the line."""

import re
from typing import Final

Path = tuple[str | int, ...]
"""Keys from the top; a number is a place in an array: ``("counters", 2, "services", 0)``."""

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_BLANK: Final = re.compile(r"[ \t]*")
_BETWEEN: Final = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_SCALAR: Final = re.compile(r"[^,\]}\n#]+")
_STRINGS: Final = (
    re.compile(r'"""(?:[^\\]|\\.)*?"""(?!")', re.DOTALL),
    re.compile(r"'''.*?'''(?!')", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)
_ESCAPE: Final = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([btnfr"\\]))')
_SHORT: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def line_of(text: str, path: Path) -> int:
    """The line, from 1, where `path` is written; where it is not, the line of what should hold it.

    `text` must be TOML that the standard parser accepts.
    """
    places = _Walk(text).places
    while path and path not in places:
        path = path[:-1]
    return text.count("\n", 0, places[path]) + 1 if path else 1


class _Walk:
    """One pass over the text that notes the offset of every table, key and array place."""

    def __init__(self, text: str) -> None:
        self.places: dict[Path, int] = {}
        self._text = text
        self._at = 0
        self._lengths: dict[Path, int] = {}
        self._whole()

    def _whole(self) -> None:
        table: Path = ()
        while True:
            self._skip(_BETWEEN)
            if self._at >= len(self._text):
                return
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        start = self._at
        many = self._text.startswith("[[", start)
        self._at += 2 if many else 1
        keys = self._dotted()
        self._at += 2 if many else 1
        path: Path = ()
        for depth, key in enumerate(keys):
            path = (*path, key)
            self.places.setdefault(path, start)
            if many and depth == len(keys) - 1:
                self._lengths[path] = self._lengths.get(path, 0) + 1
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
                self.places.setdefault(path, start)
        return path

    def _pair(self, table: Path) -> None:
        start = self._at
        path = table
        for key in self._dotted():
            path = (*path, key)
            self.places.setdefault(path, start)
        self._at += 1  # the equals sign
        self._skip(_BLANK)
        self._value(path)

    def _dotted(self) -> list[str]:
        """Keys up to what follows them: an equals sign or a closing bracket."""
        keys = []
        while True:
            self._skip(_BLANK)
            keys.append(self._key())
            self._skip(_BLANK)
            if not self._text.startswith(".", self._at):
                return keys
            self._at += 1

    def _key(self) -> str:
        if self._text[self._at] in "\"'":
            quoted = self._string()
            return _unescaped(quoted[1:-1]) if quoted[0] == '"' else quoted[1:-1]
        return self._skip(_BARE)

    def _value(self, path: Path) -> None:
        sign = self._text[self._at]
        if sign in "\"'":
            self._string()
        elif sign == "[":
            self._array(path)
        elif sign == "{":
            self._inline_table(path)
        else:
            self._skip(_SCALAR)

    def _array(self, path: Path) -> None:
        self._at += 1
        place = 0
        while True:
            self._skip(_BETWEEN)
            if self._text[self._at] == "]":
                break
            self.places[(*path, place)] = self._at
            self._value((*path, place))
            place += 1
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while True:
            self._skip(_BETWEEN)
            if self._text[self._at] == "}":
                break
            self._pair(path)
        self._at += 1

    def _string(self) -> str:
        for pattern in _STRINGS:
            if self._text.startswith(('"""', "'''"), self._at) and pattern in _STRINGS[2:]:
                break
            found = pattern.match(self._text, self._at)
            if found:
                self._at = found.end()
                return found.group()
        raise ValueError(f"no TOML string at offset {self._at}")

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"no TOML at offset {self._at}")
        self._at = found.end()
        return found.group()


def _unescaped(text: str) -> str:
    def meant(found: re.Match[str]) -> str:
        short, long, sign = found.groups()
        return _SHORT[sign] if sign else chr(int(short or long, 16))

    return _ESCAPE.sub(meant, text)
