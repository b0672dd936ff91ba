"""Learning at the desk: what clerks corrected, kept only while the office agrees; and layouts a review confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.claim.layouts import held_layout, named
from review.claim.moves import require_role
from review.claim.states import Role
from review.services.settings import change, kept_setting
from review.store import learned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from review.claim.claim import Claim
    from review.claim.paper import Box, Column, Value
    from review.claim.people import Actor
    from review.services.office import Office, Work

KEEP = "keep_corrections"
TEACHERS = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
"""Who may say what the desk keeps of people's corrections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a clerk typed in place of what was read.

    Attributes:
        claim, page_id: where it happened.
        path, sha256: the page's image.
        box: place on the page as filed, pixels.
        key, of_line: key of the reading contract, of a line or of a field.
        read: the characters as recognised.
        was, corrected: the normalised value before the first correction, and as it is now.
        at, by: when, and the username.
    """

    claim: str
    page_id: int
    path: Path
    sha256: str
    box: Box
    key: str
    of_line: bool
    read: str
    was: str
    corrected: str
    at: datetime
    by: str

    @property
    def label(self) -> str:
        """The characters that stand on the paper, where the correction tells; else empty (dates, lists, new forms)."""
        plain = "\n" not in self.corrected and self.was and self.read.count(self.was) == 1
        return self.read.replace(self.was, self.corrected) if plain else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLayout:
    """The columns of an institution's statements, as a first review let them stand: which claim, when, who.

    ``headings`` names it among the layouts of its institution; a ``revoked`` one is neither used nor learned again.
    """

    institution: str
    headings: str
    columns: tuple[Column, ...]
    claim: str
    at: datetime
    by: str
    revoked: bool = False


def keeps_corrections(office: Office) -> bool:
    """Whether corrections are kept from now on; not unless somebody agreed."""
    with office.store.read() as unit:
        return bool(kept_setting(unit, KEEP))


def set_keep_corrections(office: Office, actor: Actor, *, keep: bool) -> None:
    """Agree to keep corrections from now on, or stop; what is kept already stays. Raises ForbiddenError."""
    require_role(actor, TEACHERS)
    change(office, actor, KEEP, keep)


def corrections(office: Office, actor: Actor) -> tuple[Correction, ...]:
    """All corrections kept, oldest first. They show people's papers. Raises ForbiddenError."""
    require_role(actor, TEACHERS)
    with office.store.read() as unit:
        found = learned.corrections(unit)
    return tuple(
        Correction(
            claim=row.claim,
            page_id=row.page_id,
            path=office.pages.path(sha256),
            sha256=sha256,
            box=_box(row.box),
            key=row.key,
            of_line=row.of_line,
            read=row.read,
            was=row.was,
            corrected=row.corrected,
            at=row.at,
            by=row.by,
        )
        for row, sha256 in found
    )


def tell_export(office: Office, actor: Actor, count: int) -> None:
    """Note in the journal that corrections left the house. Raises ForbiddenError."""
    require_role(actor, TEACHERS)
    with office.store.write() as unit:
        unit.tell(office.clock(), actor.username, "export_corrections", "office", after={"count": count})


def forget_corrections(office: Office, actor: Actor) -> int:
    """Forget every correction kept; how many there were. The claims themselves stay as they are. ForbiddenError."""
    require_role(actor, TEACHERS)
    with office.store.write() as unit:
        count = learned.drop_corrections(unit)
        unit.tell(office.clock(), actor.username, "forget_corrections", "office", after={"count": count})
    return count


def note_corrections(work: Work, *, anew: bool = True) -> None:
    """Within a unit: keep the values on paper that changed, if the office agrees, and follow those kept before.

    ``anew`` is false for an undo, which only leads back to what was.
    """
    agreed = anew and bool(kept_setting(work.unit, KEEP))
    for value, of_line, before in _changed(work):
        row = learned.correction(work.unit, value.id)
        if agreed or row is not None:
            _keep(work, value, row.was if row else before, of_line=of_line)


def known_layouts(office: Office, *, revoked: bool = False) -> tuple[KnownLayout, ...]:
    """Layouts learned, by institution, the latest first; with ``revoked`` also those that may not be used."""
    with office.store.read() as unit:
        rows = [row for row in learned.layouts(unit) if revoked or not row.revoked]
        return tuple(
            KnownLayout(
                institution=row.institution,
                headings=row.headings,
                columns=row.columns,
                claim=row.claim,
                at=row.at,
                by=row.by,
                revoked=row.revoked,
            )
            for row in rows
        )


def set_layout_revoked(office: Office, actor: Actor, layout: KnownLayout, *, revoked: bool) -> None:
    """Take a layout out of use, or back into it. Raises Forbidden- or NotFoundError."""
    require_role(actor, TEACHERS)
    with office.store.write() as unit:
        learned.set_revoked(unit, layout.institution, layout.headings, revoked=revoked)
        action = "revoke_layout" if revoked else "restore_layout"
        told = {"institution": layout.institution, "headings": layout.headings}
        unit.tell(office.clock(), actor.username, action, "office", after=told)


def note_layouts(work: Work) -> None:
    """Within the unit of a first approval: remember the layouts of statements whose columns nobody had to change."""
    for institution, columns in _held(work.claim):
        headings = named(columns)
        if learned.layout(work.unit, institution, headings) is None:
            now, person, number = work.office.clock(), work.actor.username, work.claim.number
            row = {"institution": institution, "headings": headings, "columns": columns, "claim": number}
            learned.keep_layout(work.unit, **row, at=now, by=person)
            told = {"institution": institution, "headings": headings}
            work.unit.tell(now, person, "learn_layout", number, after=told)


def _held(claim: Claim) -> Iterator[tuple[str, tuple[Column, ...]]]:
    for document in claim.statements:
        institution, columns = document.text("institution") or claim.care.hospital, held_layout(document)
        if institution and columns:
            yield institution, columns


def _changed(work: Work) -> Iterator[tuple[Value, bool, str]]:
    """Values on paper that this work changed, whether they are of a line, and what they said before."""
    for document in work.claim.documents:
        owned = [(value, False) for value in document.values.values()]
        owned += [(value, True) for line in document.lines for value in line.values.values()]
        for value, of_line in owned:
            before = work.rows.get(("value", value.id))
            if value.place and before is not None and before["value"] != value.value:
                yield value, of_line, before["value"]


def _keep(work: Work, value: Value, was: str, *, of_line: bool) -> None:
    assert value.place is not None
    learned.keep_correction(
        work.unit,
        value_id=value.id,
        claim=work.claim.number,
        page_id=value.place.page_id,
        box=value.place.box,
        key=value.key,
        of_line=of_line,
        read=value.text,
        was=was,
        corrected=value.value,
        at=work.office.clock(),
        by=work.actor.username,
    )


def _box(kept: tuple[int, ...]) -> Box:
    x, y, width, height = kept
    return x, y, width, height
