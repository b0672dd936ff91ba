"""Builders of small editions of made-up articles, of proposals as a reader gives them, and of remembered choices."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from review.catalogue.editions import CatalogueSet
from review.catalogue.entry import Edition, EditionStatus, Entry, EntryKind, PaymentClass, Printed
from review.catalogue.importing.proposal import Fault, Head, Proposal
from review.catalogue.memory import Choice, ChoiceState
from review.catalogue.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterable

JANUARY, NEW_YEAR = date(2025, 1, 1), date(2026, 1, 1)


def an_edition(edition_id: str = "drug-20250101-1", **changes: Any) -> Edition:
    """An official edition of drugs of a made-up province, from 2025 on without end."""
    usual: dict[str, Any] = {
        "title": f"样例目录（{edition_id}）",
        "kind": EntryKind.DRUG,
        "region": "样例省",
        "effective_from": JANUARY,
        "effective_until": None,
        "status": EditionStatus.OFFICIAL,
        "source": "样例",
    }
    return Edition(id=edition_id, **(usual | changes))


def an_entry(name: str, key: str = "", **changes: Any) -> Entry:
    """An entry of class A as a proposal holds it: its id is the key within the edition."""
    usual: dict[str, Any] = {"kind": EntryKind.DRUG, "official_no": key or name, "payment_class": PaymentClass.A}
    return Entry(id=key or name, edition_id="", name=name, **(usual | changes))


def a_shelf(edition: Edition, *entries: Entry) -> Shelf:
    """An edition with these entries."""
    return Shelf(edition, tuple(_placed(edition, entry) for entry in entries))


def a_set(*shelves: Shelf) -> CatalogueSet:
    """These editions and no others."""
    return CatalogueSet(shelves)


def _placed(edition: Edition, entry: Entry) -> Entry:
    fields = {name: getattr(entry, name) for name in Entry.__dataclass_fields__}
    return Entry(**(fields | {"id": f"{edition.id}/{entry.id}", "edition_id": edition.id, "kind": edition.kind}))


def a_proposal(*entries: Entry, faults: Iterable[Fault] = (), **changes: Any) -> Proposal:
    """A file of two drugs as a reader gives it, unless told otherwise."""
    kept = entries or (an_entry("样例片", "A1"), an_entry("样例胶囊", "A2", payment_class=PaymentClass.B))
    usual: dict[str, Any] = {
        "file": "样例.xlsx",
        "sha256": "a" * 64,
        "form": "drug-codes",
        "head": a_head(),
        "entries": kept,
        "faults": tuple(faults),
    }
    return Proposal(**(usual | changes))


def a_head(**changes: Any) -> Head:
    """A complete head of drugs of a made-up province, from 2025 on."""
    usual: dict[str, Any] = {
        "kind": EntryKind.DRUG,
        "title": "样例省药品目录",
        "region": "样例省",
        "effective_from": JANUARY,
    }
    return Head(**(usual | changes))


def a_choice(number: int, entry_id: str, terms: tuple[str, ...], hospital: str = "样例医院", **changes: Any) -> Choice:
    """An approved choice for the words 样例片剂."""
    usual: dict[str, Any] = {
        "printed": Printed("样例片剂"),
        "state": ChoiceState.APPROVED,
        "version": 1,
        "claim": "20250401-0001",
        "line_id": 1,
        "day": date(2025, 3, 2),
        "at": datetime(2025, 3, 2, tzinfo=UTC),
        "by": "zhang",
        "person": "张某",
    }
    return Choice(id=number, hospital=hospital, entry_id=entry_id, terms=terms, **(usual | changes))
