"""Make resources/catalogues/*/entries.csv from the published list and the demo price lists.

Usage: python tools/catalogues/build.py ../shared/data resources/catalogues
Each edition's edition.toml is written by hand; this only rewrites the rows, in the order of their source.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = dict[str, str]

COLUMNS = (
    "key",
    "official_no",
    "name",
    "dosage_form",
    "payment_class",
    "section",
    "category",
    "remark",
    "payment_standard",
    "price_limit",
    "unit",
)
LISTED = ("agreement", "includes")
"""Columns that only the national list fills."""

ORDINARY = Path(__file__).with_name("ordinary_supplies.txt")


def published(path: Path) -> Iterator[Row]:
    """Rows of the national list, read from its PDF as an office's import reads it; faults end the run."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from review.catalogue.importing.national.reader import read_national  # noqa: PLC0415 - the tool runs by its path

    proposal = read_national(path)
    if proposal.faults:
        sys.exit("\n".join(fault.said for fault in proposal.faults))
    for entry in proposal.entries:
        fields = {column: str(getattr(entry, column, "") or "") for column in (*COLUMNS, *LISTED)}
        yield {**fields, "key": entry.id, "payment_class": entry.payment_class.value}


def priced(path: Path, prefix: str) -> Iterator[Row]:
    """Rows of one price list of services; ``prefix`` is that of its columns."""
    for row in _table(path):
        if not row[f"{prefix}Name"].strip():
            continue
        yield {
            "key": row[f"{prefix}Number"].strip() or f"id{row['id']}",
            "official_no": row["countryNumber"].partition("-")[0].strip(),
            "name": row[f"{prefix}Name"].strip(),
            "payment_class": "A",
            "unit": row[f"{prefix}Unit"].strip(),
        }


def supplies(detail: Path, lists: Iterable[Path], ordinary: Path) -> Iterator[Row]:
    """Supplies named by one statement, by the price lists' columns of what is charged apart, and ordinary ones."""
    printed = (row["item_NAME"] for row in json.loads(detail.read_text(encoding="utf-8")) if row["spe"])
    found = {name for name in printed if name.startswith("一次性")}
    for path in lists:
        for row in _table(path):
            found.update(_named(row.get("treatmentExclude") or row.get("serviceExclude") or ""))
    found.update(ordinary.read_text(encoding="utf-8").split())
    for number, name in enumerate(sorted(found), start=1):
        yield {"key": f"{number:04d}", "official_no": "", "name": name, "payment_class": "A"}


def _named(excluded: str) -> Iterator[str]:
    """Names in a list such as ``导管、导丝；支架``; phrases that are no names are left out."""
    for name in re.split(r"[、,，;；。/\s]+", excluded):
        if re.fullmatch(r"(?!各种|特殊|其他|相应)[\u4e00-\u9fffA-Z-]{2,14}", name) and re.search(
            r"(管|丝|架|针|器|包|套|膜|片|板|钉|网|线|袋|夹|导线|电极|敷料|球囊|瓣膜|关节|假体|补片|晶体|胶)$",
            name,
        ):
            yield name


def _table(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def _write(rows: Iterable[Row], target: Path) -> int:
    kept = list(rows)
    clashes = [key for key, times in Counter(row["key"] for row in kept).items() if times > 1]
    if clashes:
        sys.exit(f"{target}: keys are not unique: {clashes[:5]}")
    with target.open("w", encoding="utf-8", newline="") as sink:
        writer = csv.DictWriter(sink, dict.fromkeys((*COLUMNS, *kept[0])), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return len(kept)


def main() -> None:
    """Write the three entries.csv and print how many rows each has."""
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    prices = source / "prices"
    treatments, services = prices / "diagnosis_treatment.csv", prices / "medical_service.csv"
    both = [*priced(services, "service"), *priced(treatments, "treatment")]
    for edition, rows in (
        ("nrdl-2024", published(source / "catalogue" / "nrdl_2024.pdf")),
        ("services-demo", iter({row["key"]: row for row in both}.values())),
        ("supplies-demo", supplies(prices / "inpatient_invoice_detail.json", (treatments, services), ORDINARY)),
    ):
        print(edition, _write(rows, target / edition / "entries.csv"))


if __name__ == "__main__":
    main()
