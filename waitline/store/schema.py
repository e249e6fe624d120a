"""The tables with all that either database has of its own: for whoever makes them or compares them."""

from sqlalchemy import MetaData

from .tables import metadata


def whole() -> MetaData:
    """What `tables` keeps as `info` is told to Core, which loads both databases' libraries for it."""
    for table in metadata.tables.values():
        table.dialect_kwargs.update(table.info)
        for index in table.indexes:
            index.dialect_kwargs.update(index.info)
    return metadata
