"""Rule tables as an office gets them, made up: two articles of the seeded claims, and tables with faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.services import rulebooks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from review.claim.people import Actor
    from review.services.office import Office
    from review.services.rulebooks import BatchView

HEADINGS = ("限定类型", "药品名称", "医保药品代码", "限定性别")
WOMEN = ("限定性别", "注射用美罗培南", "XJ01DHM082B001010100001", "女")
MEN = ("限定性别", "盐酸二甲双胍片", "XA10BAE046A001010100001", "男")
NOBODY = ("限定星座", "阿司匹林肠溶片", "XB01ACA056A001010100001", "双鱼")
"""A kind of rule nobody knows."""


def a_table(path: Path, *rows: Sequence[str]) -> Path:
    """A CSV file of rules under the usual headings; by default two articles."""
    lines = (HEADINGS, *(rows or (WOMEN, MEN)))
    path.write_text("\n".join(",".join(row) for row in lines) + "\n", encoding="utf-8")
    return path


def taken_over(office: Office, keeper: Actor, path: Path) -> BatchView:
    """The batch a table became."""
    return rulebooks.take_over_rules(office, keeper, rulebooks.propose_rules(office, path))
