"""The store: a database brought to this version's schema, opened once, used from any thread."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from review.store.engine import connect, plain_failures
from review.store.migrate import prepare
from review.store.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Store:
    """The database of one office. ``url`` is its address; each unit of work has a session of its own."""

    url: str
    engine: Engine

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """A reading unit. Raises StoreError where the database fails."""
        with plain_failures(), self.engine.connect() as connection, connection.begin():
            yield Unit(Session(connection))

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """A writing unit, alone on the database; all or nothing is kept.

        Raises:
            StoreError: the disk is full, the database is busy or damaged; nothing of the unit was written.
        """
        with (
            plain_failures(),
            self.engine.connect().execution_options(exclusive=True) as connection,
            connection.begin(),
        ):
            yield Unit(Session(connection))

    def close(self) -> None:
        """Let go of the database's files."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """Open the database at an SQLAlchemy address, creating or upgrading its tables.

    Raises:
        StoreError: it belongs to a newer version, is damaged or cannot be reached; it was not changed.
    """
    engine = connect(url)
    prepare(engine, url)
    return Store(url, engine)
