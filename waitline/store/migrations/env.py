"""Alembic's environment: runs on the connection it is handed, so one transaction covers a whole upgrade."""

from alembic import context

from waitline.store.schema import whole

context.configure(connection=context.config.attributes["connection"], target_metadata=whole())
with context.begin_transaction():
    context.run_migrations()
