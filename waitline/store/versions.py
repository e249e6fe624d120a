"""Whether a database's version is this program's."""

from waitline.model.errors import DatabaseNewer, DatabaseOlder

from .tables import SCHEMA_VERSION


def fit_for(found: str) -> None:
    """Raise `DatabaseOlder` or `DatabaseNewer` unless this program can work with the version found.

    Asked under every lock and with every look: another computer's newer program may bring the database up to
    date while this one runs.
    """
    if found < SCHEMA_VERSION:
        raise DatabaseOlder(found=found)
    if found > SCHEMA_VERSION:
        raise DatabaseNewer(found=found, known=SCHEMA_VERSION)
