"""Random packs and cases within what the models allow, for the properties every settlement must have."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from review.claim.people import Group
from review.packs.pack_model import Pack
from review.policy.case import Case
from tests.review.policy.worlds import tree_of

Stated = dict[str, Any]
Drawn = st.SearchStrategy[Any]

GROUPS = [Group.SUBSISTENCE, Group.DESTITUTE, Group.POVERTY_RISK]
BURDENS = [
    "self_paid",
    "over_limit",
    "advance_self_pay",
    "advance_out_of_region",
    "deductible",
    "copay",
    "over_ceiling",
]
ALWAYS = ["deductible", "copay", "over_ceiling", "advance_out_of_region"]


def amounts(most: int) -> st.SearchStrategy[str]:
    """Quoted yuan from 0 to ``most``, to the fen; often round."""
    cents = st.integers(0, most * 100) | st.integers(0, most // 100).map(lambda hundreds: hundreds * 10_000)
    return cents.map(lambda fen: str(Decimal(fen) / 100))


RATIOS = st.integers(0, 100).map(lambda percent: str(Decimal(percent) / 100))
POINTS = st.integers(-30, 30).map(lambda percent: str(Decimal(percent) / 100))


@st.composite
def bands(draw: st.DrawFn) -> Stated:
    bounds = sorted(draw(st.sets(st.integers(1, 60_000), max_size=2)))
    rows = [{"over": str(over), "ratio": draw(RATIOS)} for over in (0, *bounds)]
    return {"measure": draw(st.sampled_from(("absolute", "after_threshold"))), "bands": rows}


@st.composite
def tables(draw: st.DrawFn, values: Drawn) -> Any:
    """A plain value, one by level or scheme, or rows by group, age or disease with one for everybody else."""
    shape = draw(st.sampled_from(("plain", "levels", "schemes", "groups", "others")))
    if shape == "plain":
        return draw(values)
    if shape == "levels":
        return {level: draw(values) for level in ("primary", "secondary", "tertiary")}
    when = {
        "schemes": {"schemes": ["employee"]},
        "groups": {"groups": draw(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=2))},
        "others": draw(st.sampled_from(({"age": {"from": 60}}, {"diseases": ["高血压"]}, {"retired": True}))),
    }[shape]
    return [{"when": when, "value": draw(values)}, {"value": draw(values)}]


TARIFFS = st.one_of(
    amounts(2_000),
    st.lists(amounts(2_000), min_size=1, max_size=4),
    st.fixed_dictionaries({"first": amounts(2_000), "times": RATIOS}),
    st.fixed_dictionaries({"first": amounts(2_000), "minus": amounts(300), "least": amounts(100)}),
)
STEADY = amounts(2_000)
"""A deductible that is the same for every stay."""
CEILINGS = st.one_of(
    st.just("unlimited"),
    amounts(90_000),
    st.fixed_dictionaries({"amount": amounts(90_000), "measures": st.sampled_from(("cost", "fund"))}),
)
CAP_AMOUNTS = st.fixed_dictionaries(
    {"amount": amounts(20_000), "measures": st.sampled_from(("fund", "cost", "person"))}
)
INCENTIVES = st.fixed_dictionaries(
    {
        "after_years": st.integers(0, 5),
        "each_year": amounts(3_000),
        "each_free_year": amounts(3_000),
        "at_most": RATIOS,
    }
)


@st.composite
def caps(draw: st.DrawFn, key: str, periods: tuple[str, ...]) -> Stated:
    per = draw(st.sampled_from(periods))
    cap: Stated = {"per": per, "amount": draw(tables(CAP_AMOUNTS))}
    if per in {"month", "year"}:
        cap |= {"account": key, "by_disease": draw(st.booleans())}
    return cap


@st.composite
def basics(draw: st.DrawFn, *, fair: bool) -> Stated:
    periods = ("day", "year") if fair else ("stay", "day", "month", "year")
    made: Stated = {
        "deductible": draw(tables(STEADY if fair else TARIFFS)),
        "deductible_per": draw(st.sampled_from(("stay", "year"))),
        "ratio": draw(tables(RATIOS | bands())),
        "ratio_over": draw(st.sampled_from(("claim", "year"))),
        "ceiling": draw(tables(CEILINGS)),
        "points": draw(st.dictionaries(st.sampled_from(("retired", "filed")), tables(POINTS), max_size=2)),
        "caps": {key: draw(caps(key, periods)) for key in draw(st.sets(st.sampled_from(("one", "two"))))},
    }
    if not fair and draw(st.booleans()):
        share = st.fixed_dictionaries({"share": RATIOS, "of": st.sampled_from(("total", "eligible"))})
        made["least"] = draw(tables(RATIOS | share))
    return made


@st.composite
def layer_terms(draw: st.DrawFn, *, fair: bool) -> Stated:
    measures = ("income",) if fair else ("income", "total", "eligible")
    share = st.fixed_dictionaries({"fraction": RATIOS, "of": st.sampled_from(measures)})
    terms = {
        "threshold": draw(amounts(20_000) | share),
        "ratio": draw(RATIOS | bands()),
        "ceiling": draw(st.just("unlimited") | amounts(50_000)),
    }
    return terms | ({"incentive": draw(INCENTIVES)} if draw(st.booleans()) else {})


@st.composite
def layers(draw: st.DrawFn, *, fair: bool) -> Stated:
    wide = st.just(ALWAYS) | st.permutations(ALWAYS)
    base = wide if fair else wide | st.lists(st.sampled_from(BURDENS), min_size=1, unique=True)
    rows: Stated = {"everyone": {"terms": draw(layer_terms(fair=fair))}}
    if draw(st.booleans()):
        group = draw(st.sampled_from(GROUPS))
        rows = {"some": {"when": {"groups": [group]}, "terms": draw(layer_terms(fair=fair))}} | rows
    return {
        "fund": draw(st.sampled_from(("serious_illness", "medical_aid", "supplement"))),
        "schemes": draw(st.sampled_from(([], ["resident"], ["employee"]))),
        "per": draw(st.sampled_from(("year", "claim"))),
        "choose": "first" if fair else draw(st.sampled_from(("first", "most_paid"))),
        "income_base": draw(amounts(40_000)),
        "base": draw(base),
        "rows": rows,
    }


ITEM_TERMS = st.fixed_dictionaries(
    {}, optional={"class": st.sampled_from("ABC"), "advance": RATIOS, "limit": amounts(2_000), "ratio": RATIOS}
)
ITEMS = st.fixed_dictionaries(
    {
        "match": st.sampled_from(({"tags": ["special"]}, {"names": ["支架"]}, {"codes": ["XL"], "classes": ["B"]})),
        "when": st.sampled_from(({}, {"schemes": ["resident"]})),
        "terms": ITEM_TERMS,
    }
)
LATE = st.fixed_dictionaries({"days": st.integers(1, 60), "effect": st.just("points"), "points": st.just("0.10")})


@st.composite
def generals(draw: st.DrawFn) -> Stated:
    rounding = {
        "mode": draw(st.sampled_from(("half_up", "down"))),
        "where": draw(st.sampled_from(("per_line", "on_sum"))),
    }
    made: Stated = {"rounding": rounding, "class_b_advance": draw(tables(RATIOS))}
    optional = {
        "paid_elsewhere": st.sampled_from(("eligible_first", "person_first")),
        "third_party": st.sampled_from(("excluded", "advanced")),
        "late": tables(LATE),
        "status_day": st.sampled_from(("admitted", "discharged")),
    }
    return made | {key: draw(values) for key, values in optional.items() if draw(st.booleans())}


@st.composite
def worlds(draw: st.DrawFn, *, fair: bool = False) -> Stated:
    """What ``pack_of`` makes a pack of; ``fair`` ones seldom reward splitting a stay."""
    keys = draw(st.lists(st.sampled_from(("first", "second", "third")), max_size=3, unique=True))
    outpatient = draw(basics(fair=fair)) | {"account": "outpatient"}
    return {
        "general": draw(generals()),
        "basic": draw(basics(fair=fair)),
        "kinds": {"outpatient": outpatient, "injury": {"like": "inpatient"}},
        "away": draw(tables(RATIOS)),
        "order": draw(st.sampled_from(("advance_first", "deductible_first", "ratio_points"))),
        "items": draw(st.dictionaries(st.sampled_from(("one", "two")), ITEMS, max_size=2)),
        "layers": {key: draw(layers(fair=fair)) for key in keys},
    }


@st.composite
def lines(draw: st.DrawFn, *, refunds: bool = True) -> Stated:
    sign = draw(st.sampled_from((1, 1, 1, 1, -1))) if refunds else 1
    kind = draw(st.sampled_from("AABBC"))
    name = draw(st.sampled_from(("项目", "支架", "药品")))
    line = {"name": name, "amount": str(sign * Decimal(draw(amounts(30_000)))), "class": kind}
    if draw(st.booleans()):
        line |= {"quantity": str(draw(st.integers(1, 20))), "price_limit": draw(amounts(2_000))}
    line |= draw(st.sampled_from(({}, {}, {"tags": ["special"]}, {"code": "XL02"})))
    return line | ({"advance_ratio": draw(RATIOS)} if kind == "B" and draw(st.booleans()) else {})


MUCH = {"name": "手术费", "amount": "31234.56", "class": "A"}
"""A line that makes something of every case."""

INSURED = st.fixed_dictionaries(
    {
        "scheme": st.sampled_from(("resident", "employee")),
        "retired": st.booleans(),
        "age": st.none() | st.integers(0, 100),
        "groups": st.lists(st.sampled_from(GROUPS), max_size=2, unique=True),
        "insured_years": st.integers(0, 12),
        "claim_free_years": st.integers(0, 5),
    }
)
CARE = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(("inpatient", "inpatient", "outpatient", "injury")),
        "hospital_level": st.sampled_from(("primary", "secondary", "tertiary", "none")),
        "region": st.sampled_from(("same_city", "same_province", "other_province")),
        "filing": st.sampled_from(("none", "long_term", "referral", "emergency")),
        "designated": st.integers(0, 9).map(bool),
        "disease": st.sampled_from(("", "高血压")),
        "third_party": st.sampled_from(("0", "0", "0", "0.30", "1")),
        "admitted": st.just("2025-03-01"),
        "discharged": st.just("2025-03-13"),
        "received": st.sampled_from((None, "2025-03-20", "2025-06-01")),
    }
)
ACCOUNTS = st.fixed_dictionaries(
    {
        name: st.integers(1, 5_000_000).map(lambda fen: str(Decimal(fen) / 100))
        for name in ("basic.cost", "outpatient.cost")
    },
    optional={
        name: amounts(20_000)
        for name in (
            "outpatient.deductible",
            "outpatient.fund",
            "one.fund",
            "two.高血压.03.cost",
            "first.base",
            "first.fund",
        )
    },
)
YEARS = st.fixed_dictionaries(
    {
        "stays": st.integers(0, 5),
        "deductible": amounts(3_000),
        "basic_fund": amounts(10_000),
        "serious_illness_base": amounts(50_000),
        "serious_illness_fund": amounts(5_000),
        "medical_aid_base": amounts(50_000),
        "medical_aid_fund": amounts(5_000),
        "accounts": ACCOUNTS,
    }
)
CASES = st.fixed_dictionaries(
    {
        "insured": INSURED,
        "care": CARE,
        "year_to_date": YEARS,
        "already_paid": st.sampled_from(("0", "0", "0", "800.50", "5000", "60000")),
        "lines": st.lists(lines(), max_size=5).map(lambda more: [MUCH, *more]),
    }
)
STAYS = st.fixed_dictionaries(
    {
        "insured": INSURED,
        "care": CARE,
        "year_to_date": YEARS,
        "lines": st.lists(lines(refunds=False), min_size=1, max_size=4).map(lambda more: [MUCH, *more]),
    }
)
"""Cases without refunds and payments by others, which can be cut in two."""


def pack_of(stated: Stated) -> Pack:
    return Pack.model_validate(tree_of(**stated))


def case_of(stated: Stated, **changes: Any) -> Case:
    return Case.model_validate(stated | changes)
