"""A voice that is loaded on a worker's thread, and may be closed from any other meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable


class Startable(Protocol):
    """What takes long to begin, and has processes to end."""

    def start(self) -> None: ...
    def close(self) -> None: ...


V = TypeVar("V", bound=Startable)


class Late(Generic[V]):
    """`make` loads the voice's code and makes it; `started` is None until that has been done."""

    def __init__(self, make: Callable[[], V]) -> None:
        self._make = make
        self._changing = threading.Lock()
        self._closed = False
        self.started: V | None = None

    def start(self) -> None:
        """Load and begin it, for one worker thread; nothing once it was closed."""
        voice = self._make()
        with self._changing:
            if self._closed:
                voice.close()
                return
            self.started = voice
        voice.start()

    def close(self) -> None:
        """End its processes."""
        with self._changing:
            self._closed = True
            voice = self.started
        if voice is not None:
            voice.close()
