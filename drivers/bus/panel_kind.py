"""What a counter's LED panel understands, and how words become what it can show."""

import re
from dataclasses import dataclass
from typing import Final

from .layout import Layout, Values

DASHES: Final = "--"
"""What a panel shows while nobody is called."""
BLANK: Final = ""
_ERROR: Final = re.compile(r"E(\d{1,2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelKind:
    """`show` carries a ``text`` or a ``number``. `answer`: what a panel says to it, None where it says nothing.

    A number's `dashes` and `blank` are codes of the panel's own; errors are shown as `error` and their figure.
    `refresh_s`: how often what is shown is sent again, since a panel may have been off.
    """

    name: str
    titles: tuple[str, str]
    show: Layout
    answer: Layout | None = None
    answer_ms: int = 50
    gap_ms: int = 4
    tries: int = 3
    refresh_s: float = 10.0
    digits: int = 4
    dashes: int = 0xFFFF
    blank: int = 0xFFFE
    error: int = 0xE000

    @property
    def shows_letters(self) -> bool:
        return self.show.part("text") is not None

    @property
    def room(self) -> int:
        """Letters it has room for; 0 for a panel that shows figures alone."""
        part = self.show.part("text")
        return 0 if part is None else part.size

    def frame(self, address: int, text: str) -> bytes:
        """The bytes that make the panel at `address` show `text`."""
        return self.show.build({"address": address, "text": self._letters(text), "number": self._number(text)})

    def shown(self, values: Values) -> str:
        """What a panel shows that reads these values: the words of `frame`, as far as the panel can show them."""
        if self.shows_letters:
            return str(values["text"]).strip()
        number = values.get("number")
        if not isinstance(number, int) or number == self.blank:
            return BLANK
        if number == self.dashes:
            return DASHES
        if self.error < number <= self.error + 99:
            return f"E{number - self.error:02d}"
        return str(number).zfill(min(self.digits, 3))

    def as_shown(self, text: str) -> str:
        """What a passer-by reads on it for `text`: a number's letters may be lost."""
        return self.shown({"text": self._letters(text), "number": self._number(text)})

    def _letters(self, text: str) -> str:
        """The right end of a label too long: visitors are told apart by its digits."""
        part = self.show.part("text")
        return "" if part is None else text[-part.size :]

    def _number(self, text: str) -> int:
        error = _ERROR.fullmatch(text)
        if error is not None:
            return self.error + int(error[1])
        figures = re.sub(r"\D", "", text)[-self.digits :]
        if not figures:
            return self.blank if text == BLANK else self.dashes
        return int(figures)
