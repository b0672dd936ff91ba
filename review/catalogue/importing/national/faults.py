"""What does not add up in a list: counts its notes give, numbers missing or doubled, stars without their entry."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from review.catalogue.importing.proposal import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from review.catalogue.importing.national.drafts import Gathered
    from review.catalogue.importing.national.notes import Notes
    from review.catalogue.importing.national.rows import Row

_UNREADABLE = re.compile(r"[\ufffd\ue000-\uf8ff]")
_SHOWN = 12


def faults_of(rows: Sequence[Row], notes: Notes, gathered: Gathered) -> tuple[Fault, ...]:
    """Every fault, stopping ones first, each in the order of the list."""
    found = [*_astray(gathered), *_counts(rows, notes), *_limits(rows, notes)]
    for row in rows:
        found += _of_row(row)
    for _, section in groupby(rows, key=lambda row: row.section.name):
        kept = tuple(section)
        found += [*_classes(kept), *_numbering(kept)]
    return tuple(sorted(found, key=lambda fault: not fault.stops))


def _page(row: Row) -> str:
    return f"第{row.page}页"


def _astray(gathered: Gathered) -> Iterator[Fault]:
    for lost in gathered.astray:
        said = "这一行没有编号，分不清属于哪一条；请与原件核对，必要时改用 Excel 导入。"
        yield Fault(sheet=f"第{lost.page}页", column="编号", found=lost.text[:80], said=said)
    for page in gathered.pictured:
        said = "这一页是图片，没有文字，其中的条目没有读到；请换用没有扫描页的目录原件。"
        yield Fault(sheet=f"第{page}页", said=said)


def _counts(rows: Sequence[Row], notes: Notes) -> Iterator[Fault]:
    """Numbers found against those clauses 1 and 2 of the notes count; fewer means that something was not read."""
    for count in notes.counts:
        inside = (row for row in rows if row.section.name in count.sections and row.digits)
        found = len({(r.section.name, r.digits) for r in inside if count.of_class in {"", r.printed_class}})
        if found != count.said:
            which = "、".join(count.sections) + (f"{count.of_class}类" if count.of_class else "")
            said = f"凡例写明{which}共 {count.said} 个，读到 {found} 个；请与原件核对，文件可能不完整。"
            stops = found < count.said and not count.of_class
            yield Fault(column="甲乙类" if count.of_class else "编号", found=str(found), said=said, stops=stops)


def _limits(rows: Iterable[Row], notes: Notes) -> Iterator[Fault]:
    """Numbers to which the notes set a group's limit must be of that group."""
    rows = tuple(rows)
    for limit in notes.limits:
        inside = [r for r in rows if r.section.name == limit.section and limit.first <= r.digits <= limit.last]
        others = [r for r in inside if limit.group not in r.category.name and not r.repeated]
        if others or not inside:
            said = f"凡例说第{limit.first}-{limit.last}号是“{limit.group}”，与所列分类不符；其限定支付范围请逐条核对。"
            names = "、".join(r.number for r in others[:_SHOWN])
            yield Fault(sheet=_page(others[0]) if others else "", column="编号", found=names, said=said, stops=False)


def _of_row(row: Row) -> Iterator[Fault]:
    name = "".join(row.names)
    if not name:
        yield Fault(sheet=_page(row), column="药品名称", found=row.number, said="这个编号没有药品名称；请与原件核对。")
    text = f"{name} {row.form} {row.remark}"
    if _UNREADABLE.search(text):
        said = "有的字形在文件里没有对应的文字；请对照原件核对这一条。"
        yield Fault(sheet=_page(row), column="药品名称", found=f"{row.number} {text}"[:80], said=said, stops=False)


def _classes(rows: Sequence[Row]) -> Iterator[Fault]:
    """A section whose class neither its rows nor the notes give is not paid until somebody says otherwise."""
    bare = [row for row in rows if not row.printed_class and not row.section.implied]
    if bare:
        said = f"{bare[0].section.name}：{len(bare)} 条没有印甲、乙类，暂按丙类（基金不予支付）；请按发文核对。"
        shown = "、".join(row.number for row in bare[:_SHOWN]) + ("等" if len(bare) > _SHOWN else "")
        yield Fault(sheet=_page(bare[0]), column="甲乙类", found=shown, said=said, stops=False)


def _numbering(rows: Sequence[Row]) -> Iterator[Fault]:
    """Clause 6: a kind has one number, its further rows carry a star; numbers run without gaps."""
    section = rows[0].section.name
    plain = Counter(row.digits for row in rows if row.digits and not row.repeated)
    for row in rows:
        if row.repeated and row.digits not in plain:
            said = f"{section}：标★的编号在本部分没有原条目；请与原件核对。"
            yield Fault(sheet=_page(row), column="编号", found=row.number, said=said, stops=False)
        if not row.repeated and plain[row.digits] > 1:
            said = f"{section}：同一编号出现 {plain[row.digits]} 次而没有标★；请与原件核对。"
            yield Fault(sheet=_page(row), column="编号", found=row.number, said=said, stops=False)
    missing = sorted(set(range(1, max(plain, default=0) + 1)) - set(plain))
    if missing:
        shown = "、".join(map(str, missing[:_SHOWN])) + ("等" if len(missing) > _SHOWN else "")
        said = f"{section}：编号不连续，缺 {len(missing)} 个；请与原件核对。"
        yield Fault(column="编号", found=shown, said=said, stops=False)
