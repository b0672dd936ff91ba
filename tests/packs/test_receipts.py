"""The identities of receipts, on made-up receipts: sound ones are let alone, edited ones are caught by the checks."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from review.checks import run_checks
from review.checks.finding import CheckContext
from tests.builders import a_claim, a_line, a_receipt

RECEIPTS = yaml.safe_load((Path(__file__).parent / "receipts" / "receipts.yaml").read_text(encoding="utf-8"))
IDENTITIES = {"receipt-sum", "receipt-words", "receipt-identity", "figure-grown", "row-grown"}
CONTEXT = CheckContext(today=date(2025, 4, 1), entry=lambda _: None, edition=lambda _: None)


@pytest.mark.parametrize("receipt", RECEIPTS, ids=lambda receipt: receipt["name"])
def test_the_figures_of_a_receipt_must_agree(receipt: dict[str, Any]) -> None:
    items = [a_line(name, amount=amount) for name, amount in receipt["items"].items()]
    claim = a_claim(a_receipt(*items, **receipt["fields"]))
    codes = {finding.code for finding in run_checks(claim, CONTEXT)}
    assert codes & IDENTITIES == set(receipt.get("broken", ()))
