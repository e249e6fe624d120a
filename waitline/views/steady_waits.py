"""The waits that a program shows all day, each steadied by what it showed of it last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from waitline.rules.steadying import steady

if TYPE_CHECKING:  # it stands on the database's library, which the first page must not wait for
    from waitline.model.forecast import Forecast, WaitRange
    from waitline.model.service import ServiceCode

    from .foresight import Foresight


class SteadyWaits:
    """What one program shows, by line (None: the love line); it begins with nothing. For one thread."""

    def __init__(self) -> None:
        self._shown: dict[ServiceCode | None, WaitRange] = {}

    def of(self, found: Foresight) -> Foresight:
        """What is announced of it, put in place of what was shown before."""
        before, love = self._shown, found.love
        steadied = replace(
            found,
            services={code: _steadied(before.get(code), wait) for code, wait in found.services.items()},
            love=None if love is None else _steadied(before.get(None), love),
        )
        self._shown = steadied.waits
        return steadied


def _steadied(shown: WaitRange | None, wait: Forecast) -> Forecast:
    return wait._replace(announced=steady(shown, wait.announced))
