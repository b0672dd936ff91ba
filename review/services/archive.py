"""The archive: the PDF of a finished claim, and the journal with its proof."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.claim.journal import JournalRow, first_break
from review.errors import NotFoundError
from review.store import queries, records

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office

__all__ = ["JournalCheck", "JournalRow", "archive", "archived_pdf", "history", "verify_journal"]


@dataclass(frozen=True, slots=True)
class JournalCheck:
    """Whether the journal is whole: how many rows were read, and the sequence number at which the chain breaks."""

    ok: bool
    rows: int
    broken_at: int | None


def archive(office: Office, actor: Actor, number: str, pdf: Path) -> Claim:
    """Keep the PDF by its hash and close the claim. Raises Forbidden-, Conflict-, NotFound- or StoreError."""
    sha256 = office.pages.keep(pdf)
    with office.move(actor, "archive", number) as work:
        records.keep_archive(work.unit, number, sha256, office.clock())
        told = {"after": {"sha256": sha256}}
        work.unit.tell(office.clock(), actor.username, "keep_archive", number, **told)
    return work.claim


def archived_pdf(office: Office, number: str) -> Path:
    """Where the archive PDF of a claim lies. Raises NotFoundError."""
    with office.store.read() as unit:
        sha256 = records.archive_of(unit, number)
    if sha256 is None:
        raise NotFoundError(f"报销单 {number} 还没有归档文件。", code="no-archive")
    return office.pages.path(sha256)


def history(office: Office, subject: str = "") -> tuple[JournalRow, ...]:
    """Journal rows, oldest first: of a claim (its number), ``user:<name>``, a batch, or all."""
    with office.store.read() as unit:
        return tuple(queries.journal(unit, subject))


def verify_journal(office: Office) -> JournalCheck:
    """Prove that no row of the journal was changed, removed or put elsewhere; rows missing at its end count too."""
    with office.store.read() as unit:
        broken = first_break(queries.journal(unit))
        rows, end = queries.journal_length(unit), queries.journal_end(unit)
    if broken is None and rows != end:
        broken = rows + 1
    return JournalCheck(broken is None, rows, broken)
