"""Whether the recordings say all that the office's calls need: known on the voice's threads, told on ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from drivers.voice.tongue import LanguageState
    from waitline.model.office import OfficeSetup


class RecordingsKnown(QObject):
    """`setup`: the office as the display began with it."""

    lack = Signal(bool)

    def __init__(self, setup: OfficeSetup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._setup = setup

    def hear(self, states: tuple[LanguageState, ...]) -> None:
        """From any thread: how the languages are."""
        from drivers.voice.recordings import want_somebody  # noqa: PLC0415 - with the voice, behind the first board

        self.lack.emit(want_somebody(states, self._setup))
