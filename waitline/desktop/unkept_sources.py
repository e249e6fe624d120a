"""No source text of imported modules is kept: it was an eighth of every program's memory.

PySide6 reads the source of each module that is imported after it, to see whether it uses PySide6's optional
names (``inspect.getsource`` in its feature switch), and the standard library's ``linecache`` keeps every line it
has ever read: 17-20 MB once SQLAlchemy is loaded. Clearing it later gives nothing back: the lines lie between
objects that stay. Tracebacks read the few lines they show when they show them.
"""

import linecache
from collections.abc import Mapping
from typing import Any


class Unkept(dict[str, Any]):
    """Takes what has no file to be read again, as ``<generated>`` code, and forgets the rest at once."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        super().__init__({name: entry for name, entry in known.items() if name.startswith("<")})

    def __setitem__(self, name: str, entry: Any) -> None:
        if name.startswith("<"):
            super().__setitem__(name, entry)


linecache.cache = Unkept(linecache.cache)
