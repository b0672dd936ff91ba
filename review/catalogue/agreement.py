"""Which entries agree with a printed name in full, and what still speaks against taking one without asking."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from review.catalogue.entry import Candidate, EntryKind
from review.catalogue.forms import taken_apart
from review.catalogue.names import (
    TAKEN,
    Reading,
    abbreviations,
    brackets,
    core_service,
    is_qualified,
    loose_readings,
    normalise,
    plain_service,
    readings,
)
from review.catalogue.radicals import bases, is_double
from review.catalogue.shelf import is_whole
from review.catalogue.words import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from review.catalogue.entry import Entry, Printed
    from review.catalogue.forms import Formed
    from review.catalogue.shelf import Shelf

EXACT, BASE, OTHER_FORM, LOOSE, SHORT = 1.0, 0.98, 0.8, 0.95, 0.9
_PUNCTUATION = re.compile(r"[^\w]")
_TREATED = re.compile(r"(?:术|治疗|操作|检查术)$")
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
        return Candidate(self.entry, self.score, (self.reason, *self.doubts), self.doubts)

    def of(self, entry: Entry) -> Agreement:
        """The same agreement with another product of the article."""
        return replace(self, entry=entry)

    def doubted(self, *doubts: str) -> Agreement:
        """The agreement with more doubts."""
        return replace(self, doubts=(*self.doubts, *doubts))


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
    return (*loose.values(), *_loosely(shelves, printed, loose))


def _loosely(shelves: Sequence[Shelf], printed: Printed, known: Container[str]) -> Iterator[Agreement]:
    """Entries that agree with a reading that may be wrong: its reason is their doubt."""
    read = tuple(readings(printed.name))
    bare, undressed = read[-1].text, [one.text for one in read if not one.trusted][-1]
    sliced = ((f"{bare}片", "饮片名称另有“片”字"),) if printed.unit.strip().lower() in _GRAMS else ()
    for text, why in (*sliced, *loose_readings(printed.name)):
        most = SHORT if why.startswith(TAKEN) else LOOSE
        for found in (a for shelf in shelves for a in _of(shelf, Reading(text), printed)):
            if found.entry.id not in known:
                yield replace(found, score=min(found.score, most), doubts=(why, *found.doubts))
    yield from _measured(shelves, undressed)
    drugs = [shelf for shelf in shelves if shelf.edition.kind is EntryKind.DRUG]
    for other in (o for shelf in drugs for o in (*_whole_names(shelf, bare), *_of_the_form(shelf, bare))):
        yield Agreement(other, LOOSE, f"票面可能漏印“{other.name}”的括号内容或数字", ("须核对票面",))


def _measured(shelves: Iterable[Shelf], text: str) -> Iterator[Agreement]:
    """Services that measure the same, else those a ward's word or an abbreviation means: all are to be checked."""
    services = [shelf for shelf in shelves if shelf.edition.kind is not EntryKind.DRUG]

    def of_core(core: str) -> tuple[Entry, ...]:
        return tuple(e for shelf in services for e in shelf.taken(shelf.index.cores.get(core)) if core)

    same = of_core(core_service(text))
    for entry in same:
        score = SHORT if _abbreviated_otherwise(text, entry) or _numbered_otherwise(text, entry) else LOOSE
        yield Agreement(entry, score, "略去标本、缩写和“测定”等字后名称与目录一致", ("须核对标本和方法",))
    bare = _TREATED.sub("", core_service(text))
    said = dict.fromkeys(() if same else (core_service(text), text, *abbreviations(text), bare))
    meant = {word: item for word in said if (item := _meant().get(word))}
    for word, item in meant.items():
        for entry in of_core(core_service(item)):
            score = LOOSE if normalise(entry.name) == item else SHORT
            yield Agreement(entry, score, f"“{word}”即{item}", ("须核对项目和方法",))
    for word in () if meant else said:
        shortest = sorted(of_core(f"({word})"), key=lambda e: len(e.name))
        yield from (Agreement(e, SHORT, f"缩写“{word}”与目录一致", ("须核对项目、标本和方法",)) for e in shortest)


def _abbreviated_otherwise(text: str, entry: Entry) -> bool:
    """Whether both names have abbreviations in brackets, and none in common: DR and CR are two ways of 数字化摄影."""
    short, theirs = abbreviations(text), abbreviations(normalise(entry.name))
    return bool(short and theirs) and not short & theirs


def _numbered_otherwise(text: str, entry: Entry) -> bool:
    """Whether both names have figures in brackets, and none in common: 1.5T is no 3.0T."""
    mine, theirs = (frozenset(b for b in brackets(one) if re.search(r"\d", b)) for one in (text, normalise(entry.name)))
    return bool(mine and theirs) and not mine & theirs


@cache
def _meant() -> Mapping[str, str]:
    """What words of wards and laboratories mean: the normalised name of the item by what measures or abbreviates it."""
    listed = words().measured.items()
    return {core_service(normalise(word)): normalise(item) for item, said in listed for word in said}


