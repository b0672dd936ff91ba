"""What a new edition changes against the one in force: article by article, by what stays the same of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from review.catalogue.entry import Entry


@dataclass(frozen=True, slots=True)
class Change:
    """One article as it stood and as it would stand."""

    before: Entry
    after: Entry


@dataclass(frozen=True, slots=True)
class Differences:
    """What changes. An article that changes in several ways stands in several lists.

    Attributes:
        new, gone: articles that only one of the two has.
        reclassed: another class of payment.
        relimited: another limit of payment (remark).
        repriced: another highest price, payment standard, unit or term of agreement.
        renamed: another name, form, strength, trade name or company under the same code or number.
    """

    new: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
    reclassed: tuple[Change, ...] = ()
    relimited: tuple[Change, ...] = ()
    repriced: tuple[Change, ...] = ()
    renamed: tuple[Change, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.new or self.gone or self.changed)

    @property
    def changed(self) -> tuple[Change, ...]:
        """Every article that changes, once, in the order of the lists."""
        lists = (self.reclassed, self.relimited, self.repriced, self.renamed)
        seen = {change.after.id: change for changes in lists for change in changes}
        return tuple(seen.values())


def differences(old: Iterable[Entry], new: Iterable[Entry]) -> Differences:
    """What ``new`` changes against ``old``; each list in the order of its edition.

    Where both have codes, an article with a code is told by it alone. Else the same article has the same section,
    number, name, form and strength; then less is enough, where each side has only one such: a renumbered one keeps its
    name, a renamed one its number.
    """
    pairs, gone, added = _paired(tuple(old), tuple(new))
    changes = [Change(before, after) for before, after in pairs]

    def having(look: Callable[[Entry], object]) -> tuple[Change, ...]:
        return tuple(change for change in changes if look(change.before) != look(change.after))

    return Differences(
        new=added,
        gone=gone,
        reclassed=having(lambda entry: entry.payment_class),
        relimited=having(lambda entry: entry.remark),
        repriced=having(lambda entry: (entry.price_limit, entry.payment_standard, entry.unit, entry.agreement)),
        renamed=having(lambda entry: (entry.name, entry.dosage_form, entry.spec, entry.brand, entry.maker)),
    )


_Key = tuple[str, ...]

_IDENTITIES: tuple[Callable[[Entry], _Key], ...] = (
    lambda entry: (entry.section, entry.official_no, entry.name, entry.dosage_form, entry.spec, entry.category),
    lambda entry: (entry.section, entry.official_no, entry.name, entry.dosage_form, entry.spec),
    lambda entry: (entry.section, entry.name, entry.dosage_form, entry.spec),
    lambda entry: (entry.section, entry.official_no, entry.name) if entry.official_no else (),
    lambda entry: (entry.section, entry.official_no, entry.dosage_form) if entry.official_no else (),
)
"""What an article may be known by, surest first; an empty key knows nothing."""


def _paired(
    old: tuple[Entry, ...], new: tuple[Entry, ...]
) -> tuple[list[tuple[Entry, Entry]], tuple[Entry, ...], tuple[Entry, ...]]:
    """Pairs of the same article in the order of ``new``, and what is left of each side."""
    before, after = dict(enumerate(old)), dict(enumerate(new))
    coded = any(entry.code for entry in old) and any(entry.code for entry in new)
    found: dict[int, int] = {}
    uncoded = (partial(_uncoded, identity) for identity in _IDENTITIES)
    identities: tuple[Callable[[Entry], _Key], ...] = (_code, *uncoded) if coded else _IDENTITIES
    for identity in identities:
        for one, other in _matched(before, after, identity):
            found[other] = one
            del before[one], after[other]
    pairs = [(old[one], new[other]) for other, one in sorted(found.items())]
    return pairs, tuple(before.values()), tuple(after.values())


def _code(entry: Entry) -> _Key:
    return (entry.code,) if entry.code else ()


def _uncoded(identity: Callable[[Entry], _Key], entry: Entry) -> _Key:
    return () if entry.code else identity(entry)


def _matched(
    before: dict[int, Entry], after: dict[int, Entry], identity: Callable[[Entry], _Key]
) -> list[tuple[int, int]]:
    """Places of entries that have an identity to themselves on both sides."""
    theirs, ours = _by(before, identity), _by(after, identity)
    alone = ((key, places) for key, places in ours.items() if len(places) == 1)
    return [(theirs[key][0], places[0]) for key, places in alone if len(theirs.get(key, ())) == 1]


def _by(entries: dict[int, Entry], identity: Callable[[Entry], _Key]) -> dict[_Key, list[int]]:
    found: defaultdict[_Key, list[int]] = defaultdict(list)
    for place, entry in entries.items():
        key = identity(entry)
        if key:
            found[key].append(place)
    return found
