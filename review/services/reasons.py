"""Reasons a person can pick when answering a finding, instead of typing the same words again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from resources import ROOT
from review.checks.finding import Group  # noqa: TC001 - pydantic reads annotations at run time
from review.checks.materials.tables import read_table
from review.claim.decisions import FindingVerdict
from review.validation import Strict

if TYPE_CHECKING:
    from review.checks.finding import Finding

MOST = 9
"""As many as have a number key."""


class Said(Strict):
    """Reasons for letting a finding pass, and for taking its line out."""

    allow: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class Reasons(Strict):
    """The table: by code (or how a code begins), by group, and for any finding."""

    common: Said
    group: dict[Group, Said]
    code: dict[str, Said]


@cache
def shipped_reasons() -> Reasons:
    """The shipped table."""
    return read_table(ROOT / "checks" / "reasons.toml", Reasons)


def reasons_for(finding: Finding, verdict: FindingVerdict = FindingVerdict.ALLOW) -> tuple[str, ...]:
    """Reasons that fit a finding and an answer (Chinese), the closest first, no more than have a number key."""
    table = shipped_reasons()
    by_code = (table.code.get(start) for start in _starts(finding.code))
    rows = (row for row in (*by_code, table.group.get(finding.group), table.common) if row)
    said: list[str] = [text for row in rows for text in getattr(row, verdict.value)]
    return tuple(dict.fromkeys(said))[:MOST]


def _starts(code: str) -> list[str]:
    """The code, then all it begins with, longest first: a-b-c, a-b, a."""
    words = code.split("-")
    return ["-".join(words[:count]) for count in range(len(words), 0, -1)]
