"""`lingbao rules`: tables are read without an office, searched, taken over and withdrawn."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.offices import CLERK, SUPERVISOR
from tests.rule_tables import plain_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.app.cli.conftest import Outcome

    Run = Callable[..., Outcome]

GIRLS = ["样例调经丸", "样例说明", "限定性别对象", "女"]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return plain_table(tmp_path / "样例省.xlsx", GIRLS, ["样例片", "", "限定科室", "内科"])


def test_a_table_is_read_by_the_contract(lingbao: Run, table: Path) -> None:
    told = lingbao("rules", "read", table, "--json").json
    assert set(told) == {"batch", "rules", "faults"}
    assert (told["batch"]["rows"], told["batch"]["loaded"]) == (2, 1)
    assert [(rule["name"], rule["kind"], rule["value"]) for rule in told["rules"]] == [("样例调经丸", "sex", "女")]
    assert [(fault["sheet"], fault["row"]) for fault in told["faults"]] == [("Sheet1", 3)]


def test_reading_tells_people_and_needs_no_office(lingbao: Run, table: Path) -> None:
    outcome = lingbao("rules", "read", table)
    assert "样例省.xlsx：2 行，读入 1 行，1 条规则" in outcome.out
    assert "限定科室" in outcome.out
    assert not Path(os.environ["LINGBAO_HOME"]).exists()


def test_a_table_at_odds_with_the_library_is_told(lingbao: Run, tmp_path: Path) -> None:
    path = plain_table(tmp_path / "甲.xlsx", ["艾附暖宫丸", "", "限定性别对象", "男"])
    (fault,) = lingbao("rules", "read", path, "--json").json["faults"]
    assert "现行限女性使用，本表限男性使用" in fault["said"]
    assert (fault["row"], fault["left_out"]) == (2, False)


def test_a_table_of_which_nothing_can_be_read_fails(lingbao: Run, tmp_path: Path) -> None:
    path = plain_table(tmp_path / "样例省.xlsx", ["样例片", "", "限定科室", "内科"])
    for flags in ((), ("--json",)):
        assert lingbao("rules", "read", path, *flags).code == 1
    assert "0 条规则" in lingbao("rules", "read", path).out


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 torn", b"\x89PNG\r\n", b"PK\x03\x04"])
def test_what_is_no_table_is_refused_with_advice(lingbao: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.xlsx").write_bytes(content)
    outcome = lingbao("rules", "read", tmp_path / "x.xlsx", "--json")
    assert outcome.code == 2
    assert outcome.json["error"]["advice"]


@pytest.mark.usefixtures("office")
def test_the_library_is_listed_and_searched(lingbao: Run) -> None:
    batches = lingbao("rules", "list", "--json").json["batches"]
    assert sum(view["batch"]["rows"] for view in batches) == 16521
    found = lingbao("rules", "search", "Ⅰ级护理", "--batch", "8-1-service-frequency", "--json").json
    assert (found["total"], found["rules"][0]["limit"]) == (1, 1)
    assert "每日限1次" in lingbao("rules", "search", "Ⅰ级护理").out


@pytest.mark.usefixtures("office")
def test_a_table_is_taken_over_searched_and_withdrawn(lingbao: Run, table: Path) -> None:
    batch = lingbao("rules", "import", table, "-u", SUPERVISOR.username, "--json").json["batch"]["id"]
    assert lingbao("rules", "search", "样例调经丸", "--json").json["total"] == 1
    assert lingbao("rules", "withdraw", batch, "-r", "试用结束", "-u", SUPERVISOR.username).code == 0
    assert lingbao("rules", "search", "样例调经丸", "--json").json["total"] == 0
    assert lingbao("rules", "restore", batch, "-r", "继续使用", "-u", SUPERVISOR.username).code == 0
    assert "样例省" in lingbao("rules", "list").out


@pytest.mark.usefixtures("office")
def test_a_clerk_may_not_import_rules(lingbao: Run, table: Path) -> None:
    assert lingbao("rules", "import", table, "-u", CLERK.username).code == 4
    assert lingbao("rules", "search", "样例调经丸", "--json").json["total"] == 0


@pytest.mark.usefixtures("office")
def test_what_rules_caught_is_empty_at_first(lingbao: Run) -> None:
    assert lingbao("rules", "caught", "--json").json == {"caught": {}}
    assert "没有" in lingbao("rules", "caught").out
