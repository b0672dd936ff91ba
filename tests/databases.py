"""Databases for tests: a new SQLite file, and, where LINGBAO_TEST_DATABASE gives the address, PostgreSQL.

On the server each test has a schema of its own, which is dropped afterwards.
"""

from __future__ import annotations

import atexit
import hashlib
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


def home_address(home: Path) -> str | None:
    """The address of the database of an office in this folder: the server's, in a schema of its own, or None."""
    if SERVER not in os.environ:
        return None
    schema = f"home_{hashlib.sha256(str(home).encode()).hexdigest()[:32]}"
    with create_engine(os.environ[SERVER], poolclass=NullPool).begin() as connection:
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {schema}"))
    atexit.register(_drop, schema)
    return _in_schema(schema)


@contextmanager
def an_address(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database of that kind."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'lingbao.sqlite3'}"
        return
    schema = f"test_{uuid4().hex}"
    with create_engine(os.environ[SERVER], poolclass=NullPool).begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        yield _in_schema(schema)
    finally:
        _drop(schema)


def _in_schema(schema: str) -> str:
    address = make_url(os.environ[SERVER]).update_query_dict({"options": f"-csearch_path={schema}"})
    return address.render_as_string(hide_password=False)


def _drop(schema: str) -> None:
    with create_engine(os.environ[SERVER], poolclass=NullPool).begin() as connection:
        connection.execute(text(f"DROP SCHEMA IF EXISTS {schema} CASCADE"))
