"""An edition as read from its folder: edition.toml and entries.csv."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from review.catalogue.entry import Edition, EditionStatus, Entry, EntryKind, PaymentClass
from review.catalogue.shelf import Assumption, Shelf, compiled_shelf
from review.errors import PolicyError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_OPTIONAL = ("code", "spec", "brand", "maker", "agreement", "includes", "listed_name", "listed_form")


def read_shelf(folder: Path, cache: Path | None = None) -> Shelf:
    """The edition kept in ``folder``; with ``cache``, mapped from its compiled file there.

    Raises:
        PolicyError: a file is missing or does not have the expected form.
    """
    try:
        head = tomllib.loads((folder / "edition.toml").read_text(encoding="utf-8"))
        shelf = _shelf(folder, _edition(head), cache)
        return replace(shelf, assumptions=tuple(Assumption(**found) for found in head.get("assumed", ())))
    except (OSError, KeyError, ValueError, TypeError) as error:
        message = f"目录版本“{folder.name}”无法读取：{error}"
        raise PolicyError(message, code="catalogue-unreadable", advice="请重新安装程序，或恢复该目录文件。") from error


def _shelf(folder: Path, edition: Edition, cache: Path | None) -> Shelf:
    rows = folder / "entries.csv"
    if cache is None:
        return Shelf(edition, _entries(rows, edition))
    with rows.open("rb") as source:
        key = hashlib.file_digest(source, "sha256").hexdigest()
    return compiled_shelf(edition, f"{edition.id} {edition.kind} {key}", lambda: _entries(rows, edition), cache)


def _entries(path: Path, edition: Edition) -> tuple[Entry, ...]:
    with path.open(encoding="utf-8", newline="") as rows:
        return tuple(_entry(edition, row) for row in csv.DictReader(rows))


def _edition(head: Mapping[str, Any]) -> Edition:
    starts, ends = head["effective_from"], head.get("effective_until")
    if not isinstance(starts, date) or not (ends is None or isinstance(ends, date)):
        raise ValueError("effective_from, effective_until")
    return Edition(
        id=head["id"],
        title=head["title"],
        kind=EntryKind(head["kind"]),
        region=head["region"],
        effective_from=starts,
        effective_until=ends,
        status=EditionStatus(head["status"]),
        source=head["source"],
    )


def _entry(edition: Edition, row: Mapping[str, str]) -> Entry:
    limit = row["price_limit"]
    return Entry(
        id=f"{edition.id}/{row['key']}",
        edition_id=edition.id,
        kind=edition.kind,
        official_no=row["official_no"],
        name=row["name"],
        dosage_form=row["dosage_form"],
        payment_class=PaymentClass(row["payment_class"]),
        section=row["section"],
        category=row["category"],
        remark=row["remark"],
        payment_standard=row["payment_standard"],
        price_limit=Decimal(limit) if limit else None,
        unit=row["unit"],
        **{name: row.get(name) or "" for name in _OPTIONAL},
    )
