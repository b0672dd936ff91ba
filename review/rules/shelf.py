"""The shipped library as files: one CSV a batch, and batches.toml with where each is from."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from review.rules.rule import Rule, RuleBatch, RuleKind, Subject
from review.rules.words import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

COLUMNS = ("row", "name", "codes", "value", "limit", "unit", "days", "other_name", "other_codes", "span", "note")
_FIGURES = ("limit", "days")
_LISTS = ("codes", "other_codes")


def read_shipped(folder: Path = RULES) -> tuple[tuple[RuleBatch, ...], tuple[Rule, ...]]:
    """The batches in the order of batches.toml, and their rules."""
    with (folder / "batches.toml").open("rb") as source:
        listed = tomllib.load(source)["batch"]
    batches = tuple(_batch(said) for said in listed)
    return batches, tuple(rule for batch in batches for rule in _read(folder, batch))


def _batch(said: Mapping[str, Any]) -> RuleBatch:
    published = said.get("published", "")
    known = {key: said[key] for key in ("id", "title", "source", "rows", "loaded")}
    kind, subject = RuleKind(said["kind"]), Subject(said["subject"])
    return RuleBatch(
        **known, kind=kind, subject=subject, published=date.fromisoformat(published) if published else None
    )


def _read(folder: Path, batch: RuleBatch) -> Iterator[Rule]:
    with (folder / f"{batch.id}.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            yield _rule(batch, row)


def _rule(batch: RuleBatch, row: dict[str, str]) -> Rule:
    return Rule(
        id=f"{batch.id}/{row['row']}",
        batch=batch.id,
        kind=batch.kind,
        subject=batch.subject,
        name=row["name"],
        codes=tuple(row["codes"].split()),
        value=row["value"],
        limit=int(row["limit"]) if row["limit"] else None,
        unit=row["unit"],
        days=int(row["days"]) if row["days"] else None,
        other_name=row["other_name"],
        other_codes=tuple(row["other_codes"].split()),
        span=row["span"],
        note=row["note"],
    )


def write_rules(path: Path, rules: Iterable[Rule]) -> None:
    """Write the rules of one batch as read_shipped reads them."""
    with path.open("w", encoding="utf-8", newline="") as sink:
        writer = csv.DictWriter(sink, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(map(_row, rules))


def _row(rule: Rule) -> dict[str, object]:
    held = asdict(rule)
    lists = {key: " ".join(held[key]) for key in _LISTS}
    figures = {key: "" if held[key] is None else held[key] for key in _FIGURES}
    texts = {key: held[key] for key in COLUMNS if key in held and key not in {*_LISTS, *_FIGURES}}
    return {"row": rule.id.partition("/")[2], **texts, **lists, **figures}
