"""A database is created, upgraded after a copy, or refused untouched; the migrations say what the models say."""

from __future__ import annotations

import hashlib
import sqlite3
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from review.errors import StoreError
from review.store.engine import connect, private_file
from review.store.migrate import migrations, revision, upgrade
from review.store.schema import REVISIONS, Base
from review.store.store import open_store

if TYPE_CHECKING:
    from pathlib import Path


def address(path: Path) -> str:
    return f"sqlite:///{path}"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_database_is_at_the_newest_revision(tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    open_store(address(file)).close()
    assert revision(address(file)) == REVISIONS[-1]


def test_the_known_revisions_are_those_of_the_migrations() -> None:
    scripts = ScriptDirectory.from_config(migrations()).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == REVISIONS


def test_migrated_tables_are_those_of_the_models(tmp_path: Path) -> None:
    store = open_store(address(tmp_path / "new.sqlite3"))
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_a_database_of_a_newer_version_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "newer.sqlite3"
    open_store(address(file)).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = digest(file)
    with pytest.raises(StoreError, match="没有改动") as refused:
        open_store(address(file))
    assert refused.value.code == "newer-database"
    assert refused.value.advice
    assert digest(file) == before


def test_an_older_database_is_upgraded_after_a_copy(tmp_path: Path) -> None:
    file = tmp_path / "older.sqlite3"
    private_file(file)
    upgrade(connect(address(file)), REVISIONS[0])
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO counters VALUES ('id', 7)")
        connection.commit()
    open_store(address(file)).close()
    (copy,) = (tmp_path / "backups").iterdir()
    assert (revision(address(file)), revision(address(copy))) == (REVISIONS[-1], REVISIONS[0])
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT value FROM counters").fetchall() == [(7,)]


def test_what_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite3"
    file.write_bytes(b"Dear reader, this is a letter and no database at all. " * 100)
    before = digest(file)
    with pytest.raises(StoreError, match="不是灵报的数据库"):
        open_store(address(file))
    assert digest(file) == before


def test_the_database_and_its_companions_are_private(tmp_path: Path) -> None:
    store = open_store(address(tmp_path / "home" / "lingbao.sqlite3"))
    with store.write() as unit:
        unit.count_off("id")
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "home").iterdir()}
    assert modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700


def test_a_second_opener_finds_the_work_done(tmp_path: Path) -> None:
    file = tmp_path / "twice.sqlite3"
    engines = [connect(address(file)) for _ in range(2)]
    private_file(file)
    for engine in engines:
        upgrade(engine)
    assert revision(address(file)) == REVISIONS[-1]
