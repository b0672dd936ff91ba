"""The generated year: the same from the same seed, plausible, and near the sums of the report it resembles."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import pytest

from review.errors import InputError, NotFoundError
from review.packs.pack import load_pack
from review.whatif.comparison import Axis
from review.whatif.replay import compared, tally_of
from review.whatif.sample import Sample
from review.whatif.sample_terms import SHELF, sample_terms, shipped_samples

if TYPE_CHECKING:
    from pathlib import Path

    from review.policy.case import Case

XINFENG = "xinfeng-2024"
NEAR = Decimal("0.02")
"""How far the sums of the likeness may lie from the published ones."""


def a_sample(claims: int = 300, seed: int = 1) -> Sample:
    return Sample(sample_terms(XINFENG), claims, seed)


def cases(sample: Sample) -> list[Case]:
    return [visit.opened() for person in sample.people() for visit in person.visits]


def test_the_same_seed_gives_the_same_year_and_another_seed_another() -> None:
    assert list(a_sample().people()) == list(a_sample().people())
    assert list(a_sample().people()) != list(a_sample(seed=2).people())


def test_a_longer_year_begins_with_the_same_people() -> None:
    short, long = list(a_sample(100).people()), list(a_sample(1000).people())
    residents = list(takewhile(lambda person: "居民" in person.label, short))[:-1]
    assert residents == long[: len(residents)]


@pytest.mark.parametrize("claims", [1, 2, 7, 300, 1650])
def test_there_are_as_many_claims_as_asked_for(claims: int) -> None:
    assert sum(len(person.visits) for person in a_sample(claims).people()) == claims


def test_the_year_of_the_report_has_its_claims_by_scheme() -> None:
    schemes = Counter(case.insured.scheme for case in cases(a_sample(1650)))
    assert schemes == {"resident": 1412, "employee": 238}


def test_its_sums_lie_near_the_published_ones() -> None:
    terms, pack = sample_terms(XINFENG), load_pack("ganzhou")
    sample = Sample(terms, terms.claims, terms.seed)
    found = compared("", tally_of(sample.people(), (pack, pack)), (pack, pack))
    paid = {row.key: row.a.funds for row in found.by(Axis.SCHEME)}
    assert {scheme.scheme: scheme.published for scheme in terms.schemes} == {
        "resident": Decimal("4561600.00"),
        "employee": Decimal("612200.00"),
    }
    for scheme in terms.schemes:
        assert scheme.published
        assert abs(paid[scheme.scheme] / scheme.published - 1) < NEAR
    assert not found.refused


def test_stays_of_a_person_follow_each_other_within_the_year() -> None:
    for person in a_sample().people():
        cares = [visit.opened().care for visit in person.visits]
        assert all(care.discharged and care.discharged.year == 2024 for care in cares)
        for earlier, later in pairwise(cares):
            assert earlier.discharged
            assert later.admitted
            assert earlier.discharged <= later.admitted


def test_bills_are_of_whole_fen_and_never_negative() -> None:
    for case in cases(a_sample(150)):
        assert all(line.amount >= 0 and line.amount == round(line.amount, 2) for line in case.lines)
        assert sum(line.amount for line in case.lines) >= 60


def test_numbers_are_given_once() -> None:
    numbers = [case.id for case in cases(a_sample())]
    assert len(set(numbers)) == len(numbers)


def test_ages_groups_levels_and_months_are_spread() -> None:
    found = cases(a_sample(1000))
    months = {case.care.discharged.month for case in found if case.care.discharged}
    assert months == set(range(1, 13))
    assert len({case.care.hospital_level for case in found}) == 4
    assert len({case.insured.groups for case in found}) >= 5
    ages = [case.insured.age or 0 for case in found]
    assert min(ages) < 10
    assert max(ages) > 75


def test_a_retired_employee_is_old_enough_and_a_resident_is_never_retired() -> None:
    for case in cases(a_sample()):
        old = case.insured.scheme == "employee" and (case.insured.age or 0) >= 60
        assert case.insured.retired is old


def test_the_year_of_the_report_says_what_is_published_and_what_is_assumed() -> None:
    terms = sample_terms(XINFENG)
    assert terms.source.startswith("[S]")
    assert "假定" in terms.assumed
    assert terms.claims == 1650


@pytest.mark.parametrize("name", shipped_samples())
def test_the_shipped_pack_settles_every_claim_of_the_shipped_years(name: str) -> None:
    pack, terms = load_pack("ganzhou"), sample_terms(name)
    found = compared("", tally_of(Sample(terms, 400, terms.seed).people(), (pack, pack)), (pack, pack))
    assert (found.whole.claims, found.refused) == (400, ())
    assert found.whole.a.funds > 0


def test_one_shipped_year_is_of_many_kinds_and_its_visits_last_a_day() -> None:
    found = cases(Sample(sample_terms("mixed-2025"), 400, 1))
    assert len({case.care.kind for case in found}) >= 6
    visits = [case.care for case in found if "outpatient" in case.care.kind]
    assert all(care.admitted == care.discharged for care in visits)
    assert {case.care.disease for case in found} > {"", "高血压", "恶性肿瘤"}


def test_a_year_may_be_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text((SHELF / f"{XINFENG}.toml").read_text("utf-8").replace("year = 2024", "year = 2023"), "utf-8")
    first = next(Sample(sample_terms(str(path)), 10, 1).people()).visits[0].opened()
    assert (first.care.discharged or date.min).year == 2023


def test_an_unknown_year_is_told_with_those_there_are() -> None:
    with pytest.raises(NotFoundError, match="找不到样本") as told:
        sample_terms("nowhere")
    assert XINFENG in told.value.advice


@pytest.mark.parametrize(("text", "said"), [("year = ", "TOML"), ('title = "x"', "缺少"), ("\0", "TOML")])
def test_a_faulty_year_is_refused_with_its_key(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=said):
        sample_terms(str(path))
