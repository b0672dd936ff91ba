"""Forged pages by chance: what they say adds up, stands where the truth says, and comes out the same each time."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import cv2
import pytest

from review.money import in_words
from tests.forge.forging import forge
from tests.forge.kinds import KINDS
from tests.forge.pages import lost

if TYPE_CHECKING:
    from pathlib import Path

Truth = dict[str, Any]


@pytest.fixture(scope="module")
def forged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Truth]:
    folder: Path = tmp_path_factory.mktemp("forged")
    forge(5, 16, folder)
    return {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))}


def whole(truth: Truth) -> bool:
    return "cut_off" not in truth


def test_the_same_seed_forges_the_same_bytes(tmp_path: Path) -> None:
    forge(3, 4, tmp_path / "a")
    forge(3, 4, tmp_path / "b")
    names = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert len(names) == 8
    assert all((tmp_path / "a" / n).read_bytes() == (tmp_path / "b" / n).read_bytes() for n in names)


def test_so_many_pages_are_forged_as_were_asked_for(forged: dict[str, Truth]) -> None:
    assert len(forged) == 16


def test_a_receipt_is_the_sum_of_its_rows_and_of_how_it_was_paid(forged: dict[str, Truth]) -> None:
    receipts = [t for t in forged.values() if t["kind"].endswith("_receipt") and whole(t)]
    for fields, items in [(t["fields"], t["items"]) for t in receipts]:
        total = Decimal(fields["total_amount"])
        assert total == sum(Decimal(item["amount"]) for item in items)
        assert fields["total_in_words"].rstrip("整") == in_words(total).rstrip("整")
        parts = ("pooled_fund_paid", "other_paid", "account_paid", "cash_paid")
        assert sum(Decimal(fields[key]) for key in parts if key in fields) == total
    assert receipts


def test_lines_multiply_out_to_the_fen(forged: dict[str, Truth]) -> None:
    items = [item for t in forged.values() for item in t["items"] if {"quantity", "unit_price"} <= item.keys()]
    gaps = [abs(Decimal(i["quantity"]) * Decimal(i["unit_price"]) - Decimal(i["amount"])) for i in items]
    assert gaps
    assert max(gaps) <= Decimal("0.005")


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"scan", "other", "claim"}))
def test_each_kind_is_drawn_with_its_kind_in_the_truth(kind: str, tmp_path: Path) -> None:
    forge(11, 1, tmp_path, [kind])
    (truth,) = (json.loads(p.read_text(encoding="utf-8")) for p in tmp_path.glob("*.json"))
    assert truth["kind"] == kind
    assert truth["fields"]


def test_a_scan_of_several_papers_tells_each_and_no_kind_of_its_own(tmp_path: Path) -> None:
    forge(4, 2, tmp_path, ["scan"])
    for file in tmp_path.glob("*.json"):
        truth = json.loads(file.read_text(encoding="utf-8"))
        assert "kind" not in truth
        assert len(truth["papers"]) == 2
        assert all(paper["fields"] and "paper" in paper["boxes"] for paper in truth["papers"])


def test_backs_and_pictures_of_no_paper_say_nothing(tmp_path: Path) -> None:
    forge(4, 3, tmp_path, ["other"])
    truths = [json.loads(file.read_text(encoding="utf-8")) for file in tmp_path.glob("*.json")]
    assert [(t["kind"], t["fields"], t["items"]) for t in truths] == [("other", {}, [])] * 3


def test_a_claim_is_a_pile_of_one_person_with_a_stranger_at_most(tmp_path: Path) -> None:
    forge(6, 8, tmp_path, ["claim"])
    truths = [json.loads(file.read_text(encoding="utf-8")) for file in tmp_path.glob("*.json")]
    assert {"inpatient_receipt", "expense_statement", "discharge_record"} <= {t["kind"] for t in truths}
    piles = {file.stem.rsplit("-", 1)[0] for file in tmp_path.glob("*.json")}
    names = {t["fields"]["patient"] for t in truths if t["kind"] == "expense_statement"}
    assert 1 <= len(names) <= len(piles)


def test_ink_stands_where_the_truth_says(tmp_path: Path) -> None:
    forge(9, 5, tmp_path)
    for file in tmp_path.glob("*.json"):
        picture = cv2.imread(str(file.with_suffix(".jpg")))
        truth = json.loads(file.read_text(encoding="utf-8"))
        for x, y, width, height in truth["boxes"].values():
            patch = picture[max(0, y) : y + height, max(0, x) : x + width]
            assert patch.min() + 25 < patch.max(), (file.stem, x, y)


def test_only_what_lies_outside_the_picture_is_left_out_of_a_prescription() -> None:
    row = {"name": "云南白药胶囊", "quantity": "4", "unit": "盒"}
    truth: Truth = {"kind": "prescription", "fields": {"doctor": "赖福生"}, "items": [row]}
    boxes = {"0.name": [10, 10, 60, 12], "doctor": [10, 95, 60, 12]}
    assert lost(truth, boxes, (100, 100)) == ["doctor"]
    assert truth["items"] == [row]
    assert truth["fields"] == {}


def test_only_layouts_that_were_asked_for_are_forged(tmp_path: Path) -> None:
    forge(8, 2, tmp_path, ["pharmacy_invoice"], ["roll of a pharmacy"])
    layouts = [json.loads(p.read_text(encoding="utf-8"))["layout"] for p in tmp_path.glob("*.json")]
    assert layouts == ["roll of a pharmacy"] * 2
