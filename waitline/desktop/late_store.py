"""The office's store, opened when a thread first needs it: the first page never waits for SQL's library."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waitline.store.engine import Store


class LateStore:
    """One office's database for all of a program's threads. `opened` may wait: never call it on the UI thread."""

    def __init__(self, url: str, office: str) -> None:
        self._url = url
        self._office = office
        self._opening = threading.Lock()
        self._store: Store | None = None

    def opened(self) -> Store:
        """The store, the same one for every thread, once its database has been found to fit this program.

        Raises `DatabaseNotMade`, `DatabaseOlder`, `DatabaseNewer`, and what a lost database raises; ask again.
        """
        from waitline.store.engine import Store  # noqa: PLC0415 - half the start would be SQL's
        from waitline.store.migrate import check_version  # noqa: PLC0415 - as above

        with self._opening:
            if self._store is None:
                store = Store(self._url, self._office)
                try:
                    check_version(store.engine)
                except BaseException:
                    store.close()
                    raise
                self._store = store
            return self._store

    def look_again(self) -> Store:
        """The store, after a look whether its database still fits: it may have been brought up to date.

        Raises as `opened` does.
        """
        from waitline.model.errors import DatabaseAway, DatabaseNotMade  # noqa: PLC0415 - as above
        from waitline.store.migrate import check_version  # noqa: PLC0415 - as above

        was_there = self._store is not None
        store = self.opened()
        try:
            check_version(store.engine)
        except DatabaseNotMade as error:
            if was_there:  # taken away: nobody should be told to make another one
                raise DatabaseAway from error
            raise
        return store

    def close(self) -> None:
        """Give the connections back."""
        with self._opening:
            if self._store is not None:
                self._store.close()
                self._store = None
