"""An X server counts the milliseconds since the last input for its screen saver, be there one or not.

X11 Screen Saver Extension, version 1.1, section 4 (QueryInfo).
"""

from typing import Any

import xcffib
import xcffib.screensaver

from drivers.x_server import connected

from .opening import Look

_VERSION = 1, 1


def open_screen_saver(display: str) -> Look:
    """Raises OSError where there is no server, or one that has no such extension."""
    server = connected(display)
    try:
        saver: Any = server(xcffib.screensaver.key)
        saver.QueryVersion(*_VERSION).reply()
    except (xcffib.ConnectionException, xcffib.ProtocolException) as error:
        server.disconnect()
        raise OSError("no screen saver extension") from error
    root = server.get_setup().roots[0].root

    def untouched_s() -> float:
        try:
            return float(saver.QueryInfo(root).reply().ms_since_user_input) / 1000
        except xcffib.ConnectionException as error:
            raise OSError("the X server has gone") from error

    return untouched_s
