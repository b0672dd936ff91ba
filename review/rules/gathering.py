"""Rows become rules: one article, one rule; codes join it, repeated rows are told, contradicting ones are left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.rules.proposal import RuleFault
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.rules.rule import Rule

_SHOWN = 60
_SEVERAL = frozenset({RuleKind.SECONDARY, RuleKind.DUPLICATE})
"""Kinds of which one article may have several rules: it stands in several groups, it contains several others."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A rule as one row gives it, or codes for the rule of that name where ``rule`` is None."""

    sheet: str
    row: int
    text: str
    rule: Rule | None
    name: str = ""
    kind: RuleKind | None = None
    codes: tuple[str, ...] = ()


@dataclass(slots=True)
class Gathered:
    """Rules as they come together; every row is in ``loaded`` or in a fault that leaves it out."""

    rules: dict[tuple[object, ...], list[Drawn]] = field(default_factory=dict)
    listed: list[Drawn] = field(default_factory=list)
    faults: list[RuleFault] = field(default_factory=list)
    rows: int = 0

    def take(self, drawn: Drawn) -> None:
        """Add what a row gives."""
        if drawn.rule is None:
            self.listed.append(drawn)
        else:
            self.rules.setdefault(_article(drawn.rule), []).append(drawn)

    def leave(self, sheet: str, row: int, text: str, said: str) -> None:
        """List a row that gives nothing."""
        self.faults.append(RuleFault(sheet=sheet, row=row, found=_short(text), said=said, left_out=True))

    def joined(self) -> tuple[Rule, ...]:
        """One rule for each article, with the codes listed for it; codes that contradicting rules share are dropped."""
        found = {key: rule for key, drawn in self.rules.items() if (rule := self._agreed(drawn)) is not None}
        self._join_codes(found)
        return self._without_shared_codes(tuple(found.values()))

    def _agreed(self, drawn: list[Drawn]) -> Rule | None:
        """The rule on which all rows of an article agree; None, and all rows left out, where they contradict."""
        rules = [row.rule for row in drawn if row.rule]
        if len({_allowed(rule) for rule in rules}) > 1:
            for row in drawn:
                others = "、".join(f"第{other.row}行" for other in drawn if other is not row)
                self._leave(row, f"与{others}对同一条目的规定互相矛盾；都没有读入，请核对后改正。")
            return None
        codes: dict[str, None] = dict.fromkeys(rules[0].codes)
        for row, rule in zip(drawn[1:], rules[1:], strict=True):
            if set(rule.codes) <= codes.keys():
                self._leave(row, f"与第{drawn[0].row}行重复。")
            codes |= dict.fromkeys(rule.codes)
        return replace(rules[0], codes=tuple(codes))

    def _join_codes(self, found: dict[tuple[object, ...], Rule]) -> None:
        named: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)
        for key, rule in found.items():
            named[normalise(rule.name)].append(key)
        seen: set[tuple[object, ...]] = set()
        for row in self.listed:
            keys = [key for key in named.get(normalise(row.name), ()) if row.kind in {None, found[key].kind}]
            mark = (normalise(row.name), row.kind, row.codes)
            if not keys:
                self._leave(row, "这个编码所属的名称不在规则表中，或所属规则没有读入；没有读入。")
            elif mark in seen:
                self._leave(row, "这个编码重复列出。")
            seen.add(mark)
            for key in keys:
                found[key] = replace(found[key], codes=tuple(dict.fromkeys((*found[key].codes, *row.codes))))

    def _without_shared_codes(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        by_code: defaultdict[tuple[RuleKind, str], set[tuple[object, ...]]] = defaultdict(set)
        for rule in rules:
            for code in rule.codes if rule.kind not in _SEVERAL else ():
                by_code[rule.kind, code].add(_allowed(rule))
        torn = {mark for mark, allowed in by_code.items() if len(allowed) > 1}
        for _, code in sorted(torn):
            self.faults.append(
                RuleFault(found=code, said=f"编码{code}列在规定互相矛盾的几条规则下；不按这个编码套用，只按名称。")
            )
        return tuple(
            replace(rule, codes=tuple(code for code in rule.codes if (rule.kind, code) not in torn)) for rule in rules
        )

    def _leave(self, row: Drawn, said: str) -> None:
        self.leave(row.sheet, row.row, row.text, said)


def _article(rule: Rule) -> tuple[object, ...]:
    """What a rule is about: rows of one article must agree."""
    own = (rule.value, normalise(rule.other_name), rule.other_codes, rule.span) if rule.kind in _SEVERAL else ()
    return (rule.subject, rule.kind, normalise(rule.name), *own)


def _allowed(rule: Rule) -> tuple[object, ...]:
    return rule.value, rule.limit, rule.unit, rule.days, rule.span


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def opposed(rules: Iterable[Rule]) -> tuple[tuple[Rule, Rule], ...]:
    """Pairs of which each says that it contains the other."""
    pairs = {(normalise(r.name), normalise(r.other_name), r.span): r for r in rules if r.kind is RuleKind.DUPLICATE}
    return tuple(
        (rule, back)
        for (whole, part, span), rule in pairs.items()
        if whole < part and (back := pairs.get((part, whole, span)))
    )
