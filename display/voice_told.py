"""Tells the office's staff how this display's voice is: no loudspeaker, a chime without words,
or a recording that does not say all it should.
"""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from waitline.desktop import OffThread
from waitline.model.display_devices import VoiceCause
from waitline.model.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

RETRY_MS: Final = 5_000


class VoiceTold(QObject):
    """Tells what is another than was told; the latest again and again while the hall is out of reach.

    `tell` has the causes of trouble, none where all is well, and may take its time.
    """

    def __init__(
        self, tell: Callable[[tuple[str, ...]], object], parent: QObject | None = None, *, retry_ms: int = RETRY_MS
    ) -> None:
        super().__init__(parent)
        self._tell = tell
        self._off = OffThread("voice-told", self)
        self._told: tuple[str, ...] | None = None
        self._audible: bool | None = None
        self._spoke = True
        self._lacks = False
        self._speaks = True
        self._again = QTimer(self, singleShot=True, interval=retry_ms)
        self._again.timeout.connect(self._look)
        self._telling = False

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
        self._again.stop()
        self._off.close()

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
        causes = self._causes
        if self._audible is None or self._telling or causes == self._told:
            return
        self._telling = True
        self._off.run(
            partial(self._tell, causes),
            done=partial(self._well_told, causes),
            failed=self._not_told,
            owner=self,
        )

    def _well_told(self, causes: tuple[str, ...], answer: object) -> None:
        del answer
        self._telling, self._told = False, causes
        self._look()

    def _not_told(self, error: Exception) -> None:
        """A database with another office file does not know this display: nothing will change that soon."""
        logger.warning("voice_not_told", extra={"why": str(error)})
        if not isinstance(error, Refused):
            self._telling = False
            self._again.start()
