"""Compare the national list as read from its PDF with the checked rows beside it, field by field.

Usage: python -m tools.catalogues.compare ../shared/data/catalogue/nrdl_2024.pdf ../shared/data/catalogue/nrdl_2024.csv
Prints each difference with what explains it, and how many there are of each kind; exit 1 where one is not explained.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from review.catalogue.importing.national.reader import read_national

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Row = dict[str, str]

FIELDS = (
    "official_no",
    "class",
    "category_code",
    "category_name",
    "category_path",
    "name",
    "dosage_form",
    "remark",
    "payment_standard",
    "agreement_period",
    "pdf_page",
)
_WIDTHS = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one row that differs; ``why`` is empty where nothing explains it."""

    section: str
    number: str
    field: str
    read: str
    copied: str
    why: str = ""


Reason = tuple[str, "Callable[[Difference], bool]"]


def _mended(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", c) if 0x2E80 <= ord(c) < 0x2FE0 else c for c in text)  # noqa: PLR2004 - block of radicals


REASONS: tuple[Reason, ...] = (
    (
        "the copy numbers herbs by its own rows; the list prints numbers of their own, or none",
        lambda d: d.field == "official_no" and "饮片" in d.section and d.copied.isdigit(),
    ),
    ("the copy gives no page for herbs", lambda d: d.field == "pdf_page" and not d.copied),
    (
        "the copy writes full-width brackets as ASCII in two names, and keeps spaces between characters of two cells",
        lambda d: _spaceless(d.read) == _spaceless(d.copied) or d.read.translate(_WIDTHS) == d.copied,
    ),
    ("the copy holds a radical sign in place of a character", lambda d: d.read == _mended(d.copied)),
    (
        "the copy has a sign of the category's name moved to its end",
        lambda d: d.field == "category_name" and sorted(d.read) == sorted(d.copied.translate(_WIDTHS)),
    ),
    (
        "the copy lost the end of a category's name that stands on the next page",
        lambda d: d.field == "category_name" and d.read.startswith(d.copied),
    ),
    (
        "the copy put the meaning of * in place of a multiplication sign",
        lambda d: d.field == "payment_standard" and d.read == d.copied.replace("企业申请价格保密", "*"),
    ),
    (
        "the copy gives a standard and a term to a drug outside the negotiated part, where the list has no such column",
        lambda d: d.field in {"payment_standard", "agreement_period"} and d.section == "西药部分" and not d.read,
    ),
    ("the copy ends the sentence with a full stop that is not printed", lambda d: f"{d.read}。" == d.copied),
    (
        "the copy changes 其它 to 其他 in the path alone",
        lambda d: d.field == "category_path" and d.read.replace("其它", "其他") == d.copied,
    ),
    (
        "the copy puts a category under a neighbour whose code it does not begin with",
        lambda d: d.field == "category_path" and set(d.read.split(" > ")) == set(d.copied.split(" > ")),
    ),
)


def _spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)


def read_rows(path: Path) -> list[Row]:
    """The rows of the published PDF, with the fields of the checked ones."""
    proposal = read_national(path)
    return [
        {
            "section": entry.section,
            "dosage_form": entry.dosage_form,
            "agreement_period": entry.agreement,
            "category_path": entry.category,
            **printed,
        }
        for entry, printed in zip(proposal.entries, proposal.printed, strict=True)
    ]


def copied_rows(path: Path) -> list[Row]:
    """The checked rows; line breaks within a field are no part of it."""
    with path.open(encoding="utf-8-sig", newline="") as source:
        return [{key: value.replace("\n", "") for key, value in row.items()} for row in csv.DictReader(source)]


def differences(read: Iterable[Row], copied: Iterable[Row]) -> Iterator[Difference]:
    """Every field that differs, row by row; a row only one of them has differs in all its fields at once."""
    ours, theirs = _keyed(read), _keyed(copied)
    for section, number in dict.fromkeys((*ours, *theirs)):
        for a, b in zip_longest(ours[section, number], theirs[section, number]):
            if a is None or b is None:
                yield Difference(section, number, "row", str(a or ""), str(b or ""))
                continue
            for field in FIELDS:
                if a[field] != b[field]:
                    yield _explained(Difference(section, number, field, a[field], b[field]))


def _keyed(rows: Iterable[Row]) -> defaultdict[tuple[str, str], list[Row]]:
    """Rows by section and number; herbs by name, since only the list numbers them."""
    kept: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        mark = "name" if "饮片" in row["section"] else "official_no"
        kept[row["section"], row[mark].translate(_WIDTHS)].append(row)
    return kept


def _explained(found: Difference) -> Difference:
    why = next((why for why, holds in REASONS if holds(found)), "")
    return Difference(found.section, found.number, found.field, found.read, found.copied, why)


def main() -> None:
    """Print all differences and their kinds."""
    found = list(differences(read_rows(Path(sys.argv[1])), copied_rows(Path(sys.argv[2]))))
    for d in found:
        print(f"{d.section} {d.number} {d.field}: {d.read!r} | {d.copied!r} -- {d.why or 'NOT EXPLAINED'}")
    for (why, field), times in Counter((d.why, d.field) for d in found).most_common():
        print(f"{times:5} {field}: {why or 'NOT EXPLAINED'}")
    sys.exit(any(not d.why for d in found))


if __name__ == "__main__":
    main()