def _of(shelf: Shelf, reading: Reading, printed: Printed) -> Iterator[Agreement]:
    if shelf.edition.kind is not EntryKind.DRUG:
        yield from _services(shelf, reading)
        return
    for found in _drugs(shelf, reading.text):
        yield replace(found, doubts=(*found.doubts, *_doubts(shelf, found, reading, printed)))


def _services(shelf: Shelf, reading: Reading) -> Iterator[Agreement]:
    exact = shelf.whole(reading.text)
    if reading.trusted:
        yield from (Agreement(e, OTHER_FORM, f"略去“{'、'.join(reading.trusted)}”后名称相同") for e in exact)
        return
    yield from (Agreement(entry, EXACT, "名称与目录一致") for entry in exact)
    if exact:
        return
    for entry in shelf.taken(shelf.index.plain.get(plain_service(reading.text))):
        doubts = ("括号内缩写不同",) if _abbreviated_otherwise(reading.text, entry) else ()
        yield Agreement(entry, BASE, "略去括号内缩写、“费”字和级别写法后名称与目录一致", doubts)


def _drugs(shelf: Shelf, text: str) -> Iterator[Agreement]:
    whole = shelf.whole(text)
    for entry in whole:
        yield Agreement(entry, EXACT, "名称与目录一致")
    yield from _branded(shelf, text)
    for formed in taken_apart(text):
        listed = shelf.stems(formed.stem)
        for entry in listed:
            yield _formed(entry, formed.agrees(entry.dosage_form), formed.printed, ())
        if not whole and not any(formed.agrees(entry.dosage_form) for entry in listed):
            yield from _salts(shelf, formed, listed)
    for entry in shelf.stems(text):
        yield Agreement(entry, OTHER_FORM, f"名称一致，票面未写剂型，目录剂型为{entry.dosage_form}")


def _branded(shelf: Shelf, text: str) -> Iterator[Agreement]:
    """Products by their trade name alone, or with the form of the product behind it."""
    for entry in shelf.branded(text):
        yield Agreement(entry, BASE, f"“{text}”是{entry.name}的商品名")
    for formed in taken_apart(text):
        for entry in shelf.branded(formed.stem):
            same = any(formed.forms & own.forms for own in taken_apart(normalise(entry.name)))
            reason = f"“{formed.stem}”是{entry.name}的商品名" + ("" if same else "，但剂型不同")
            yield Agreement(entry, BASE if same else OTHER_FORM, reason)


def _salts(shelf: Shelf, formed: Formed, listed: tuple[Entry, ...]) -> Iterator[Agreement]:
    """Entries under the name without its radicals; doubtful where the list prints the name with them, as 硝酸甘油."""
    known = (f"目录另列有“{listed[0].name}”",) if listed else ()
    for base, removed in bases(formed.stem):
        doubts = (*known, "同时略去酸根和金属，可能是另一种药") if is_double(removed) else known
        for entry in shelf.stems(base):
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
    for bracket in reading.trusted:
        yield from _bracket_doubts(shelf, entry, bracket)


def _bracket_doubts(shelf: Shelf, entry: Entry, bracket: str) -> Iterator[str]:
    """What speaks against reading words in brackets as a trade name: a form, a way of use, another listed article."""
    if bracket.endswith(words().spoken_forms) and bracket not in _PILLS:
        yield f"票面括号“{bracket}”像另一剂型，须核对"
    elif any(route in bracket for route in words().routes):
        yield f"票面括号“{bracket}”写明用法，须核对剂型"
    listed = {*shelf.whole(bracket), *shelf.stems(bracket)}
    if listed and entry not in listed:
        yield f"票面括号“{bracket}”是目录中的另一名称，须核对是否复方"


def _longer(shelf: Shelf, text: str, entry: Entry) -> tuple[Entry, ...]:
    """Entries the printed name could be a shortened print of, with other terms than the entry's."""
    if is_qualified(text):
        return ()
    longer = (*_whole_names(shelf, text), *_of_the_form(shelf, text))
    return tuple(other for other in longer if other.id != entry.id and terms(other) != terms(entry))


def _whole_names(shelf: Shelf, text: str) -> Iterator[Entry]:
    return (other for other in shelf.longer(text) if is_whole(other))


def _of_the_form(shelf: Shelf, text: str) -> Iterator[Entry]:
    for formed in taken_apart(text):
        stems = {formed.stem, *(base for base, _ in bases(formed.stem))}
        for other in (o for stem in stems for o in shelf.longer(stem)):
            if not is_whole(other) and formed.agrees(other.dosage_form):
                yield other


def terms(entry: Entry) -> tuple[str, ...]:
    """What an entry means for the payment: class, limit and price limit."""
    return entry.payment_class, entry.remark, str(entry.price_limit or "")


def plain_terms(entry: Entry) -> tuple[str, ...]:
    """What of an entry's terms two editions must agree on: class and limit, however the limit is punctuated."""
    return entry.payment_class, _PUNCTUATION.sub("", normalise(entry.remark))
