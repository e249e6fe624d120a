"""Whose view of the hall is followed."""

from dataclasses import dataclass

from .actions import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """`who`: the counter's number; for somebody at a desk of their own their login."""

    place: Place
    who: str
