"""Bring a database to the schema of this version: never touch a newer one, copy an older one first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.pool import NullPool

from review.errors import StoreError
from review.store.engine import plain_failures, private_file, sqlite_file
from review.store.schema import REVISIONS

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Engine

HEAD = REVISIONS[-1]


def revision(url: str) -> str | None:
    """The schema revision of a database, looked up without touching it; None where it is new or empty.

    Raises:
        StoreError: the file is no database.
    """
    file = sqlite_file(url)
    if file is not None and not (Path(file).exists() and Path(file).stat().st_size):
        return None
    address = (
        make_url(url) if file is None else make_url(f"sqlite:///{Path(file).absolute().as_uri()}?mode=ro&uri=true")
    )
    with plain_failures(), create_engine(address, poolclass=NullPool).connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return found


def prepare(engine: Engine, url: str) -> None:
    """Create or upgrade the schema.

    Raises:
        StoreError: the database belongs to a newer version of the software (it stays as it is), or is damaged.
    """
    found = revision(url)
    if found == HEAD:
        return
    if found is not None:
        check_known(found)
    file = sqlite_file(url)
    if file is not None:
        private_file(Path(file))
    with plain_failures():
        if file is not None and found is not None:
            copy_database(Path(file), Path(file).parent / "backups" / f"before-{HEAD}-from-{found}.sqlite3")
        upgrade(engine)


def check_known(found: str) -> None:
    """A revision this version knows. Raises StoreError for a newer one."""
    if found not in REVISIONS:
        raise StoreError(
            f"数据库来自更新版本的灵报(结构 {found}),本版本不能打开;数据库没有改动。",
            code="newer-database",
            advice="请安装新版本的灵报,或改用与本版本相配的备份。",
        )


def copy_database(source: Path, target: Path) -> None:
    """A consistent copy of an SQLite database by its online backup; the copy is private to its owner."""
    private_file(target)
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run the missing migrations in one exclusive unit; a second opener finds them done."""
    from alembic import command  # noqa: PLC0415 - a database that is up to date opens without Alembic

    with engine.connect().execution_options(exclusive=True) as connection, connection.begin():
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def migrations() -> Config:
    """Alembic's settings; the migrations lie beside this module, also in the wheel."""
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    return config
