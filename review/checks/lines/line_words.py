"""Words and bounds for checks of charge lines, from resources/checks/lines.toml and implies.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from review.checks.lines.limit_words import CHECK_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class Daily:
    """An article charged once a day: code of its finding, its name, and how its lines are told."""

    code: str
    name: str
    words: re.Pattern[str]
    unless: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Articles that want others beside them: ``when`` without ``but`` wants one of ``needs`` in another line."""

    code: str
    title: str
    message: str
    when: re.Pattern[str]
    but: re.Pattern[str]
    needs: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """The lists of lines.toml, ready for use; amounts in yuan, ``daily_most`` in care and when taken away."""

    daily: tuple[Daily, ...]
    daily_units: frozenset[str]
    hour_units: frozenset[str]
    side_by_side: re.Pattern[str]
    given_back: re.Pattern[str]
    price_count: int
    price_over_high: Decimal
    price_over_median: Decimal
    price_stake: Decimal
    twin_amount: Decimal
    block_rows: int
    block_days: int
    block_names: int
    uneven_times: Decimal
    daily_most: Mapping[str, tuple[Decimal, Decimal]]
    taken_away_stay: int
    taken_away_visit: int


@cache
def line_words() -> LineWords:
    """The shipped words and bounds; read once."""
    found = _file("lines.toml")
    hours, prices, twins = found["hours"], found["prices"], found["twins"]
    return LineWords(
        daily=tuple(
            Daily(d["code"], d["name"], re.compile(d["words"]), re.compile(d.get("unless", _NEVER)))
            for d in found["daily"]
        ),
        daily_units=frozenset(found["daily_units"]["units"]),
        hour_units=frozenset(hours["units"]),
        side_by_side=re.compile(hours["unless"]),
        given_back=re.compile(found["refunds"]["words"]),
        price_count=prices["count"],
        price_over_high=Decimal(prices["over_high"]),
        price_over_median=Decimal(prices["over_median"]),
        price_stake=Decimal(prices["stake"]),
        twin_amount=Decimal(twins["amount"]),
        block_rows=twins["rows"],
        block_days=twins["days"],
        block_names=twins["names"],
        uneven_times=Decimal(prices["uneven"]),
        daily_most={unit: (Decimal(most["care"]), Decimal(most["away"])) for unit, most in found["daily_most"].items()},
        taken_away_stay=found["taken_away"]["stay"],
        taken_away_visit=found["taken_away"]["visit"],
    )


@cache
def least_lines() -> int:
    """Lines a statement has at least before what it lacks tells anything."""
    return int(_file("implies.toml")["least"])


@cache
def pairs() -> tuple[Pair, ...]:
    """The articles that imply each other; read once."""
    return tuple(
        Pair(p["code"], p["title"], p["message"], *(re.compile(p[key]) for key in ("when", "except", "needs")))
        for p in _file("implies.toml")["pairs"]
    )


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((CHECK_WORDS / name).read_text(encoding="utf-8"))
