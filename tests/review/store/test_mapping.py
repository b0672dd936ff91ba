"""A claim becomes rows and comes back the same; differences are told, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import count, islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.claim.decisions import FindingDecision, FindingVerdict
from review.claim.edits import Edit, edited
from review.claim.paper import Column, Flaw
from review.errors import ConflictError
from review.store.changes import changed, told, undone
from review.store.mapping import Folder, folder_of, numbered, rows_of
from tests.builders import a_claim, a_discharge_record, a_line, a_page, a_receipt, a_statement, an_insured
from tests.offices import MORNING

if TYPE_CHECKING:
    from review.claim.claim import Claim

DECISION = FindingDecision(
    code="line-product",
    subject="claim",
    fingerprint="f" * 16,
    verdict=FindingVerdict.ALLOW,
    reason="已核对",
    decided_by="li.jing",
    decided_at=MORNING,
)

typed = st.text(st.characters(codec="utf-8"), max_size=12)
amounts = st.decimals(Decimal(0), Decimal(99999), places=2)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    lines = [a_line(draw(typed), amount=str(draw(amounts)), position=i) for i in range(draw(st.integers(0, 4)))]
    layout = (Column(draw(typed), "name", 0.0, 0.4), Column(draw(typed), "amount", 0.4, 1.0))
    statement = replace(a_statement(*lines), position=2, page_ids=(1, 2), layout=layout)
    papers = (a_receipt(payer=draw(typed)), statement)
    pages = (a_page(), a_page(id=2, position=2, flaws=(Flaw("blurred", draw(typed), ((1, 2, 3, 4),)),)))
    insured = an_insured(name=draw(typed), phone=draw(typed))
    return a_claim(*papers, pages=pages, insured=insured, already_paid=draw(amounts), payable=draw(amounts))


@given(claims())
def test_a_folder_becomes_rows_and_comes_back_the_same(claim: Claim) -> None:
    folder = Folder(claim=claim, decisions=(DECISION,), settlement={"total": "1.00"})
    assert folder_of(rows_of(folder)) == folder


@given(claims(), typed)
def test_an_edit_is_told_and_taken_back_exactly(claim: Claim, name: str) -> None:
    before = Folder(claim=claim)
    after = Folder(claim=edited(claim, Edit("insured.name", name)))
    changes = told(changed(rows_of(before), rows_of(after)))
    assert folder_of(undone(claim.number, rows_of(after), *changes)) == before
    assert folder_of(undone(claim.number, rows_of(before), *reversed(changes))) == after


def test_only_the_columns_that_differ_are_told() -> None:
    claim = a_claim()
    code = claim.receipts[0].values["check_code"]
    corrected = edited(claim, Edit(f"value:{code.id}", "b2c3d4"))
    before, after = told(changed(rows_of(Folder(claim=claim)), rows_of(Folder(claim=corrected))))
    assert before == {f"value:{code.id}": {"value": "a1b2c3", "standing": "read"}}
    assert after == {f"value:{code.id}": {"value": "b2c3d4", "standing": "typed"}}


def test_a_new_version_alone_is_not_told_and_a_settlement_only_by_its_digest() -> None:
    claim = a_claim()
    before = rows_of(Folder(claim=claim))
    assert told(changed(before, rows_of(Folder(claim=replace(claim, version=9))))) == ({}, {})
    _, after = told(changed(before, rows_of(Folder(claim=claim, settlement={"fund_total": "4440.00"}))))
    assert after["claim"] is not None
    assert len(after["claim"]["settlement"]) == 64


def test_what_moved_on_since_cannot_be_taken_back() -> None:
    claim = a_claim()
    after = edited(claim, Edit("insured.name", "李四"))
    changes = told(changed(rows_of(Folder(claim=claim)), rows_of(Folder(claim=after))))
    later = Folder(claim=edited(after, Edit("insured.name", "王五")))
    with pytest.raises(ConflictError, match="又有改动"):
        undone(claim.number, rows_of(later), *changes)


def test_everything_without_an_id_gets_one_and_the_rest_keep_theirs() -> None:
    old = a_discharge_record()
    new = replace(a_receipt(), id=0, values={k: replace(v, id=0) for k, v in a_receipt().values.items()})
    ids = count(10_000)
    folder = numbered(Folder(claim=a_claim(old, new)), lambda number: islice(ids, number))
    kept, fresh = folder.claim.documents
    assert kept == old
    assert fresh.id >= 10_000
    assert all(value.id >= 10_000 for value in fresh.values.values())
