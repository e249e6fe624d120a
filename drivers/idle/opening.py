"""Who tells how long this computer has not been touched."""

import os
import sys
from collections.abc import Callable, Mapping

Look = Callable[[], float]
"""Seconds since the last key or movement of the mouse; may wait a moment. Raises OSError where nobody tells."""


def open_look(environment: Mapping[str, str] = os.environ) -> Look:
    """Of Windows or the X server. Raises OSError where neither is here."""
    if sys.platform == "win32":
        from .windows import untouched_s  # noqa: PLC0415 - there is no such thing elsewhere

        return untouched_s
    if not environment.get("DISPLAY"):
        raise OSError("no X server")
    from .x11 import open_screen_saver  # noqa: PLC0415 - loads libxcb, which takes a while

    return open_screen_saver(environment["DISPLAY"])
