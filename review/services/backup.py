"""Backup and restore: database and pages in one file with a manifest of hashes, proven before anything is put back."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from review.claim.moves import require_role
from review.claim.states import Role
from review.errors import InputError, StoreError
from review.services.office import CALENDAR, DATABASE
from review.store.engine import plain_failures, sqlite_file
from review.store.migrate import HEAD, check_known, copy_database
from review.store.pages import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from review.claim.people import Actor
    from review.services.office import Office

FORMAT = "lingbao-backup/1"
MANIFEST = "manifest.json"

_MEMBER = re.compile(rf"{re.escape(DATABASE)}|{re.escape(CALENDAR)}|pages/[0-9a-f]{{2}}/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup: where it lies, how many files and bytes it holds, and names of members that are damaged."""

    path: Path
    files: int
    size: int
    damaged: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether every member is what the manifest says."""
        return not self.damaged


def backup(office: Office, actor: Actor, target: Path) -> BackupReport:
    """Write a backup to a new file while work goes on; it appears only when it is whole and proven.

    Raises:
        ForbiddenError: the actor is no administrator; a backup holds everybody's claims.
        InputError: the file exists already, or the database is not the embedded one.
        StoreError: the disk refuses; nothing is left behind.
    """
    require_role(actor, frozenset({Role.ADMINISTRATOR}))
    database = sqlite_file(office.store.url)
    if database is None:
        raise InputError("此处只备份内置数据库。", code="foreign-database", advice="请用数据库自带的工具备份。")
    if target.exists():
        raise InputError(f"{target.name} 已存在,没有覆盖。", code="exists", advice="请换一个文件名。")
    with plain_failures(), tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        copy, draft = Path(folder) / DATABASE, Path(folder) / "draft.zip"
        copy_database(Path(database), copy)
        _write(draft, dict(_members(office, copy)))
        report = verify(draft)
        if not report.ok:
            raise StoreError("影像库中有损坏的文件,备份没有完成。", code="damaged", advice="请先运行检查(doctor)。")
        draft.replace(target)
    with office.store.write() as unit:
        told = {"after": {"file": target.name, "files": report.files}}
        unit.tell(office.clock(), actor.username, "backup", "office", **told)
    return BackupReport(target, report.files, report.size)


def verify(source: Path) -> BackupReport:
    """Compare every member of a backup with its manifest. Raises InputError where the file is no backup."""
    with _opened(source) as archive:
        files = _manifest(archive)
        damaged = tuple(name for name, sha256 in files.items() if _digest(archive, name) != sha256)
    return BackupReport(source, len(files), source.stat().st_size, damaged)


def restore(source: Path, home: Path) -> None:
    """Put a backup into a data folder that does not exist or is empty; the folder appears only when all is proven.

    Raises:
        InputError: the folder is in use, or the file is no backup.
        StoreError: the backup is damaged or belongs to a newer version; nothing was put back.
    """
    if home.exists() and any(home.iterdir()):
        raise InputError(f"数据目录 {home} 不是空的,没有恢复。", code="not-empty", advice="请指定一个新的目录。")
    report = verify(source)
    if not report.ok:
        raise StoreError(
            f"备份文件有 {len(report.damaged)} 处损坏,没有恢复。", code="damaged", advice="请改用另一份备份。"
        )
    with plain_failures():
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home.parent, prefix=".restore-") as folder:
            fresh = Path(folder) / "home"
            fresh.mkdir(mode=0o700)
            _extract(source, fresh)
            if home.exists():
                home.rmdir()
            fresh.replace(home)


def _members(office: Office, database: Path) -> Iterator[tuple[str, Path]]:
    yield DATABASE, database
    if (office.home / CALENDAR).exists():
        yield CALENDAR, office.home / CALENDAR
    for sha256 in office.pages.hashes():
        yield f"pages/{sha256[:2]}/{sha256[2:4]}/{sha256}", office.pages.path(sha256)


def _write(draft: Path, members: dict[str, Path]) -> None:
    named = {name: name.rpartition("/")[2] if name.startswith("pages/") else digest(p) for name, p in members.items()}
    manifest = {"format": FORMAT, "revision": HEAD, "files": named}
    with draft.open("xb") as stream:
        draft.chmod(0o600)
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True))
            for name, path in members.items():
                archive.write(path, name)
        stream.flush()
        os.fsync(stream.fileno())


def _opened(source: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(source)
    except (OSError, zipfile.BadZipFile) as error:
        raise InputError(f"{source.name} 不是灵报的备份文件。", code="no-backup", advice="请重新选择文件。") from error


def _manifest(archive: zipfile.ZipFile) -> dict[str, str]:
    """Member names and hashes; names outside the two known shapes are refused, so nothing lands elsewhere."""
    try:
        manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
        files: dict[str, str] = dict(manifest["files"])
        revision = str(manifest["revision"])
        sound = manifest["format"] == FORMAT and set(archive.namelist()) == {MANIFEST, *files}
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile):
        sound = False
    if not sound or DATABASE not in files or not all(_MEMBER.fullmatch(name) for name in files):
        raise InputError("这不是灵报的备份文件,或清单不完整。", code="no-backup", advice="请重新选择文件。")
    check_known(revision)
    return files


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    try:
        with archive.open(name) as stream:
            return _copied(stream, None)
    except (zipfile.BadZipFile, OSError):
        return ""


def _extract(source: Path, home: Path) -> None:
    with _opened(source) as archive:
        for name, sha256 in _manifest(archive).items():
            target = home / name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with archive.open(name) as stream, target.open("xb") as out:
                target.chmod(0o600)
                if _copied(stream, out) != sha256:
                    raise StoreError("备份文件在恢复途中有变动,没有恢复。", code="damaged", advice="请重试。")


def _copied(stream: IO[bytes], out: IO[bytes] | None) -> str:
    total = hashlib.sha256()
    while chunk := stream.read(_CHUNK):
        total.update(chunk)
        if out is not None:
            out.write(chunk)
    return total.hexdigest()
