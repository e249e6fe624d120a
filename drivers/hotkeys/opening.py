"""The keyboard of this computer, for whoever wants keys that other programs' windows would get."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from .errors import HotkeysTrouble, NoKeysHere, OnWayland

OnKey = Callable[[str], object]
"""Told each key that went down, as it was spelled; not told again while it is held."""
OnState = Callable[[HotkeysTrouble | None], object]
"""Told after every `hold`, and when it becomes another: which keys could not be had, None if all are ours."""


class Hotkeys(Protocol):
    """Keys that are ours. Nothing here waits; what comes is told on a thread of its own."""

    def hold(self, keys: Sequence[str]) -> None:
        """These from now on and no others, spelled like ``Ctrl+F9``; none: all are given back."""

    def close(self) -> None:
        """Give all back and end the thread."""


def open_hotkeys(on_key: OnKey, on_state: OnState, environment: Mapping[str, str] = os.environ) -> Hotkeys:
    """Raises OnWayland or NoKeysHere."""
    if sys.platform == "win32":
        from .windows import WindowsHotkeys  # noqa: PLC0415 - there is no such thing elsewhere

        return WindowsHotkeys(on_key, on_state)
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        raise OnWayland()
    if not environment.get("DISPLAY"):
        raise NoKeysHere()
    from .x11 import X11Hotkeys  # noqa: PLC0415 - there is no such thing elsewhere

    return X11Hotkeys(on_key, on_state, environment["DISPLAY"])
