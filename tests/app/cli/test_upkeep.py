"""Users, backups, the journal, the doctor."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from review.services import queue
from tests.offices import ADMINISTRATOR, CLERK, an_office, in_review

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

NEW = "江边的石头数不完一遍"


def test_the_first_user_is_an_administrator_and_adds_others(
    lingbao: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINGBAO_NEW_PASSWORD", NEW)
    assert lingbao("user", "add", "boss", "--full-name", "管理员", "--role", "administrator").code == 0
    monkeypatch.setenv("LINGBAO_PASSWORD", NEW)
    assert lingbao("user", "add", "li", "--full-name", "李敏", "--role", "clerk", "-u", "boss").code == 0
    assert [user["username"] for user in lingbao("user", "list", "--json").json["users"]] == ["boss", "li"]


def test_a_clerk_may_not_add_users(
    lingbao: Callable[..., Outcome], office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINGBAO_NEW_PASSWORD", NEW)
    assert office.home.exists()
    assert lingbao("user", "add", "wu.min", "--full-name", "某某", "--role", "clerk", "-u", CLERK.username).code == 4


def test_a_disabled_user_can_do_nothing(lingbao: Callable[..., Outcome], office: Office) -> None:
    number = in_review(office).number
    assert lingbao("user", "disable", CLERK.username, "-u", ADMINISTRATOR.username).code == 0
    assert lingbao("decide", number, "approve", "-u", CLERK.username).code == 4


def test_a_backup_comes_back_whole(lingbao: Callable[..., Outcome], office: Office, tmp_path: Path) -> None:
    number = in_review(office).number
    target, home = tmp_path / "day.lingbao", tmp_path / "restored"
    assert lingbao("backup", target, "-u", ADMINISTRATOR.username).code == 0
    assert lingbao("backup", target, "--restore", home).code == 0
    assert queue.load_claim(an_office(home), number).number == number


def test_a_journal_row_that_was_changed_is_found(lingbao: Callable[..., Outcome], office: Office) -> None:
    in_review(office)
    assert lingbao("journal").code == 0
    with sqlite3.connect(office.home / "lingbao.sqlite3") as database:
        database.execute("UPDATE journal SET actor = 'nobody' WHERE sequence = 2")
    outcome = lingbao("journal", "--json")
    assert (outcome.code, outcome.json["check"]["broken_at"]) == (1, 2)


def test_the_doctor_names_missing_weights_and_the_cure(
    lingbao: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LINGBAO_MODELS", str(tmp_path / "none"))
    outcome = lingbao("doctor", "--json")
    weights = next(finding for finding in outcome.json["findings"] if finding["name"] == "识别模型")
    assert outcome.code == 1
    assert "ocr.recognition.install" in weights["cure"]


def test_a_database_that_cannot_be_opened_is_told_by_the_doctor(
    lingbao: Callable[..., Outcome],
) -> None:
    home = Path(os.environ["LINGBAO_HOME"])
    home.mkdir()
    (home / "lingbao.sqlite3").write_bytes(b"this is no database" * 100)
    outcome = lingbao("doctor", "--json")
    database = next(finding for finding in outcome.json["findings"] if finding["name"] == "数据库")
    assert (outcome.code, database["ok"]) == (1, False)


def test_a_page_that_vanished_is_told_by_the_doctor(lingbao: Callable[..., Outcome], office: Office) -> None:
    page = in_review(office).pages[0]
    office.pages.path(page.sha256).unlink()
    outcome = lingbao("doctor", "--json")
    database = next(finding for finding in outcome.json["findings"] if finding["name"] == "数据库")
    assert (outcome.code, database["state"]) == (1, "1 个影像文件缺失")


def test_an_unknown_benchmark_says_where_they_are(lingbao: Callable[..., Outcome]) -> None:
    outcome = lingbao("bench", "nothing")
    assert outcome.code == 2
    assert "tests/bench" in outcome.err
