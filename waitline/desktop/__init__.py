"""How a Qt program of ours lives: how it begins and ends, works off the UI thread, and follows the hall."""

from . import plain_imports  # noqa: F401 - first, before the large libraries come
from .first_paint import FirstPaint
from .follower import Feed, Follower, OutOfTouch, Watch
from .hang_guard import HANGS_S
from .late_store import LateStore
from .launch import Desktop
from .off_thread import OffThread
from .translations import Translations
from .uncaught import words_for

__all__ = [
    "HANGS_S",
    "Desktop",
    "Feed",
    "FirstPaint",
    "Follower",
    "LateStore",
    "OffThread",
    "OutOfTouch",
    "Translations",
    "Watch",
    "words_for",
]
