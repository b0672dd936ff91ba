"""What the rules of a file would change of the rules in force: told before anybody takes them over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.rules.proposal import RuleFault
from review.rules.rule import RuleKind
from review.rules.saying import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.rules.book import RuleBook
    from review.rules.proposal import RuleProposal
    from review.rules.rule import Rule

_SEVERAL = frozenset({RuleKind.SECONDARY, RuleKind.DUPLICATE})


def against(book: RuleBook, proposal: RuleProposal) -> tuple[RuleFault, ...]:
    """Rules of a file that allow something else than the rule in force for the same article; each is told."""
    return tuple(fault for rule in proposal.rules if rule.kind not in _SEVERAL for fault in _against(book, rule))


def _against(book: RuleBook, rule: Rule) -> Iterator[RuleFault]:
    for other in book.by_name.get(normalise(rule.name), ()):
        if other.kind is rule.kind and other.batch != rule.batch and said(other) != said(rule):
            told = f"与现行规则{other.id}不同：现行{said(other)}，本表{said(rule)}；导入后以本表为准，请核对。"
            yield RuleFault(row=_row(rule), found=rule.name, said=told)


def _row(rule: Rule) -> int:
    """The row a rule's id ends with."""
    number = rule.id.rpartition("/")[2].rpartition(".")[2]
    return int(number) if number.isdecimal() else 0
