"""Words recognised on forged pages of made-up people, beside the truth of what was printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ocr.extraction import read_documents
from ocr.pages import PageText, page_from_json

if TYPE_CHECKING:
    from ocr.reading import Document

PAGES = Path(__file__).parent / "pages"
CLAIM = [f"bundle-502-000-{n}" for n in (1, 2, 3, 4)]


def stored(name: str) -> PageText:
    return page_from_json((PAGES / f"{name}.words.json").read_text(encoding="utf-8"))


def truth(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAGES / f"{name}.truth.json").read_text(encoding="utf-8"))
    return found


def amounts(document: Document, page: int = 0) -> list[object]:
    return [line.cells["amount"].value for line in document.items if line.page == page]


def test_a_whole_claim_falls_into_its_papers() -> None:
    receipt, statement, record = read_documents([stored(name) for name in CLAIM])
    assert [p.file for p in statement.pages] == ["bundle-502-000-2.jpg", "bundle-502-000-3.jpg"]
    assert [d.kind.value for d in (receipt, statement, record)] == [truth(CLAIM[n])["kind"] for n in (0, 1, 3)]


def test_the_claims_money_is_read_and_proven() -> None:
    receipt, statement, _ = read_documents([stored(name) for name in CLAIM])
    assert receipt.fields["total_amount"].value == statement.fields["total_amount"].value == "7057.94"
    for number in (0, 1):
        assert amounts(statement, number) == [item["amount"] for item in truth(CLAIM[1 + number])["items"]]
    assert all(line.cells["amount"].proof for line in (*receipt.items, *statement.items))
    assert receipt.review == statement.review == ()


@pytest.mark.parametrize("name", ["open_outpatient-501-002-1", "einpatient-501-012-1"])
def test_no_figure_of_a_receipt_is_wrong_without_asking(name: str) -> None:
    (document,) = read_documents([stored(name)])
    assert amounts(document) == [item["amount"] for item in truth(name)["items"]]
    for key in ("total_amount", "pooled_fund_paid", "cash_paid", "self_pay", "self_expense"):
        cell = document.fields[key]
        assert cell.value == truth(name)["fields"][key] or cell.review


def test_diagnoses_of_the_record_are_a_list() -> None:
    *_, record = read_documents([stored(name) for name in CLAIM])
    assert record.fields["diagnoses"].value == tuple(truth(CLAIM[3])["fields"]["diagnoses"])
