"""Cost statements of one or more pages, ruled or not, in several sets of columns."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.forge.case import CATEGORIES
from tests.forge.figures import in_words
from tests.forge.samples.looks import COLUMN_SETS, Column, Look
from tests.forge.seal import seal
from tests.forge.sheet import BLACK, Ink, Sheet

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case, Charge
    from tests.forge.samples.receipt import Truth

SIZE = (210.0, 297.0)
LEFT, RIGHT = 14.0, 196.0
ROW = 5.6
GRADE_RATIO = {"甲": "0", "乙": "0.10", "丙": "1.00"}
Lines = list["str | Charge"]


def _cells(charge: Charge, place: int) -> dict[str, str]:
    """What a line prints under each key."""
    merged = f"{charge.name} {charge.spec}".strip()
    return {
        "row": f"{place}",
        "date": charge.day.isoformat(),
        "code": charge.code,
        "name": charge.name,
        "spec": charge.spec,
        "name+spec": merged,
        "unit": charge.unit,
        "quantity": f"{charge.quantity}",
        "unit_price": f"{charge.price:.2f}",
        "amount": f"{charge.amount}",
        "insurance_class": charge.grade,
        "self_pay_ratio": GRADE_RATIO[charge.grade],
    }


def _truth(charge: Charge, columns: tuple[Column, ...]) -> dict[str, str]:
    """The line as a reader should give it: only what is printed."""
    cells = _cells(charge, 0)
    keys = [part for key, *_ in columns for part in key.split("+") if part != "row"]
    return {key: cells[key] for key in keys if cells[key]}


def _edges(columns: tuple[Column, ...]) -> list[float]:
    whole = sum(share for _, _, share, _ in columns)
    edges = [LEFT]
    for _, _, share, _ in columns:
        edges.append(edges[-1] + (RIGHT - LEFT) * share / whole)
    return edges


def _head(sheet: Sheet, case: Case, look: Look, page: tuple[int, int]) -> float:
    person, stay = case.person, case.stay
    age = f"{person.age_on(stay.admitted)}岁"
    sheet.text((SIZE[0] / 2, 17), f"{stay.hospital}{look.title}", Ink(14, align="centre"))
    rows = (
        (
            ("姓名", person.name),
            ("性别", person.sex),
            ("年龄", age),
            ("住院号", stay.number),
        ),
        (
            ("科室", stay.department),
            ("入院日期", look.day(stay.admitted)),
            ("出院日期", look.day(stay.discharged)),
            ("", f"第{page[0]}页/共{page[1]}页"),
        ),
    )
    for k, row in enumerate(rows):
        for x, (label, text) in zip((LEFT, 62, 110, 160), row, strict=True):
            sheet.text((x, 26 + 5.5 * k), f"{label}：{text}" if label else text, Ink(8.5))
    return 36.0


def _write(sheet: Sheet, cells: dict[str, str], columns: tuple[Column, ...], y: float) -> float:
    """One row; names that are too long wrap. Gives back the row's height."""
    edges, ink = _edges(columns), 7.8
    height = ROW
    for place, (key, _, _, side) in enumerate(columns):
        left, right = edges[place] + 0.8, edges[place + 1] - 0.8
        x = {"left": left, "right": right, "centre": (left + right) / 2}[side]
        lines = sheet.wrap(cells[key], right - left, Ink(ink))
        height = max(height, ROW + 3.6 * (len(lines) - 1))
        for k, text in enumerate(lines):
            sheet.text((x, y + ROW / 2 + 3.6 * k), text, Ink(ink, align=side))
    return height


def _rules(sheet: Sheet, columns: tuple[Column, ...], ys: list[float], look: Look) -> None:
    if look.rules == "grid":
        sheet.frame(_edges(columns), ys, BLACK)
    else:
        for y in ys if look.rules == "rows" else (ys[0], ys[1], ys[-1]):
            sheet.line((LEFT, y), (RIGHT, y), BLACK)


def _ordered(case: Case, look: Look) -> Lines:
    """The lines in the order of the paper, with headings where the look groups them."""
    if not look.grouped:
        return list(case.charges)
    lines: Lines = []
    for category in CATEGORIES:
        found = [c for c in case.charges if c.category == category]
        lines += [f"【{category}】", *found] if found else []
    return lines


def _pages(lines: Lines, room: int, least: int) -> list[Lines]:
    """Share the lines out over pages, at least so many pages."""
    count = max(least, -(-len(lines) // room))
    size = -(-len(lines) // count)
    return [lines[k : k + size] for k in range(0, len(lines), size)]


def _body(sheet: Sheet, lines: Lines, look: Look, first: int, top: float) -> float:
    """The table of one page; gives back its lower edge."""
    columns = COLUMN_SETS[look.columns]
    heads = {key: head for key, head, *_ in columns}
    ys = [top, top + _write(sheet, heads, columns, top)]
    place = first
    for line in lines:
        if isinstance(line, str):
            sheet.text((LEFT + 1, ys[-1] + ROW / 2), line, Ink(7.8, bold=True))
            ys.append(ys[-1] + ROW)
            continue
        ys.append(ys[-1] + _write(sheet, _cells(line, place), columns, ys[-1]))
        place += 1
    _rules(sheet, columns, ys, look)
    return ys[-1]


def _sums(sheet: Sheet, page: Lines, case: Case, top: float, *, last: bool) -> None:
    subtotal = sum((c.amount for c in page if not isinstance(c, str)), Decimal("0.00"))
    sheet.text((RIGHT - 1, top + 4), f"本页小计：{subtotal}", Ink(8.5, align="right"))
    if last:
        sheet.text((LEFT + 1, top + 10), f"费用合计：{case.total} 元", Ink(9, bold=True))
        sheet.text((LEFT + 70, top + 10), f"大写：{in_words(case.total)}", Ink(9))


def statement(case: Case, look: Look, rng: Random, *, least: int = 1) -> list[tuple[Sheet, Truth]]:
    """The pages of a statement, at least so many of them."""
    columns = COLUMN_SETS[look.columns]
    pages = _pages(_ordered(case, look), 32, least)
    made: list[tuple[Sheet, Truth]] = []
    first = 1
    for number, page in enumerate(pages, start=1):
        charges = [line for line in page if not isinstance(line, str)]
        sheet = Sheet(SIZE, look.dpi)
        last = number == len(pages)
        top = _head(sheet, case, look, (number, len(pages)))
        edge = _body(sheet, page, look, first, top)
        _sums(sheet, page, case, edge, last=last)
        mark = seal(case.stay.hospital, "住院结算专用章", pixels=sheet.px(38), tilt=rng.uniform(-20, 20))
        sheet.stamp(mark, (rng.uniform(120, 165), min(270, edge + rng.uniform(22, 34))))
        made.append((sheet, _page_truth(case, [_truth(c, columns) for c in charges], (number, len(pages)))))
        first += len(charges)
    return made


def _page_truth(case: Case, items: list[dict[str, str]], page: tuple[int, int]) -> Truth:
    stay = case.stay
    fields = {
        "patient": case.person.name,
        "hospital_number": stay.number,
        "department": stay.department,
        "admission_date": stay.admitted.isoformat(),
        "discharge_date": stay.discharged.isoformat(),
        "institution": stay.hospital,
        "page": f"{page[0]}",
        "pages": f"{page[1]}",
    }
    if page[0] == page[1]:
        fields |= {"total_amount": f"{case.total}", "total_in_words": in_words(case.total)}
    return {"kind": "expense_statement", "fields": fields, "items": items}
