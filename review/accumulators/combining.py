"""One standing out of an import and the claims settled here, saying exactly what it was made of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from review.accumulators.standing import STAYS, SUMS, year_of
from review.accumulators.words import caption

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from review.accumulators.standing import Contribution, Imported
    from review.claim.claim import YearToDate

OWN_ONLY = "，平台累计未查"
"""How the source of a standing ends that rests on this office's claims alone: the platform may know more."""


def combined(imported: Imported | None, own: Sequence[Contribution]) -> YearToDate:
    """What the year stands at: the newest import, and what was settled here since; all of it where no import is.

    A figure the import does not give is that of the claims settled here.
    """
    since = tuple(one for one in own if not _within(imported, one))
    figures = _summed(since)
    if imported is not None:
        given, whole = dict(imported.figures), _summed(own)
        gaps = {name: whole[name] for name in whole if name not in given}
        figures = {name: given[name] + figures.get(name, Decimal(0)) for name in given} | gaps
    return year_of(figures, _said(imported, own, since))


def before(imported: Imported | None, own: Sequence[Contribution], place: int) -> YearToDate:
    """What the year stood at before the claim fixed at that place, as far as is known now.

    What an import holds of this claim and of those fixed after it is taken out again.
    """
    earlier = tuple(one for one in own if one.place < place)
    if imported is None:
        return combined(None, earlier)
    later = _summed(one for one in own if one.place >= place and _within(imported, one))
    reduced = tuple((name, amount - later.get(name, Decimal(0))) for name, amount in imported.figures)
    return combined(replace(imported, figures=reduced), earlier)


def lacking(imported: Imported, own: Sequence[Contribution]) -> tuple[str, ...]:
    """Figures in which an import says less than was settled here before its day: then it cannot include that."""
    held, given = _summed(one for one in own if _within(imported, one)), dict(imported.figures)
    return tuple(name for name in held if name in given and given[name] < held[name])


def _within(imported: Imported | None, one: Contribution) -> bool:
    """Whether an import holds what a claim added: it includes own claims, and this one was signed before its day."""
    return bool(imported and imported.includes_own and one.day is not None and one.day < imported.as_of)


def _summed(own: Iterable[Contribution]) -> dict[str, Decimal]:
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for one in own:
        for name, amount in one.figures:
            sums[name] += amount
    return dict(sums)


def _said(imported: Imported | None, own: Sequence[Contribution], since: Sequence[Contribution]) -> str:
    if imported is None:
        return f"本单位本年已核定 {len(own)} 笔{OWN_ONLY}" if own else ""
    parts = [f"平台导入 {imported.as_of}（批次 {imported.batch}）"]
    if since:
        parts.append(f"本单位{'此后' if imported.includes_own else '本年'}已核定 {len(since)} 笔")
    given = {name for name, _ in imported.figures}
    gaps = [caption(name) for name in (STAYS, *SUMS) if name not in given]
    return "＋".join(parts) + (f"（平台未提供：{'、'.join(gaps)}）" if gaps else "")
