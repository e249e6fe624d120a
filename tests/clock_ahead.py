"""A database whose clock had been ahead and has been put right since."""

from sqlalchemy import text

from waitline.model.clock import Instant
from waitline.store.engine import Store


def set_last_entry(store: Store, at: Instant) -> None:
    """As if the last entry had been written when the database's clock stood at `at`."""
    with store.engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("COMMIT"))  # what is read only by default
        connection.execute(
            text("UPDATE office_head SET last_at = :at WHERE office_id = :office"),
            {"at": at, "office": store.office},
        )
