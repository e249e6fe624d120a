"""What every panel should show, and which of them is to be told next."""

import time
from dataclasses import dataclass

from waitline.model.device import Health

from .devices import DeviceState, PanelAt


@dataclass(slots=True)
class _Sheet:
    panel: PanelAt
    text: str = ""
    wanted: bool = True
    asked_at: float = 0.0
    tries: int = 0
    sent_at: float = 0.0


class Painting:
    """For the bus's own thread, but for `show`, which may come from any: a later text replaces an earlier one."""

    def __init__(self, panels: tuple[PanelAt, ...]) -> None:
        self._sheets = {panel.name: _Sheet(panel) for panel in panels}
        self.states = {panel.name: DeviceState() for panel in panels}

    def show(self, name: str, text: str) -> bool:
        """Whether this panel has something new to be told."""
        sheet = self._sheets[name]
        if sheet.text == text:
            return False
        silent = self.states[name].health is Health.TROUBLE
        sheet.text, sheet.asked_at = text, time.monotonic()
        sheet.tries = sheet.panel.kind.tries - 1 if silent else 0
        sheet.wanted = True
        return True

    def all_again(self) -> None:
        """The line was away: nobody knows what the panels show."""
        for sheet in self._sheets.values():
            sheet.wanted, sheet.tries = True, 0

    def wanted(self) -> tuple[PanelAt, str] | None:
        """The panel that has waited longest for something new."""
        waiting = [sheet for sheet in self._sheets.values() if sheet.wanted]
        return _told(min(waiting, key=lambda sheet: sheet.asked_at)) if waiting else None

    def stale(self, now: float) -> tuple[PanelAt, str] | None:
        """A panel that was told so long ago that it is told again."""
        old = [sheet for sheet in self._sheets.values() if now - sheet.sent_at >= sheet.panel.kind.refresh_s]
        return _told(min(old, key=lambda sheet: sheet.sent_at)) if old else None

    def sending(self, panel: PanelAt) -> None:
        """It is being told now; what is asked of it from here on is another thing."""
        sheet = self._sheets[panel.name]
        sheet.wanted, sheet.sent_at = False, time.monotonic()

    def answered(self, panel: PanelAt) -> None:
        self._sheets[panel.name].tries = 0
        self.states[panel.name] = DeviceState(Health.WELL, time.monotonic())

    def unanswered(self, panel: PanelAt) -> None:
        """Tried again at once; after some tries it is silent, and told again when it is stale."""
        sheet = self._sheets[panel.name]
        sheet.tries += 1
        if sheet.tries < panel.kind.tries:
            sheet.wanted = True
        else:
            self.states[panel.name] = DeviceState(Health.TROUBLE, self.states[panel.name].heard_at)


def _told(sheet: _Sheet) -> tuple[PanelAt, str]:
    return sheet.panel, sheet.text
