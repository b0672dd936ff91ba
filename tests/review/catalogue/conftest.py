"""What the tests of the catalogue share: the shipped editions, and a small one made for a test."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from review.catalogue.editions import CatalogueSet, load_editions

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
