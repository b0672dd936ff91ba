"""Clause 16: herbs marked □ are paid beside others of the same paper, not alone and not only among themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.catalogue.editions import load_editions
from review.checks.finding import CheckContext, Severity
from review.checks.lines.herbs_alone import SECTION, herbs_alone
from review.claim.paper import DocumentKind
from tests.builders import a_claim, a_document, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.claim.paper import Line

    Context = Callable[..., CheckContext]


def herb(name: str, **cells: Any) -> Line:
    """A charged herb of that name, by its entry on the list."""
    shelf = load_editions().shelf("nrdl-2024")
    assert shelf is not None
    entry_id = next(e.id for e in shelf.entries if (e.name, e.section) == (name, SECTION))
    return a_line(name, entry_id=entry_id, amount="12.00", unit="g", **cells)


def test_a_marked_herb_alone_wants_a_decision(context: Context) -> None:
    (finding,) = herbs_alone(a_claim(a_statement(herb("当归"))), context())
    assert (finding.code, finding.severity) == ("herb-alone", Severity.DECISION)
    assert "凡例第十六条" in finding.basis


def test_several_marked_herbs_are_no_better_than_one(context: Context) -> None:
    found = list(herbs_alone(a_claim(a_statement(herb("当归"), herb("黄芪"))), context()))
    assert [f.code for f in found] == ["herb-alone", "herb-alone"]


def test_beside_one_other_herb_all_are_paid(context: Context) -> None:
    assert not list(herbs_alone(a_claim(a_statement(herb("当归"), herb("黄芪"), herb("白鲜皮"))), context()))


def test_another_paper_with_other_herbs_does_not_help(context: Context) -> None:
    first, second = a_statement(herb("当归")), a_statement(herb("白鲜皮"))
    (finding,) = herbs_alone(a_claim(first, second), context())
    assert finding.subject == f"line:{first.lines[0].id}"


def test_drugs_that_are_no_herbs_do_not_count_as_company(context: Context) -> None:
    drug = a_line(entry_id="nrdl-2024/X312", amount="10.00")
    assert len(list(herbs_alone(a_claim(a_statement(herb("当归"), drug)), context()))) == 1


def test_a_struck_out_herb_is_no_company(context: Context) -> None:
    gone = herb("白鲜皮")
    gone = type(gone)(id=gone.id, position=1, values=gone.values, entry_id=gone.entry_id, removed=True)
    assert len(list(herbs_alone(a_claim(a_statement(herb("当归"), gone)), context()))) == 1


def test_a_prescription_of_nothing_but_marked_herbs_is_told_as_a_whole(context: Context) -> None:
    sheet = a_document(DocumentKind.PRESCRIPTION, herb("当归"), herb("黄芪"))
    charged = a_statement(herb("当归"), herb("黄芪"), herb("白鲜皮"))
    (finding,) = herbs_alone(a_claim(charged, sheet), context())
    assert (finding.code, finding.subject) == ("prescription-of-marked-herbs", f"document:{sheet.id}")
    assert "当归、黄芪" in finding.message


def test_a_prescription_with_other_herbs_is_silent(context: Context) -> None:
    sheet = a_document(DocumentKind.PRESCRIPTION, herb("当归"), herb("白鲜皮"))
    assert not list(herbs_alone(a_claim(a_statement(a_line(amount="1.00")), sheet), context()))


def test_a_claim_without_herbs_is_silent(context: Context) -> None:
    assert not list(herbs_alone(a_claim(), context()))
