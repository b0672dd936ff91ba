"""Figures that have the right form and may still be wrong: turned round, above one together, confirmed on no paper."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.people import Scheme
from review.packs.facts import Facts
from review.packs.lint_doubt import Doubt
from review.packs.series import Status, every_series
from review.packs.words import KINDS, SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from review.packs.basic_terms import BasicTerms
    from review.packs.pack_model import Pack

_NO_PAPER = ("文号待", "未见")
_LEVELS = (HospitalLevel.PRIMARY, HospitalLevel.SECONDARY, HospitalLevel.TERTIARY)


def figures_in_doubt(pack: Pack) -> Iterator[Doubt]:
    """Everything about figures that somebody should look at."""
    yield from _papers(pack)
    for path, terms, facts in _every_basic(pack):
        yield from _by_level(path, terms, facts)
        yield from _above_one(path, terms)
    yield from _accounts(pack)
    yield from _idle_rows(pack)
    yield from _switched_off(pack)
    yield from _uncovered(pack)
    yield from _rewards(pack)


def _papers(pack: Pack) -> Iterator[Doubt]:
    for path, series in every_series(pack):
        for number, one in enumerate(series.values):
            place = f"{path}.values[{number}]"
            if one.status is Status.ASSUMED and not one.note:
                yield Doubt("warning", place, "假定的数没有在 note 里说明依据。", "请写明为什么这样假定。")
            if one.status is Status.CONFIRMED and one.document.startswith(_NO_PAPER):
                yield Doubt("fault", place, "标为已确认，却没有文号。", "请写明文号；没有文件的不能标为已确认。")
            if pack.status is Status.CONFIRMED and one.status is not Status.CONFIRMED:
                message = "政策包标为已确认，这个数却还没有确认。"
                yield Doubt("fault", place, message, "请先逐项确认，再把政策包标为已确认。")


def _every_basic(pack: Pack) -> Iterator[tuple[str, BasicTerms, Facts]]:
    for kind, schemes in pack.basic.items():
        for scheme in Scheme:
            terms = schemes.resident if scheme is Scheme.RESIDENT else schemes.employee
            facts = Facts(
                scheme=scheme, kind=kind, level=HospitalLevel.PRIMARY, region=Region.SAME_CITY, filing=Filing.NONE
            )
            if terms:
                yield f"basic.{kind}.{scheme}", terms, facts


def _by_level(path: str, terms: BasicTerms, facts: Facts) -> Iterator[Doubt]:
    """A higher hospital that asks less or pays more than a lower one: the columns may be turned round."""
    people = [_at(facts, level) for level in _LEVELS]
    for number, ratio in enumerate(terms.ratio.values):
        rows = [ratio.value.of(one) for one in people]
        shares = [row.value.bands[0].ratio for row in rows if row]
        if any(low < high for low, high in pairwise(shares)):
            yield _turned(f"{path}.ratio.values[{number}]", "高等级医院的支付比例高于低等级医院", shares)
    for number, deductible in enumerate(terms.deductible.values):
        tariffs = [deductible.value.of(one) for one in people]
        amounts = [row.value.after(0) for row in tariffs if row]
        if any(low > high for low, high in pairwise(amounts)):
            yield _turned(f"{path}.deductible.values[{number}]", "高等级医院的起付线低于低等级医院", amounts)


def _at(facts: Facts, level: HospitalLevel) -> Facts:
    return Facts(scheme=facts.scheme, kind=facts.kind, level=level, region=facts.region, filing=facts.filing)


def _turned(path: str, what: str, shown: list[Decimal]) -> Doubt:
    message = f"{what}（{'、'.join(map(str, shown))}）。"
    return Doubt("warning", path, message, "请核对各等级的数是否写反；确实如此的可以保留。")


def _above_one(path: str, terms: BasicTerms) -> Iterator[Doubt]:
    highest = max(band.ratio for dated in terms.ratio.values for row in dated.value.rows for band in row.value.bands)
    more = [max(row.value for dated in one.values for row in dated.value.rows) for one in terms.points.values()]
    whole = highest + sum((points for points in more if points > 0), start=highest * 0)
    if whole > 1:
        message = f"支付比例加上各项加成最高到 {whole}，超过 1 的按 1 支付。"
        yield Doubt("warning", f"{path}.points", message, "请核对比例和加成；规定最高 100% 的可以保留。")


def _accounts(pack: Pack) -> Iterator[Doubt]:
    for (one, first), (other, second) in combinations(pack.layers.items(), 2):
        both = set(first.schemes or Scheme) & set(second.schemes or Scheme)
        if first.account == second.account and both:
            message = f"与 {one} 共用累计“{first.account}”，又都给{'、'.join(SCHEMES[s] for s in sorted(both))}。"
            yield Doubt("warning", f"layers.{other}.account", message, "两层各用自己的累计，额度才不会混在一起。")


def _idle_rows(pack: Pack) -> Iterator[Doubt]:
    for key, layer in pack.layers.items():
        for name, row in layer.rows.items():
            lost = [kind for kind in row.when.kinds if kind not in pack.basic]
            if lost:
                kinds = "、".join(KINDS[kind] for kind in lost)
                message = f"写了{kinds}，而 basic 没有收录这些类别。"
                yield Doubt("warning", f"layers.{key}.rows.{name}.when", message, "请在 basic 补上，或从条件里删去。")


def _switched_off(pack: Pack) -> Iterator[Doubt]:
    orders = pack.order.values if pack.order else ()
    reviewed = [one for one in orders if one.until is None or one.until >= pack.effective_from]
    named = {key for one in reviewed if one.since <= pack.reviewed_until for key in one.value}
    for key in (one for one in pack.layers if one not in named):
        message = "在核对过的期间里没有写进 order，不会支付。"
        yield Doubt("warning", f"layers.{key}", message, "请写进 order；确实停用的，在下级政策包里写空值去掉。")


def _rewards(pack: Pack) -> Iterator[Doubt]:
    for one in dict.fromkeys(pack.splitting):
        message = f"“{one.title}”分成两次住院比一次支付多：{one.why}。"
        yield Doubt("warning", one.path, message, "规定如此的可以保留；审核时请注意分解住院。")


def _uncovered(pack: Pack) -> Iterator[Doubt]:
    """One warning that names all care the pack does not settle."""
    found = {(scheme, kind) for kind in CareKind for scheme in Scheme if not _covered(pack, kind, scheme)}
    if found:
        named = "、".join(f"{SCHEMES[s]}{KINDS[k]}" for s in Scheme for k in CareKind if (s, k) in found)
        yield Doubt("warning", "basic", f"没有收录：{named}；遇到时不会结算。", "需要办理的请补上规定。")


def _covered(pack: Pack, kind: CareKind, scheme: Scheme) -> bool:
    terms = pack.basic.get(kind)
    terms = pack.basic.get(terms.like) if terms and terms.like else terms
    return terms is not None and (terms.resident if scheme is Scheme.RESIDENT else terms.employee) is not None
