"""Clerks who let clearly more pass than their colleagues: by findings answered, and by claims reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.watch.shares import Share, excess
from review.watch.terms import watch_terms
from review.watch.watched import Colour, Watched, WatchedKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from review.watch.facts import ClerkFacts, OfficeFacts

BASIS = "与全部同事相比（两个比例的检验，须有足够多的件数）；岗位互相制约；界限按经验"


def lenient_clerks(facts: OfficeFacts) -> Iterator[Watched]:
    """Clerks whose share of findings let pass, or of claims with such findings, lies far above every colleague's."""
    for clerk in facts.clerks:
        colleagues = [other for other in facts.clerks if other.username != clerk.username]
        yield from _far_above(clerk, colleagues, _of_findings, "答复的疑点中放行", "answered")
        yield from _far_above(clerk, colleagues, _of_claims, "初审的报销单中有疑点被放行的", "reviewed")


def _of_findings(clerk: ClerkFacts) -> Share:
    return Share(clerk.allowed, clerk.allowed + clerk.excluded)


def _of_claims(clerk: ClerkFacts) -> Share:
    return Share(clerk.passed, clerk.reviewed)


def _far_above(
    clerk: ClerkFacts, colleagues: list[ClerkFacts], share: Callable[[ClerkFacts], Share], what: str, name: str
) -> Iterator[Watched]:
    terms, own = watch_terms().clerks, share(clerk)
    known = [found for other in colleagues if (found := share(other)).cases]
    rest = Share(sum(s.hits for s in known), sum(s.cases for s in known))
    enough = own.cases >= terms.fewest and rest.cases >= terms.colleagues_fewest and len(known) >= terms.colleagues
    z = excess(own, rest)
    if enough and z >= terms.yellow_z and own.value - max(s.value for s in known) >= terms.apart:
        yield Watched(
            kind=WatchedKind.CLERK,
            key=clerk.username,
            name=clerk.name,
            colour=Colour.RED if z >= terms.red_z else Colour.YELLOW,
            reasons=(f"{what}占{own.percent}（{own.hits}/{own.cases}），同事为{rest.percent}（{rest.cases}件）。",),
            basis=(BASIS,),
            figures=((name, str(own.cases)), (f"{name}_passed", str(own.hits)), (f"{name}_colleagues", rest.percent)),
            claims=clerk.claims,
        )
