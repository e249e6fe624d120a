"""Tells the office's staff how this display's voice is: no loudspeaker, a chime without words,
or a recording that does not say all it should.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from waitline.model.display_devices import VoiceCause

from .device_told import RETRY_MS, DeviceTold

if TYPE_CHECKING:
    from collections.abc import Callable


class VoiceTold(QObject):
    """`tell`: see `DeviceTold`. Nothing is told before it is known whether there is a loudspeaker."""

    def __init__(
        self, tell: Callable[[tuple[str, ...]], object], parent: QObject | None = None, *, retry_ms: int = RETRY_MS
    ) -> None:
        super().__init__(parent)
        self._told = DeviceTold("voice", tell, self, retry_ms=retry_ms)
        self._audible: bool | None = None
        self._spoke = True
        self._lacks = False
        self._speaks = True

    def audible(self, audible: bool) -> None:
        """There is a loudspeaker, or none."""
        self._audible = audible
        self._look()

    def spoke(self, spoke: bool) -> None:
        """The words of a call have come, or not."""
        self._spoke = spoke
        self._look()

    def recordings_lack(self, lack: bool) -> None:
        """The recording of a language says not all that it should, or all."""
        self._lacks = lack
        self._look()

    def speaks(self, speaks: bool) -> None:
        """A display that stands by or is muted has nothing that anybody must see to."""
        self._speaks = speaks
        self._look()

    def close(self) -> None:
        self._told.close()

    @property
    def _causes(self) -> tuple[str, ...]:
        if not self._speaks:
            return ()
        if self._audible is False:
            return (VoiceCause.NO_LOUDSPEAKER.value,)
        if not self._spoke:
            return (VoiceCause.NOT_SPOKEN.value,)
        return (VoiceCause.RECORDING_LACKS.value,) if self._lacks else ()

    def _look(self) -> None:
        if self._audible is not None:
            self._told.causes(self._causes)
