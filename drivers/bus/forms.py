"""How a whole number stands in a frame: ``u8`` ``u16`` ``u16le`` ``bcd2`` ``dec3`` ``hex2``."""

import re
from dataclasses import dataclass
from typing import Final

_SHAPE: Final = re.compile(r"(u)(8|16|16le)|(bcd|dec|hex)([1-8])")


@dataclass(frozen=True, slots=True)
class Form:
    """``u`` big-endian (``le`` little), ``bcd`` two digits a byte, ``dec`` and ``hex`` as ASCII, so many bytes."""

    kind: str
    size: int

    @property
    def most(self) -> int:
        """The largest number it can carry."""
        per_byte = {"bcd": 100, "dec": 10, "hex": 16}.get(self.kind, 256)
        return int(per_byte**self.size) - 1

    def put(self, number: int) -> bytes:
        """Raises ValueError for a number that does not fit."""
        if not 0 <= number <= self.most:
            raise ValueError(f"{number} does not fit in {self.kind}{self.size}")
        match self.kind:
            case "bcd":
                return bytes.fromhex(f"{number:0{2 * self.size}d}")
            case "dec":
                return f"{number:0{self.size}d}".encode()
            case "hex":
                return f"{number:0{self.size}X}".encode()
            case _:
                return number.to_bytes(self.size, "little" if self.kind == "ule" else "big")

    def take(self, data: bytes) -> int | None:
        """None where these bytes are no number of this form."""
        match self.kind:
            case "bcd":
                return int(data.hex()) if data.hex().isdecimal() else None
            case "dec":
                return int(data) if data.isdigit() else None
            case "hex":
                return int(data, 16) if re.fullmatch(b"[0-9A-Fa-f]+", data) else None
            case _:
                return int.from_bytes(data, "little" if self.kind == "ule" else "big")


def form_of(word: str) -> Form | None:
    """The form that `word` names; None for a word that names none."""
    found = _SHAPE.fullmatch(word)
    if found is None:
        return None
    if found[1]:
        return Form("ule" if found[2].endswith("le") else "u", 1 if found[2] == "8" else 2)
    return Form(found[3], int(found[4]))
