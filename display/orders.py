"""What the display's child processes have in common: orders come in and answers go out, one JSON object a line."""

import json
import os
import sys
import threading

from PySide6.QtCore import SignalInstance


def take_orders(told: SignalInstance) -> None:
    """Tell each order on a thread of its own, and None at the end of input."""
    threading.Thread(target=_listen, args=(told,), name="orders", daemon=True).start()


def answer(**fields: object) -> None:
    """Say it; whoever asked being gone, there is nothing left to do here."""
    try:
        sys.stdout.write(json.dumps(fields) + "\n")
        sys.stdout.flush()
    except OSError:
        os._exit(0)


def _listen(told: SignalInstance) -> None:
    for line in sys.stdin:
        told.emit(json.loads(line))
    told.emit(None)
