"""What every keyboard's driver does alike: asked by anybody, it hears and answers on one thread of its own."""

import logging
import threading
from collections.abc import Sequence
from queue import SimpleQueue
from typing import Final

from .errors import KeysTaken
from .opening import OnKey, OnState

logger = logging.getLogger(__name__)
_ENDS_WITHIN_S: Final = 5.0


class HotkeysOnAThread:
    """What is asked waits in a line; whoever asks wakes the thread and goes on."""

    def __init__(self, on_key: OnKey, on_state: OnState) -> None:
        self._on_key, self._on_state = on_key, on_state
        self._asked: SimpleQueue[tuple[str, ...] | None] = SimpleQueue()
        """Keys to be held from now on; None: that we end."""
        self._thread = threading.Thread(target=self._run, name="hotkeys", daemon=True)

    def hold(self, keys: Sequence[str]) -> None:
        """These from now on and no others."""
        self._ask(tuple(keys))

    def close(self) -> None:
        """Give all back and end the thread."""
        self._ask(None)
        self._thread.join(_ENDS_WITHIN_S)
        if self._thread.is_alive():
            logger.error("hotkeys_hang")
        else:
            self._ended()

    def _ask(self, keys: tuple[str, ...] | None) -> None:
        self._asked.put(keys)
        self._wake()

    def _tell(self, taken: Sequence[str]) -> None:
        """Which keys somebody else has."""
        self._on_state(KeysTaken(keys=", ".join(taken)) if taken else None)

    def _run(self) -> None:
        """The thread's life, until it is asked to end."""
        raise NotImplementedError

    def _wake(self) -> None:
        """Something was asked; called from other threads."""
        raise NotImplementedError

    def _ended(self) -> None:
        """The thread is no more: what only it used can go."""
