"""A store's connections: one that a verb has finished with waits here for the next verb."""

from typing import Any, NamedTuple

from sqlalchemy import Engine
from sqlalchemy.pool import PoolProxiedConnection

from .connect import FileIdentity, is_still, sqlite_path
from .link import Link


class Held(NamedTuple):
    """A connection in use; `file` is the SQLite file it was opened on, None on Postgres."""

    pooled: PoolProxiedConnection
    driver: Any
    file: FileIdentity | None
    generation: int


class Connections:
    """Out of the engine's pool and kept: going through the pool at every verb costs a twentieth of the verb.

    Any thread may take and give back. There are never more than threads at work at the same time.
    """

    def __init__(self, engine: Engine, url: str) -> None:
        self._engine = engine
        self._path = sqlite_path(url)
        self._spare: list[Held] = []
        self._generation = 0

    def take(self) -> Held:
        """One that nobody else uses, on the file that is in its place now. Raises what the driver raises."""
        while True:
            try:
                held = self._spare.pop()
            except IndexError:
                return self._new()
            if self._path is None or held.file is None or is_still(self._path, held.file):
                return held
            # it would go on writing into a file that was moved away or replaced
            self.throw_away(held)

    def _new(self) -> Held:
        pooled = self._engine.raw_connection()
        return Held(pooled, pooled.driver_connection, pooled.info.get("file"), self._generation)

    def link(self, held: Held) -> Link:
        """For one transaction."""
        return Link(held.driver, self._engine.dialect)

    def give_back(self, held: Held) -> None:
        """For the next verb, unless all were forgotten meanwhile. Its transaction has ended."""
        if held.generation == self._generation:
            self._spare.append(held)
        else:
            held.pooled.close()

    def throw_away(self, held: Held) -> None:
        """It cannot be used again."""
        held.pooled.invalidate()
        held.pooled.close()

    def forget(self) -> None:
        """Close all that are not in use, and those in use as they come back; the next one is new."""
        self._generation += 1
        spare, self._spare = self._spare, []
        for held in spare:
            held.pooled.close()
        self._engine.dispose()
