"""What was approved comes back from the store word for word, whichever version of the software wrote it."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest

from review.claim.claim import AccountSum, YearToDate
from review.packs.stated import PackUsed, Parameter
from review.policy.settlement import LayerShare, LineShare, Settlement, Step
from review.services import snapshot

PAPER = Parameter(name="比例", value="0.60", since="2025-01-01", document="文", clause="一")
FULL = Settlement(
    pack=PackUsed(id="ganzhou", version="1", status="confirmed"),
    total=Decimal("10.05"),
    burdens=(("copay", Decimal("0.50")),),
    catalogue=("a", "b"),
    warnings=("注意",),
    before=YearToDate(stays=1, accounts=(AccountSum("outpatient.fund", Decimal("3.20")),), typed=("stays",)),
    lines=(
        LineShare(
            name="药",
            amount=Decimal("10.05"),
            payment_class="B",
            self_paid=Decimal(0),
            over_limit=Decimal(0),
            advance_self_pay=Decimal("1.01"),
            eligible=Decimal("9.04"),
        ),
    ),
    layers=(
        LayerShare(
            id="aid",
            title="救助",
            fund="medical_aid_fund",
            counted=Decimal("5.00"),
            threshold=Decimal("0.00"),
            payment=Decimal("4.50"),
            taken=(("copay", Decimal("4.50")),),
        ),
    ),
    day=date(2025, 3, 11),
    trace=(
        Step(step="total", formula="相加", inputs={"药": "10.05"}, parameter=PAPER, result=Decimal("10.05")),
        Step(step="copay", formula="相减", inputs={}, parameter=None, result=Decimal("0.50"), more=(PAPER,)),
    ),
)


def test_a_settlement_with_everything_in_it_comes_back_the_same() -> None:
    assert snapshot.thawed(json.loads(json.dumps(snapshot.frozen(FULL)))) == FULL


@pytest.mark.parametrize("name", [f.name for f in fields(Settlement) if f.name != "pack"])
def test_what_an_earlier_version_did_not_hold_takes_its_default(name: str) -> None:
    plain = snapshot.frozen(FULL)
    del plain[name]
    default = getattr(Settlement(pack=FULL.pack), name)
    assert getattr(snapshot.thawed(plain), name) == default
