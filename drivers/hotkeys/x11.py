"""Hotkeys on X11: one thread that listens to the server and to us."""

import logging
import select
import socket
from collections.abc import Sequence
from queue import Empty
from typing import TYPE_CHECKING, Final

from .errors import NoKeysHere
from .on_a_thread import HotkeysOnAThread
from .opening import OnKey, OnState

if TYPE_CHECKING:  # libxcb is loaded on the thread, by whom keys are really wanted
    from .x11_keyboard import X11Keyboard

logger = logging.getLogger(__name__)
RETRY_S: Final = 5.0
"""How soon a key that another program holds is asked for again: that one may have ended."""


class X11Hotkeys(HotkeysOnAThread):
    """Passive grabs: the server gives a grabbed key to us alone, wherever the focus is."""

    def __init__(self, on_key: OnKey, on_state: OnState, display: str) -> None:
        super().__init__(on_key, on_state)
        self._display = display
        self._taken: tuple[str, ...] = ()
        self._waker, self._woken = socket.socketpair()
        self._thread.start()

    def _wake(self) -> None:
        self._waker.send(b"x")

    def _ended(self) -> None:
        self._waker.close()
        self._woken.close()

    def _run(self) -> None:
        try:
            from .x11_keyboard import X11Keyboard  # noqa: PLC0415 - loads libxcb, which takes a while

            keyboard = X11Keyboard(self._display)
        except OSError as error:
            logger.warning("hotkeys_unavailable", extra={"cause": str(error)})
            self._refuse()
            return
        try:
            self._serve(keyboard)
        except OSError as error:  # the server has gone, and the program's windows with it
            logger.warning("hotkeys_lost", extra={"cause": str(error)})
            self._on_state(NoKeysHere())
        finally:
            keyboard.close()

    def _refuse(self) -> None:
        while self._asked.get() is not None:
            self._on_state(NoKeysHere())

    def _serve(self, keyboard: "X11Keyboard") -> None:
        while True:
            for key in keyboard.pressed():
                self._on_key(key)
            woken = self._woken.fileno()
            ready, _, _ = select.select([keyboard.file_number, woken], [], [], RETRY_S if self._taken else None)
            if not ready:
                self._try_again(keyboard)
            if woken in ready:
                self._woken.recv(1)
                if not self._heed(keyboard):
                    return

    def _heed(self, keyboard: "X11Keyboard") -> bool:
        """What was asked of us last; False: that we end."""
        try:
            keys = self._asked.get_nowait()
        except Empty:
            return True
        if keys is None:
            return False
        self._tell(keyboard.hold(keys))
        held = ",".join(key for key in keys if key not in self._taken) or "none"
        logger.info("hotkeys_held", extra={"keys": held, "taken": ",".join(self._taken) or "none"})
        return True

    def _try_again(self, keyboard: "X11Keyboard") -> None:
        taken = keyboard.hold_too(self._taken)
        if taken != self._taken:
            self._tell(taken)

    def _tell(self, taken: Sequence[str]) -> None:
        self._taken = tuple(taken)
        super()._tell(taken)
