"""Lists of words that texts are made of: those of texts.toml, of the project, and names an office's lists hold."""

from __future__ import annotations

import csv
import re
import tomllib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROOT = Path(__file__).parents[2]
FORGE = ROOT / "tests" / "forge"
CATALOGUES, READING = (ROOT / "resources" / name for name in ("catalogues", "reading"))
TEXTS = Path(__file__).with_name("texts.toml")
LAYOUTS = ("statements", "receipts", "records", "invoices", "ledgers")
LONGEST = 22
"""Characters of a name that fit into the column of a list; longer ones are cut."""

_CHINESE = re.compile("[一-鿿]")

Words = dict[str, list[str]]


def words(extra: Sequence[str] = ()) -> Words:
    """Every list by name; ``named`` are the extra names, or goods of stock where there are none."""
    goods = [row.split("|") for group in table(FORGE / "goods.toml")["groups"] for row in group["rows"]]
    found = {
        **table(TEXTS)["words"],
        **_catalogues(),
        **_hospitals(),
        **_papers(),
        "named": _short(extra) or _short(name for name, *_ in goods),
        "spec": [spec for _, spec, *_ in goods if spec],
    }
    return found | {"character": _characters(found)}


def table(path: Path) -> dict[str, Any]:
    """A TOML file."""
    return tomllib.loads(path.read_text("utf-8"))


def names_in(place: str) -> list[str]:
    """Names of a file: one a line, or of a CSV file's column when the place is ``FILE:COLUMN``.

    Raises:
        ValueError: the file has no such column.
        OSError: the file cannot be read.
    """
    path, _, column = place.partition(":")
    with Path(path).open(encoding="utf-8-sig", newline="") as stream:
        if not column:
            return [line.strip() for line in stream if line.strip()]
        rows = csv.DictReader(stream)
        if column not in (rows.fieldnames or ()):
            raise ValueError(f"{path} has no column {column}, but {', '.join(rows.fieldnames or ())}")
        return [row[column] for row in rows if row[column]]


def _catalogues() -> Words:
    folders = {"drug": "nrdl-2024", "service": "services-demo", "supply": "supplies-demo"}
    return {name: _short(names_in(f"{CATALOGUES / of / 'entries.csv'}:name")) for name, of in folders.items()}


def _hospitals() -> Words:
    """Parts of hospitals' names; a star in an ending is the hospital's number."""
    told = table(READING / "hospitals.toml")
    provinces = told["province"]
    return {
        "province": [each["name"] for each in provinces],
        "city": [city for each in provinces for city in each["cities"]],
        "school": [school for each in provinces for school in each["schools"]],
        "listed_hospital": [other for each in provinces for other in each["others"]],
        **{
            name: [ending.replace("*", n) for ending in ends for n in "一二三四五"]
            for name, ends in told["ending"].items()
        },
    }


def _papers() -> Words:
    """Captions, headings, states and illnesses that forged papers print."""
    stock, labels = table(FORGE / "stock.toml"), table(FORGE / "forms" / "labels.toml")
    printed = chain.from_iterable(phrases(table(FORGE / "forms" / f"{layout}.toml")) for layout in LAYOUTS)
    fees = [group["category"] for group in table(FORGE / "goods.toml")["groups"]]
    known = {part: list(chain(*lists.values())) for part, lists in table(READING / "phrases.toml").items()}
    return {
        "caption": sorted({*known["labels"], *chain(*labels.values())}),
        "alone": sorted({*known["alone"], *printed, *fees}),
        "status": sorted({*known["values"], *stock["schemes"], *stock["hospital_types"]}),
        "diagnosis": sorted({told for illness in stock["illnesses"] for told in illness["diagnoses"]}),
    }


def phrases(node: object) -> Iterator[str]:
    """Chinese phrases of a layout, whole as they are printed: those with places for something else are left out."""
    if isinstance(node, str):
        if _CHINESE.search(node) and "{" not in node and len(node) <= LONGEST:
            yield node
    elif isinstance(node, dict):
        yield from chain.from_iterable(map(phrases, node.values()))
    elif isinstance(node, list):
        yield from chain.from_iterable(map(phrases, node))


def _short(names: Iterable[str]) -> list[str]:
    """Names without blanks, cut, each once."""
    return sorted({short for name in names if (short := re.sub(r"\s+", "", name)[:LONGEST])})


def _characters(found: Words) -> list[str]:
    """Chinese characters of names and illnesses, each once."""
    texts = chain(*(found[name] for name in ("named", "drug", "service", "supply", "diagnosis")))
    return sorted({sign for text in texts for sign in _CHINESE.findall(text)})
