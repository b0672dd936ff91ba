"""The body of a fee table: where it ends, and which of its lines are sums rather than items."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from ocr.extraction.amounts import first_amount, parse_amount
from ocr.extraction.group_sums import heading_sum, names_among
from ocr.extraction.layout import Piece, Sheet, text_lines
from ocr.extraction.text import has_han
from ocr.extraction.tokens import em_of, unseam

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.extraction.group_sums import Headed
    from ocr.extraction.header import Header

_END = re.compile(
    r"^.?(金额合计|合计金额|合计.{0,4}(大写|人民币)|大写|\(大写|\(小写|小写|其[他它]信息|收款单位|医疗总费用|总费用|费用总额|总金额|"
    r"打印(时间|日期|人)|制表|审核人|病人签[字名]|患者签[字名]|预[缴交]|补[缴交]|结算(时间|日期)|统筹支付|医保支付)"
)
_SUM = re.compile(r"[(\[]?[^:]{0,16}?(小计|合计|累计|总计|共计)[)\]]?(\(元\)|元)?(:.*|[¥\d-].*)?")
_DAY_LINE = re.compile(r"[\[(]?\D{0,5}:?(?P<day>20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?)[\])]?(星期.|周.|\(.{1,3}\))?:?")
_TITLE_PIECES = 3
_SEAL = re.compile(r"专用|用章|收讫|监制|财务章|结算专|医院$|卫生院$|^\(\d+\)$")
_KINDS = (
    ("running", re.compile(r"累计")),
    ("part", re.compile(r"小计|本页|本日|当日|日合计|分类|费合计|\d日?合计")),
    ("total", re.compile(r"")),
)
_NEXT_LINE, _OF_PITCH = 1.3, 0.75
_BARE = re.compile(r"-?\d[\d ,.]*")
_MONEY = re.compile(r"[-(]?[¥]?\d[\d,]*[.:]\d{1,16}\)?(元|[甲乙丙].{0,3})?")


@dataclass(frozen=True, slots=True)
class Sum:
    """A printed sum: ``part`` of a page or group, ``running``, or ``total``; its figure; the text it was read from."""

    kind: str
    value: Decimal
    piece: Piece
    label: str


@dataclass(frozen=True, slots=True)
class Body:
    """The pieces of a table body, apart from its sum lines, the sums, and days that head the lines under them.

    ``end`` is the level height of the first line that closes the table or sums it up; infinite where none does.
    """

    pieces: tuple[Piece, ...]
    sums: tuple[Sum, ...]
    days: tuple[Piece, ...] = ()
    end: float = float("inf")

    def day_above(self, y: float) -> Piece | None:
        """The day that heads the line at a level height; None where none does."""
        return max((day for day in self.days if day.y < y), key=lambda day: day.y, default=None)


def find_body(sheet: Sheet, header: Header, bottom: float) -> Body:
    """What stands under a heading line, down to ``bottom`` or to the line that closes the table."""
    below = [p for p in sheet.pieces if header.bottom < p.y < bottom and not _of_seal(p, sheet)]
    items: list[tuple[Piece, ...]] = []
    sums: list[Sum] = []
    days: list[Piece] = []
    end = bottom
    lines = text_lines(below)
    names = names_among(lines)
    for line in lines:
        if any(_END.match(p.text.replace(" ", "")) for p in line):
            end = line[0].y
            break
        day = _day_of(line, header)
        headed = heading_sum(line, header, names)
        found, rest = ((sum_of_heading(headed),), ()) if headed else _sum_of(line)
        sums.extend(found)
        days.extend([day] if day else [])
        items.extend([rest] if rest and not day else [])
    em = em_of(below)
    pieces = tuple(part for line in _until_last_figure(items, header) for p in line for part in unseam(p, em))
    return Body(pieces, tuple(sums), tuple(days), min([end, *(s.piece.y for s in sums if s.kind == "total")]))


def _day_of(line: Sequence[Piece], header: Header) -> Piece | None:
    """The day of a line that holds nothing else, in a table without a column of days."""
    match = _DAY_LINE.fullmatch(line[0].text.replace(" ", "")) if len(line) == 1 else None
    return replace(line[0], text=match["day"]) if match and "date" not in header.keys else None


def _of_seal(piece: Piece, sheet: Sheet) -> bool:
    """Whether a text belongs to a seal: its usual words, or a fragment of the hospital's name in the title."""
    text = piece.text.replace(" ", "")
    titled = any(text in p.text for p in sheet.pieces[:_TITLE_PIECES]) and piece not in sheet.pieces[:_TITLE_PIECES]
    return bool(_SEAL.search(text)) or (titled and has_han(text) and (len(text) > 1 or text in "医院"))


