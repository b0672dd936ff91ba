"""Imports of the year's sums and what claims added are kept, found newest first, and gone without a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from review.accumulators.proposal import StandingProposal
from review.accumulators.standing import Contribution, Imported, Standing, Whose
from review.claim.people import Scheme
from review.claim.states import EDITABLE, ClaimState
from review.store import accumulator_records as records
from review.store.mapping import Folder
from review.store.store import open_store
from review.store.unit import Deed
from tests.builders import ID_NUMBER, a_citizen_number, a_claim, an_insured
from tests.databases import KINDS, an_address
from tests.offices import MORNING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from review.store.store import Store
    from review.store.unit import Unit

MARCH = date(2025, 3, 1)
WHOSE = Whose(id_number=ID_NUMBER, year=2025, scheme=Scheme.RESIDENT)
FIGURES = (("stays", Decimal(1)), ("basic_fund", Decimal("12345.60")), ("outpatient.fund", Decimal("0.00")))


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    with an_address(request.param, tmp_path) as url:
        opened = open_store(url)
        yield opened
        opened.close()


def kept(unit: Unit, *figures: tuple[str, Decimal], whose: Whose = WHOSE, **changes: Any) -> int:
    """A batch with one person; its number."""
    standing = Standing(whose=whose, name="张小满", figures=figures or FIGURES)
    usual: dict[str, Any] = {
        "file": "累计.xlsx",
        "sha256": "a" * 64,
        "as_of": MARCH,
        "standings": (standing,),
        "rows": 1,
    }
    return records.add(unit, StandingProposal(**(usual | changes)), Deed(MORNING, "li.jing"))


def a_saved_claim(unit: Unit, number: str, state: ClaimState = ClaimState.FIRST_REVIEW, **person: Any) -> None:
    claim = a_claim(number=number, state=state, version=0, pages=(), insured=an_insured(**person))
    unit.save({}, Folder(claim=replace(claim, documents=())))


def added(unit: Unit, number: str, place: int, whose: Whose = WHOSE) -> Contribution:
    """What a claim added, kept."""
    one = Contribution(claim=number, place=place, day=None, figures=(("basic_fund", Decimal(place)),))
    records.keep_contribution(unit, whose, one)
    return one


def test_a_batch_comes_back_as_it_was(store: Store) -> None:
    with store.write() as unit:
        number = kept(unit, includes_own=False)
    with store.read() as unit:
        expected = Imported(figures=FIGURES, as_of=MARCH, batch=number, includes_own=False)
        assert records.imports(unit, WHOSE) == (expected,)
        assert records.imports_of(unit, ID_NUMBER) == ((WHOSE, "张小满", expected),)
        (row,) = records.batches(unit)
        assert (row.number, row.people, row.at, row.withdrawn, row.outcome) == (number, 1, MORNING, False, [])


def test_the_latest_day_comes_first_and_of_two_the_one_taken_over_last(store: Store) -> None:
    with store.write() as unit:
        numbers = [kept(unit, sha256=str(n) * 64, as_of=day) for n, day in enumerate((MARCH, date(2025, 2, 1), MARCH))]
        found = [one.batch for one in records.imports(unit, WHOSE)]
    assert found == [numbers[2], numbers[0], numbers[1]]


def test_other_years_and_schemes_are_other_accounts(store: Store) -> None:
    last_year = Whose(id_number=ID_NUMBER, year=2024, scheme=Scheme.RESIDENT)
    with store.write() as unit:
        kept(unit, whose=last_year)
        assert records.imports(unit, WHOSE) == ()
        assert len(records.imports(unit, last_year)) == 1


def test_the_newest_figures_are_gathered_over_batches(store: Store) -> None:
    with store.write() as unit:
        kept(unit, ("stays", Decimal(1)), ("deductible", Decimal(600)))
        kept(unit, ("stays", Decimal(2)), sha256="b" * 64, as_of=date(2025, 3, 9))
        found = records.newest(unit, [ID_NUMBER, a_citizen_number(1)])
    assert found == {WHOSE: {"stays": Decimal(2), "deductible": Decimal(600)}}


def test_a_withdrawn_batch_holds_no_more_and_its_file_may_come_again(store: Store) -> None:
    with store.write() as unit:
        number = kept(unit)
        assert records.by_file(unit, "a" * 64) is not None
        records.withdraw(unit, number, Deed(MORNING, "zhao.gang", "导错年度"))
        unit.session.expire_all()
        row = records.batch(unit, number)
        assert row is not None
        assert (row.withdrawn, row.withdrawn_by, row.reason) == (True, "zhao.gang", "导错年度")
        assert records.imports(unit, WHOSE) == ()
        assert records.by_file(unit, "a" * 64) is None
        assert records.people_of(unit, number) == {ID_NUMBER}


def test_many_people_are_kept_and_found_in_pieces(store: Store) -> None:
    people = [Whose(id_number=a_citizen_number(n), year=2025, scheme=Scheme.RESIDENT) for n in range(400)]
    everybody = tuple(Standing(whose=one, figures=FIGURES) for one in people)
    with store.write() as unit:
        number = kept(unit, standings=everybody)
        assert len(records.people_of(unit, number)) == len({one.id_number for one in people})
        assert len(records.newest(unit, (one.id_number for one in people))) == 400


def test_contributions_come_in_the_order_of_fixing(store: Store) -> None:
    with store.write() as unit:
        for number in ("20250401-0001", "20250401-0002"):
            a_saved_claim(unit, number)
        second, first = added(unit, "20250401-0001", 9), added(unit, "20250401-0002", 4)
        assert records.contributions(unit, WHOSE) == (first, second)
        assert records.settled_years(unit, {ID_NUMBER}) == ((first.claim, second.claim),)
        assert records.settled_by(unit, {ID_NUMBER}) == {WHOSE: (first, second)}
        assert records.settled_by(unit, {a_citizen_number(1)}) == {}


def test_what_a_claim_adds_is_kept_once_and_leaves_nothing_when_dropped(store: Store) -> None:
    other = Whose(id_number=ID_NUMBER, year=2024, scheme=Scheme.EMPLOYEE)
    with store.write() as unit:
        a_saved_claim(unit, "20250401-0001")
        added(unit, "20250401-0001", 1)
        moved = added(unit, "20250401-0001", 2, other)
        assert records.contribution(unit, "20250401-0001") == (other, moved)
        assert records.contributions(unit, WHOSE) == ()
        records.drop_contribution(unit, "20250401-0001")
        assert records.contribution(unit, "20250401-0001") is None
        assert records.contributions(unit, other) == ()


def test_claims_are_found_by_state_and_person(store: Store) -> None:
    with store.write() as unit:
        a_saved_claim(unit, "20250401-0001")
        a_saved_claim(unit, "20250401-0002", ClaimState.PAID)
        a_saved_claim(unit, "20250401-0003", id_number=a_citizen_number(1), name="李四")
        assert records.claims_of(unit, EDITABLE) == ("20250401-0001", "20250401-0003")
        assert records.claims_of(unit, EDITABLE, {ID_NUMBER}) == ("20250401-0001",)
        many = {a_citizen_number(serial) for serial in range(1000)}
        assert records.claims_of(unit, EDITABLE, many) == ("20250401-0001", "20250401-0003")
        assert records.names_of(unit, {ID_NUMBER, a_citizen_number(1)}) == {
            ID_NUMBER: "张小满",
            a_citizen_number(1): "李四",
        }
