"""Facts of the national rule library (两库): articles limited to a sex or an age, or to a number a day."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from review.catalogue.names import normalise, readings
from review.catalogue.words import CATALOGUES

if TYPE_CHECKING:
    from collections.abc import Mapping


class RuleLimit(StrEnum):
    """What a rule limits: the patient's ``sex`` or ``age``, or the number charged ``daily``."""

    SEX = "sex"
    AGE = "age"
    DAILY = "daily"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the article's name, what is limited, to which value (男, 儿童, 24 …), and the batch it came with."""

    name: str
    limit: RuleLimit
    value: str
    batch: str


@cache
def rule_book() -> Mapping[str, tuple[Rule, ...]]:
    """All shipped rules by normalised name; read once."""
    found: defaultdict[str, list[Rule]] = defaultdict(list)
    with (CATALOGUES / "rules.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            rule = Rule(row["name"], RuleLimit(row["limit"]), row["value"], row["batch"])
            found[normalise(rule.name)].append(rule)
    return {name: tuple(rules) for name, rules in found.items()}


@cache
def rules_for(printed: str) -> tuple[Rule, ...]:
    """The rules for an article by its printed name, under the most literal reading that has any."""
    texts = (reading.text for reading in readings(printed) if not reading.trusted)
    return next((rule_book()[text] for text in texts if text in rule_book()), ())
