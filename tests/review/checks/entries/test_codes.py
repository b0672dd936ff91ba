"""Codes of the nation's form tell more than names: unknown ones are told, those of another article ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.checks.entries.codes import codes
from review.checks.finding import CheckContext, Severity
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Finding

    Context = Callable[..., CheckContext]

CODE = "XA00BBB001A001010100001"
LISTED = "nrdl-2024/X312"


def a_product(name: str, **changes: Any) -> Entry:
    """A product of class A under the code."""
    usual: dict[str, Any] = {"payment_class": PaymentClass.A, "kind": EntryKind.DRUG, "code": CODE, "official_no": ""}
    return Entry(id=f"drug-20250101-1/{name}", edition_id="drug-20250101-1", name=name, **(usual | changes))


def found(
    context: Context, *coded: Entry, code: str = CODE, entry_id: str = LISTED, held: bool = True
) -> list[Finding]:
    """What the check says of one line with a printed code."""
    line = a_line(amount="9.00", code=code, entry_id=entry_id)
    over = context(coded=lambda asked, _: coded if asked == CODE else (), holds_codes=lambda *_: held)
    return list(codes(a_claim(a_statement(line)), over))


@pytest.mark.parametrize("code", [CODE, "ZA01BAA0001010200003", "001102000050000", "C0101010010100001234"])
def test_a_code_of_the_nations_form_that_no_edition_holds_is_told(context: Context, code: str) -> None:
    (finding,) = found(context, code=code)
    assert (finding.code, finding.severity) == ("code-unknown", Severity.CLUE)
    assert code in finding.message


@pytest.mark.parametrize("code", ["", "12345", "YP-0001", "XA00", "ABCDEFGHIJKLMNOPQRSTUVW"])
def test_a_hospitals_own_code_says_nothing(context: Context, code: str) -> None:
    assert not found(context, code=code)


def test_without_an_edition_that_prints_codes_none_is_unknown(context: Context) -> None:
    assert not found(context, held=False)


def test_a_code_of_the_lines_own_entry_is_silent(context: Context) -> None:
    product = a_product("样例胶囊")
    line = a_line(amount="9.00", code=CODE.lower(), entry_id=product.id)
    over = context(coded=lambda *_: (product,), entry=lambda _: product, holds_codes=lambda *_: True)
    assert not list(codes(a_claim(a_statement(line)), over))


def test_a_product_listed_under_the_lines_entry_is_the_same_article(context: Context) -> None:
    entry = context().entry(LISTED)
    assert entry is not None
    assert not found(context, a_product("某牌注射液", listed_name=entry.name))


def test_a_code_of_another_article_with_other_terms_wants_a_decision(context: Context) -> None:
    (finding,) = found(context, a_product("样例片", payment_class=PaymentClass.C))
    assert (finding.code, finding.severity) == ("code-of-another", Severity.DECISION)
    assert "在目录中为“样例片”（丙类）" in finding.message


def test_a_code_of_another_article_with_the_same_terms_is_a_clue(context: Context) -> None:
    entry = context().entry(LISTED)
    assert entry is not None
    twin = replace(entry, id="drug-20250101-1/1", name="样例片", code=CODE)
    (finding,) = found(context, twin)
    assert finding.severity is Severity.CLUE
    assert finding.values == {"code": CODE, "entry": LISTED, "coded": twin.id}


def test_a_line_that_nobody_matched_is_not_asked_about_its_code(context: Context) -> None:
    assert not found(context, a_product("样例片"), entry_id="")
