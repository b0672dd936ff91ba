"""What-if over an office: its settled claims as they stand, its own versions of packs, and nothing written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from review.claim.people import Scheme
from review.errors import InputError, NotFoundError, PolicyError
from review.policy.balance import year_change
from review.services import archive
from review.services.past_people import past_people
from review.services.replaying import Asked, FromClaims, FromSample, PastFilter, count_past, replay
from review.services.settle import settlement_of
from review.whatif.watch import StoppedError, Watch
from tests.offices import an_office, approved_once, in_review, paid
from tests.packs.shelf import ganzhou_tree, written

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office
    from review.whatif.comparison import Comparison

XINFENG = FromSample("xinfeng-2024", claims=60)
ALL = PastFilter()


def asked_of(office: Office, b: str = "ganzhou", chosen: PastFilter = ALL) -> Comparison:
    return replay(office, Asked(FromClaims(chosen), "ganzhou", b), Watch())


def dearer(folder: Path) -> str:
    """The shipped pack with a deductible of 2,000 yuan everywhere."""
    tree = ganzhou_tree()
    for scheme in ("resident", "employee"):
        for dated in tree["basic"]["inpatient"][scheme]["deductible"]["values"]:
            dated["value"] = "2000"
    return str(written(tree, folder))


def test_settled_claims_replayed_under_the_pack_of_record_give_the_record(tmp_path: Path) -> None:
    office = an_office(tmp_path)
    numbers = {approved_once(office).number, paid(office)}
    found = asked_of(office)
    assert (found.whole.claims, found.whole.people, found.unchanged) == (2, 2, 2)
    assert found.whole.a.funds == sum(settlement_of(office, number).fund_total for number in numbers)
    assert "2 单" in found.title


def test_another_pack_tells_whom_it_hurts(tmp_path: Path) -> None:
    office = an_office(tmp_path / "office")
    number = paid(office)
    found = asked_of(office, dearer(tmp_path))
    assert found.losers.people == 1
    (change,) = found.losers.largest
    assert change.claims == (number,)
    assert "*" in change.person
    assert found.whole.difference == -found.whole.b.personal + found.whole.a.personal < 0


def test_claims_nobody_approved_are_left_out(tmp_path: Path) -> None:
    office = an_office(tmp_path)
    in_review(office)
    assert asked_of(office).whole.claims == 0
    assert count_past(office, ALL) == 0


def test_a_filter_chooses_by_scheme_and_day_of_care(tmp_path: Path) -> None:
    office = an_office(tmp_path)
    approved_once(office)
    filters = {
        PastFilter(schemes=(Scheme.RESIDENT,)): 1,
        PastFilter(schemes=(Scheme.EMPLOYEE,)): 0,
        PastFilter(since=date(2025, 3, 11), until=date(2025, 3, 11)): 1,
        PastFilter(since=date(2025, 3, 12)): 0,
        PastFilter(until=date(2025, 3, 10)): 0,
    }
    assert {chosen: count_past(office, chosen) for chosen in filters} == filters
    assert "2025-03-12" in asked_of(office, chosen=PastFilter(since=date(2025, 3, 12))).title


def test_a_past_claim_begins_where_its_settlement_began(tmp_path: Path) -> None:
    office = an_office(tmp_path)
    number = approved_once(office).number
    fixed = settlement_of(office, number)
    (person,) = past_people(office, ALL)
    (visit,) = person.visits
    assert visit.number == number
    assert visit.added() == year_change(fixed.before, fixed.after)
    assert visit.opened().year_to_date.basic_fund == fixed.before.basic_fund


def test_a_replay_writes_nothing(tmp_path: Path) -> None:
    office = an_office(tmp_path)
    number = approved_once(office).number
    before = archive.history(office, ""), settlement_of(office, number)
    asked_of(office)
    assert (archive.history(office, ""), settlement_of(office, number)) == before


def test_a_generated_year_needs_no_office() -> None:
    watch = Watch()
    found = replay(None, Asked(XINFENG, "ganzhou", "ganzhou"), watch)
    assert (watch.done, watch.of, found.whole.claims) == (60, 60, 60)
    assert watch.finished.is_set()
    assert "60 人次（种子 20240113）" in found.title


def test_the_seed_and_the_number_of_claims_may_be_chosen() -> None:
    found = replay(None, Asked(FromSample("xinfeng-2024", 40, 5), "ganzhou", "ganzhou"), Watch())
    assert found.whole.claims == 40
    assert "种子 5" in found.title


@pytest.mark.parametrize(
    ("asked", "kind", "said"),
    [
        (Asked(XINFENG, "nowhere", "ganzhou"), PolicyError, "找不到政策包"),
        (Asked(FromSample("nowhere"), "ganzhou", "ganzhou"), NotFoundError, "找不到样本"),
        (Asked(FromSample("xinfeng-2024", -1), "ganzhou", "ganzhou"), InputError, "人次"),
        (Asked(FromClaims(), "ganzhou", "ganzhou"), InputError, "本单位"),
        (Asked(XINFENG, "office:1", "ganzhou"), InputError, "本单位"),
        (Asked(XINFENG, "office:x", "ganzhou"), InputError, "看不懂"),
    ],
)
def test_what_cannot_be_replayed_is_told(asked: Asked, kind: type[Exception], said: str) -> None:
    watch = Watch()
    with pytest.raises(kind, match=said):
        replay(None, asked, watch)
    assert watch.finished.is_set()


def test_an_unknown_version_of_the_office_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        replay(an_office(tmp_path), Asked(XINFENG, "office:77", "ganzhou"), Watch())


def test_a_watch_that_was_stopped_before_stops_at_once(tmp_path: Path) -> None:
    office = an_office(tmp_path)
    approved_once(office)
    watch = Watch()
    watch.stop()
    with pytest.raises(StoppedError):
        replay(office, Asked(FromClaims(), "ganzhou", "ganzhou"), watch)
    assert asked_of(office).whole.total == Decimal("10000.00")
