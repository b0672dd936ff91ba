"""One standing out of imports and the claims settled here, saying exactly what it was made of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from review.accumulators.standing import STAYS, SUMS, year_of
from review.accumulators.words import caption

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from review.accumulators.standing import Contribution, Imported
    from review.claim.claim import YearToDate

OWN_ONLY = "，平台累计未查"
"""How the source of a standing ends that rests on this office's claims alone: the platform may know more."""


def combined(imports: Sequence[Imported], own: Sequence[Contribution]) -> YearToDate:
    """What the year stands at: of each figure the newest import, and what was settled here since.

    ``imports`` come newest first; one may hold some figures and another the rest. A figure that none gives is that of
    the claims settled here.
    """
    givers = newest(imports)
    figures = {name: dict(one.figures)[name] + _since(one, own).get(name, Decimal(0)) for name, one in givers.items()}
    whole = _summed(own)
    return year_of({name: whole[name] for name in whole if name not in givers} | figures, _said(givers, own))


def before(imports: Sequence[Imported], own: Sequence[Contribution], place: int) -> YearToDate:
    """What the year stood at before the claim fixed at that place, as far as is known now.

    What imports hold of this claim and of those fixed after it is taken out again.
    """
    later = tuple(one for one in own if one.place >= place)
    reduced = tuple(_without(one, later) for one in imports)
    return combined(reduced, tuple(one for one in own if one.place < place))


def newest(imports: Iterable[Imported]) -> dict[str, Imported]:
    """For each figure the first of the imports that gives it."""
    givers: dict[str, Imported] = {}
    for one in imports:
        for name, _ in one.figures:
            givers.setdefault(name, one)
    return givers


def lacking(imported: Imported, own: Sequence[Contribution]) -> tuple[str, ...]:
    """Figures in which an import says less than was settled here before its day: then it cannot include that."""
    held, given = _summed(one for one in own if _within(imported, one)), dict(imported.figures)
    return tuple(name for name in held if name in given and given[name] < held[name])


def _without(imported: Imported, later: Sequence[Contribution]) -> Imported:
    held = _summed(one for one in later if _within(imported, one))
    figures = tuple((name, amount - held.get(name, Decimal(0))) for name, amount in imported.figures)
    return replace(imported, figures=figures)


def _since(imported: Imported, own: Sequence[Contribution]) -> dict[str, Decimal]:
    return _summed(one for one in own if not _within(imported, one))


def _within(imported: Imported, one: Contribution) -> bool:
    """Whether an import holds what a claim added: it includes own claims, and this one was signed before its day."""
    return imported.includes_own and one.day is not None and one.day < imported.as_of


def _summed(own: Iterable[Contribution]) -> dict[str, Decimal]:
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for one in own:
        for name, amount in one.figures:
            sums[name] += amount
    return dict(sums)


def _said(givers: Mapping[str, Imported], own: Sequence[Contribution]) -> str:
    """The imports that give a figure, the claims that come on top of one of them, and what no import gives."""
    used = tuple(dict.fromkeys(givers.values()))
    if not used:
        return f"本单位本年已核定 {len(own)} 笔{OWN_ONLY}" if own else ""
    since = [one for one in own if not all(_within(imported, one) for imported in used)]
    gaps = [caption(name) for name in (STAYS, *SUMS) if name not in givers]
    parts = ["平台导入 " + "、".join(f"{one.as_of}（批次 {one.batch}）" for one in used)]
    if since:
        parts.append(f"本单位{'此后' if all(one.includes_own for one in used) else '本年'}已核定 {len(since)} 笔")
    return "＋".join(parts) + (f"（平台未提供：{'、'.join(gaps)}）" if gaps else "")
