"""Which entries agree with a printed name in full, and what still speaks against taking one without asking."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.catalogue.entry import Candidate, EntryKind
from review.catalogue.forms import taken_apart
from review.catalogue.names import abbreviations, is_qualified, readings, unabbreviated
from review.catalogue.radicals import bases
from review.catalogue.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from review.catalogue.entry import Entry, Printed
    from review.catalogue.forms import Formed
    from review.catalogue.names import Reading
    from review.catalogue.shelf import Shelf

EXACT, BASE, OTHER_FORM = 1.0, 0.98, 0.8
_GRAMS = frozenset({"g", "克", "kg", "千克", "公斤"})
_PILLS = frozenset({"水丸", "蜜丸", "水蜜丸", "糊丸", "浓缩丸", "微丸", "小蜜丸", "大蜜丸"})
"""Pills the list counts as one form of Chinese patent medicines (凡例第九条)."""
_HERBS = frozenset({"基金予以支付的中药饮片", "不得纳入基金支付范围的中药饮片"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """An entry that agrees with the printed name: how well, why, and doubts that forbid taking it unasked."""

    entry: Entry
    score: float
    reason: str
    doubts: tuple[str, ...] = ()

    @property
    def candidate(self) -> Candidate:
        """The agreement as it is shown to the clerk."""
        return Candidate(self.entry, self.score, (self.reason, *self.doubts))


def agreements(shelves: Iterable[Shelf], printed: Printed) -> tuple[Agreement, ...]:
    """Entries that agree with the most literal reading of the name that finds any; those of another form last."""
    shelves = tuple(shelves)
    loose: dict[str, Agreement] = {}
    for reading in readings(printed.name):
        found = [a for shelf in shelves for a in _of(shelf, reading, printed)]
        sure = tuple(a for a in found if a.score > OTHER_FORM)
        loose.update({a.entry.id: a for a in found if a.score <= OTHER_FORM})
        if sure:
            return (*sure, *(a for a in loose.values() if a.entry.id not in {s.entry.id for s in sure}))
    return tuple(loose.values())


def _of(shelf: Shelf, reading: Reading, printed: Printed) -> Iterator[Agreement]:
    if shelf.edition.kind is not EntryKind.DRUG:
        yield from _services(shelf, reading)
        return
    for found in _drugs(shelf, reading.text):
        yield Agreement(
            found.entry, found.score, found.reason, (*found.doubts, *_doubts(shelf, found, reading, printed))
        )


def _left_out(reading: Reading) -> str:
    return f"；票面括号“{'、'.join(reading.trusted)}”视为商品名" if reading.trusted else ""


def _services(shelf: Shelf, reading: Reading) -> Iterator[Agreement]:
    if reading.trusted:
        loose = shelf.by_name.get(reading.text, ())
        yield from (Agreement(entry, OTHER_FORM, f"略去“{'、'.join(reading.trusted)}”后名称相同") for entry in loose)
        return
    exact = shelf.by_name.get(reading.text, ())
    yield from (Agreement(entry, EXACT, "名称与目录一致") for entry in exact)
    if exact:
        return
    short = abbreviations(reading.text)
    for entry in shelf.by_abbreviated.get(unabbreviated(reading.text), ()):
        theirs = abbreviations(entry.name.upper())
        doubts = () if not (short and theirs) or short == theirs else ("括号内缩写不同",)
        yield Agreement(entry, BASE, "略去括号内缩写后名称与目录一致", doubts)


def _drugs(shelf: Shelf, text: str) -> Iterator[Agreement]:
    whole = shelf.by_name.get(text, ())
    for entry in whole:
        yield Agreement(entry, EXACT, "名称与目录一致")
    for formed in taken_apart(text):
        listed = shelf.by_stem.get(formed.stem, ())
        for entry in listed:
            yield _formed(entry, formed.agrees(entry.dosage_form), formed.printed, ())
        if not whole and not any(formed.agrees(entry.dosage_form) for entry in listed):
            yield from _salts(shelf, formed, listed)
    for entry in shelf.by_stem.get(text, ()):
        yield Agreement(entry, OTHER_FORM, f"名称一致，票面未写剂型，目录剂型为{entry.dosage_form}")


def _salts(shelf: Shelf, formed: Formed, listed: tuple[Entry, ...]) -> Iterator[Agreement]:
    """Entries under the name without its radicals; doubtful where the list prints the name with them, as 硝酸甘油."""
    doubts = (f"目录另列有“{listed[0].name}”",) if listed else ()
    for base, removed in bases(formed.stem):
        for entry in shelf.by_stem.get(base, ()):
            yield replace(_formed(entry, formed.agrees(entry.dosage_form), formed.printed, (removed,)), doubts=doubts)


def _formed(entry: Entry, agrees: bool, printed: str, removed: tuple[str, ...]) -> Agreement:  # noqa: FBT001 - one fact of three
    name = f"略去“{removed[0]}”后名称与目录一致（凡例第七条）" if removed else "名称与目录一致"
    if agrees:
        form = f"“{printed}”属于{entry.dosage_form}（凡例第八条）" if printed else f"剂型为{entry.dosage_form}"
        return Agreement(entry, BASE if removed else EXACT, f"{name}，{form}")
    return Agreement(entry, OTHER_FORM, f"{name}，但剂型不同：票面“{printed}”，目录{entry.dosage_form}")


def _doubts(shelf: Shelf, found: Agreement, reading: Reading, printed: Printed) -> Iterator[str]:
    """What speaks against taking the entry without asking."""
    entry = found.entry
    if entry.section in _HERBS and printed.unit.strip().lower() not in _GRAMS:
        yield "中药饮片与同名成药须区分：单位不是克"
    others = _longer(shelf, reading.text, entry)
    if others:
        yield f"目录另有“{others[0].name}”，待遇不同，须核对票面是否漏印括号内容"
    forms = [bracket for bracket in reading.trusted if bracket.endswith(words().spoken_forms) and bracket not in _PILLS]
    if forms:
        yield f"票面括号“{'、'.join(forms)}”像另一剂型，须核对"


def _longer(shelf: Shelf, text: str, entry: Entry) -> tuple[Entry, ...]:
    """Entries the printed name could be a shortened print of, with other terms than the entry's."""
    if is_qualified(text):
        return ()
    longer = (*_whole_names(shelf, text), *_of_the_form(shelf, text))
    return tuple(other for other in longer if other.id != entry.id and terms(other) != terms(entry))


def _whole_names(shelf: Shelf, text: str) -> Iterator[Entry]:
    return (other for other in shelf.by_shortened.get(text, ()) if not other.dosage_form)


def _of_the_form(shelf: Shelf, text: str) -> Iterator[Entry]:
    for formed in taken_apart(text):
        stems = {formed.stem, *(base for base, _ in bases(formed.stem))}
        for other in (o for stem in stems for o in shelf.by_shortened.get(stem, ())):
            if other.dosage_form and formed.agrees(other.dosage_form):
                yield other


def terms(entry: Entry) -> tuple[str, ...]:
    """What an entry means for the payment: class, limit and price limit."""
    return entry.payment_class, entry.remark, str(entry.price_limit or "")
