from __future__ import annotations

from decimal import Decimal

from ocr.extraction.body import Sum
from ocr.extraction.draft import Draft, PageSum
from ocr.extraction.group_checks import GROUP, check_groups
from ocr.extraction.layout import lay_out
from tests.ocr.extraction.drafts import STATEMENT, a_line
from tests.papers import a_text, a_word

WRONG = ("明细合计9.00，票面合计8.00，相差1.00",)


def a_sum(value: str, label: str = "床位费小计", kind: str = "part") -> PageSum:
    (piece,) = lay_out(a_text([a_word(value, 900, 900)])).pieces
    return PageSum(0, Sum(kind, Decimal(value), piece, label))


def grouped(amounts: list[str], *sums: PageSum, reasons: tuple[str, ...] = ()) -> Draft:
    return check_groups(Draft(STATEMENT, {}, tuple(a_line(amount=a) for a in amounts), sums, reasons))


def proofs(draft: Draft) -> list[str | None]:
    return [line.cells["amount"].proof for line in draft.lines]


def test_lines_are_proven_by_the_sums_of_their_groups() -> None:
    draft = grouped(["1.00", "2.00", "4.00"], a_sum("3.00"), a_sum("4.00", "西药费小计"))
    assert proofs(draft) == [GROUP] * 3


def test_a_group_that_does_not_hold_proves_only_the_lines_before_it() -> None:
    draft = grouped(["1.00", "2.00", "4.00"], a_sum("3.00"), a_sum("5.00", "西药费小计"))
    assert proofs(draft) == [GROUP, GROUP, None]
    assert draft.reasons == ()


def test_on_a_paper_that_does_not_add_up_the_wrong_group_is_named() -> None:
    draft = grouped(["1.00", "2.00", "4.00"], a_sum("3.00"), a_sum("5.00", "西药费小计"), reasons=WRONG)
    assert draft.reasons == (*WRONG, "“西药费小计”印作5.00，与其下各项不符")


def test_refunds_inside_a_group_count_as_negative() -> None:
    assert proofs(grouped(["5.00", "-2.00"], a_sum("3.00"))) == [GROUP] * 2


def test_sums_of_pages_and_running_totals_are_no_groups() -> None:
    draft = grouped(["1.00"], a_sum("1.00", "本页小计"), a_sum("1.00", "累计", "running"))
    assert proofs(draft) == [None]


def test_a_paper_with_an_unread_amount_proves_nothing_by_groups() -> None:
    assert proofs(grouped(["", "3.00"], a_sum("3.00"))) == [None, None]
