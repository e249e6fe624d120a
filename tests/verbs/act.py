"""One verb with the hall it needs and what the journal gets."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.builders import LiveHall


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """`do(hall, what prepare gave, request id)` performs `verb`; `kinds` is what the journal gets."""

    verb: str
    prepare: Callable[[LiveHall], Any]
    do: Callable[[LiveHall, Any, str], Any]
    kinds: tuple[str, ...]
    how: str = ""

    def __str__(self) -> str:
        return f"{self.verb} {self.how}".strip()
