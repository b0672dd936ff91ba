"""Made-up catalogue files as offices have them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from review.catalogue.importing.proposal import Head
from review.catalogue.importing.reading import read_catalogue
from review.services import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from review.catalogue.entry import Edition
    from review.claim.people import Actor
    from review.services.office import Office

HEADINGS = ("编号", "耗材名称", "甲乙丙类", "规格型号", "计价单位", "限定支付范围", "最高限价")
ROWS = (
    ("1001", "青禾一次性导管", "甲", "6F", "根", "", "120.00"),
    ("1002", "青禾可吸收缝线", "乙", "3-0", "包", "限手术使用", "86.50"),
    ("1003", "蓝泉静脉留置针", "丙", "24G", "支", "", "18.00"),
)
NEXT_YEAR = (
    ("1001", "青禾一次性导管", "乙", "6F", "根", "", "120.00"),
    ("1002", "青禾可吸收缝线", "乙", "3-0", "包", "限二级以上医院", "80.00"),
    ("1004", "云岭疝补片", "乙", "10×15", "片", "", "900.00"),
)
FAULTY = (*ROWS, ("1009", "青禾引流袋", "戊", "", "只", "", "12.00"))


def a_book(path: Path, rows: Sequence[Sequence[str]] = ROWS, headings: Sequence[str] = HEADINGS) -> Path:
    """A CSV file of supplies."""
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows([headings, *rows])
    return path


def taken_over(office: Office, actor: Actor, path: Path, begins: date, ends: date | None = None) -> Edition:
    """The file as an edition of the office."""
    proposal = read_catalogue(path)
    head = Head(
        kind=proposal.head.kind,
        title=f"样例市医用耗材目录{begins.year}",
        region="样例市",
        effective_from=begins,
        effective_until=ends,
        source="样例市医保局",
    )
    return catalogue.take_over(office, actor, proposal, head)
