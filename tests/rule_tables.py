"""Builders of rule tables as they are published: titles above, headings in the fourth row, codes on a second sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.workbooks import a_book

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PLAIN = ["药品通用名", "药品说明", "限定类型", "限定对象"]
CODED = ["药品通用名", "序号", "国标代码", "限定类型"]


def drug_code(number: int) -> str:
    """A herbal medicine's code of the right form, another for each number."""
    return f"ZA01AAA{number:04d}010100001"


def plain_table(path: Path, *rows: Sequence[Any], codes: Sequence[Sequence[Any]] = ()) -> Path:
    """A table as it was edited for batches 1 to 6: headings first, codes on a second sheet by name."""
    a_book(path, {"Sheet1": [PLAIN, *rows], **({"Sheet2": [CODED, *codes]} if codes else {})})
    return path


def published_table(path: Path, rule: str, head: Sequence[str], *rows: Sequence[Any], **sheets: Any) -> Path:
    """A table as published: an empty row, the title, an empty row, the headings; a sum and a note behind the rows."""
    title = f"“{rule}”规则对应知识点明细"
    body = [[], [title], [], head, *rows, ["合计", "", len(rows)], ["备注：样例说明。"]]
    a_book(path, {"知识点明细": body, **sheets})
    return path


def services_table(path: Path, head: Sequence[str], *rows: Sequence[Any], sheet: str = "Sheet1") -> Path:
    """A table of services on one sheet."""
    a_book(path, {sheet: [head, *rows]})
    return path
