"""Checks of what stands on a receipt: settled already, forms of numbers, what its code says, seal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from review.checks.finding import Check, CheckContext, Severity
from review.checks.receipts.already_settled import already_settled
from review.checks.receipts.code_parts import code_parts
from review.checks.receipts.invoice_form import invoice_form
from review.checks.receipts.invoice_sum import invoice_sum
from review.checks.receipts.receipt_identity import receipt_identity
from review.checks.receipts.receipt_number import receipt_number
from review.checks.receipts.receipt_words import receipt_words
from review.checks.receipts.reversed_receipt import reversed_receipt
from review.checks.receipts.seal import seal
from review.checks.receipts.totals import totals
from review.checks.stay.people import people
from review.claim.paper import Custody, Document, DocumentKind, Line, Standing
from tests.builders import a_care, a_claim, a_document, a_line, a_receipt, a_value

Context = Callable[..., CheckContext]


def test_a_private_receipt_is_not_settled(context: Context) -> None:
    assert not list(already_settled(a_claim(a_receipt()), context()))


def test_payment_by_the_pooled_fund_says_settled_and_not_deducted(context: Context) -> None:
    receipt = a_receipt(pooled_fund_paid="70.00", cash_paid="30.00", insurance_type="城乡居民医保")
    found = list(already_settled(a_claim(receipt), context()))
    assert [f.code for f in found] == ["already-settled", "already-paid-missing"]
    assert all("70.00元" in f.message for f in found)


def test_what_the_claim_deducts_is_not_asked_for_again(context: Context) -> None:
    receipt = a_receipt(pooled_fund_paid="70.00", cash_paid="30.00")
    claim = a_claim(receipt, already_paid=Decimal("70.00"))
    assert [f.code for f in already_settled(claim, context())] == ["already-settled"]


def test_an_insured_type_without_fund_payment_wants_a_decision(context: Context) -> None:
    (finding,) = already_settled(a_claim(a_receipt(insurance_type="异地医保")), context())
    assert (finding.code, finding.severity) == ("insured-face", Severity.DECISION)


@pytest.mark.parametrize("kind", ["自费", "异地自费", "全自费病人", "普通", "非医保病人", "无", "/", ""])
def test_types_of_people_who_paid_themselves_are_silent(context: Context, kind: str) -> None:
    assert not list(already_settled(a_claim(a_receipt(insurance_type=kind)), context()))


def test_usual_numbers_are_silent(context: Context) -> None:
    assert not list(receipt_number(a_claim(), context()))


def test_a_receipt_without_number_blocks(context: Context) -> None:
    (finding,) = receipt_number(a_claim(a_receipt(invoice_number=" ")), context())
    assert (finding.code, finding.severity) == ("receipt-number-missing", Severity.BLOCKS)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"invoice_code": "3601060126"}, "invoice-code-form"),
        ({"invoice_number": "00123"}, "invoice-number-form"),
        ({"check_code": "A1B2C3"}, "check-code-form"),
    ],
)
def test_numbers_of_an_unusual_form_are_told(context: Context, cells: dict[str, str], code: str) -> None:
    assert [f.code for f in receipt_number(a_claim(a_receipt(**cells)), context())] == [code]


@pytest.mark.parametrize("number", ["12345678", "No1234567", "A0012345"])
def test_a_paper_receipt_has_a_number_of_its_province(context: Context, number: str) -> None:
    receipt = a_receipt(invoice_code="3601", invoice_number=number, check_code="")
    assert not list(receipt_number(a_claim(receipt), context()))


def test_a_number_that_no_province_prints_is_a_clue(context: Context) -> None:
    (finding,) = receipt_number(a_claim(a_receipt(invoice_number="00123", check_code="")), context())
    assert (finding.code, finding.severity) == ("invoice-number-form", Severity.CLUE)
    assert "纸质票据一般为6至20位" in finding.message


# -- what the code says


def test_a_usual_code_says_nothing_strange(context: Context) -> None:
    care = a_care(province="江西省")
    assert not list(code_parts(a_claim(a_receipt(issue_date="2025-03-11"), care=care), context()))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("36010125", "invoice-code-kind"),
        ("44060125", "invoice-code-province"),
        ("36060126", "invoice-code-year"),
    ],
)
def test_a_code_of_another_class_province_or_year_is_a_clue(context: Context, code: str, expected: str) -> None:
    receipt = a_receipt(invoice_code=code, issue_date="2025-03-11")
    (finding,) = code_parts(a_claim(receipt, care=a_care(province="江西")), context())
    assert (finding.code, finding.severity) == (expected, Severity.CLUE)
    assert finding.place == receipt.values["invoice_code"].place


@pytest.mark.parametrize("code", ["00060125", "36060119", "3601060126", "", "３６０６０１２５"])
def test_codes_of_central_bodies_older_years_and_other_forms_say_nothing(context: Context, code: str) -> None:
    receipt = a_receipt(invoice_code=code, issue_date="2025-03-11")
    assert not list(code_parts(a_claim(receipt, care=a_care(province="江西省")), context()))


def test_a_paper_receipt_has_a_code_of_its_own_form(context: Context) -> None:
    receipt = a_receipt(invoice_code="44010126", check_code="", issue_date="2025-03-11")
    assert not list(code_parts(a_claim(receipt, care=a_care(province="江西")), context()))


def test_a_code_in_doubt_waits(context: Context) -> None:
    receipt = a_receipt()
    doubtful = a_value("invoice_code", "36010125", standing=Standing.DOUBTFUL)
    receipt = replace(receipt, values={**receipt.values, "invoice_code": doubtful})
    assert not list(code_parts(a_claim(receipt), context()))


# -- seal


def test_a_receipt_without_seal_wants_a_decision(context: Context) -> None:
    receipt = replace(a_receipt(), sealed=False, custody=Custody.ORIGINAL)
    (finding,) = seal(a_claim(receipt), context())
    assert (finding.code, finding.severity) == ("receipt-unsealed", Severity.DECISION)


@pytest.mark.parametrize(
    ("sealed", "custody"),
    [(None, Custody.UNSTATED), (True, Custody.ORIGINAL), (False, Custody.ELECTRONIC)],
)
def test_an_unsaid_seal_and_an_electronic_receipt_are_silent(
    context: Context, *, sealed: bool | None, custody: Custody
) -> None:
    assert not list(seal(a_claim(replace(a_receipt(), sealed=sealed, custody=custody)), context()))


# -- invoices of pharmacies


def an_invoice(*lines: Line, **cells: str) -> Document:
    sound = {
        "invoice_number": "25362000000012345678",
        "issue_date": "2025-03-11",
        "buyer": "张小满",
        "total_amount": "113.00",
        "total_in_words": "壹佰壹拾叁元整",
    }
    kept = lines or (a_line("药品", amount="60.00", tax="7.80"), a_line("药品", amount="40.00", tax="5.20"))
    return a_document(DocumentKind.PHARMACY_INVOICE, *kept, **(sound | cells))


@pytest.mark.parametrize("check", [invoice_form, invoice_sum, receipt_words, people])
def test_a_sound_invoice_is_silent(context: Context, check: Check) -> None:
    assert not list(check(a_claim(an_invoice()), context()))


@pytest.mark.parametrize(
    ("cells", "code", "severity"),
    [
        ({"invoice_number": ""}, "invoice-number-missing", Severity.BLOCKS),
        ({"invoice_number": "1234567"}, "invoice-form", Severity.DECISION),
        ({"invoice_number": "12345678", "invoice_code": "123"}, "invoice-form", Severity.DECISION),
        ({"invoice_number": "24362000000012345678"}, "invoice-year", Severity.CLUE),
    ],
)
def test_an_invoice_of_no_known_form_is_told(
    context: Context, cells: dict[str, str], code: str, severity: Severity
) -> None:
    found = list(invoice_form(a_claim(an_invoice(**cells)), context()))
    assert [(f.code, f.severity) for f in found] == [(code, severity)]


@pytest.mark.parametrize("code", ["", "050003523456", "0500035234"])
def test_an_older_invoice_has_a_number_of_eight_digits(context: Context, code: str) -> None:
    invoice = an_invoice(invoice_number="12345678", invoice_code=code)
    assert not list(invoice_form(a_claim(invoice), context()))


def test_amounts_and_taxes_must_be_the_total(context: Context) -> None:
    (finding,) = invoice_sum(a_claim(an_invoice(total_amount="513.00")), context())
    assert (finding.code, finding.severity) == ("invoice-sum", Severity.DECISION)
    assert "金额100.00元加税额13.00元，价税合计为513.00元，相差400.00元" in finding.message


def test_an_invoice_without_lines_or_total_says_nothing_of_sums(context: Context) -> None:
    bare = a_document(DocumentKind.PHARMACY_INVOICE, total_amount="5.00")
    for invoice in (bare, an_invoice(total_amount="")):
        assert not list(invoice_sum(a_claim(invoice), context()))


def test_words_of_an_invoice_must_say_its_figures(context: Context) -> None:
    assert [f.code for f in receipt_words(a_claim(an_invoice(total_amount="513.00")), context())] == ["receipt-words"]


@pytest.mark.parametrize(
    ("buyer", "told"), [("个人", False), ("个人（张小满）", False), ("李大伟", True), ("个人（李大伟）", True)]
)
def test_an_invoice_is_made_out_to_the_insured_or_to_nobody(context: Context, *, buyer: str, told: bool) -> None:
    found = [f.code for f in people(a_claim(an_invoice(buyer=buyer)), context())]
    assert found == (["buyer-name"] if told else [])


# -- what was paid by whom


def test_a_receipt_on_which_nothing_was_split_up_is_silent(context: Context) -> None:
    assert not list(receipt_identity(a_claim(a_receipt(cash_paid="0.00")), context()))


def test_what_lacks_where_no_other_payment_is_printed_is_a_clue(context: Context) -> None:
    receipt = a_receipt(pooled_fund_paid="30.00", cash_paid="60.00", other_paid="")
    (finding,) = receipt_identity(a_claim(receipt), context())
    assert (finding.code, finding.severity) == ("receipt-identity", Severity.CLUE)
    assert "缺少的10.00元可能属大病保险、公务员补助等" in finding.message


@pytest.mark.parametrize("cells", [{"other_paid": "0.00"}, {"other_paid": "", "cash_paid": "900.00"}])
def test_payments_that_do_not_make_the_total_want_a_decision(context: Context, cells: dict[str, str]) -> None:
    receipt = a_receipt(**({"pooled_fund_paid": "30.00", "cash_paid": "60.00"} | cells))
    assert [f.severity for f in receipt_identity(a_claim(receipt), context())] == [Severity.DECISION]


def test_a_category_above_its_own_items_is_not_counted_twice(context: Context) -> None:
    items = [
        a_line(name, amount=amount) for name, amount in (("检查费", "70"), ("甲", "30"), ("乙", "40"), ("丙", "30"))
    ]
    assert not list(totals(a_claim(a_receipt(*items)), context()))
    more = [*items, a_line("丁", amount="1")]
    assert [f.code for f in totals(a_claim(a_receipt(*more)), context())] == ["receipt-sum"]


def doubtful(document: Document, key: str) -> Document:
    cell = replace(document.values[key], standing=Standing.DOUBTFUL)
    return replace(document, values={**document.values, key: cell})


@pytest.mark.parametrize(
    ("check", "key", "value"),
    [
        (receipt_number, "invoice_number", "2"),
        (receipt_number, "check_code", "Oealcd"),
        (receipt_words, "total_in_words", "壹始元"),
        (already_settled, "insurance_type", "申费"),
        (receipt_identity, "self_pay", "60.00"),
    ],
)
def test_what_a_person_must_still_look_at_waits(context: Context, check: Check, key: str, value: str) -> None:
    receipt = a_receipt(**({"self_expense": "30.00"} | {key: value}))
    assert len(list(check(a_claim(receipt), context()))) == 1
    assert not list(check(a_claim(doubtful(receipt, key)), context()))


@pytest.mark.parametrize("shares", [("0.00", "0.00"), ("0.00", "70.00"), ("70.00", "0.00")])
def test_shares_that_were_not_filled_in_are_silent(context: Context, shares: tuple[str, str]) -> None:
    receipt = a_receipt(self_pay=shares[0], self_expense=shares[1])
    assert not list(receipt_identity(a_claim(receipt), context()))


def test_shares_above_what_was_paid_are_a_clue(context: Context) -> None:
    receipt = a_receipt(self_pay="0.00", self_expense="170.00")
    assert [f.code for f in receipt_identity(a_claim(receipt), context())] == ["receipt-shares"]


# -- receipts that take another one back


def test_a_receipt_below_zero_wants_a_decision_and_names_what_it_takes_back(context: Context) -> None:
    papers = (a_receipt(), a_receipt(invoice_number="0012345699", total_amount="-100.00"))
    (finding,) = reversed_receipt(a_claim(*papers), context())
    assert (finding.code, finding.severity) == ("receipt-below-zero", Severity.DECISION)
    assert "与住院收费票据（0012345678）金额相抵" in finding.message


@pytest.mark.parametrize("total", ["100.00", "0.00", "", "看不清"])
def test_other_totals_take_nothing_back(context: Context, total: str) -> None:
    assert not list(reversed_receipt(a_claim(a_receipt(total_amount=total)), context()))
