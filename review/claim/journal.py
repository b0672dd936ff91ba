"""The journal: one row for each thing a person or the software did, chained by hashes so that no row can be lost."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One row. ``before`` and ``after`` hold what changed, JSON-ready; ``digest`` seals the row and all before it."""

    sequence: int
    at: datetime
    actor: str
    action: str
    subject: str
    before: Mapping[str, object]
    after: Mapping[str, object]
    reason: str
    previous: str
    digest: str


def seal(row: JournalRow) -> str:
    """SHA-256 over everything in the row but its own digest: canonical JSON (sorted keys, UTF-8, no blanks)."""
    head = [row.previous, row.sequence, row.at.isoformat(), row.actor, row.action, row.subject]
    content = {"before": row.before, "after": row.after, "reason": row.reason}
    text = json.dumps([*head, content], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_break(rows: Iterable[JournalRow]) -> int | None:
    """Sequence number of the first row that does not follow from the one before it, or None when the chain holds."""
    previous, expected = GENESIS, 1
    for row in rows:
        if row.sequence != expected or row.previous != previous or row.digest != seal(row):
            return row.sequence
        previous, expected = row.digest, expected + 1
    return None
