"""`lingbao settle` takes a case or a claim and gives the figures of the contract."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.offices import in_review
from tests.review.reports.papers import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

CASES = Path(__file__).resolve().parents[2] / "packs" / "cases" / "ganzhou"


@pytest.mark.parametrize("name", ["d1", "d2", "d3"])
def test_the_derived_cases_settle_to_the_fen(lingbao: Callable[..., Outcome], name: str) -> None:
    [path] = CASES.rglob(f"{name}.yaml")
    expected = yaml.safe_load(path.read_text())["expect"]
    result = lingbao("settle", path, "--json").json
    assert {key: result[key] for key in expected} == expected


def test_a_settlement_can_be_explained_step_by_step(lingbao: Callable[..., Outcome]) -> None:
    [path] = CASES.rglob("d1.yaml")
    told = lingbao("settle", path, "--explain").out
    assert "12,600.00" in told
    assert "起付线" in told
    assert "未经确认" in told


def test_the_waterfall_shows_arithmetic_and_bars(lingbao: Callable[..., Outcome]) -> None:
    [path] = CASES.rglob("d1.yaml")
    told = lingbao("settle", path).out
    assert "21,000.00 × 60%" in told
    assert "█" in told
    assert "17,400.00" in told


@pytest.mark.parametrize("words", [("--explain", "insured"), ("insured", "--explain"), ("insured",)], ids=" ".join)
def test_a_settlement_is_told_to_the_insured_in_plain_words(
    lingbao: Callable[..., Outcome], words: tuple[str, ...]
) -> None:
    [path] = CASES.rglob("d1.yaml")
    told = lingbao("settle", path, *words).out
    assert "您自己负担 17,400.00 元" in told
    assert "依据：" not in told


def test_the_auditor_is_told_the_year_and_every_basis(lingbao: Callable[..., Outcome]) -> None:
    [path] = CASES.rglob("d1.yaml")
    told = lingbao("settle", path, "--explain", "auditor").out
    assert "年度累计（本次之前）" in told
    assert "依据：居民住院支付比例" in told
    assert lingbao("settle", path, "--explain", "neighbour").code == 2


def test_a_case_with_a_wrong_key_names_it(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("id: x\npack: ganzhou\ninsurde: {}\n")
    outcome = lingbao("settle", tmp_path / "bad.yaml", "--json")
    assert outcome.code in {2, 8}
    assert "insurde" in outcome.json["error"]["message"]


def test_a_missing_case_is_bad_input(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    assert lingbao("settle", tmp_path / "none.yaml").code in {2, 3}


def test_a_case_file_has_no_sheet_and_is_told_so(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    refused = lingbao("settle", str(tmp_path / "case.yaml"), "-o", str(tmp_path / "sheet.pdf"))
    assert refused.code == 2
    assert "案例文件" in refused.err
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_claim_settles_as_it_stands(lingbao: Callable[..., Outcome], office: Office) -> None:
    claim = in_review(office)
    result = lingbao("settle", claim.number, "--json").json
    assert result["total"] == "10000.00"
    assert result["pack"]["id"] == "ganzhou"


def test_packs_and_editions_are_listed(lingbao: Callable[..., Outcome]) -> None:
    assert "ganzhou" in [pack["id"] for pack in lingbao("policy", "list", "--json").json["packs"]]
    editions = lingbao("catalogue", "list", "--json").json["editions"]
    assert {"official", "demo"} == {edition["status"] for edition in editions}


def test_an_entry_is_found_by_pinyin_initials(lingbao: Callable[..., Outcome]) -> None:
    found = lingbao("catalogue", "search", "ejsg", "--date", "2025-06-01", "--json").json["candidates"]
    assert "二甲双胍" in [candidate["entry"]["name"] for candidate in found]


def test_a_broken_pack_is_a_policy_failure(lingbao: Callable[..., Outcome], tmp_path: Path) -> None:
    assert lingbao("policy", "check", tmp_path).code == 8


@pytest.mark.parametrize(("name", "magic"), [("sheet.pdf", b"%PDF-"), ("sheet.xlsx", b"PK")])
def test_the_sheet_of_a_claim_is_written(
    lingbao: Callable[..., Outcome], office: Office, tmp_path: Path, name: str, magic: bytes
) -> None:
    number = in_review(office).number
    assert lingbao("settle", number, "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_bytes().startswith(magic)


def test_the_page_for_the_insured_is_written(lingbao: Callable[..., Outcome], office: Office, tmp_path: Path) -> None:
    number = in_review(office).number
    assert lingbao("settle", number, "--explain", "insured", "-o", tmp_path / "a.pdf").code == 0
    assert "医保报销说明（给参保人）" in text_of(tmp_path / "a.pdf")
