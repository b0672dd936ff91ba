"""An import and the claims settled here become one standing, which says exactly what it was made of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from review.accumulators.combining import OWN_ONLY, before, combined, lacking
from review.accumulators.standing import Contribution, Imported, added, figure, names
from review.claim.claim import AccountSum, YearToDate

MARCH = date(2025, 3, 1)


def imported(*, includes_own: bool = True, **figures: str) -> Imported:
    """An import as of the first of March; keywords are figures."""
    given_figures = tuple((name, Decimal(amount)) for name, amount in figures.items())
    return Imported(figures=given_figures, as_of=MARCH, batch=3, includes_own=includes_own)


def a_claim(place: int = 1, day: date | None = date(2025, 3, 5), **figures: str) -> Contribution:
    """What a claim fixed at that place added; signed after the import unless told otherwise."""
    amounts = tuple((name, Decimal(amount)) for name, amount in (figures or {"basic_fund": "100.00"}).items())
    return Contribution(claim=f"20250401-{place:04d}", place=place, day=day, figures=amounts)


def test_of_nothing_known_nothing_is_said() -> None:
    assert combined((), ()) == YearToDate()


def test_what_was_settled_since_an_import_comes_on_top() -> None:
    own = (a_claim(1, date(2025, 2, 28)), a_claim(2), a_claim(3, None))
    year = combined([imported(basic_fund="1000")], own)
    assert year.basic_fund == Decimal("1200.00")
    assert year.source.startswith("平台导入 2025-03-01（批次 3）＋本单位此后已核定 2 笔（平台未提供：")


def test_a_claim_signed_on_the_day_of_the_figures_is_not_in_them_yet() -> None:
    assert combined([imported(basic_fund="1000")], [a_claim(1, MARCH)]).basic_fund == Decimal(1100)


def test_an_import_without_own_claims_has_them_all_on_top() -> None:
    year = combined([imported(includes_own=False, basic_fund="1000")], [a_claim(1, date(2025, 2, 1))])
    assert year.basic_fund == Decimal(1100)
    assert "本单位本年已核定 1 笔" in year.source


def test_what_an_import_does_not_give_is_that_of_own_claims() -> None:
    year = combined([imported(stays="2", deductible="5")], [a_claim(1, date(2025, 2, 1), basic_fund="70", stays="1")])
    assert (year.stays, year.basic_fund, year.deductible) == (2, Decimal(70), Decimal(5))
    assert year.source.endswith("（平台未提供：统筹已付、大病合规额、大病已付、救助合规额、救助已付）")


def test_own_claims_alone_say_that_the_platform_was_not_asked() -> None:
    year = combined((), [a_claim()])
    assert (year.basic_fund, year.source) == (Decimal(100), f"本单位本年已核定 1 笔{OWN_ONLY}")


def test_before_a_claim_are_those_fixed_earlier_only() -> None:
    own = [a_claim(place) for place in (1, 2, 3)]
    assert before((), own, 2).basic_fund == Decimal(100)
    assert before((), own, 1) == YearToDate()


def test_before_a_claim_an_import_loses_that_claim_and_those_after_it() -> None:
    own = [a_claim(place, date(2025, 2, place)) for place in (1, 2, 3)]
    assert before([imported(basic_fund="1000")], own, 2).basic_fund == Decimal(800)


def test_a_standing_never_falls_below_zero() -> None:
    own = [a_claim(1, date(2025, 2, 1))]
    assert before([imported(basic_fund="40")], own, 1).basic_fund == 0
    assert lacking(imported(basic_fund="40", stays="1"), own) == ("basic_fund",)
    assert lacking(imported(basic_fund="100"), own) == ()


def test_of_two_imports_each_figure_is_the_newest_that_is_given() -> None:
    stays = Imported(figures=(("stays", Decimal(1)), ("basic_fund", Decimal(10))), as_of=date(2025, 2, 1), batch=2)
    year = combined([imported(basic_fund="1000"), stays], [a_claim(1, date(2025, 2, 5), stays="1", basic_fund="7")])
    assert (year.stays, year.basic_fund) == (2, Decimal(1000))
    assert year.source.startswith("平台导入 2025-03-01（批次 3）、2025-02-01（批次 2）＋本单位此后已核定 1 笔")


def test_an_import_all_of_whose_figures_are_older_is_not_named() -> None:
    older = Imported(figures=(("basic_fund", Decimal(10)),), as_of=date(2025, 2, 1), batch=2)
    assert "批次 2" not in combined([imported(basic_fund="1000"), older], ()).source


def test_accounts_of_packs_run_along() -> None:
    year = combined([imported(basic_fund="1")], [a_claim(1, None, **{"outpatient.fund": "12.50"})])
    assert year.accounts == (AccountSum("outpatient.fund", Decimal("12.50")),)


amounts = st.decimals(0, 100_000, places=2)
years = st.builds(
    YearToDate,
    stays=st.integers(0, 9),
    deductible=amounts,
    basic_fund=amounts,
    medical_aid_fund=amounts,
    accounts=st.lists(amounts, max_size=3).map(
        lambda sums: tuple(AccountSum(f"account{n}.fund", amount) for n, amount in enumerate(sums) if amount)
    ),
)


@given(years, years)
def test_what_a_claim_adds_leads_from_one_state_to_the_other_and_back(start: YearToDate, end: YearToDate) -> None:
    change = dict(added(start, end))
    for name in names(start, end):
        assert figure(start, name) + change.get(name, Decimal(0)) == figure(end, name)


@given(st.lists(years, max_size=5), st.data())
def test_taking_a_claim_out_again_leaves_the_year_as_if_it_had_never_been(
    ends: list[YearToDate], data: st.DataObject
) -> None:
    own = [
        Contribution(claim=str(n), place=n, day=None, figures=added(YearToDate(), one)) for n, one in enumerate(ends)
    ]
    without = [one for one in own if one.place != data.draw(st.integers(0, 5))]
    again = combined([imported(basic_fund="5")], without)
    assert again == combined([imported(basic_fund="5")], tuple(sorted(without, key=lambda one: -one.place)))
    last = combined((), own[:-1])
    assert before((), own, len(own) - 1) == last
