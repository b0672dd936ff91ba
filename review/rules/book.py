"""The rules in force, found by code and by name."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from review.catalogue.codes import code_forms
from review.catalogue.names import normalise, plain_service, readings
from review.rules.printed import subject_of
from review.rules.rule import RuleKind, Subject
from review.rules.shelf import read_shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from review.catalogue.entry import Entry
    from review.rules.rule import Rule, RuleBatch

_SEVERAL = frozenset({RuleKind.SECONDARY, RuleKind.DUPLICATE})


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules of the batches in force, by national code and by normalised name; empty by default."""

    batches: tuple[RuleBatch, ...] = ()
    rules: tuple[Rule, ...] = ()
    by_code: Mapping[str, tuple[Rule, ...]] = field(default_factory=lambda: MappingProxyType({}))
    by_name: Mapping[str, tuple[Rule, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def batch(self, batch_id: str) -> RuleBatch | None:
        """The batch of that id, or None."""
        return next((batch for batch in self.batches if batch.id == batch_id), None)

    def rules_for(self, line_code: str, entry: Entry | None, printed_name: str) -> tuple[Rule, ...]:
        """The rules for an article: by the code printed, then the entry's, then the entry's name, then the printed.

        The first of these that is known decides; rules that list no code are found by name beside a code.
        A service's code is believed only where its rule's name is like the printed one: one digit read wrong is another
        service.
        """
        if not self.rules:
            return ()
        listed = (entry.code or entry.official_no, entry.name) if entry else ("", "")
        coded = self._coded(line_code, printed_name) or self._coded(*listed)
        named = next(filter(None, map(self._named, _forms(entry, printed_name))), ())
        return (*coded, *(r for r in named if not r.codes)) if coded else named

    def _coded(self, code: str, name: str) -> tuple[Rule, ...]:
        return next(filter(None, (self._believed(form, name) for form in coded_forms(code))), ())

    def _believed(self, form: str, name: str) -> tuple[Rule, ...]:
        found = self.by_code.get(form, ())
        return tuple(rule for rule in found if rule.subject is Subject.DRUG or alike(rule.name, name))

    def _named(self, forms: Iterable[str]) -> tuple[Rule, ...]:
        return next((self.by_name[form] for form in forms if form in self.by_name), ())


def _forms(entry: Entry | None, printed: str) -> Iterator[tuple[str, ...]]:
    """The ways to write the entry's names, then the ways to read the printed one."""
    if entry:
        yield from (_written(name) for name in (entry.name, entry.listed_name) if name)
    yield name_forms(printed)


def rule_book(batches: Iterable[RuleBatch], rules: Iterable[Rule]) -> RuleBook:
    """A book of these rules."""
    kept = tuple(rules)
    codes: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in kept:
        for code in rule.codes:
            codes[code].append(rule)
    by_code = MappingProxyType({code: tuple(found) for code, found in codes.items()})
    return RuleBook(tuple(batches), kept, by_code, MappingProxyType(_by_name(kept)))


def _by_name(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """Rules by their names; a service's plain name stands for it where no rule bears it as its own."""
    own: defaultdict[str, list[Rule]] = defaultdict(list)
    plain: defaultdict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        own[normalise(rule.name)].append(rule)
        if rule.subject is Subject.SERVICE:
            plain[_written(rule.name)[-1]].append(rule)
    return {name: tuple(found) for name, found in (plain | own).items()}


@lru_cache(20_000)
def _written(name: str) -> tuple[str, ...]:
    """A listed name in one way of writing, and as a service's without 费 and with grades in words."""
    text = normalise(name)
    return tuple(dict.fromkeys((text, plain_service(text))))


@cache
def shipped_book() -> RuleBook:
    """The library that came with the software; read once."""
    return rule_book(*read_shipped())


def merged(
    shipped: RuleBook, own: Iterable[tuple[RuleBatch, tuple[Rule, ...]]], withdrawn: frozenset[str] = frozenset()
) -> RuleBook:
    """The shipped library with the office's own batches, without the batches withdrawn.

    Where an own rule speaks of the same article in the same kind, it stands in place of the shipped one: the nation's
    library asks the provinces to refine it.
    """
    added = [(batch, rules) for batch, rules in own if batch.id not in withdrawn]
    refined = {_article(rule) for _, rules in added for rule in rules if rule.kind not in _SEVERAL}
    kept = [r for r in shipped.rules if r.batch not in withdrawn and _article(r) not in refined]
    if not added and len(kept) == len(shipped.rules):
        return shipped
    return rule_book(
        (*(b for b in shipped.batches if b.id not in withdrawn), *(batch for batch, _ in added)),
        (*kept, *(rule for _, rules in added for rule in rules)),
    )


def _article(rule: Rule) -> tuple[RuleKind, str]:
    return rule.kind, normalise(rule.name)


@lru_cache(20_000)
def name_forms(printed: str) -> tuple[str, ...]:
    """The ways to read a printed name that leave no bracket out on trust, the most literal first."""
    texts = [reading.text for reading in readings(printed) if not reading.trusted] if printed else []
    return tuple(dict.fromkeys((*texts, *map(plain_service, texts))))


@lru_cache(20_000)
def coded_forms(code: str) -> tuple[str, ...]:
    """The forms of a printed code that are the nation's; a hospital's own code has none."""
    return tuple(form for form in code_forms(code) if subject_of(form)) if code else ()


@lru_cache(20_000)
def alike(one: str, other: str) -> bool:
    """Whether two names share half of the neighbouring signs of the shorter; a name that is not known is not unlike."""
    a, b = (_neighbours(plain_service(normalise(name))) for name in (one, other))
    return not b or len(a & b) * 2 >= min(len(a), len(b))


def _neighbours(name: str) -> frozenset[str]:
    return frozenset(name[at : at + 2] for at in range(len(name) - 1))
