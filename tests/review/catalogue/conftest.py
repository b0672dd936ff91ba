"""What the tests of the catalogue share: the shipped editions, small ones made for a test, and a drug-code edition."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.editions import CatalogueSet, load_editions
from review.catalogue.entry import Edition, EditionStatus, Entry, EntryKind, PaymentClass
from review.catalogue.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEADER = "key,official_no,name,dosage_form,payment_class,section,category,remark,payment_standard,price_limit,unit\n"
EDITION = """\
id = "{id}"
title = "样例目录"
kind = "{kind}"
region = "样例市"
effective_from = {starts}
effective_until = {ends}
status = "official"
source = "样例"
"""


@cache
def shipped_editions() -> CatalogueSet:
    return load_editions()


@pytest.fixture
def shipped() -> CatalogueSet:
    return shipped_editions()


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """Write an edition under ``tmp_path``; rows are ``key,code,name,form,class,remark,limit``."""

    def write(name: str, *rows: str, kind: str = "drug", starts: str = "2025-01-01", ends: str = "2025-12-31") -> Path:
        folder = tmp_path / "catalogues" / name
        folder.mkdir(parents=True)
        head = EDITION.format(id=name, kind=kind, starts=starts, ends=ends)
        (folder / "edition.toml").write_text(head, encoding="utf-8")
        cells = [row.split(",") for row in rows]
        lines = [f"{k},{c},{n},{f},{p},,,{r},,{limit},\n" for k, c, n, f, p, r, limit in cells]
        (folder / "entries.csv").write_text(HEADER + "".join(lines), encoding="utf-8")
        return tmp_path

    return write


def edition(name: str = "codes", region: str = "样例省", **fields: Any) -> Edition:
    """A drug edition in force in 2025, unless a field says otherwise."""
    plain: dict[str, Any] = {"kind": EntryKind.DRUG, "status": EditionStatus.OFFICIAL, "source": "样例"}
    dates = {"effective_from": date(2025, 1, 1), "effective_until": date(2025, 12, 31)}
    return Edition(**(plain | dates | {"id": name, "title": f"{region}目录", "region": region} | fields))


def product(code: str, name: str, payment_class: str = "A", **fields: Any) -> Entry:
    """One product of a drug in the edition ``codes``."""
    plain: dict[str, Any] = {"edition_id": "codes", "kind": EntryKind.DRUG, "official_no": "1"}
    known = {"id": f"codes/{code}", "code": code, "name": name, "payment_class": PaymentClass(payment_class)}
    return Entry(**(plain | known | fields))


def beside_the_list(*products: Entry) -> CatalogueSet:
    """The products in an edition of a province, and the national list behind it."""
    return CatalogueSet((*shipped_editions().shelves, Shelf(edition(), products)))
