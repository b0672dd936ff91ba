"""Rows become rules: one article, one rule; codes join it, repeated rows are told, contradicting ones are left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from review.catalogue.names import normalise
from review.rules.proposal import RuleFault
from review.rules.rule import RuleKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.rules.rule import Rule

_SHOWN = 60
_SEVERAL = frozenset({RuleKind.SECONDARY, RuleKind.DUPLICATE})
"""Kinds of which one article may have several rules: it stands in several groups, it contains several others."""
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A rule as one row gives it, or codes for the rule of that name where ``rule`` is None.

    Attributes:
        point: the number of the article in the table, by which a list of codes may name it.
        count: how many codes the table says the article has, or empty.
    """

    sheet: str
    row: int
    text: str
    rule: Rule | None = None
    name: str = ""
    point: str = ""
    count: str = ""
    kind: RuleKind | None = None
    codes: tuple[str, ...] = ()


@dataclass(slots=True)
class Gathered:
    """Rules as they come together; every row becomes part of a rule, or of a fault that leaves it out."""

    rules: dict[Key, list[Drawn]] = field(default_factory=dict)
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
        self._count_codes(found)
        return self._without_shared_codes(tuple(found.values()))

    def _agreed(self, drawn: list[Drawn]) -> Rule | None:
        """The rule on which all rows of an article agree; None, and all rows left out, where they contradict."""
        rules = [row.rule for row in drawn if row.rule]
        rivals = [*(self.rules.get(_turned(rules[0]), []) if rules[0].kind is RuleKind.DUPLICATE else [])]
        if rivals or len({_allowed(rule) for rule in rules}) > 1:
            for row in drawn:
                others = "、".join(f"第{other.row}行" for other in (*drawn, *rivals) if other is not row)
                self._leave(row, f"与{others}对同一条目的规定互相矛盾；都没有读入，请核对后改正。")
            return None
        codes: dict[str, None] = dict.fromkeys(rules[0].codes)
        for row, rule in zip(drawn[1:], rules[1:], strict=True):
            if set(rule.codes) <= codes.keys():
                self._leave(row, f"与第{drawn[0].row}行重复。")
            codes |= dict.fromkeys(rule.codes)
        return replace(rules[0], codes=tuple(codes))

    def _join_codes(self, found: dict[Key, Rule]) -> None:
        marked: defaultdict[str, dict[Key, None]] = defaultdict(dict)
        for key in found:
            for mark in (mark for row in self.rules[key] for mark in _marks(row)):
                marked[mark].setdefault(key)
        seen: set[tuple[object, ...]] = set()
        joined: dict[Key, dict[str, None]] = {key: dict.fromkeys(rule.codes) for key, rule in found.items()}
        for row in self.listed:
            mark = next((mark for mark in _marks(row) if mark in marked), "")
            keys = [key for key in marked.get(mark, ()) if row.kind in {None, found[key].kind}]
            if not keys:
                self._leave(row, "这个编码所属的名称不在规则表中，或所属规则没有读入；没有读入。")
            elif (mark, row.kind, row.codes) in seen:
                self._leave(row, "这个编码重复列出。")
            seen.add((mark, row.kind, row.codes))
            for key in keys:
                joined[key].update(dict.fromkeys(row.codes))
        found.update({key: replace(rule, codes=tuple(joined[key])) for key, rule in found.items()})

    def _count_codes(self, found: dict[Key, Rule]) -> None:
        """Tell where a table says another number of codes than it lists."""
        for key, rule in found.items():
            row = self.rules[key][0]
            if row.count.isdecimal() and self.listed and int(row.count) != len(rule.codes):
                said = f"表中写有{row.count}个编码，列出的是{len(rule.codes)}个；按列出的读入。"
                self.faults.append(RuleFault(sheet=row.sheet, row=row.row, found=rule.name, said=said))

    def _without_shared_codes(self, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        torn = {mark for mark, allowed in _by_code(rules).items() if len(allowed) > 1}
        for _, code in sorted(torn):
            said = f"编码{code}列在规定互相矛盾的几条规则下；不按这个编码套用，只按名称。"
            self.faults.append(RuleFault(found=code, said=said))
        return tuple(replace(rule, codes=tuple(c for c in rule.codes if (rule.kind, c) not in torn)) for rule in rules)

    def _leave(self, row: Drawn, said: str) -> None:
        self.leave(row.sheet, row.row, row.text, said)


def _by_code(rules: Iterable[Rule]) -> dict[tuple[RuleKind, str], set[tuple[object, ...]]]:
    """What the rules of a kind allow for each code."""
    found: defaultdict[tuple[RuleKind, str], set[tuple[object, ...]]] = defaultdict(set)
    for rule in rules:
        for code in rule.codes if rule.kind not in _SEVERAL else ():
            found[rule.kind, code].add(_allowed(rule))
    return found


def _marks(row: Drawn) -> Iterator[str]:
    """What names an article: its name, else its number in the table."""
    if name := row.name or (row.rule.name if row.rule else ""):
        yield normalise(name)
    if row.point:
        yield f"#{row.point}"


def _article(rule: Rule) -> Key:
    """What a rule is about: rows of one article must agree."""
    if rule.kind is RuleKind.DUPLICATE:
        return (rule.kind, normalise(rule.name), normalise(rule.other_name) or rule.other_codes, rule.span)
    return (rule.subject, rule.kind, normalise(rule.name), *([rule.value] if rule.kind in _SEVERAL else []))


def _turned(rule: Rule) -> Key:
    """What a rule would be about that says the opposite: the part contains the whole."""
    return (rule.kind, normalise(rule.other_name), normalise(rule.name), rule.span)


def _allowed(rule: Rule) -> tuple[object, ...]:
    return rule.value, rule.limit, rule.unit, rule.days, rule.span


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
