"""Whether this computer has a loudspeaker: the display's own sound process is asked, as the display asks it."""

import json
import subprocess
import sys
import threading
from typing import Final

from .finding import Finding, Topic, notice, well

_PATIENCE_S: Final = 8.0


def check_loudspeaker() -> Finding:
    name = _loudspeaker()
    if name is None:
        return notice(
            Topic.VOICE,
            "這台電腦找不到喇叭；看板在這裡只顯示、取號機不朗讀",
            "no loudspeaker on this computer; a display here speaks no call, and a kiosk reads nothing aloud",
        )
    return well(Topic.VOICE, f"喇叭：{name}", f"loudspeaker: {name}")


def _loudspeaker() -> str | None:
    """The name of the one a display would play on; None: none, or none that answers."""
    command = [sys.executable, "-P", "-m", "display.sound_child"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as child:
        late = threading.Timer(_PATIENCE_S, child.kill)
        late.start()
        try:
            first = child.stdout.readline() if child.stdout is not None else ""
        finally:
            late.cancel()
            late.join()
            child.kill()
    try:
        found = json.loads(first).get("device")
    except ValueError:
        return None
    return None if found is None else str(found)
