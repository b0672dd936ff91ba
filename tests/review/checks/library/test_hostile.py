"""Whatever paper says, the checks of the library say something or nothing, but never fail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.finding import CheckContext
from review.checks.library import CHECKS
from review.checks.past import Past, PastCharge
from review.claim.claim import CareKind
from review.rules.book import shipped_book
from tests.builders import a_care, a_claim, a_line, a_statement, an_insured

if TYPE_CHECKING:
    from review.checks.finding import Finding
    from review.claim.claim import Claim

Context = Callable[..., CheckContext]
FIRST, LAST = date.min, date.max
NAMES = st.sampled_from(
    [rule.name for rule in shipped_book().rules[::17]] + ["", "(", "Ⅰ级护理", "\u0000", "加收" * 50]
)
CELLS = st.sampled_from(
    ["", "0", "-1", "1", "99999999999999", "NaN", "1e400", "Infinity", "一", "0001-01-01", "9999-12-31"]
)


def run(claim: Claim, **known: Any) -> list[Finding]:
    quiet: dict[str, Any] = {"today": date(2025, 4, 1), "entry": lambda _: None, "edition": lambda _: None}
    context = CheckContext(**(quiet | {"patient_age": 40, "rules": shipped_book()} | known))
    return [finding for check in CHECKS for finding in check(claim, context)]


@given(rows=st.lists(st.tuples(NAMES, CELLS, CELLS, CELLS, CELLS), max_size=12), kind=st.sampled_from(list(CareKind)))
def test_no_cells_make_a_check_fail(rows: list[tuple[str, str, str, str, str]], kind: CareKind) -> None:
    lines = (a_line(n, date=d, quantity=q, amount=a, unit_price=a, code=c) for n, d, q, a, c in rows)
    found = run(a_claim(a_statement(*lines), care=a_care(kind=kind)))
    assert all(finding.values["rule"] for finding in found)


@pytest.mark.parametrize(("first", "last"), [(FIRST, LAST), (LAST, FIRST), (None, None), (date(1900, 1, 1), None)])
def test_no_dates_make_a_check_fail(first: date | None, last: date | None) -> None:
    days = ("0001-01-01", "9999-12-31", "1900-02-30", "")
    lines = [a_line(n, date=d, quantity="2") for n in ("糖化血红蛋白测定", "天麻素注射液", "Ⅰ级护理") for d in days]
    past = Past(charges=(PastCharge(claim="1", entry_id="", name="糖化血红蛋白测定", day=FIRST, quantity=Decimal(1)),))
    claim = a_claim(a_statement(*lines), care=a_care(admitted=first, discharged=last))
    assert all(finding.message for finding in run(claim, past=past))


def test_a_claim_without_lines_or_papers_is_silent() -> None:
    empty = a_claim(care=a_care(diagnoses=()), insured=an_insured(id_number=""))
    bare = a_claim(a_statement(a_line("")), insured=an_insured(id_number=""))
    assert [run(empty), run(bare)] == [[], []]


def test_an_empty_library_is_silent(context: Context) -> None:
    claim = a_claim(a_statement(a_line("艾附暖宫丸")))
    assert [f for check in CHECKS for f in check(claim, context())] == []


def test_a_thousand_lines_are_told_one_by_one() -> None:
    lines = (a_line("艾附暖宫丸", date="2025-03-02", quantity="1", amount="1.00") for _ in range(1000))
    found = run(a_claim(a_statement(*lines)))
    assert len({finding.subject for finding in found}) == 1000


def test_findings_of_two_claims_do_not_mix(context: Context) -> None:
    known = context(rules=shipped_book())
    first, second = (a_claim(a_statement(a_line(name))) for name in ("艾附暖宫丸", "氯化钠注射液"))
    assert [len([f for check in CHECKS for f in check(claim, known)]) for claim in (first, second, first)] == [1, 0, 1]
