"""Claims for the bench of settling: stays by chance, the same in every run, of as many lines as asked."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from review.policy.case import Case

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = (
    "注射用头孢曲松钠",
    "氯化钠注射液",
    "血常规",
    "床位费",
    "一次性使用输液器",
    "CT平扫",
    "护理费",
    "阿托伐他汀钙片",
)
GROUPS = ("destitute", "subsistence", "poverty_risk", "sudden_hardship")
FILINGS = ("none", "long_term", "referral", "emergency")


def claims(count: int, lines: int) -> tuple[Case, ...]:
    """So many stays of so many lines each."""
    return tuple(Case.model_validate(one) for one in _stated(count, lines))


def _stated(count: int, lines: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(2026)  # noqa: S311 - made-up claims, the same in every run
    for _ in range(count):
        groups = [chance.choice(GROUPS)] if chance.random() < 0.2 else []
        care = {
            "kind": "inpatient",
            "hospital_level": chance.choice(("primary", "secondary", "tertiary")),
            "region": chance.choice(("same_city", "same_province", "other_province")),
            "filing": chance.choice(FILINGS),
            "admitted": "2025-03-01",
            "discharged": "2025-03-12",
        }
        size = chance.choice((20, 200, 2_000, 20_000))
        yield {
            "insured": {"scheme": chance.choice(("resident", "employee")), "age": 54, "groups": groups},
            "care": care,
            "lines": [_line(chance, size) for _ in range(lines)],
        }


def _line(chance: random.Random, size: int) -> dict[str, str]:
    amount = f"{chance.randrange(1, size * 100) / 100:.2f}"
    return {"name": chance.choice(NAMES), "amount": amount, "class": chance.choice("AAABBC")}
