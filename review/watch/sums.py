"""High sums again and again: of one person, or of one hospital beside others of its level."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from review.money import thousands
from review.watch.shares import Share, excess
from review.watch.terms import watch_terms
from review.watch.watched import Colour, Watched, WatchedKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from decimal import Decimal

    from review.claim.claim import CareKind, HospitalLevel
    from review.watch.facts import ClaimFacts, OfficeFacts

    Like = tuple[CareKind, HospitalLevel]

K = TypeVar("K")

PERSON_BASIS = "大额费用应协查核实（无为：2万元以上发协查函）；多次大额的次数界限按经验"
HOSPITAL_BASIS = "与同类就医、同级医院的大额占比相比（两个比例的检验）；界限按经验"


def high_sums(facts: OfficeFacts) -> Iterator[Watched]:
    """Persons with several high sums, and hospitals with clearly more of them than others of their level."""
    bounds = dict(_bounds(facts.claims))
    high = {claim.number for claim in facts.claims if _is_high(claim, bounds)}
    terms = watch_terms().sums
    for person, claims in _by(facts.claims, lambda claim: claim.id_number).items():
        found = [claim for claim in claims if claim.number in high]
        if len(found) >= terms.yellow_times:
            yield _person(person, found)
    alike = {like: _share(claims, high) for like, claims in _by(facts.claims, _like).items()}
    for hospital, claims in _by(facts.claims, lambda claim: claim.hospital).items():
        yield from _hospital(hospital, claims, alike, high)


def _bounds(claims: Iterable[ClaimFacts]) -> Iterator[tuple[Like, Decimal]]:
    """Above which sum a claim is high, for each care and level of which enough is known: the rest do not reach it."""
    terms = watch_terms().sums
    for like, group in _by(claims, _like).items():
        if len(group) >= terms.fewest:
            totals = sorted(claim.total for claim in group)
            yield like, max(totals[min(int(len(totals) * terms.share), len(totals) - 1)], terms.floor)


def _like(claim: ClaimFacts) -> Like:
    return claim.kind, claim.level


def _is_high(claim: ClaimFacts, bounds: Mapping[Like, Decimal]) -> bool:
    bound = bounds.get(_like(claim))
    return bound is not None and claim.total > bound


def _by(claims: Iterable[ClaimFacts], key: Callable[[ClaimFacts], K]) -> dict[K, list[ClaimFacts]]:
    found: defaultdict[K, list[ClaimFacts]] = defaultdict(list)
    for claim in claims:
        if key(claim):
            found[key(claim)].append(claim)
    return found


def _person(person: str, found: list[ClaimFacts]) -> Watched:
    terms, total = watch_terms().sums, sum(claim.total for claim in found)
    return Watched(
        kind=WatchedKind.INSURED,
        key=person,
        name=found[0].name,
        colour=Colour.RED if len(found) >= terms.red_times else Colour.YELLOW,
        reasons=(f"一年内{len(found)}单费用明显高于同类就医，合计{thousands(total)}元。",),
        basis=(PERSON_BASIS,),
        figures=(("high", str(len(found))), ("total", str(total))),
        claims=tuple(claim.number for claim in found),
    )


def _hospital(
    hospital: str, claims: list[ClaimFacts], alike: Mapping[Like, Share], high: set[str]
) -> Iterator[Watched]:
    """The hospital against all others, in claims of the same kinds of care and levels."""
    terms, limits = watch_terms().sums, watch_terms().clerks
    one, known = _share(claims, high), [alike[like] for like in {_like(claim) for claim in claims}]
    rest = Share(sum(s.hits for s in known) - one.hits, sum(s.cases for s in known) - one.cases)
    z = excess(one, rest)
    if one.cases < terms.hospital_fewest or one.hits < terms.hospital_high or z < limits.yellow_z:
        return
    if one.value - rest.value < limits.apart or rest.cases < terms.fewest:
        return
    yield Watched(
        kind=WatchedKind.HOSPITAL,
        key=hospital,
        name=hospital,
        colour=Colour.RED if z >= limits.red_z else Colour.YELLOW,
        reasons=(
            f"{one.cases}单中{one.hits}单为大额（{one.percent}），其他同级医院为{rest.percent}（{rest.cases}单）。",
        ),
        basis=(HOSPITAL_BASIS,),
        figures=(("claims", str(one.cases)), ("high", str(one.hits)), ("others", rest.percent)),
        claims=tuple(claim.number for claim in claims if claim.number in high),
    )


def _share(claims: list[ClaimFacts], high: set[str]) -> Share:
    return Share(sum(claim.number in high for claim in claims), len(claims))
