"""From a claim to its case: classes by the catalogue, and a note for everything that is still open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import OUTSIDE, Entry, EntryKind, PaymentClass
from review.claim.claim import YearToDate
from review.claim.paper import LineVerdict
from review.claim.people import Group, Scheme
from review.errors import InputError
from review.packs.pack import load_pack
from review.policy.claim_case import case_of
from review.policy.settle import settle
from tests.builders import a_care, a_claim, a_line, a_receipt, a_statement, an_insured

if TYPE_CHECKING:
    from review.policy.case import Case


def an_entry(name: str, **changes: Any) -> Entry:
    usual = {"id": f"e/{name}", "edition_id": "e", "kind": EntryKind.DRUG, "official_no": "1", "name": name}
    return Entry(**(usual | {"payment_class": PaymentClass.A} | changes))


ENTRIES = {
    entry.id: entry
    for entry in (
        an_entry("a"),
        an_entry("b", payment_class=PaymentClass.B, edition_id="f"),
        an_entry("c", payment_class=PaymentClass.C),
        an_entry("limited", price_limit=Decimal(30), unit="支"),
    )
}


def the_case(*lines: Any, **changes: Any) -> Case:
    return case_of(a_claim(a_receipt(), a_statement(*lines), **changes), ENTRIES.get, "ganzhou")


@pytest.mark.parametrize(
    ("fields", "payment_class", "why"),
    [
        ({"entry_id": "e/a"}, "A", "甲类：a"),
        ({"entry_id": "e/b"}, "B", "乙类：b"),
        ({"entry_id": "e/c"}, "C", "丙类：c"),
        ({"entry_id": OUTSIDE}, "C", "目录外"),
        ({}, "C", "未匹配目录"),
        ({"entry_id": "e/gone"}, "C", "未匹配目录"),
        (
            {"entry_id": "e/a", "verdict": LineVerdict.EXCLUDE, "verdict_reason": "超限定支付范围"},
            "C",
            "超限定支付范围",
        ),
    ],
)
def test_the_class_comes_from_the_entry_or_the_persons_verdict(
    fields: dict[str, Any], payment_class: str, why: str
) -> None:
    line = a_line("氯化钠注射液", amount="10.00", **fields)
    (found,) = the_case(line).lines
    assert (found.payment_class, found.why, found.line_id) == (payment_class, why, line.id)


def test_a_line_nobody_matched_is_noted_one_that_was_put_outside_is_not() -> None:
    case = the_case(a_line("甲", amount="1"), a_line("乙", amount="2", entry_id=OUTSIDE))
    assert case.notes == ("第 1 行“甲” 1 行还没有匹配目录，暂按丙类全自费计算，共 1.00 元。",)


def test_many_unmatched_lines_make_one_note_with_their_sum() -> None:
    case = the_case(*(a_line(name, amount="10.50") for name in "甲乙丙丁戊"))
    assert case.notes == (
        "第 1 行“甲”、第 2 行“乙”、第 3 行“丙”等 5 行还没有匹配目录，暂按丙类全自费计算，共 52.50 元。",
    )


def test_an_amount_that_cannot_be_read_is_left_out_and_noted() -> None:
    case = the_case(a_line("甲", amount="1O.00", entry_id="e/a"), a_line("乙", amount="2.00", entry_id="e/a"))
    assert [line.name for line in case.lines] == ["乙"]
    assert case.notes == ("第 1 行“甲”金额“1O.00”读不出来，未计入，请补录。",)


def test_an_amount_finer_than_the_fen_is_rounded_and_noted() -> None:
    case = the_case(a_line("甲", amount="12.345", entry_id="e/a"))
    assert case.lines[0].amount == Decimal("12.35")
    assert "不足一分" in case.notes[0]


def test_a_price_limit_is_compared_where_the_units_agree() -> None:
    same = the_case(a_line("甲", amount="80.00", quantity="2", unit="支", entry_id="e/limited"))
    other = the_case(a_line("甲", amount="80.00", quantity="2", unit="盒", entry_id="e/limited"))
    assert (same.lines[0].price_limit, same.lines[0].quantity) == (Decimal(30), Decimal(2))
    assert other.lines[0].price_limit is None
    assert "单位与限价单位不同（盒、支）" in other.notes[0]


def test_refunds_keep_their_sign_and_removed_lines_are_gone() -> None:
    case = the_case(
        a_line("甲", amount="-5.00", quantity="-1", entry_id="e/a"),
        a_line("乙", amount="9", entry_id="e/a", removed=True),
    )
    assert [line.amount for line in case.lines] == [Decimal("-5.00")]


def test_people_care_and_the_years_sums_come_over() -> None:
    insured = an_insured(scheme=Scheme.EMPLOYEE, retired=True, groups=(Group.DESTITUTE,))
    year = YearToDate(stays=2, basic_fund=Decimal(70), source="平台")
    case = the_case(insured=insured, year_to_date=year, already_paid=Decimal("3.50"))
    assert (case.insured.scheme, case.insured.retired, case.insured.age) == ("employee", True, 40)
    assert case.insured.groups_on(date(2025, 3, 1)) == (Group.DESTITUTE,)
    assert (case.care.hospital_level, case.care.admitted) == ("tertiary", date(2025, 3, 1))
    assert case.year_to_date.accumulators() == year
    assert case.already_paid == Decimal("3.50")


def test_the_editions_behind_the_classes_are_named() -> None:
    case = the_case(a_line("甲", amount="1", entry_id="e/b"), a_line("乙", amount="1", entry_id="e/a"))
    assert case.catalogue == ("e", "f")


def test_dates_that_contradict_themselves_are_an_input_error() -> None:
    with pytest.raises(InputError, match="discharged 早于 admitted"):
        the_case(care=a_care(admitted=date(2025, 3, 9), discharged=date(2025, 3, 1)))


def test_a_claim_settles_from_paper_to_fen() -> None:
    lines = (
        a_line("西药", amount="18000.00", entry_id="e/a"),
        a_line("乙类药", amount="10000.00", entry_id="e/b"),
        a_line("自费药", amount="2000.00", entry_id=OUTSIDE),
    )
    done = settle(the_case(*lines), load_pack("ganzhou"))
    assert (done.basic_fund, done.personal) == (Decimal("12600.00"), Decimal("17400.00"))
    assert [share.line_id for share in done.lines] == [line.id for line in lines]
