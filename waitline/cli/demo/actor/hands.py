"""What the actor does: the screen's own mouse and keyboard (XTest), as a person's hands would."""

import subprocess
import time
from typing import Final

from .eyes import Control

HELD_S: Final = 0.06
"""How long a finger or a key stays down: no person is quicker."""


SEES_S: Final = 0.6
"""From a page to a touch on it: the screens take a quicker one for the second half of a double tap."""


class Hands:
    """One pair of hands on the screen that $DISPLAY names."""

    def touch(self, control: Control) -> None:
        """Look at the page, then a finger on the middle of a control."""
        self.look()
        self.tap(control)

    def look(self) -> None:
        """As long as a person looks at a page before touching it."""
        time.sleep(SEES_S)

    def tap(self, control: Control) -> None:
        """A finger on the middle of a control: there, down, and up again in the same place."""
        x, y = control.middle
        _xdotool("mousemove", "--sync", str(x), str(y), "mousedown", "1")
        time.sleep(HELD_S)
        _xdotool("mouseup", "1")

    def press(self, *keys: str) -> None:
        """Keys one after another, in X's names: ``F9``, ``shift+F9``, ``Tab``."""
        _xdotool("key", "--delay", str(round(HELD_S * 1000)), *keys)

    def withdraw(self) -> None:
        """The pointer away from everything, for a picture."""
        _xdotool("mousemove", "99999", "99999")


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, timeout=10)
