"""A drug-code edition of any size: the rows of the national list, multiplied by forms, companies, strengths and packs.

Names, classes and limits are real; companies, trade names and codes are made up, the codes in the form of the nation's.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from functools import cache
from itertools import cycle, islice
from typing import TYPE_CHECKING

from review.catalogue.editions import load_editions
from review.catalogue.entry import Entry, EntryKind
from review.catalogue.names import spelled_out
from review.catalogue.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

EDITION = "big-2025"
HEAD = """\
id = "{id}"
title = "样例省药品代码库"
kind = "drug"
region = "样例省"
effective_from = 2025-01-01
status = "official"
source = "按国家目录行、样例企业与规格生成，供测速"
"""
_COLUMNS = ("key", *(f.name for f in fields(Entry) if f.name not in {"id", "edition_id", "kind"}))
_SPECS = ("10mg", "20mg", "50mg", "0.1g", "0.125g", "0.25g", "0.5g", "1g", "2ml:50mg", "5ml:0.1g", "100ml", "10g:0.1g")
_PACKS = ("1支", "5支", "10袋", "7片", "10片", "12粒", "20片", "24粒", "28片", "36粒", "48片", "100片")
_PLACES = (
    "赣江",
    "章江",
    "贡水",
    "龙山",
    "云岭",
    "青河",
    "白石",
    "金坪",
    "玉溪口",
    "东塘",
    "南岗",
    "西坞",
    "北川里",
    "双溪",
)
_TRADES = ("制药有限公司", "药业股份有限公司", "生物制药有限公司", "医药集团有限公司")
_BRANDS = ("康", "泰", "安", "瑞", "欣", "舒", "宁", "维", "朗", "迪", "诺", "赛", "佳", "尔", "妥", "达")


@dataclass(frozen=True, slots=True)
class _Article:
    """One registered name with the row of the list it belongs to."""

    number: int
    name: str
    form: str
    listed: Entry


def big_entries(count: int = 200_000) -> Iterator[Entry]:
    """``count`` products, the same on every call; ids are ``big-2025/<code>``."""
    return islice(map(_product, range(count), cycle(_articles())), count)


def write_big_edition(root: Path, count: int = 200_000) -> Path:
    """Write the edition under ``root/catalogues`` as :func:`load_editions` reads it; its folder."""
    folder = root / "catalogues" / EDITION
    folder.mkdir(parents=True)
    (folder / "edition.toml").write_text(HEAD.format(id=EDITION), encoding="utf-8")
    write_entries(folder / "entries.csv", big_entries(count))
    return folder


def write_entries(path: Path, entries: Iterable[Entry]) -> None:
    """Write entries as the rows of an edition's entries.csv."""
    with path.open("w", encoding="utf-8", newline="") as target:
        rows = csv.writer(target)
        rows.writerow(_COLUMNS)
        rows.writerows((e.id.partition("/")[2], *(_cell(e, name) for name in _COLUMNS[1:])) for e in entries)


def _cell(entry: Entry, name: str) -> str:
    return str(getattr(entry, name) or "")


@cache
def _articles() -> tuple[_Article, ...]:
    shelf = load_editions().shelf("nrdl-2024")
    assert shelf is not None
    named = ((n, f, e) for e in shelf.entries if "中药饮片" not in e.section for n, f in _registered(e))
    unique = {name: (name, form, entry) for name, form, entry in named}
    return tuple(_Article(number, *found) for number, found in enumerate(unique.values()))


def _registered(entry: Entry) -> Iterator[tuple[str, str]]:
    """Names under which a listed drug is registered, each with its form."""
    for name in spelled_out(entry.name):
        if not entry.dosage_form:
            yield name, ""
            continue
        if entry.dosage_form == "注射剂":
            yield f"注射用{name}", "注射用无菌粉末"
        members = words().merged.get(entry.dosage_form, frozenset({entry.dosage_form}))
        yield from ((name + end, forms[0]) for end, forms in words().endings.items() if members & set(forms))


def _product(number: int, article: _Article) -> Entry:
    turn = number // len(_articles())
    code = f"{_beginning(article)}{turn % 1000:03d}1{number % 100_000:05d}"
    return Entry(
        id=f"{EDITION}/{code}",
        edition_id=EDITION,
        kind=EntryKind.DRUG,
        official_no=article.listed.official_no,
        name=article.name,
        dosage_form=article.form,
        payment_class=article.listed.payment_class,
        section=article.listed.section,
        remark=article.listed.remark,
        code=code,
        spec=f"{_SPECS[(turn + article.number) % len(_SPECS)]}*{_PACKS[(turn * 5 + article.number) % len(_PACKS)]}",
        brand=_brand(number) if number % 3 == 0 else "",
        maker=f"{_PLACES[turn % len(_PLACES)]}{_TRADES[(turn + article.number) % len(_TRADES)]}",
    )


def _beginning(article: _Article) -> str:
    """Kind, group, name and form of a code: 14 characters of the 23 for western drugs, 11 of the 20 for others."""
    high, low = divmod(article.number, 1000)
    if article.listed.section.endswith("中成药") or article.listed.section.startswith("中成药"):
        return f"ZA{high % 100:02d}AAA{low:04d}"
    return f"XA{high % 100:02d}BAA{low:03d}B001"


def _brand(number: int) -> str:
    first, rest = divmod(number // 3, len(_BRANDS) ** 2)
    second, third = divmod(rest, len(_BRANDS))
    return _BRANDS[third] + _BRANDS[second] + _BRANDS[first % len(_BRANDS)]
