"""The figures the watch list works with, out of resources/checks/watch.toml (sources stand there)."""

from __future__ import annotations

import tomllib
from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations
from functools import cache

from resources import ROOT
from review.validation import Strict

FILE = ROOT / "checks" / "watch.toml"


class Accounts(Strict):
    """So many grown persons (full years) paid to one account."""

    yellow_persons: int
    red_persons: int
    grown: int


class Sums(Strict):
    """When a sum counts as high, and how often is often; ``floor`` in yuan."""

    share: Decimal
    floor: Decimal
    fewest: int
    yellow_times: int
    red_times: int
    hospital_fewest: int
    hospital_high: int


class Clerks(Strict):
    """How many cases a comparison needs, and how far apart shares must lie."""

    fewest: int
    colleagues_fewest: int
    colleagues: int
    yellow_z: float
    red_z: float
    apart: Decimal


class WatchTerms(Strict):
    """All figures; ``days`` is how far back claims are looked at."""

    days: int
    accounts: Accounts
    sums: Sums
    clerks: Clerks


@cache
def watch_terms() -> WatchTerms:
    """The figures, read once."""
    return WatchTerms.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))
