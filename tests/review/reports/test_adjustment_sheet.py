"""The form of an adjustment says what moves, from which fund, why, and who agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.claim.adjustment import Adjustment, AdjustmentKind, AdjustmentState
from review.claim.people import BankAccount
from review.errors import StoreError
from review.reports.adjustment import adjustment_sheet
from review.reports.inputs import Imprint
from tests.builders import a_claim
from tests.review.reports.papers import text_of, texts

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = a_claim(payable=Decimal("4440.00"))
MORNING = datetime(2026, 3, 20, 1, 0, tzinfo=UTC)
SUPPLEMENT = Adjustment(
    number="20260320-A1",
    version=3,
    claim=CLAIM.number,
    kind=AdjustmentKind.SUPPLEMENT,
    state=AdjustmentState.SENT,
    amount=Decimal("370.00"),
    funds={"basic_fund": Decimal("740.00"), "medical_aid_fund": Decimal("-370.00")},
    year={"basic_fund": Decimal("740.00"), "outpatient.fund": Decimal("-1.20")},
    paid=Decimal("4440.00"),
    anew=Decimal("4810.00"),
    grounds=("政策包：原按赣州 2026.11，现按赣州 2026.11+1",),
    reason="比例调整<补支>",
    order="20260320-T1",
    authors=("lin", "zhou"),
    drafted_at=MORNING,
    audited_by="chen",
    audited_at=MORNING,
    sent_by="fang",
    sent_at=MORNING,
)


def test_the_form_says_what_moves_from_which_fund_and_why(tmp_path: Path) -> None:
    text = text_of(adjustment_sheet(CLAIM, SUPPLEMENT, tmp_path / "a.pdf"))
    for words in (
        "20260320-A1",
        "本次补支370.00元（大写：叁佰柒拾元整）",
        "+740.00",
        "-370.00",
        "政策包：原按赣州2026.11，现按赣州2026.11+1",
        "理由：比例调整<补支>",
        "送出单号：20260320-T1",
        "收款账户：同报销单",
    ):
        assert words in text


def test_everybody_who_had_a_hand_in_it_is_named(tmp_path: Path) -> None:
    people = Imprint(people={"lin": "林晓", "zhou": "周平", "chen": "陈立", "fang": "方敏"})
    text = text_of(adjustment_sheet(CLAIM, SUPPLEMENT, tmp_path / "a.pdf", people))
    assert all(name in text for name in ("林晓、周平", "陈立", "方敏"))


def test_a_draft_and_a_deleted_one_are_marked_and_a_sent_one_is_not(tmp_path: Path) -> None:
    for state, mark in ((AdjustmentState.DRAFT, "尚未审核"), (AdjustmentState.DELETED, "已删除")):
        assert mark in text_of(adjustment_sheet(CLAIM, replace(SUPPLEMENT, state=state), tmp_path / "a.pdf"))
    text = text_of(adjustment_sheet(CLAIM, SUPPLEMENT, tmp_path / "b.pdf"))
    assert "不得据以" not in text


def test_where_the_money_came_back_is_told_with_its_voucher(tmp_path: Path) -> None:
    back = replace(
        SUPPLEMENT,
        kind=AdjustmentKind.REVERSAL,
        state=AdjustmentState.DONE,
        year={"stays": Decimal(-1), "deductible": Decimal("-600.00")},
        reference="银行回单 0012",
        settled_on=date(2026, 3, 28),
    )
    text = text_of(adjustment_sheet(CLAIM, back, tmp_path / "a.pdf"))
    assert "到账：2026-03-28，凭证银行回单0012" in text
    assert ("-1次" in text, "-600.00" in text, "收款账户" in text) == (True, True, False)


def test_the_account_that_was_audited_is_printed(tmp_path: Path) -> None:
    other = BankAccount(holder="张小满", number="6230000000000000001", bank="工商银行")
    text = text_of(adjustment_sheet(CLAIM, replace(SUPPLEMENT, account=other), tmp_path / "a.pdf"))
    assert "收款账户：张小满6230000000000000001工商银行" in text


def test_the_form_fits_on_a_page_and_needs_a_place_to_lie(tmp_path: Path) -> None:
    assert len(list(texts(adjustment_sheet(CLAIM, SUPPLEMENT, tmp_path / "a.pdf")))) == 1
    with pytest.raises(StoreError):
        adjustment_sheet(CLAIM, SUPPLEMENT, tmp_path / "nowhere" / "a.pdf")
