"""Databases for tests: a new SQLite file, and, where LINGBAO_TEST_DATABASE gives the address, PostgreSQL.

On the server each test has a schema of its own, which is dropped afterwards.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SERVER = "LINGBAO_TEST_DATABASE"
KINDS = ("sqlite", "server") if SERVER in os.environ else ("sqlite",)
"""The databases at hand."""


@contextmanager
def an_address(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database of that kind."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'lingbao.sqlite3'}"
        return
    address, schema = make_url(os.environ[SERVER]), f"test_{uuid4().hex}"
    with create_engine(address, poolclass=NullPool).begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        own = address.update_query_dict({"options": f"-csearch_path={schema}"})
        yield own.render_as_string(hide_password=False)
    finally:
        with create_engine(address, poolclass=NullPool).begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
