"""A recorded day and the hall in which it is played: as it was, or changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from waitline.model.words import Words

from .recorded import RecordedDay

WHAT_IF: Final = ".what-if"
"""Ends the id of an office in which a day was played otherwise than it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`rules`: of the office file, beside the sample's; `means`: minutes of service by code where they are not the
    sample's. `love_unknown`: love visitors take a number without saying what for. `changes`: what is otherwise
    than it was, in words.
    """

    day: RecordedDay
    back_line: bool = True
    love_unknown: bool = False
    rules: Mapping[str, Any] = field(default_factory=dict)
    means: Mapping[str, float] = field(default_factory=dict)
    changes: tuple[Words, ...] = ()

    @property
    def office(self) -> str:
        """The id of its office."""
        return f"{self.day.name}{WHAT_IF}" if self.changes else self.day.name


class ImpossibleError(Exception):
    """A plan cannot be changed so; `words` say why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Words(zh=zh, en=en)
