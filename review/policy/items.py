"""Lists of items with terms of their own: which list of the pack a line is on, by code, name or tag."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from review.packs.item_terms import ItemRule, ItemTerms
    from review.policy.case import CaseLine
    from review.policy.setting import Setting


class Listed(NamedTuple):
    """A list that holds for a line, and its terms in force."""

    key: str
    rule: ItemRule
    terms: ItemTerms


def listed(line: CaseLine, setting: Setting) -> Listed | None:
    """The first list of the pack, meant for such a case, that the line is on; None for lines a person took out."""
    if line.excluded:
        return None
    index = setting.pack.lists
    for number in index.on(line):
        key, rule = index.rules[number]
        if rule.when.holds(setting.facts):
            return Listed(key, rule, setting.value(rule.terms))
    return None
