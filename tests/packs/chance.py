"""Random terms and cases within what the models allow, for the properties every settlement must have."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from review.claim.people import Group
from review.policy.case import Case
from review.policy.pack_model import Pack
from tests.packs.shelf import small_tree


def amounts(most: int) -> st.SearchStrategy[str]:
    """Quoted yuan from 0 to ``most``, to the fen."""
    return st.integers(0, most * 100).map(lambda fen: str(Decimal(fen) / 100))


RATIOS = st.integers(0, 100).map(lambda percent: str(Decimal(percent) / 100))


@st.composite
def bands(draw: st.DrawFn) -> dict[str, Any]:
    bounds = sorted(draw(st.sets(st.integers(1, 60_000), max_size=2)))
    rows = [{"over": str(over), "ratio": draw(RATIOS)} for over in (0, *bounds)]
    return {"measure": draw(st.sampled_from(("absolute", "after_threshold"))), "bands": rows}


def layers(groups: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "threshold": amounts(20_000),
            "ratio": bands(),
            "ceiling": st.one_of(st.just("unlimited"), amounts(50_000)),
            "groups": st.just(groups),
        }
    )


TERMS = st.fixed_dictionaries(
    {
        "rounding": st.fixed_dictionaries(
            {"mode": st.sampled_from(("half_up", "down")), "where": st.sampled_from(("per_line", "on_sum"))}
        ),
        "class_b_advance": RATIOS,
        "deductible": amounts(2_000),
        "ratio": bands(),
        "ceiling": amounts(90_000),
        "away": RATIOS,
        "order": st.sampled_from(("advance_first", "deductible_first", "ratio_points")),
        "serious_illness": st.none() | layers([]),
        "medical_aid": st.none() | layers([Group.SUBSISTENCE]),
    }
)


@st.composite
def lines(draw: st.DrawFn) -> dict[str, Any]:
    sign = draw(st.sampled_from((1, 1, 1, 1, -1)))
    kind = draw(st.sampled_from("AABBC"))
    line = {"name": "项目", "amount": str(sign * Decimal(draw(amounts(30_000)))), "class": kind}
    if draw(st.booleans()):
        line |= {"quantity": str(draw(st.integers(1, 20))), "price_limit": draw(amounts(2_000))}
    return line | ({"advance_ratio": draw(RATIOS)} if kind == "B" and draw(st.booleans()) else {})


CASES = st.fixed_dictionaries(
    {
        "insured": st.fixed_dictionaries(
            {
                "scheme": st.sampled_from(("resident", "employee")),
                "groups": st.sampled_from(([], [Group.SUBSISTENCE])),
            }
        ),
        "care": st.just({"kind": "inpatient", "hospital_level": "tertiary", "region": "other_province"}),
        "year_to_date": st.fixed_dictionaries(
            {
                "stays": st.integers(0, 5),
                "basic_fund": amounts(100_000),
                "serious_illness_base": amounts(50_000),
                "serious_illness_fund": amounts(50_000),
                "medical_aid_base": amounts(50_000),
                "medical_aid_fund": amounts(50_000),
            }
        ),
        "already_paid": st.one_of(st.just("0"), amounts(5_000)),
        "lines": st.lists(lines(), max_size=6),
    }
)


def pack_of(terms: dict[str, Any]) -> Pack:
    return Pack.model_validate(small_tree(terms))


def case_of(stated: dict[str, Any], **changes: Any) -> Case:
    return Case.model_validate(stated | changes)
