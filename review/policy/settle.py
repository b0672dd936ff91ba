"""Settling a case: booked tier by tier in the order of policy §1.9, then told; or the sums alone, for replays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from review.policy.booking import book, sums
from review.policy.cautions import cautions
from review.policy.lines_told import line_shares
from review.policy.setting import day_of, setting_of
from review.policy.told import tell

if TYPE_CHECKING:
    from review.claim.claim import YearToDate
    from review.packs.pack_model import Pack
    from review.policy.case import Case
    from review.policy.settlement import Settlement

__all__ = ["day_of", "settle", "settle_sums"]


def settle(case: Case, pack: Pack, before: YearToDate | None = None) -> Settlement:
    """The settlement of a case by a pack: same case and same pack, same fen.

    ``before`` takes the place of what the case says the year stood at.

    Raises:
        PolicyError: the pack has no rule for such a case (``not-covered``), refuses late papers (``late``), or only
            gives to other packs (``partial-pack``).
    """
    booked = book(setting_of(case, pack, before))
    done = sums(booked)
    done = replace(done, lines=line_shares(booked.columns, booked.setting), trace=tuple(tell(booked, done)))
    return replace(done, warnings=cautions(done, booked))


def settle_sums(case: Case, pack: Pack, before: YearToDate | None = None) -> Settlement:
    """The same settlement without lines, trace and warnings, for many cases at once. Raises as ``settle``."""
    return sums(book(setting_of(case, pack, before)))
