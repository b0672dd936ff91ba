"""Layers over a year: what was counted before is not counted again, and rows go by group and kind of care."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.packs.pack_model import Pack
from review.policy.case import Case
from review.policy.settle import settle
from tests.packs.shelf import small_tree

LAYER = {"threshold": "1000", "ratio": "0.5", "ceiling": "900"}
HALF_AND_ALL = small_tree({"serious_illness": LAYER, "medical_aid": LAYER | {"groups": ["destitute"]}})
YUAN = st.integers(0, 500_000)


def settled(amount: int, before: dict[str, Any] | None = None, **insured: Any) -> Any:
    stated = {
        "insured": {"scheme": "resident"} | insured,
        "care": {"kind": "inpatient", "hospital_level": "primary", "region": "same_city"},
        "lines": [{"name": "自付", "amount": str(amount), "class": "A"}],
        "year_to_date": before or {},
    }
    return settle(Case.model_validate(stated), Pack.model_validate(HALF_AND_ALL))


@pytest.mark.parametrize(("burden", "payment"), [(999, "0"), (1000, "0"), (1001, "0.50"), (2800, "900"), (9000, "900")])
def test_a_layer_pays_between_its_threshold_and_its_ceiling(burden: int, payment: str) -> None:
    assert settled(burden).serious_illness_fund == Decimal(payment)


@given(YUAN, YUAN)
def test_two_stays_are_paid_by_a_layer_like_one(first: int, second: int) -> None:
    one = settled(first)
    year = {"serious_illness_base": str(one.after.serious_illness_base)}
    two = settled(second, year | {"serious_illness_fund": str(one.after.serious_illness_fund)})
    whole = settled(first + second)
    assert abs(two.after.serious_illness_fund - whole.after.serious_illness_fund) <= Decimal("0.01")
    assert two.after.serious_illness_base == whole.after.serious_illness_base


def test_aid_counts_only_what_serious_illness_left() -> None:
    done = settled(2500, groups=["destitute"])
    assert (done.serious_illness_fund, done.medical_aid_fund) == (Decimal(750), Decimal(375))
    assert done.after.medical_aid_base == Decimal(1750)


def test_who_is_in_none_of_the_groups_gets_no_aid_and_collects_no_burden() -> None:
    done = settled(2500, groups=["subsistence"])
    assert done.medical_aid_fund == done.after.medical_aid_base == 0
    assert not any(step.step.startswith("medical_aid") for step in done.trace)


@pytest.mark.parametrize(("kind", "aided"), [("inpatient", True), ("chronic_outpatient", False)])
def test_rows_go_by_kind_of_care(kind: str, aided: bool) -> None:  # noqa: FBT001 - a column of the table above
    tree = small_tree({"medical_aid": LAYER | {"threshold": "0"}})
    tree["basic"]["chronic_outpatient"] = tree["basic"]["inpatient"]
    tree["layers"]["medical_aid"]["rows"]["all"]["when"]["kinds"] = ["inpatient"]
    care = {"kind": kind, "hospital_level": "primary", "region": "same_city"}
    lines = [{"name": "自付", "amount": "100", "class": "A"}]
    case = Case.model_validate({"insured": {"scheme": "resident"}, "care": care, "lines": lines})
    assert bool(settle(case, Pack.model_validate(tree)).medical_aid_fund) is aided


@pytest.mark.parametrize(("by", "paid"), [("admitted", "0"), ("discharged", "100")])
def test_the_day_that_counts_is_the_packs_choice(by: str, paid: str) -> None:
    tree = small_tree({"ratio": "0"})
    ratio = tree["basic"]["inpatient"]["resident"]["ratio"]
    (old,) = ratio["values"]
    new = old | {"since": "2025-01-01", "value": dict.fromkeys(("primary", "secondary", "tertiary"), "1")}
    ratio["values"] = [old | {"until": "2024-12-31"}, new]
    tree["general"]["year_by"]["values"][0]["value"] = by
    care = {"kind": "inpatient", "hospital_level": "primary", "region": "same_city"}
    days = {"admitted": "2024-12-30", "discharged": "2025-01-02"}
    lines = [{"name": "西药", "amount": "100", "class": "A"}]
    case = Case.model_validate({"insured": {"scheme": "resident"}, "care": care | days, "lines": lines})
    assert settle(case, Pack.model_validate(tree)).basic_fund == Decimal(paid)
