"""The health of what is kept: the database file, the journal, and the pages that claims and archives rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from review.services.archive import JournalCheck, verify_journal
from review.store import queries

if TYPE_CHECKING:
    from review.services.office import Office


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """What was seen: whether the database is sound, the journal's proof, hashes of damaged and of missing files."""

    database: bool
    journal: JournalCheck
    damaged: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether all of it is as it was written."""
        return self.database and self.journal.ok and not self.damaged and not self.missing


def store_health(office: Office) -> StoreHealth:
    """Read everything that is kept and compare it with its proofs; takes as long as reading the files takes."""
    with office.store.read() as unit:
        wanted, database = queries.kept_hashes(unit), queries.database_sound(unit)
    missing = tuple(sha256 for sha256 in wanted if not office.pages.path(sha256).exists())
    return StoreHealth(database, verify_journal(office), office.pages.verify(), missing)
