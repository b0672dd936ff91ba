"""The printed class is shown where it differs, and asks only where it decides between paid and not paid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import OUTSIDE, PaymentClass
from review.checks.entries.printed_class import class_printed, printed_class
from review.checks.finding import CheckContext, Severity
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    Context = Callable[..., CheckContext]

CLASS_A = "nrdl-2024/X312"
PAID: dict[str, Any] = {"amount": "100.00", "entry_id": CLASS_A, "matched_by": "automatic"}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("甲", PaymentClass.A),
        ("甲类", PaymentClass.A),
        ("无自付", PaymentClass.A),
        ("乙10%", PaymentClass.B),
        ("有自付", PaymentClass.B),
        ("部分自付", PaymentClass.B),
        ("丙", PaymentClass.C),
        ("全自付", PaymentClass.C),
        ("自费", PaymentClass.C),
        ("C", PaymentClass.C),
        ("10%", None),
        ("", None),
    ],
)
def test_the_printed_words_for_the_classes_are_known(word: str, meant: PaymentClass | None) -> None:
    assert class_printed(a_line(insurance_class=word)) is meant


@pytest.mark.parametrize(("ratio", "meant"), [("0", "A"), ("0.00", "A"), ("0.10", "B"), ("1.00", "C"), ("x", None)])
def test_a_ratio_tells_the_class_where_no_word_does(ratio: str, meant: str | None) -> None:
    assert class_printed(a_line(self_pay_ratio=ratio)) == meant


def test_a_class_that_agrees_is_silent(context: Context) -> None:
    entry = context().entry(CLASS_A)
    assert entry is not None
    line = a_line(**PAID, insurance_class=entry.payment_class.label)
    assert not list(printed_class(a_claim(a_statement(line)), context()))


def test_lines_that_print_no_class_are_silent(context: Context) -> None:
    assert not list(printed_class(a_claim(a_statement(a_line(**PAID))), context()))


def test_a_line_that_is_paid_but_printed_as_unpaid_wants_a_decision(context: Context) -> None:
    (finding,) = printed_class(a_claim(a_statement(a_line(**PAID, insurance_class="丙"))), context())
    assert (finding.code, finding.severity) == ("class-differs", Severity.DECISION)
    assert "票面为丙类" in finding.message
    assert "100.00元按目录可以支付" in finding.message
    assert finding.values["printed"] == "C"


def test_a_line_taken_as_outside_by_memory_but_printed_as_paid_wants_a_decision(context: Context) -> None:
    line = a_line(amount="88.00", entry_id=OUTSIDE, matched_by="memory", insurance_class="甲")
    (finding,) = printed_class(a_claim(a_statement(line)), context())
    assert finding.severity is Severity.DECISION
    assert "按目录不予支付" in finding.message


def test_between_paid_classes_the_difference_is_a_clue(context: Context) -> None:
    lines = [a_line(f"样例{n}", **PAID, insurance_class=word) for n, word in enumerate(("甲", "乙"))]
    (finding,) = printed_class(a_claim(a_statement(*lines)), context())
    assert (finding.code, finding.severity, finding.subject) == ("classes-differ", Severity.CLUE, "claim")
    assert "1行（100.00元）" in finding.message


def test_many_differing_lines_make_one_clue_that_names_a_few(context: Context) -> None:
    lines = [a_line(f"样例{n}", **{**PAID, "matched_by": "clerk"}, insurance_class="丙") for n in range(9)]
    (finding,) = printed_class(a_claim(a_statement(*lines)), context())
    assert finding.message.startswith("9行（900.00元）")
    assert finding.message.endswith("等。")


def test_what_a_clerk_chose_is_told_and_not_asked_again(context: Context) -> None:
    line = a_line(**{**PAID, "matched_by": "clerk"}, insurance_class="丙")
    (finding,) = printed_class(a_claim(a_statement(line)), context())
    assert finding.severity is Severity.CLUE


def test_the_assumed_class_of_a_demo_edition_is_told_and_not_asked(context: Context) -> None:
    entry_id = "services-demo/120400006"
    line = a_line(amount="5.00", entry_id=entry_id, matched_by="automatic", insurance_class="丙")
    (finding,) = printed_class(a_claim(a_statement(line)), context())
    assert finding.severity is Severity.CLUE


def test_what_its_own_code_names_is_told_and_not_asked(context: Context) -> None:
    listed = context().entry(CLASS_A)
    assert listed is not None
    product = replace(listed, code="XA00BBB001A001010100001")
    lines = [a_line(**PAID, code=code, insurance_class="丙") for code in (product.code.lower(), listed.official_no)]
    found = printed_class(a_claim(a_statement(*lines)), context(entry=lambda _: product))
    assert [f.severity for f in found] == [Severity.DECISION, Severity.CLUE]


def test_lines_without_entry_are_left_to_matching(context: Context) -> None:
    line = a_line(amount="5.00", insurance_class="丙")
    assert not list(printed_class(a_claim(a_statement(line)), context()))
