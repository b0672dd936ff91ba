"""The database keeps its safety settings, and a full or busy disk is told in plain words with nothing half-written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from review.errors import StoreError
from review.store import records
from review.store.engine import plain_failures
from review.store.store import Store, open_store

if TYPE_CHECKING:
    from pathlib import Path

CLOCK = datetime(2025, 4, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'lingbao.sqlite3'}")


def setting_of(store: Store, name: str) -> object:
    with store.read() as unit:
        return records.setting(unit, name, None)


@pytest.mark.parametrize(
    ("pragma", "expected"), [("foreign_keys", 1), ("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 15000)]
)
def test_each_connection_is_set_up_for_safety(store: Store, pragma: str, expected: object) -> None:
    with store.engine.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == expected


def fill_the_disk(store: Store) -> None:
    with store.write() as unit:
        records.keep_setting(unit, "small", 1)
        connection = unit.session.connection()
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        records.keep_setting(unit, "big", "x" * 400_000)


def test_a_full_disk_is_told_and_nothing_of_the_unit_is_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="磁盘空间已满") as refused:
        fill_the_disk(store)
    assert (refused.value.code, "完好" in str(refused.value)) == ("full", True)
    assert setting_of(store, "small") is setting_of(store, "big") is None


def stumble(store: Store) -> None:
    with store.write() as unit:
        records.keep_setting(unit, "half", 1)
        unit.tell(CLOCK, "li.jing", "correct", "x")
        _ = 1 // 0


def test_a_failure_inside_a_unit_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        stumble(store)
    assert setting_of(store, "half") is None
    with store.read() as unit:
        assert unit.counted("journal") == 0


def test_foreign_keys_are_enforced(store: Store) -> None:
    with pytest.raises(StoreError), store.write() as unit:
        records.keep_archive(unit, "no-such-claim", "0" * 64, CLOCK)


def write_to_a_closed_book(store: Store) -> None:
    with store.write() as unit:
        unit.session.connection().exec_driver_sql("PRAGMA query_only = ON")
        records.keep_setting(unit, "x", 1)


def test_a_read_only_database_is_told(store: Store) -> None:
    with pytest.raises(StoreError) as refused:
        write_to_a_closed_book(store)
    assert refused.value.code == "read-only"


def test_failures_of_the_disk_become_plain_words() -> None:
    with pytest.raises(StoreError) as refused, plain_failures():
        raise OSError(28, "No space left on device")
    assert (refused.value.code, refused.value.exit_code) == ("full", 7)


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "damaged.sqlite3"
    open_store(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        open_store(f"sqlite:///{file}")
    assert refused.value.code == "damaged"
