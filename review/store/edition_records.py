"""Editions in the store: taken over in one piece, read back in the order of their file, never deleted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, or_, select, update

from review.catalogue.entry import Edition, Entry, PaymentClass
from review.store.catalogue_tables import EditionChangeRow, EditionRow, EntryRow, MappingRow
from review.store.schema import Base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from sqlalchemy import Row
    from sqlalchemy.sql.elements import ColumnElement

    from review.store.unit import Deed, Unit

VERSION = "catalogue"
"""Counter that is raised whenever editions or their dates change, so that every process sees it."""
BELOW = " > "
"""What stands between the levels of a category that is a path."""
_PIECE = 5_000
_KEPT = tuple(f.name for f in fields(Entry) if f.name not in {"id", "edition_id", "kind", "price_limit"})
_ENTRIES = Base.metadata.tables[EntryRow.__tablename__]
_HEAD = tuple(f.name for f in fields(Edition) if f.name != "withdrawn")
_COLUMNS = (EntryRow.key, EntryRow.price_limit, *(getattr(EntryRow, name) for name in _KEPT))


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Wanted entries: words of name, code, number or initials; class, section, category. Empty asks for all.

    A category also stands for those below it.
    """

    text: str = ""
    payment_class: PaymentClass | None = None
    section: str = ""
    category: str = ""


def version(unit: Unit) -> int:
    """How often the editions have changed."""
    return unit.counted(VERSION)


def add_edition(
    unit: Unit, edition: Edition, file: Mapping[str, Any], entries: Iterable[Entry], initials: Callable[[str], str]
) -> None:
    """Keep an edition with its entries, whose ids are the keys within it.

    Args:
        unit: a writing unit.
        edition: not withdrawn.
        file: where it came from: ``form``, ``file``, ``sha256``, and ``at`` and ``by`` of its taking over.
        entries: in the order of the file.
        initials: first letters of the pinyin of a name.
    """
    head = {name: getattr(edition, name) for name in _HEAD}
    unit.session.execute(insert(EditionRow), [{**head, **file, "digest": "", "count": 0}])
    sealed, count, rest = hashlib.sha256(), 0, iter(entries)
    while piece := tuple(islice(rest, _PIECE)):
        rows = [_row(edition.id, place, entry, initials) for place, entry in enumerate(piece, start=count)]
        sealed.update(repr(piece).encode())
        unit.session.execute(insert(_ENTRIES), rows)
        count += len(piece)
    counted = update(EditionRow).where(EditionRow.id == edition.id).values(digest=sealed.hexdigest(), count=count)
    unit.session.execute(counted)
    next(unit.count_off(VERSION))


def editions(unit: Unit) -> tuple[EditionRow, ...]:
    """All editions that were taken over, oldest first."""
    return tuple(unit.session.scalars(select(EditionRow).order_by(EditionRow.at, EditionRow.id)))


def by_file(unit: Unit, sha256: str) -> tuple[EditionRow, ...]:
    """Editions that came from a file with this hash."""
    return tuple(unit.session.scalars(select(EditionRow).where(EditionRow.sha256 == sha256)))


def changes(unit: Unit) -> dict[str, EditionChangeRow]:
    """What was decided last about each edition that was changed, by its id."""
    found = unit.session.scalars(select(EditionChangeRow).order_by(EditionChangeRow.id))
    return {row.edition: row for row in found}


def change(unit: Unit, edition: str, until: date | None, withdrawn: str, deed: Deed) -> None:
    """Decide about an edition anew: its last day, and why it is withdrawn, if it is."""
    number = next(unit.count_off("edition_change"))
    decided = {"effective_until": until, "withdrawn": withdrawn, "at": deed.at, "by": deed.by}
    unit.session.add(EditionChangeRow(id=number, edition=edition, **decided))
    unit.session.flush()
    next(unit.count_off(VERSION))


def entries(unit: Unit, edition: EditionRow) -> Iterator[Entry]:
    """All entries of an edition in the order of its file, read piece by piece."""
    chosen = select(*_COLUMNS).where(EntryRow.edition == edition.id).order_by(EntryRow.position)
    found = unit.session.connection().execute(chosen.execution_options(yield_per=_PIECE))
    return (_entry(edition, row) for row in found)


def page(
    unit: Unit, edition: EditionRow, wanted: EntryFilter, limit: int, offset: int
) -> tuple[tuple[Entry, ...], int]:
    """Some of the wanted entries of an edition in the order of its file, and how many there are."""
    where = (EntryRow.edition == edition.id, *_wanted(wanted))
    total = unit.session.scalar(select(func.count()).select_from(EntryRow).where(*where)) or 0
    chosen = select(*_COLUMNS).where(*where).order_by(EntryRow.position).limit(limit).offset(offset)
    return tuple(_entry(edition, row) for row in unit.session.execute(chosen)), total


def sections(unit: Unit, edition: str) -> tuple[tuple[str, str, int], ...]:
    """(section, category, number of entries) of an edition in the order of its file."""
    chosen = (
        select(EntryRow.section, EntryRow.category, func.count())
        .where(EntryRow.edition == edition)
        .group_by(EntryRow.section, EntryRow.category)
        .order_by(func.min(EntryRow.position))
    )
    return tuple((row[0], row[1], row[2]) for row in unit.session.execute(chosen))


def own(unit: Unit, edition_id: str) -> EditionRow | None:
    """An edition that was taken over, or None."""
    return unit.session.get(EditionRow, edition_id)


def mapping(unit: Unit, signature: str) -> Any:
    """The columns remembered for headings, as JSON, or None."""
    row = unit.session.get(MappingRow, signature)
    return row.content if row else None


def mappings(unit: Unit) -> dict[str, Any]:
    """All remembered columns as JSON, by the signature of their headings."""
    return {row.signature: row.content for row in unit.session.scalars(select(MappingRow))}


def keep_mapping(unit: Unit, signature: str, content: Any, deed: Deed) -> None:
    """Remember columns for headings."""
    unit.session.merge(MappingRow(signature=signature, content=content, at=deed.at, by=deed.by))
    unit.session.flush()


def _row(edition_id: str, position: int, entry: Entry, initials: Callable[[str], str]) -> dict[str, Any]:
    row = {name: getattr(entry, name) for name in _KEPT}
    limit = "" if entry.price_limit is None else str(entry.price_limit)
    placed = {"edition": edition_id, "position": position, "key": entry.id, "initials": initials(entry.name)}
    return {**row, **placed, "price_limit": limit}


def _entry(edition: EditionRow, row: Row[Any]) -> Entry:
    key, limit, *rest = tuple(row)
    kept = dict(zip(_KEPT, rest, strict=True))
    price = Decimal(limit) if limit else None
    return Entry(id=f"{edition.id}/{key}", edition_id=edition.id, kind=edition.kind, price_limit=price, **kept)


def _wanted(wanted: EntryFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.payment_class is not None:
        yield EntryRow.payment_class == wanted.payment_class
    if wanted.section:
        yield EntryRow.section == wanted.section
    if wanted.category:
        below = EntryRow.category.startswith(f"{wanted.category}{BELOW}", autoescape=True)
        yield or_(EntryRow.category == wanted.category, below)
    for word in wanted.text.split():
        yield or_(
            EntryRow.name.contains(word, autoescape=True),
            EntryRow.brand.contains(word, autoescape=True),
            EntryRow.code.startswith(word.upper(), autoescape=True),
            EntryRow.official_no == word,
            EntryRow.initials.startswith(word.upper(), autoescape=True),
        )
