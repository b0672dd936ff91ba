"""Corrections: targets, what is typed, what is kept, and the standing of related figures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.claim.claim import HospitalLevel
from review.claim.edits import Edit, confirmed, edited, line_of
from review.claim.paper import DocumentKind, ReadState, Standing
from review.claim.people import Group
from review.errors import InputError, LingbaoError, NotFoundError
from tests.builders import a_claim, a_discharge_record, a_line, a_page, a_receipt, a_statement, a_value


def test_a_correction_keeps_what_was_read_and_where() -> None:
    claim = a_claim()
    read = claim.receipts[0].values["payer"]
    after = edited(claim, Edit(f"value:{read.id}", " 张小滿 ")).receipts[0].values["payer"]
    assert (after.value, after.standing) == ("张小滿", Standing.TYPED)
    assert (after.text, after.place, after.confidence) == (read.text, read.place, read.confidence)


@pytest.mark.parametrize(
    ("typed", "standing"), [("28", Standing.PROVEN), ("29", Standing.CONTRADICTED), ("", Standing.TYPED)]
)
def test_a_corrected_factor_weighs_the_whole_product(typed: str, standing: Standing) -> None:
    line = a_line(quantity="26", unit_price="3.20", amount="89.60", standing=Standing.CONTRADICTED)
    after = edited(a_claim(a_statement(line)), Edit(f"line:{line.id}:quantity", typed))
    values = after.statements[0].lines[0].values
    assert values["quantity"].standing is standing
    assert values["amount"].standing is (Standing.CONTRADICTED if not typed else standing)


def test_a_unit_price_keeps_six_digits() -> None:
    line = a_line(quantity="3", unit_price="1", amount="0.10")
    after = edited(a_claim(a_statement(line)), Edit(f"line:{line.id}:unit_price", "0.033333"))
    assert after.statements[0].lines[0].text("unit_price") == "0.033333"
    assert after.statements[0].lines[0].values["amount"].standing is Standing.PROVEN


def test_a_product_that_holds_but_for_rounding_proves_and_contradicts_nothing() -> None:
    line = a_line(quantity="300", unit_price="0.33", amount="99.50", standing=Standing.CONTRADICTED)
    values = edited(a_claim(a_statement(line)), Edit(f"line:{line.id}:amount", "100.00")).statements[0].lines[0].values
    standings = [values[key].standing for key in ("quantity", "unit_price", "amount")]
    assert standings == [Standing.READ, Standing.READ, Standing.TYPED]


def test_what_a_person_confirmed_stays_confirmed_when_the_product_breaks() -> None:
    line = a_line(quantity="2", unit_price="3.00", amount="6.00")
    claim = confirmed(a_claim(a_statement(line)), f"line:{line.id}:amount")
    values = edited(claim, Edit(f"line:{line.id}:quantity", "3")).statements[0].lines[0].values
    assert values["amount"].standing is Standing.CONFIRMED
    assert values["quantity"].standing is Standing.CONTRADICTED


def test_a_missing_cell_can_be_typed_without_paper() -> None:
    claim = a_claim()
    after = edited(claim, Edit(f"document:{claim.receipts[0].id}:hospital_number", "ZY001"))
    value = after.receipts[0].values["hospital_number"]
    assert (value.value, value.text, value.place, value.id) == ("ZY001", "", None, 0)


@pytest.mark.parametrize(
    ("target", "typed", "expected"),
    [
        ("insured.name", "李四", "李四"),
        ("insured.retired", "true", True),
        ("insured.groups", "orphan\nsubsistence", (Group.ORPHAN, Group.SUBSISTENCE)),
        ("insured.account.number", "0012", "0012"),
        ("care.hospital_level", "primary", HospitalLevel.PRIMARY),
        ("care.diagnoses", "肺炎\n高血压", ("肺炎", "高血压")),
        ("year_to_date.stays", "2", 2),
        ("year_to_date.basic_fund", "1,234.50", Decimal("1234.50")),
        ("already_paid", "10", Decimal("10.00")),
    ],
)
def test_fields_of_the_claim_take_typed_values(target: str, typed: str, expected: object) -> None:
    after: object = edited(a_claim(), Edit(target, typed))
    for name in target.split("."):
        after = getattr(after, name)
    assert after == expected


@pytest.mark.parametrize(
    "target",
    ["number", "state", "entered_by", "insured", "insured.account", "insured.nothing", "care.__class__", "payable", ""],
)
def test_what_is_no_field_of_persons_cannot_be_typed(target: str) -> None:
    with pytest.raises(NotFoundError):
        edited(a_claim(), Edit(target, "x"))


@pytest.mark.parametrize("target", ["value:999999", "line:999999:amount", "line:x:amount", "document:1", "page:1"])
def test_a_target_that_is_not_there_is_refused(target: str) -> None:
    with pytest.raises(NotFoundError):
        edited(a_claim(), Edit(target, "1"))


@pytest.mark.parametrize(
    ("key", "typed"),
    [("total_amount", "12,34.5"), ("total_amount", "1.005"), ("admission_date", "2025-02-30"), ("payer", "x" * 2001)],
)
def test_what_does_not_fit_the_field_is_refused(key: str, typed: str) -> None:
    claim = a_claim()
    with pytest.raises(InputError):
        edited(claim, Edit(f"document:{claim.receipts[0].id}:{key}", typed))


@pytest.mark.parametrize("typed", ["2025-3-1", "2025年3月1日", "2025/03/01", "2025.3.1"])
def test_dates_are_kept_one_way(typed: str) -> None:
    claim = a_claim()
    after = edited(claim, Edit(f"document:{claim.receipts[0].id}:issue_date", typed))
    assert after.receipts[0].text("issue_date") == "2025-03-01"


@given(st.text(max_size=40), st.sampled_from(["care.admitted", "already_paid", "year_to_date.stays", "insured.groups"]))
def test_whatever_is_typed_is_taken_or_refused_in_plain_words(typed: str, target: str) -> None:
    assert outcome(Edit(target, typed)) in {"taken", "refused: 没有保存"}


def outcome(edit: Edit) -> str:
    try:
        edited(a_claim(), edit)
    except LingbaoError as error:
        return "refused: 没有保存" if "没有保存" in str(error) else str(error)
    return "taken"


def test_rows_papers_values_and_failed_pages_can_be_confirmed() -> None:
    line, doubtful = a_line(review="行不完整"), a_value("payer", "张小满", standing=Standing.DOUBTFUL)
    receipt = a_receipt(line)
    claim = a_claim(receipt, a_discharge_record(), pages=(a_page(read_state=ReadState.FAILED, failure="模糊"),))
    claim = edited(claim, Edit(f"document:{receipt.id}:payer", doubtful.value))
    for target in (f"line:{line.id}", f"document:{receipt.id}", f"document:{receipt.id}:payer", "page:1"):
        claim = confirmed(claim, target)
    paper = claim.receipts[0]
    assert (paper.lines[0].review, paper.review_cleared, claim.pages[0].failure) == ("", True, "")
    assert paper.values["payer"].standing is Standing.CONFIRMED


def test_the_row_of_a_target_is_found_for_rows_and_their_cells_only() -> None:
    line = a_line(amount="1.00")
    claim = a_claim(a_receipt(), a_statement(line))
    payer = claim.receipts[0].values["payer"]
    assert line_of(claim, f"value:{line.values['amount'].id}") == line_of(claim, f"line:{line.id}") == line.id
    assert line_of(claim, f"value:{payer.id}") is line_of(claim, "claim") is None


def test_what_a_paper_is_can_be_corrected_and_the_claim_follows() -> None:
    shown = a_receipt(pooled_fund_paid="30.00", cash_paid="70.00")
    other = replace(shown, kind=DocumentKind.OTHER)
    claim = edited(a_claim(other), Edit(f"document:{other.id}:kind", "inpatient_receipt"))
    assert claim.receipts[0].id == shown.id
    assert claim.already_paid == Decimal("30.00")
    assert edited(claim, Edit(f"document:{other.id}:kind", "other")).already_paid == 0


def test_a_kind_that_is_none_is_refused() -> None:
    claim = a_claim()
    with pytest.raises(InputError):
        edited(claim, Edit(f"document:{claim.receipts[0].id}:kind", "love_letter"))


def test_a_typed_figure_of_the_year_is_marked_until_it_is_emptied() -> None:
    typed = edited(edited(a_claim(), Edit("year_to_date.basic_fund", "9.50")), Edit("year_to_date.source", "电话核实"))
    assert typed.year_to_date.typed == ("basic_fund", "source")
    emptied = edited(typed, Edit("year_to_date.basic_fund", " "))
    assert (emptied.year_to_date.basic_fund, emptied.year_to_date.typed) == (Decimal(0), ("source",))


def test_further_accounts_are_typed_a_line_each() -> None:
    year = edited(a_claim(), Edit("year_to_date.accounts", "outpatient.fund=120\nspecial_drug.fund=7.50")).year_to_date
    assert (year.of("outpatient.fund"), year.of("special_drug.fund")) == (Decimal(120), Decimal("7.50"))
    assert year.typed == ("accounts",)


def test_the_mark_itself_cannot_be_typed() -> None:
    with pytest.raises(NotFoundError):
        edited(a_claim(), Edit("year_to_date.typed", "basic_fund"))
