"""A new office's database without the time that migrations take: made by them once a process, copied since."""

import tempfile
from functools import cache
from pathlib import Path

from sqlalchemy import make_url

from waitline.store.migrate import create_or_upgrade


def make_database(url: str) -> None:
    """As `create_or_upgrade` leaves it; a SQLite file that is not there yet is a copy of one so made."""
    parts = make_url(url)
    path = Path(parts.database or "")
    if parts.get_backend_name() != "sqlite" or path.exists():
        create_or_upgrade(url)
    else:
        path.write_bytes(_migrated())


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.db"
        create_or_upgrade(f"sqlite:///{path}")
        return path.read_bytes()
