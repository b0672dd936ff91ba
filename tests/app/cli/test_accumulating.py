"""`lingbao accumulators`: exports are read without an office, looked at, taken over, followed and withdrawn."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.offices import CLERK, SUPERVISOR, in_review
from tests.review.accumulators.exports import a_book, a_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

    Run = Callable[..., Outcome]

DAY = ("--as-of", "2025-03-01")


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return a_book(tmp_path, a_row(统筹累计支付="97,000.00"), a_row(1, 身份证号="360799198501010012"))


def test_an_export_is_read_without_an_office(lingbao: Run, export: Path) -> None:
    outcome = lingbao("accumulators", "read", export, *DAY)
    assert "2 行，1 人" in outcome.out
    assert "统筹累计支付 → 统筹已付" in outcome.out
    assert "校验不符" in outcome.out
    assert not Path(os.environ["LINGBAO_HOME"]).exists()


def test_an_export_of_which_nobody_could_be_read_fails(lingbao: Run, tmp_path: Path) -> None:
    nobody = a_book(tmp_path, a_row(1, 身份证号="360799198501010012"))
    assert lingbao("accumulators", "read", nobody, *DAY).code == 1


def test_a_file_as_read_is_json(lingbao: Run, export: Path) -> None:
    told = lingbao("accumulators", "read", export, *DAY, "--json").json
    assert (told["rows"], told["left_out"], told["as_of"]) == (2, 1, "2025-03-01")
    assert ["basic_fund", "97000.00"] in told["standings"][0]["figures"]


def test_year_scheme_and_columns_can_be_said(lingbao: Run, tmp_path: Path) -> None:
    path = a_book(tmp_path, (a_row()[1], "12.50"), head=("身份证号", "TC_AMT"))
    said = ("--year", "2025", "--scheme", "employee", "--column", "TC_AMT=basic_fund")
    (standing,) = lingbao("accumulators", "read", path, *DAY, *said, "--json").json["standings"]
    assert (standing["whose"]["scheme"], standing["figures"]) == ("employee", [["basic_fund", "12.50"]])
    assert lingbao("accumulators", "read", path, "--column", "TC_AMT").code == 2


def test_an_import_is_looked_at_taken_over_followed_and_withdrawn(lingbao: Run, office: Office, export: Path) -> None:
    claim = in_review(office)
    seen = lingbao("accumulators", "import", export, *DAY, "--preview", "-u", CLERK.username).out
    assert "新增 1 人" in seen
    assert "4,440.00 → 3,000.00" in seen
    refused = lingbao("accumulators", "import", export, *DAY, "-u", CLERK.username)
    assert (refused.code, "没有采用" in refused.err) == (2, True)
    taken = lingbao("accumulators", "import", export, *DAY, "--partly", "--json", "-u", CLERK.username).json
    assert (taken["batch"]["people"], taken["affected"][0]["claim"]) == (1, claim.number)
    assert taken["affected"][0]["difference"] == "-1440.00"
    assert lingbao("accumulators", "affected", "1", "--json").json["affected"] == taken["affected"]
    assert "影响报销单 1 份" in lingbao("accumulators", "affected", "1").out
    assert "累计.xlsx" in lingbao("accumulators", "list").out
    assert "统筹已付  97000.00" in lingbao("accumulators", "show", a_row()[1]).out
    back = lingbao("accumulators", "withdraw", "1", "-r", "导错年度", "-u", SUPERVISOR.username).out
    assert "3,000.00 → 4,440.00" in back
    assert lingbao("accumulators", "list", "--json").json["batches"][0]["withdrawn"] is True


@pytest.mark.usefixtures("office")
def test_nothing_imported_says_so(lingbao: Run) -> None:
    assert "没有" in lingbao("accumulators", "list").out
    assert "没有" in lingbao("accumulators", "show", a_row()[1]).out
    assert lingbao("accumulators", "affected", "9").code == 3


@pytest.mark.usefixtures("office")
def test_what_is_no_table_is_refused_with_advice(lingbao: Run, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"%PDF-1.7")
    outcome = lingbao("accumulators", "read", tmp_path / "x.xlsx", "--json")
    assert (outcome.code, bool(outcome.json["error"]["advice"])) == (2, True)
