"""Alembic's environment: runs on the connection it is given, all steps in one unit."""

from alembic import context

from review.store.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
