"""A connection of one's own to an X server, for what the screen's own library does not tell."""

from typing import Any, Final

import xcffib

_XCB: Final[Any] = xcffib
"""Its types say less than it does: requests are made while it is loaded."""


def connected(display: str) -> Any:
    """Raises OSError where there is no server."""
    try:
        return _XCB.connect(display=display)
    except xcffib.ConnectionException as error:
        raise OSError("no X server") from error
