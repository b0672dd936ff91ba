"""The floor for settling: ganzhou's rules for stays as formulas over plain floats, in the manner of OpenFisca.

Parameters are read from the pack once, formulas are code and know nothing but these rules: no trace, no sources, no
other pack. Once a claim at a time, once for all claims together as vectors. Floats round half to even and keep no fen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Scheme
from review.packs.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from review.packs.pack_model import Pack
    from review.policy.case import Case

Vector = Any
SUMS = ("basic_fund", "serious_illness_fund", "medical_aid_fund", "personal")


@dataclass(frozen=True, slots=True)
class Row:
    """Terms of a layer as floats; ``groups`` empty for everybody."""

    groups: frozenset[str]
    threshold: float
    ratio: float
    ceiling: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The pack's figures for stays on one day, as floats."""

    class_b: float
    away: Mapping[tuple[Region, Filing], float]
    basic: Mapping[tuple[Scheme, HospitalLevel], tuple[float, float, float]]
    layers: Mapping[str, tuple[Row, ...]]


def rules_of(pack: Pack, day: date) -> Rules:
    """The figures of the default pack's shape, for first stays."""
    away = {(region, filing): 0.0 for region in Region for filing in Filing}
    basic = {}
    for region, filing in away:
        facts = _facts(Scheme.RESIDENT, HospitalLevel.PRIMARY, region=region, filing=filing)
        away[region, filing] = float(_found(pack.out_of_region.advance, day, facts))
    for scheme in Scheme:
        for level in (HospitalLevel.PRIMARY, HospitalLevel.SECONDARY, HospitalLevel.TERTIARY):
            terms, facts = getattr(pack.basic[CareKind.INPATIENT], scheme), _facts(scheme, level)
            (band,) = _found(terms.ratio, day, facts).bands
            ceiling = _found(terms.ceiling, day, facts).amount
            due = _found(terms.deductible, day, facts).after(0)
            basic[scheme, level] = float(due), float(band.ratio), float(ceiling)
    class_b = float(_found(pack.general.class_b_advance, day, facts))
    return Rules(class_b, away, basic, {key: _rows(pack, key, day) for key in pack.layers})


def _facts(
    scheme: Scheme, level: HospitalLevel, region: Region = Region.SAME_CITY, filing: Filing = Filing.NONE
) -> Facts:
    return Facts(scheme=scheme, kind=CareKind.INPATIENT, level=level, region=region, filing=filing)


def _found(series: Any, day: date, facts: Facts) -> Any:
    return series.on(day).value.of(facts).value


def _rows(pack: Pack, key: str, day: date) -> tuple[Row, ...]:
    layer, made = pack.layers[key], []
    for row in layer.rows.values():
        terms = row.terms.on(day).value
        (band,) = terms.ratio.bands
        income = float(layer.income_base.on(day).value) if layer.income_base else 0.0
        share = terms.threshold.fraction
        threshold = float(terms.threshold.amount) if share is None else income * float(share)
        ceiling = float("inf") if terms.ceiling is None else float(terms.ceiling)
        made.append(Row(frozenset(row.when.groups), threshold, float(band.ratio), ceiling))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Flat:
    """A claim as a formula wants it: words, and the amounts of its lines by class."""

    scheme: Scheme
    level: HospitalLevel
    place: tuple[Region, Filing]
    groups: frozenset[str]
    a: tuple[float, ...]
    b: tuple[float, ...]
    c: tuple[float, ...]


def flat(case: Case) -> Flat:
    """The claim as floats."""
    by_class = (tuple(float(x.amount) for x in case.lines if x.payment_class == one) for one in "ABC")
    care = case.care
    groups = frozenset(one.group for one in case.insured.groups)
    return Flat(case.insured.scheme, care.hospital_level, (care.region, care.filing), groups, *by_class)


def one_by_one(claim: Flat, rules: Rules) -> tuple[float, ...]:
    """Basic fund, serious illness (or large sums), aid and the person's burden of one claim, yuan."""
    advance = sum(round(amount * rules.class_b, 2) for amount in claim.b)
    total = sum(claim.a) + sum(claim.b) + sum(claim.c)
    eligible = sum(claim.a) + sum(claim.b) - advance
    due, ratio, ceiling = rules.basic[claim.scheme, claim.level]
    away = round(eligible * rules.away[claim.place], 2)
    rest = eligible - away
    deductible = min(due, rest)
    full = round((rest - deductible) * ratio, 2)
    basic = min(full, ceiling)
    over = 0.0 if full <= ceiling else round(rest - deductible - ceiling / ratio, 2)
    burden = rest - basic
    resident = claim.scheme is Scheme.RESIDENT
    serious = _layer("serious_illness" if resident else "large_sum", burden if resident else over, claim, rules)
    aid = _layer("medical_aid", burden - serious, claim, rules)
    return basic, serious, aid, total - basic - serious - aid


def _layer(key: str, burden: float, claim: Flat, rules: Rules) -> float:
    for row in rules.layers[key]:
        if not row.groups or row.groups & claim.groups:
            return min(round(max(burden - row.threshold, 0.0) * row.ratio, 2), row.ceiling)
    return 0.0


def all_together(claims: Sequence[Flat], rules: Rules) -> Vector:
    """The same four sums of all claims, one row each."""
    a, c = (np.array([sum(getattr(one, key)) for one in claims]) for key in ("a", "c"))
    b = np.array([sum(one.b) for one in claims])
    advance = np.array([np.round(np.array(one.b) * rules.class_b, 2).sum() for one in claims])
    due, ratio, ceiling = np.array([rules.basic[one.scheme, one.level] for one in claims]).T
    away = np.array([rules.away[one.place] for one in claims])
    resident = np.array([one.scheme is Scheme.RESIDENT for one in claims])
    eligible = a + b - advance
    rest = eligible - np.round(eligible * away, 2)
    open_cost = rest - np.minimum(due, rest)
    full = np.round(open_cost * ratio, 2)
    basic = np.minimum(full, ceiling)
    over = np.where(full <= ceiling, 0.0, np.round(open_cost - ceiling / ratio, 2))
    burden = rest - basic
    serious = np.where(
        resident, _layers("serious_illness", burden, claims, rules), _layers("large_sum", over, claims, rules)
    )
    aid = _layers("medical_aid", burden - serious, claims, rules)
    return np.stack((basic, serious, aid, a + b + c - basic - serious - aid), axis=1)


def _layers(key: str, burden: Vector, claims: Sequence[Flat], rules: Rules) -> Vector:
    paid, open_ = np.zeros(len(claims)), np.ones(len(claims), dtype=bool)
    for row in rules.layers[key]:
        fits = open_ & np.array([not row.groups or bool(row.groups & one.groups) for one in claims])
        due = np.minimum(np.round(np.maximum(burden - row.threshold, 0.0) * row.ratio, 2), row.ceiling)
        paid, open_ = np.where(fits, due, paid), open_ & ~fits
    return paid
