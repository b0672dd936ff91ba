"""A backup is whole and proven; a restored office is the office that was; nothing is overwritten."""

from __future__ import annotations

import json
import stat
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from review.errors import ForbiddenError, InputError, StoreError
from review.services import archive, backup, queue
from review.services.office import DATABASE
from tests.offices import ADMINISTRATOR, CLERK, an_office, in_review

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


@pytest.fixture
def saved(office: Office, tmp_path: Path) -> Path:
    """A backup of an office with a claim in review and a calendar of its own."""
    in_review(office)
    (office.home / "working_days.csv").write_text("day,working,note\n2025-04-07,no,停电\n", encoding="utf-8")
    return backup.backup(office, ADMINISTRATOR, tmp_path / "backup.zip").path


def rewritten(source: Path, target: Path, **members: bytes) -> Path:
    """A copy of a backup with members put in place of, or beside, its own."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in {*old.namelist(), *members}:
            new.writestr(name, members.get(name, b"") if name in members else old.read(name))
    return target


def test_a_restored_office_is_the_office_that_was(office: Office, saved: Path, tmp_path: Path) -> None:
    backup.restore(saved, tmp_path / "new")
    restored = an_office(tmp_path / "new")
    (claim,) = (queue.load_claim(restored, row.number) for row in queue.queue(restored))
    assert claim == queue.load_claim(office, claim.number)
    assert restored.pages.path(claim.pages[0].sha256).exists()
    assert restored.pages.verify() == ()
    assert archive.verify_journal(restored).ok
    assert restored.overrides == office.overrides


def test_a_restored_home_is_private(saved: Path, tmp_path: Path) -> None:
    backup.restore(saved, tmp_path / "new")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    files = [path for path in (tmp_path / "new").rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in [saved, *files]} == {0o600}


def test_a_sound_backup_is_found_sound_and_told_in_the_journal(office: Office, saved: Path) -> None:
    report = backup.verify(saved)
    assert (report.ok, report.files) == (True, 3)
    assert archive.history(office, "office")[-1].action == "backup"


def test_only_administrators_back_up_and_nothing_is_overwritten(office: Office, saved: Path, tmp_path: Path) -> None:
    with pytest.raises(ForbiddenError):
        backup.backup(office, CLERK, tmp_path / "other.zip")
    with pytest.raises(InputError, match="没有覆盖"):
        backup.backup(office, ADMINISTRATOR, saved)
    assert not (tmp_path / "other.zip").exists()


def test_restore_refuses_a_folder_in_use(office: Office, saved: Path) -> None:
    with pytest.raises(InputError, match="不是空的"):
        backup.restore(saved, office.home)
    assert queue.queue(office)


def test_a_damaged_backup_is_refused_and_nothing_appears(saved: Path, tmp_path: Path) -> None:
    damaged = rewritten(saved, tmp_path / "damaged.zip", **{DATABASE: b"SQLite format 3\0 nonsense"})
    assert backup.verify(damaged).damaged == (DATABASE,)
    with pytest.raises(StoreError, match="没有恢复"):
        backup.restore(damaged, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("name", ["../evil", "/etc/evil", "pages/aa/bb/../../../evil", "extra.txt"])
def test_a_backup_with_strange_members_is_refused(saved: Path, tmp_path: Path, name: str) -> None:
    strange = rewritten(saved, tmp_path / "strange.zip", **{name: b"x"})
    with pytest.raises(InputError):
        backup.verify(strange)


def test_a_manifest_may_not_name_strange_members_either(saved: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(saved) as old:
        manifest = json.loads(old.read("manifest.json"))
    manifest["files"]["../evil"] = "0" * 64
    members = {"../evil": b"x", "manifest.json": json.dumps(manifest).encode()}
    with pytest.raises(InputError):
        backup.restore(rewritten(saved, tmp_path / "strange.zip", **members), tmp_path / "new")
    assert not (tmp_path / "evil").exists()


def test_a_backup_of_a_newer_version_is_refused(saved: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(saved) as old:
        manifest = json.loads(old.read("manifest.json")) | {"revision": "9999"}
    newer = rewritten(saved, tmp_path / "newer.zip", **{"manifest.json": json.dumps(manifest).encode()})
    with pytest.raises(StoreError, match="更新版本"):
        backup.restore(newer, tmp_path / "new")


@pytest.mark.parametrize("content", [b"", b"no zip at all"])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.zip"
    path.write_bytes(content)
    with pytest.raises(InputError, match="不是灵报的备份"):
        backup.verify(path)


def test_damaged_pages_are_not_passed_off_as_a_backup(office: Office, tmp_path: Path) -> None:
    claim = in_review(office)
    office.pages.path(claim.pages[0].sha256).write_bytes(b"rot")
    with pytest.raises(StoreError, match="损坏"):
        backup.backup(office, ADMINISTRATOR, tmp_path / "backup.zip")
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == []


def test_a_foreign_database_is_backed_up_by_its_own_tools(office: Office, tmp_path: Path) -> None:
    foreign = replace(office, store=replace(office.store, url="postgresql://office/lingbao"))
    with pytest.raises(InputError) as refused:
        backup.backup(foreign, ADMINISTRATOR, tmp_path / "backup.zip")
    assert "自带的工具" in refused.value.advice
