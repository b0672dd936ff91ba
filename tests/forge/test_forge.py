"""Forged pages tell the truth: the figures on them add up, and only where a plan says so they do not."""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

import cv2
import pytest

from review.identity import is_citizen_number
from review.money import in_words as words_of_the_project
from tests.forge.__main__ import PLANS, SAMPLES
from tests.forge.figures import in_words
from tests.forge.samples.plan import read_plan
from tests.forge.statements import statement
from tests.forge.stock import any_case
from tests.forge.style import any_style

if TYPE_CHECKING:
    from pathlib import Path

TWO_SAMPLES = pytest.mark.parametrize("sample", ["clean", "trouble"])


def truths(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]


def lines(folder: Path) -> list[dict[str, str]]:
    return [line for t in truths(folder) if t["kind"] == "expense_statement" for line in t["items"]]


def broken(rows: list[dict[str, str]]) -> list[str]:
    return [r["name"] for r in rows if Decimal(r["unit_price"]) * Decimal(r["quantity"]) != Decimal(r["amount"])]


@TWO_SAMPLES
def test_a_sample_receipt_states_the_sum_of_its_categories_and_of_the_statement(sample: str) -> None:
    receipt = truths(SAMPLES / sample)[0]
    total = Decimal(receipt["fields"]["total_amount"])
    assert total == sum(Decimal(row["amount"]) for row in receipt["items"])
    assert total == sum(Decimal(row["amount"]) for row in lines(SAMPLES / sample))
    assert receipt["fields"]["total_in_words"].rstrip("整") == words_of_the_project(total).rstrip("整")


@TWO_SAMPLES
def test_a_sample_is_small_and_has_a_picture_for_each_truth(sample: str) -> None:
    folder = SAMPLES / sample
    assert [p.stem for p in sorted(folder.glob("*.jpg"))] == [p.stem for p in sorted(folder.glob("*.json"))]
    assert sum(p.stat().st_size for p in folder.iterdir()) < 1_250_000
    assert all(cv2.imread(str(p)) is not None for p in folder.glob("*.jpg"))


@TWO_SAMPLES
def test_a_sample_names_a_person_with_a_right_citizen_number(sample: str) -> None:
    header = tomllib.loads((SAMPLES / sample / "claim.toml").read_text(encoding="utf-8"))
    assert is_citizen_number(header["insured"]["id_number"])
    assert header["insured"]["name"] == truths(SAMPLES / sample)[0]["fields"]["payer"]
    assert header["care"]["diagnoses"] == truths(SAMPLES / sample)[-1]["fields"]["diagnoses"]


def test_every_line_of_the_clean_sample_multiplies_out() -> None:
    assert broken(lines(SAMPLES / "clean")) == []


def test_the_troubled_sample_carries_exactly_its_planted_faults() -> None:
    planted = tomllib.loads((SAMPLES / "trouble" / "claim.toml").read_text(encoding="utf-8"))["planted"]
    rows = lines(SAMPLES / "trouble")
    receipt = truths(SAMPLES / "trouble")[0]["fields"]
    assert broken(rows) == [planted["wrong_product"]]
    assert planted["outside_limit"] in {row["name"] for row in rows}
    assert planted["known_receipt"]["invoice_number"] == receipt["invoice_number"]


@pytest.mark.parametrize("name", ["clean", "trouble"])
def test_a_sample_says_what_its_plan_says(name: str) -> None:
    plan = read_plan(PLANS / f"{name}.toml")
    assert Decimal(truths(SAMPLES / name)[0]["fields"]["total_amount"]) == plan.case.total


@pytest.mark.parametrize("seed", range(12))
def test_statements_by_chance_add_up_over_their_pages(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a repeatable drawing
    case = any_case(rng, visit=False)
    rows = [row for paper in statement(case, any_style(rng), rng) for row in paper.said.items]
    assert sum(Decimal(row["amount"]) for row in rows) == case.total
    assert sum((amount for _, amount in case.sums), Decimal(0)) == case.total
    assert len(rows) == len(case.charges)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("100", "壹佰元整"),
        ("188.50", "壹佰捌拾捌元伍角"),
        ("1234.56", "壹仟贰佰叁拾肆元伍角陆分"),
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("20005.03", "贰万零伍元零叁分"),
        ("0.40", "零元肆角"),
    ],
)
def test_amounts_are_written_out_as_receipts_do(amount: str, words: str) -> None:
    assert in_words(Decimal(amount)) == words
