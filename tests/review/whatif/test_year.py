"""A person's year runs on under the pack that is tried, not under the one of record."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.policy.balance import year_change
from review.whatif.year import Year
from tests.review.whatif.visits import a_pack, a_visit

if TYPE_CHECKING:
    from pathlib import Path

    from review.packs.pack_model import Pack
    from review.whatif.visit import Visit


def payments(pack: Pack, *visits: Visit) -> list[str]:
    """What the basic fund pays of one visit after another."""
    year = Year(pack)
    return [str(year.settled(visit.opened(), visit).basic_fund) for visit in visits]


def test_what_was_paid_earlier_in_the_year_uses_up_the_ceiling(tmp_path: Path) -> None:
    visits = [a_visit(str(number), "400.00") for number in range(3)]
    assert payments(a_pack(tmp_path, ceiling="1000"), *visits) == ["400.00", "400.00", "200.00"]
    assert payments(a_pack(tmp_path, "b", ceiling="500"), *visits) == ["400.00", "100.00", "0.00"]


def test_a_new_year_begins_anew(tmp_path: Path) -> None:
    later = {"admitted": "2025-01-02", "discharged": "2025-01-05"}
    visits = [a_visit("1", "400.00"), a_visit("2", "400.00", care=later)]
    assert payments(a_pack(tmp_path, ceiling="500"), *visits) == ["400.00", "400.00"]


def test_the_other_scheme_has_a_year_of_its_own(tmp_path: Path) -> None:
    visits = [a_visit("1", "400.00"), a_visit("2", "400.00", insured={"scheme": "employee"})]
    assert payments(a_pack(tmp_path, ceiling="500"), *visits) == ["400.00", "400.00"]


def settled_before(pack: Pack) -> list[Visit]:
    """Two visits with the accumulators and settlements that a pack gave them."""
    first = a_visit("1", "400.00")
    done = Year(pack).settled(first.opened(), first)
    began = {"stays": done.after.stays, "basic_fund": str(done.after.basic_fund), "source": "平台"}
    second = a_visit("2", "400.00", year_to_date=began)
    last = Year(pack).settled(second.opened(), second)
    moves = (year_change(one.before, one.after) for one in (done, last))
    recorded = [tuple((name, str(amount)) for name, amount in move.items()) for move in moves]
    return [visit._replace(recorded=moved) for visit, moved in zip((first, second), recorded, strict=True)]


def test_the_pack_of_record_gives_the_record_again(tmp_path: Path) -> None:
    pack = a_pack(tmp_path, ceiling="500")
    assert payments(pack, *settled_before(pack)) == ["400.00", "100.00"]


def test_another_pack_shifts_what_the_record_says_of_later_claims(tmp_path: Path) -> None:
    visits = settled_before(a_pack(tmp_path, ceiling="500"))
    assert payments(a_pack(tmp_path, "b", ceiling="500", ratio="0.5"), *visits) == ["200.00", "200.00"]


def test_sums_of_the_year_never_fall_below_zero(tmp_path: Path) -> None:
    first = a_visit("1", "100.00")._replace(recorded=(("basic_fund", "9000.00"), ("stays", "3")))
    year = Year(a_pack(tmp_path))
    year.settled(first.opened(), first)
    second = a_visit("2", "100.00")
    assert year.settled(second.opened(), second).before.basic_fund == Decimal(0)
