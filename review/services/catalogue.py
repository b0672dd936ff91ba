"""The catalogues of the office: editions and their entries, files read and taken over, the memory of choices."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from review.catalogue.differences import Differences, differences
from review.catalogue.importing.apart import looks_apart, read_apart
from review.catalogue.importing.headings import look_at
from review.catalogue.importing.mapping import as_json, from_json
from review.claim.moves import require_role
from review.errors import NotFoundError
from review.services.browsing import EntryFilter, EntryPage, SectionCount, entries, sections
from review.services.edition_changes import KEEPERS, SUBJECT, end_edition, withdraw
from review.services.rematching import Rematched, TouchedClaim, rematch, touched_by_choice, touched_by_edition
from review.services.remembering import ChoiceView, memory, revoke_choice
from review.services.taking_over import compare, in_force, take_over
from review.store import edition_records as records
from review.store import records as people
from review.store.unit import Deed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path
    from threading import Event

    from review.catalogue.entry import Edition, Entry
    from review.catalogue.importing.headings import SheetLook
    from review.catalogue.importing.mapping import Mapping
    from review.catalogue.importing.proposal import Proposal
    from review.catalogue.shelf import Shelf
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.catalogue_tables import EditionChangeRow, EditionRow

__all__ = [
    "KEEPERS",
    "ChoiceView",
    "EditionView",
    "EntryFilter",
    "EntryPage",
    "Rematched",
    "SectionCount",
    "TouchedClaim",
    "compare",
    "compare_editions",
    "editions",
    "end_edition",
    "entries",
    "in_force",
    "known_mapping",
    "looks",
    "memory",
    "propose",
    "rematch",
    "remember_mapping",
    "revoke_choice",
    "sections",
    "take_over",
    "touched_by_choice",
    "touched_by_edition",
    "withdraw",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionView:
    """An edition as it is listed.

    Attributes:
        edition: as it stands now, with its reason where it is withdrawn.
        count: how many entries it has.
        own: whether the office took it over; else it came with the software.
        file, sha256, imported_at, imported_by: where an own edition came from, when and by whom (name).
        changed_at, changed_by: when and by whom it was ended or withdrawn.
    """

    edition: Edition
    count: int
    own: bool
    file: str = ""
    sha256: str = ""
    imported_at: datetime | None = None
    imported_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""

    @property
    def withdrawn(self) -> str:
        """Why it was withdrawn, or empty."""
        return self.edition.withdrawn


def editions(office: Office) -> tuple[EditionView, ...]:
    """All editions, also withdrawn ones: drugs before services before supplies, oldest first."""
    shelves = office.catalogue
    with office.store.read() as unit:
        own = {row.id: row for row in records.editions(unit)}
        changes = records.changes(unit)
        names = {user.username: user.full_name for user in people.users(unit)}
        standing = sorted(shelves.shelves, key=lambda shelf: shelves.editions.index(shelf.edition))
        return tuple(
            _view(shelf, own.get(shelf.edition.id), changes.get(shelf.edition.id), names) for shelf in standing
        )


def compare_editions(office: Office, old_id: str, new_id: str) -> Differences:
    """What differs between two editions. Raises NotFoundError."""
    return differences(_entries(office, old_id), _entries(office, new_id))


def looks(office: Office, path: Path, stop: Event | None = None) -> tuple[SheetLook, ...]:  # noqa: ARG001 - shape of a service
    """The sheets of a workbook with their headings, for the dialog; none for a PDF. Raises InputError."""
    return looks_apart(path, stop)


def propose(office: Office, path: Path, mapping: Mapping | None = None, stop: Event | None = None) -> Proposal:
    """Read a catalogue file in a process of its own; nothing is stored. Remembered columns are used by themselves.

    Raises:
        InputError: the file is no catalogue, cannot be read safely, or ``stop`` was set (code ``cancelled``).
    """
    return read_apart(path, mapping or _remembered(office, path, stop), stop)


def known_mapping(office: Office, signature: str) -> Mapping | None:
    """The columns remembered for headings with this signature, or None."""
    with office.store.read() as unit:
        kept = records.mapping(unit, signature)
    return from_json(kept) if kept else None


def remember_mapping(office: Office, actor: Actor, signature: str, mapping: Mapping) -> None:
    """Remember which columns hold what under these headings. Raises ForbiddenError."""
    require_role(actor, KEEPERS)
    now, content = office.clock(), as_json(mapping)
    with office.store.write() as unit:
        before = {"mapping": records.mapping(unit, signature)}
        records.keep_mapping(unit, signature, content, Deed(now, actor.username))
        after = {"mapping": content, "signature": signature}
        unit.tell(now, actor.username, "remember_mapping", SUBJECT, before=before, after=after)


def _remembered(office: Office, path: Path, stop: Event | None) -> Mapping | None:
    """The remembered columns that fit a sheet, put on its place, whichever of its first rows they were kept under.

    None where nothing is remembered that fits; where nothing is remembered at all, the file is not looked at for it.
    """
    with office.store.read() as unit:
        kept = {signature: from_json(content) for signature, content in records.mappings(unit).items()}
    if not kept:
        return None
    shown = (look for look in looks_apart(path, stop) if not look.hidden)
    headed = (look_at(look, row) for look in shown for row in (look.header_row, *range(1, len(look.top) + 1)) if row)
    known = ((look, kept[look.signature]) for look in headed if look.signature in kept)
    return next((fitted for look, mapping in known if (fitted := mapping.refit(look))), None)


def _entries(office: Office, edition_id: str) -> Iterable[Entry]:
    shelf = office.catalogue.shelf(edition_id)
    if shelf is None:
        raise NotFoundError(f"没有目录版本 {edition_id}。", code="no-edition", advice="请刷新后再试。")
    return shelf.entries


def _view(shelf: Shelf, row: EditionRow | None, change: EditionChangeRow | None, names: dict[str, str]) -> EditionView:
    view = EditionView(edition=shelf.edition, count=len(shelf.entries), own=row is not None)
    if row is not None:
        by = names.get(row.by, row.by)
        view = replace(view, file=row.file, sha256=row.sha256, imported_at=row.at, imported_by=by)
    if change is not None:
        view = replace(view, changed_at=change.at, changed_by=names.get(change.by, change.by))
    return view
