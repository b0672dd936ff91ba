"""From a printed line to a catalogue entry: code, then name and form in full agreement, else candidates for the clerk.

Never wrongly in silence: only a single agreement without doubts, or several with the same terms, is taken unasked.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, groupby
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from review.catalogue.agreement import BASE, EXACT, OTHER_FORM, Agreement, agreements, plain_terms, terms
from review.catalogue.codes import code_forms
from review.catalogue.entry import Match, Printed
from review.catalogue.index import is_product
from review.catalogue.lookalikes import settled
from review.catalogue.names import normalise, readings
from review.catalogue.ranking import ranked
from review.catalogue.weights import weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from review.catalogue.entry import Entry
    from review.catalogue.shelf import Shelf

CANDIDATES = 8
NOTHING = Match(automatic=False, candidates=())


def match(shelves: Sequence[Shelf], printed: Printed) -> Match:
    """What the editions hold for a printed line: sure, or candidates with reasons, best first."""
    if not printed.name.strip() and not printed.code.strip():
        return NOTHING
    found = _agreeing(shelves, printed)
    if printed.others and not any(a.score > OTHER_FORM for a in found):
        return settled(printed, _judged(shelves, printed, found), lambda other: match(shelves, other))
    return _judged(shelves, printed, found)


def coded(shelf: Shelf, code: str) -> tuple[Entry, ...]:
    """Entries of an edition with a printed code, under the first of its forms that is known there."""
    return next((found for form in code_forms(code) if (found := shelf.coded(form))), ())


def _agreeing(shelves: Sequence[Shelf], printed: Printed) -> tuple[Agreement, ...]:
    named = agreements(shelves, printed) if printed.name.strip() else ()
    of_code = _of_code(shelves, printed.code)
    fitting = tuple(entry for entry in of_code if _speaks_for(shelves, entry, printed, named))
    if taken := _told_by_name(of_code, fitting, printed):
        told = Agreement(taken, EXACT, f"编码{printed.code.strip()}与目录一致")
        return (told.doubted(*_contradicted(shelves, taken)),)
    if fitting:
        shared = f"编码{printed.code.strip()}与目录一致，同码有{len(of_code)}条"
        return (*(Agreement(e, BASE, shared, ("须按名称选定",)) for e in fitting), *(a.doubted(shared) for a in named))
    if of_code:
        against = f"编码{printed.code.strip()}指向“{of_code[0].name}”，与票面名称不符"
        coded_only = (Agreement(e, OTHER_FORM, against, (against,)) for e in of_code)
        return (*(a.doubted(against) for a in named), *coded_only)
    return named


def _judged(shelves: Sequence[Shelf], printed: Printed, found: Sequence[Agreement]) -> Match:
    sure = _singled_out(shelves, printed, tuple(a for a in found if a.score > OTHER_FORM))
    rest = [a for a in found if a.score <= OTHER_FORM]
    if _unambiguous(sure):
        taken = sorted(sure, key=lambda a: -a.score)
        told = (replace(a.candidate, score=weights().share(a.score)) for a in (*taken, *rest))
        return Match(automatic=True, candidates=tuple(told)[:CANDIDATES])
    return Match(automatic=False, candidates=ranked(shelves, printed, (*_explained(sure), *rest), CANDIDATES))


def _unambiguous(sure: Sequence[Agreement]) -> bool:
    """Whether nothing doubts the agreements, each edition knows one article or set of terms, and editions agree."""
    if not sure or any(a.doubts or a.score < weights().bounds["automatic"] for a in sure):
        return False
    if len({(a.entry.kind, *plain_terms(a.entry)) for a in sure}) > 1:
        return False
    editions = groupby(sorted(sure, key=lambda a: a.entry.edition_id), key=lambda a: a.entry.edition_id)
    return all(_one_article(tuple(found)) for _, found in editions)


def _one_article(sure: Sequence[Agreement]) -> bool:
    return len(sure) == 1 or (len({terms(a.entry) for a in sure}) == 1 and all(a.score == EXACT for a in sure))


def _singled_out(shelves: Sequence[Shelf], printed: Printed, sure: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """The agreements, with the product that is printed in place of the first of its kind, before the list's entry.

    Where trade name or strength tell a product, other products of the same edition are not meant.
    """
    by_edition = {shelf.edition.id: shelf for shelf in shelves}
    brands = tuple(dict.fromkeys(chain.from_iterable((r.text, *r.trusted) for r in readings(printed.name))))
    told: list[Agreement] = []
    untold: list[Agreement] = []
    for one in sure:
        product = by_edition[one.entry.edition_id].product(one.entry, printed, brands)
        (untold if product is None else told).append(one if product is None else one.of(product))
    narrowed = {one.entry.edition_id for one in told}
    rest = [one for one in untold if not (is_product(one.entry) and one.entry.edition_id in narrowed)]
    return (*told, *sorted(rest, key=lambda a: is_product(a.entry)))


def _explained(sure: Sequence[Agreement]) -> tuple[Agreement, ...]:
    """The agreements, with a word on why none was taken where there are several."""
    if len(sure) == 1:
        return tuple(sure)
    why: tuple[str, ...] = (f"同样相符的条目有{len(sure)}个",)
    classes = {a.entry.edition_id: a.entry for a in sure}
    if len({plain_terms(entry) for entry in classes.values()}) > 1:
        told = "、".join(f"{e.edition_id}为{e.payment_class.label}类" for e in classes.values())
        why = (*why, f"各目录的类别或限定支付范围不一致：{told}")
    return tuple(a.doubted(*why) for a in sure)


def _of_code(shelves: Iterable[Shelf], code: str) -> tuple[Entry, ...]:
    """The entries of a printed code in the most specific edition that knows it."""
    return next((known for shelf in shelves if code.strip() and (known := coded(shelf, code))), ())


def _told_by_name(of_code: Sequence[Entry], fitting: Sequence[Entry], printed: Printed) -> Entry | None:
    """The one entry of a code; where several rows share it, the one of the printed name."""
    if len(of_code) == 1:
        return next(iter(fitting), None)
    named = [entry for entry in fitting if normalise(entry.name) == normalise(printed.name)]
    return named[0] if len(named) == 1 else None


def _speaks_for(shelves: Sequence[Shelf], entry: Entry, printed: Printed, named: Sequence[Agreement]) -> bool:
    """Whether the printed name can be the entry's: no other article agrees with it, and it is like enough."""
    sure = {a.entry.id for a in named if a.score > OTHER_FORM and not a.doubts}
    if sure:
        own = {a.entry.id for a in agreements(shelves, Printed(entry.name, unit=printed.unit)) if a.score > OTHER_FORM}
        return bool(sure & {entry.id, *own})
    names = (entry.name, entry.brand, entry.listed_name)
    read = [reading.text for reading in readings(printed.name)]
    close = max((fuzz.ratio(normalise(name), text) for name in names if name for text in read), default=0.0)
    return not printed.name.strip() or close / 100 >= weights().bounds["speaks_for"]


def _contradicted(shelves: Sequence[Shelf], entry: Entry) -> Iterator[str]:
    """Where another edition knows the article by its name, and none of its entries has the same class and limit."""
    others = [shelf for shelf in shelves if shelf.edition.kind is entry.kind and shelf.edition.id != entry.edition_id]
    for shelf in others:
        found = [a.entry for a in agreements((shelf,), Printed(entry.name)) if a.score > OTHER_FORM and not a.doubts]
        if found and plain_terms(entry) not in {plain_terms(other) for other in found}:
            label = found[0].payment_class.label
            yield f"“{shelf.edition.title}”中“{found[0].name}”为{label}类，类别或限定范围与编码所指不一致"
