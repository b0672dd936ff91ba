"""The rules in force, found by code and by name."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.rules.rule import Rule, RuleBatch


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules of the batches in force, by national code and by normalised name; empty by default."""

    batches: tuple[RuleBatch, ...] = ()
    by_code: Mapping[str, tuple[Rule, ...]] = field(default_factory=lambda: MappingProxyType({}))
    by_name: Mapping[str, tuple[Rule, ...]] = field(default_factory=lambda: MappingProxyType({}))
