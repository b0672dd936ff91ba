"""The bench of forged papers scores what it says it scores: papers apart, rows in the order they were read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.bench.bench_forged import in_read_order, pile_of, scored
from tests.bench.bench_read import SHARED
from tests.forge.forging import forge

if TYPE_CHECKING:
    from pathlib import Path

Table = dict[str, Any]


def read(value: object) -> Table:
    return {"value": value, "review": None}


def document(truth: Table, file: str) -> Table:
    """A perfect reading of a paper."""
    fields = {key: read(value) for key, value in truth["fields"].items()}
    items = [{"page": 0, "review": None} | {key: read(value) for key, value in row.items()} for row in truth["items"]]
    return {"kind": truth["kind"], "pages": [{"file": file}], "review": [], "fields": fields, "items": items}


def perfect(folder: Path) -> Table:
    documents = []
    for file in sorted(folder.glob("*.jpg")):
        truth = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        documents += [document(paper, file.name) for paper in truth.get("papers", [truth])]
    return {"documents": documents}


def receipt(*names: str) -> Table:
    items = [{"name": name, "amount": "1.00"} for name in names]
    return {"kind": "outpatient_receipt", "fields": {}, "items": items}


def test_rows_of_a_receipt_are_put_in_the_order_they_were_read() -> None:
    rows = document(receipt("b", "a", "c"), "x.jpg")["items"]
    assert [row["name"] for row in in_read_order(receipt("a", "b", "c"), rows)["items"]] == ["b", "a", "c"]


def test_a_row_whose_name_was_misread_is_told_by_its_amount() -> None:
    truth = receipt("Ⅲ级护理", "床位费")
    truth["items"][1]["amount"] = "2.00"
    rows = document(receipt("床位费", "III级护理"), "x.jpg")["items"]
    rows[0]["amount"] = read("2.00")
    assert [row["name"] for row in in_read_order(truth, rows)["items"]] == ["床位费", "Ⅲ级护理"]


def test_rows_that_were_not_read_are_kept_and_statements_are_left_alone() -> None:
    assert len(in_read_order(receipt("a", "b"), [])["items"]) == 2
    statement = receipt("a", "b") | {"kind": "expense_statement"}
    assert in_read_order(statement, document(receipt("b", "a"), "x.jpg")["items"]) is statement


def test_pages_of_one_pile_share_their_name(tmp_path: Path) -> None:
    assert pile_of(tmp_path / "claim-7-003-2.jpg") == pile_of(tmp_path / "claim-7-003-1.jpg") == "claim-7-003"


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "eval" / "score.py").exists(), reason="the shared scorer is not here")
@pytest.mark.parametrize("kind", ["scan", "outpatient_receipt"])
def test_a_perfect_reading_scores_all(kind: str, tmp_path: Path) -> None:
    forge(8, 2, tmp_path / "forged", [kind])
    said = scored(tmp_path / "forged", perfect(tmp_path / "forged"), tmp_path)
    assert "money exact        100.00 %" in said
    assert "fields exact       100.00 %" in said
    assert "silent money errors 0" in said


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "eval" / "score.py").exists(), reason="the shared scorer is not here")
def test_a_wrong_figure_that_nobody_is_asked_about_is_silent(tmp_path: Path) -> None:
    forge(8, 1, tmp_path / "forged", ["inpatient_receipt"])
    reading = perfect(tmp_path / "forged")
    reading["documents"][0]["fields"]["total_amount"] = read("1.23")
    said = scored(tmp_path / "forged", reading, tmp_path, worst=3)
    assert "silent money errors 1" in said
    assert "total_amount" in said