def sum_of_heading(headed: Headed) -> Sum:
    """The sum of a fee category, from its label and the piece with its figure."""
    label, piece = headed
    amount = parse_amount(piece.text)
    return Sum("part", amount.value if amount else Decimal(0), piece, label)


def _sum_of(line: Sequence[Piece]) -> tuple[tuple[Sum, ...], tuple[Piece, ...]]:
    """The sum of a line, if it is one, and what else stands on the line: words that bowed paper set beside it."""
    line = _whole_labels(line)
    labels = [p for p in line if _SUM.fullmatch(p.text.replace(" ", ""))]
    if not labels:
        return (), tuple(line)
    label = labels[0]
    found = tuple(Sum(_kind(label.text), value, piece, label.text) for piece, value in _figures(line, label))[-1:]
    return found, tuple(p for p in line if p not in labels and len(p.text) > 1 and has_han(p.text))


def _whole_labels(line: Sequence[Piece]) -> list[Piece]:
    """The line with a sum's label that was read as two boxes put together."""
    whole: list[Piece] = []
    for piece in line:
        last = whole[-1] if whole else None
        if last and piece.left - last.right < last.height and _SUM.fullmatch(last.text + piece.text):
            whole[-1] = replace(last, text=last.text + piece.text, right=piece.right)
        else:
            whole.append(piece)
    return whole


def _figures(line: Sequence[Piece], label: Piece) -> list[tuple[Piece, Decimal]]:
    """Figures at and after a sum's label, else those before it; the last is the sum itself."""
    at = line.index(label)
    return _figures_in(line[at:], label) or _figures_in(line[:at], label)


def _figures_in(pieces: Sequence[Piece], label: Piece) -> list[tuple[Piece, Decimal]]:
    found = []
    for piece in pieces:
        text = piece.text if piece is not label else re.split(r"[:计]", piece.text)[-1]
        amount = parse_amount(text) if piece is not label else first_amount(text)
        if amount is not None:
            found.append((piece, amount.value))
    return found


def _kind(label: str) -> str:
    return next(kind for kind, form in _KINDS if form.search(label.replace(" ", "")))


def _until_last_figure(lines: Sequence[Sequence[Piece]], header: Header) -> Sequence[Sequence[Piece]]:
    """The lines down to the last that holds money, and a wrapped line after it; seals and footers fall away."""
    with_money = [i for i, line in enumerate(lines) if any(is_money(p.text) for p in line) or _charges(line, header)]
    if not with_money:
        return lines
    last = with_money[-1]
    kept = list(lines[: last + 1])
    if last + 1 < len(lines) and lines[last + 1][0].y - lines[last][0].y < _reach(lines, with_money):
        kept.append(lines[last + 1])
    return kept


def _charges(line: Sequence[Piece], header: Header) -> bool:
    """Whether a line names something and has a figure under an amount's heading: sums may lack their decimals."""
    amounts = [h for h in header.headings if h.key == "amount"]
    figures = [p for p in line if _BARE.fullmatch(p.text)]
    named = any(has_han(p.text) and len(p.text) > 1 for p in line)
    return named and any(h.left - p.height < p.x < h.right + p.height for p in figures for h in amounts)


def _reach(lines: Sequence[Sequence[Piece]], with_money: Sequence[int]) -> float:
    """How far under the last row a line may still belong to it: about a line, or less than rows stand apart."""
    steps = [lines[b][0].y - lines[a][0].y for a, b in pairwise(with_money)]
    return max(_NEXT_LINE * lines[with_money[-1]][0].height, _OF_PITCH * median(steps) if steps else 0.0)


def is_money(text: str) -> bool:
    """Whether a text has the form of a sum of money with decimals."""
    return bool(_MONEY.fullmatch(text.replace(" ", "")))
