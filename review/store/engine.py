"""The database behind one address: opened safely, written in short exclusive units, failures told in plain words."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from review.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import URL, Connection, Engine

BUSY_MILLISECONDS = 15_000
_PRAGMAS = ("foreign_keys=ON", f"busy_timeout={BUSY_MILLISECONDS}", "synchronous=FULL", "journal_mode=WAL")
FULL = "磁盘空间已满,这次的改动没有写入;此前保存的内容完好。"
_CAUSES = (
    ("disk is full", "full", FULL, "请清理磁盘空间后再试一次。"),
    ("no space left", "full", FULL, "请清理磁盘空间后再试一次。"),
    ("quota exceeded", "full", FULL, "请清理磁盘空间后再试一次。"),
    ("is locked", "busy", "数据库正忙,这次的改动没有写入;此前保存的内容完好。", "请稍候再试一次。"),
    ("readonly", "read-only", "数据库不可写,这次的改动没有写入;此前保存的内容完好。", "请检查数据目录的权限。"),
    ("not a database", "damaged", "这个文件不是灵报的数据库,没有改动它。", "请检查数据目录,或从备份恢复。"),
    ("malformed", "damaged", "数据库文件已损坏,这次的改动没有写入。", "请停止使用,并从最近的备份恢复。"),
)


def connect(url: str | URL) -> Engine:
    """An engine for the address; for SQLite with the safety settings of the house and units begun exclusively."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _settle_connection)
        event.listen(engine, "begin", _begin)
    return engine


def private_file(path: Path) -> None:
    """Create the database file, if it is missing, so that only its owner may read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def sqlite_file(url: str | URL) -> str | None:
    """The file of an SQLite address, or None for another database."""
    parsed = make_url(url)
    return parsed.database if parsed.get_backend_name() == "sqlite" else None


@contextmanager
def plain_failures() -> Iterator[None]:
    """Turn failures of the database and the disk into a StoreError that says what is safe."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise _failure(error) from error


def _failure(error: Exception) -> StoreError:
    cause = str(error.orig if isinstance(error, DBAPIError) else error).lower()
    for sign, code, message, advice in _CAUSES:
        if sign in cause:
            return StoreError(message, code=code, advice=advice)
    if isinstance(error, OSError):
        return StoreError(
            f"文件写不进去或读不出来({error.strerror}),这次的改动没有写入;此前保存的内容完好。",
            code="disk",
            advice="请检查磁盘空间和数据目录的权限。",
        )
    kind = "连接" if isinstance(error, OperationalError) else "执行"
    return StoreError(
        f"数据库{kind}失败,这次的改动没有写入;此前保存的内容完好。", advice="请重试;仍然失败时请联系管理员。"
    )


def _settle_connection(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # units are begun below, not by the driver
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    exclusive = connection.get_execution_options().get("exclusive", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if exclusive else "BEGIN")
