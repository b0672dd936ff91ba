"""How like an entry is to what is printed, 0 to 1: names with look-alikes folded, then form, marks and brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from review.catalogue.entry import EntryKind
from review.catalogue.index import names_of
from review.catalogue.names import normalise
from review.catalogue.shelf import is_whole
from review.catalogue.usual import NOT, PARTLY, sold
from review.catalogue.weights import weights
from review.catalogue.wording import SERUM, parted

if TYPE_CHECKING:
    from review.catalogue.entry import Entry
    from review.catalogue.forms import Formed
    from review.catalogue.wording import Parted, Wording

_COUNTED = frozenset({"次", "项", "日", "天", "小时", "人次", "组", "部位", "例", "半小时", "每日", "床日", "台次"})
_DOSED = frozenset({"片", "粒", "支", "瓶", "盒", "袋", "丸", "贴", "g", "克", "mg", "ml", "S", "T"})
_HERBS = "中药饮片"
_TELLING, _HELD = 4, 0.75
"""Characters from which a listed name within a longer one tells, and the likeness that alone is worth."""
_LATER = 0.03
"""Taken off for each reading after the likeliest."""


def likeness(entry: Entry, name: Parted, wording: Wording) -> float:
    """How like an entry, found by one of its names, is to the printed line."""
    of_kind, read = (_drug, wording.parted) if entry.kind is EntryKind.DRUG else (_service, wording.whole)
    named = max(of_kind(entry, name, one) - _LATER * n for n, one in enumerate(read))
    return named + form_added(entry, wording) + unit_added(entry, wording)


def _drug(entry: Entry, name: Parted, one: Parted) -> float:
    stems: tuple[str, ...] = name.stems if is_whole(entry) else (name.fold,)
    close = max(fuzz.ratio(mine, theirs) for mine in one.stems for theirs in stems) / 100
    whole = fuzz.ratio(one.fold, name.fold) / 100
    if len(name.fold) >= _TELLING and name.fold in one.fold:
        whole = max(whole, _HELD + (1 - _HELD) * len(name.fold) / len(one.fold))
    added = weights().added
    differs = added["mark_differs"] * bool(one.marks ^ name.marks) + added["spelled_otherwise"] * (
        one.text != name.text
    )
    return max(close + added["by_stem"] * is_whole(entry), whole) + differs


def _service(entry: Entry, name: Parted, one: Parted) -> float:  # noqa: ARG001 - called as the other
    """Words of a service stand in any order and in brackets or not: its characters count beside its spelling."""
    added = weights().added
    serum = "" if SERUM in one.text else SERUM
    spelled = 0.45 * fuzz.ratio(one.fold, name.fold.removeprefix(serum))
    spelled += 0.2 * fuzz.ratio(one.bare, name.bare.removeprefix(serum))
    shared = fuzz.ratio(one.letters, name.letters)
    lengths = len(one.letters), len(name.letters)
    both = 0.2 * shared + 0.15 * min(shared * sum(lengths) / 2 / max(min(lengths), 1), 100)
    differs = added["bracket_differs"] * bool(name.brackets - one.brackets - _inside(name, one))
    differs += added["bracket_is_name"] * (one.text in name.brackets)
    differs += added["bracket_is_told"] * bool(_inside(name, one) - one.brackets)
    return (spelled + both) / 100 + differs + added["mark_differs"] * bool(one.marks ^ name.marks)


def _inside(name: Parted, one: Parted) -> set[str]:
    """Bracketed words of an entry that the line prints without brackets."""
    return {words for words in name.brackets if words.removesuffix("及以上") in one.text}


def form_added(entry: Entry, wording: Wording) -> float:
    """For or against a drug by its form: as printed, else as specification and unit hint."""
    if entry.kind is not EntryKind.DRUG:
        return 0.0
    added, one = weights().added, wording.parted[0]
    if one.formed and one.text not in names_of(entry):
        agrees = _fits(entry, one.formed)
        return 0.0 if agrees is None else added["form_agrees"] if agrees else added["form_differs"]
    level = sold(entry, wording.amounts)
    unsold = added["sold_otherwise"] * (level == NOT) + added["sold_in_part"] * (level == PARTLY)
    return added["form_untold"] + unsold + _hinted(entry, wording)


def _hinted(entry: Entry, wording: Wording) -> float:
    """What specification and unit say for or against the form of a drug."""
    added = weights().added
    told = [n for n, hint in enumerate(wording.hinted) if entry.dosage_form and entry.dosage_form == hint.printed]
    fits = [n for n, hint in enumerate(wording.hinted) if _fits(entry, (hint,))]
    rank = next(iter((*told, *fits)), -1)
    if rank < 0:
        return added["unhinted"] * bool(wording.hinted)
    return added["hinted"] * (1 - rank / len(wording.hinted))


def form_otherwise(entry: Entry, wording: Wording) -> float:
    """Against a drug whose form only includes the printed one, where another may be listed under that very form."""
    printed = {form for one in wording.parted[0].formed for form in one.forms}
    return weights().added["form_merged"] * bool(printed and entry.dosage_form and entry.dosage_form not in printed)


def _fits(entry: Entry, formed: tuple[Formed, ...]) -> bool | None:
    """Whether an entry comes in one of the forms; None where its name tells no form."""
    if not is_whole(entry):
        return any(one.agrees(entry.dosage_form) for one in formed)
    theirs = {form for own in _own(entry).formed for form in own.forms}
    if not theirs:
        return False if _HERBS in entry.section else None
    return any(one.forms & theirs for one in formed)


def _own(entry: Entry) -> Parted:
    return parted(normalise(entry.name))


def unit_added(entry: Entry, wording: Wording) -> float:
    """Against a drug counted by times or days, and a service counted by boxes or with a strength."""
    dosed = wording.unit in _DOSED or wording.dosed
    drug, service = entry.kind is EntryKind.DRUG, entry.kind is EntryKind.SERVICE
    wrong = (drug and wording.unit in _COUNTED) or (service and dosed)
    return weights().added["unit_differs"] * wrong
