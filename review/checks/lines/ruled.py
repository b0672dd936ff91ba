"""What the rule library says of a line already, so that nothing is told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review.checks.finding import CheckContext
    from review.claim.paper import Line
    from review.rules.rule import RuleKind


def kinds_of_rules(line: Line, context: CheckContext) -> frozenset[RuleKind]:
    """What the rules for the line's article limit; none where the library does not know it."""
    rules = context.rules.rules_for(line.text("code"), context.entry(line.entry_id), line.text("name"))
    return frozenset(rule.kind for rule in rules)
