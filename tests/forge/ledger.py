"""Tables of statements: columns by chance, rows whose texts wrap, bands of groups, sums; ruled in four ways."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from tests.forge.cells import cell_keys, cell_text, side
from tests.forge.job import Row
from tests.forge.style import table

if TYPE_CHECKING:
    from random import Random

    from tests.forge.paper import Paper
    from tests.forge.sheet import Colour
    from tests.forge.style import Style

Line: TypeAlias = tuple[str, float, list[str]]
"""One line of a cell: its text, the size of its letters, the keys it belongs to."""

SMALL = 0.82
"""Size of what is printed under the name, to that of the name."""
LEADING = 1.28
"""Distance of wrapped lines in heights of letters."""


@dataclass(frozen=True)
class Column:
    """One column: key, heading, share of the width."""

    key: str
    head: str
    share: float


@dataclass(frozen=True)
class Band:
    """A line over the whole width: the heading of a group."""

    text: str


@dataclass(frozen=True)
class Sum:
    """A sum under the column of amounts, with what it is the sum of."""

    label: str
    amount: str


@dataclass(frozen=True)
class Again:
    """The headings once more."""


Entry: TypeAlias = Row | Band | Sum | Again


@dataclass(frozen=True)
class Over:
    """A heading that stands above those of several columns, from one to before another."""

    first: int
    end: int
    head: str


@dataclass(frozen=True)
class Ledger:
    """The table of one hospital: columns, headings above headings, how rows are set, the colour behind every other."""

    columns: tuple[Column, ...]
    points: float = 8.0
    pitch: float = 5.6
    middle: bool = False
    narrow_dates: bool = False
    over: tuple[Over, ...] = ()
    band: Colour | None = None

    @property
    def head_height(self) -> float:
        """How high the headings stand."""
        return self.pitch * (2 if self.over else 1)

    def over_column(self, column: int) -> Over | None:
        """The heading above the headings of a column."""
        return next((over for over in self.over if over.first <= column < over.end), None)

    def edges(self, paper: Paper) -> list[float]:
        """Where columns begin and end."""
        whole = sum(column.share for column in self.columns)
        edges = [paper.left]
        for column in self.columns:
            edges.append(edges[-1] + paper.breadth * column.share / whole)
        return edges


def _merged(columns: list[Column], style: Style) -> list[Column]:
    """Now and then two neighbours share a column: name with its spec, quantity with its unit."""
    keys = [column.key for column in columns]
    for pair, head in ((["name", "spec"], "项目名称/规格"), (["quantity", "unit"], "数量/单位")):
        place = keys.index(pair[0]) if pair[0] in keys else -1
        if place >= 0 and keys[place + 1 : place + 2] == pair[1:] and style.pick("/".join(pair), [0, 0, 0, 0, 1]):
            sign = "/" if pair[0] == "quantity" else "+"
            both = Column(sign.join(pair), head, columns[place].share + columns[place + 1].share)
            columns = [*columns[:place], both, *columns[place + 2 :]]
            keys = [column.key for column in columns]
    return columns


def any_ledger(style: Style, rng: Random) -> Ledger:
    """Columns drawn by chance, in one of the orders hospitals have; rows close or wide."""
    drawn = table("statements")
    known: dict[str, dict[str, Any]] = {column["key"]: column for column in drawn["columns"]}
    wanted = [key for key in rng.choice(drawn["orders"]).split() if rng.random() < known[key]["chance"]]
    if "unit_price" in wanted and "quantity" not in wanted:
        wanted.remove("unit_price")
    narrow = rng.random() < 0.25
    columns = [Column(key, rng.choice(known[key]["heads"]), known[key]["share"]) for key in wanted]
    if narrow:
        columns = [Column(c.key, c.head, 5.2) if c.key == "date" else c for c in columns]
    points = rng.choice((7.5, 8.0, 8.5)) - 0.14 * max(0, len(columns) - 8)
    merged = tuple(_merged(columns, style))
    return Ledger(merged, points, rng.choice((4.6, 5.2, 5.8, 6.6)), rng.random() < 0.4, narrow)


def height(paper: Paper, ledger: Ledger, entry: Entry) -> float:
    """How high an entry will stand."""
    if not isinstance(entry, dict):
        return ledger.pitch
    lines = max(len(part) for part in _lines(paper, ledger, entry))
    return ledger.pitch + (lines - 1) * ledger.points * 0.3528 * LEADING


def _lines(paper: Paper, ledger: Ledger, row: Row) -> list[list[Line]]:
    """The text of each cell, wrapped to its column; what stands under the name in smaller letters after it."""
    edges, ink = ledger.edges(paper), paper.style.figures(ledger.points)
    small, cells = replace(ink, size=ledger.points * SMALL), list[list[Line]]()
    for k, column in enumerate(ledger.columns):
        room = edges[k + 1] - edges[k] - 2 * _margin(paper)
        keys, (above, *under) = cell_keys(column.key), column.key.split("|")
        text = paper.wrap(cell_text(paper, column.key, row), room, ink)
        cells.append([(part, ledger.points, keys[:1] if under else keys) for part in text])
        below = "".join(cell_text(paper, key, row) for key in under)
        cells[-1] += [(part, small.size, keys[1:]) for part in paper.wrap(below, room, small) if below and above]
    return cells


def _margin(paper: Paper) -> float:
    """White at both sides of a cell: more where no rule parts the columns."""
    return 0.8 if paper.style.rules == "grid" else 1.3


def write(paper: Paper, ledger: Ledger, row: Row, y: float) -> float:
    """One line of the statement; gives back its lower edge."""
    edges, bottom, step = ledger.edges(paper), y + height(paper, ledger, row), ledger.points * 0.3528 * LEADING
    parts = [key for column in ledger.columns for key in cell_keys(column.key)]
    paper.said.items.append({key: row[key] for key in parts if row.get(key)})
    number = len(paper.said.items) - 1
    _behind(paper, ledger, (y, bottom), number)
    for k, (column, lines) in enumerate(zip(ledger.columns, _lines(paper, ledger, row), strict=True)):
        first = (y + bottom - step * (len(lines) - 1)) / 2 if ledger.middle else y + ledger.pitch / 2
        align = side(column.key)
        ends = (edges[k] + _margin(paper), edges[k + 1] - _margin(paper))
        x = {"left": ends[0], "right": ends[1], "centre": (ends[0] + ends[1]) / 2}[align]
        for n, (text, points, keys) in enumerate(lines):
            named = [f"{number}.{key}" for key in keys]
            paper.mark((x, first + n * step), text, paper.style.figures(points, align), named)
    return bottom


def _behind(paper: Paper, ledger: Ledger, ends: tuple[float, float], number: int) -> None:
    """The colour of every other row of listing paper."""
    if ledger.band and number % 2:
        across = (paper.px(paper.left), paper.px(paper.right))
        paper.draw.rectangle((across[0], paper.px(ends[0]), across[1], paper.px(ends[1])), fill=ledger.band)


def heads(paper: Paper, ledger: Ledger, y: float) -> float:
    """The headings: one line, or two where some columns have a heading in common."""
    edges, bottom = ledger.edges(paper), y + ledger.head_height
    for k, column in enumerate(ledger.columns):
        upper = y + ledger.pitch if ledger.over_column(k) else y
        _head(paper, ledger, column.head, (edges[k], edges[k + 1], (upper + bottom) / 2))
    for over in ledger.over:
        _head(paper, ledger, over.head, (edges[over.first], edges[over.end], y + ledger.pitch / 2))
    return bottom


def _head(paper: Paper, ledger: Ledger, text: str, place: tuple[float, float, float]) -> None:
    """One heading between two edges, around a height."""
    left, right, y = place
    room = (right - left - 0.6) / paper.width(text, paper.style.letters(ledger.points))
    paper.label(((left + right) / 2, y), text, max(5.5, ledger.points * min(1.0, room)), "centre")


def put(paper: Paper, ledger: Ledger, entry: Entry, y: float) -> float:
    """Any entry; gives back its lower edge."""
    if isinstance(entry, dict):
        return write(paper, ledger, entry, y)
    if isinstance(entry, Again):
        return heads(paper, ledger, y)
    middle, edges = y + ledger.pitch / 2, ledger.edges(paper)
    if isinstance(entry, Band):
        paper.label((paper.left + 1, middle), entry.text, ledger.points)
        return y + ledger.pitch
    place = next(k for k, column in enumerate(ledger.columns) if column.key == "amount")
    start = max(paper.left + 1, edges[max(0, place - 2)] - paper.width(entry.label, paper.style.letters(ledger.points)))
    paper.label((start if place > 1 else paper.left + 1, middle), entry.label, ledger.points)
    paper.text((edges[place + 1] - _margin(paper), middle), entry.amount, paper.style.figures(ledger.points, "right"))
    return y + ledger.pitch


def rule(paper: Paper, ledger: Ledger, ys: list[float]) -> None:
    """The rules of the table: a grid, lines between rows, a frame, or nearly none."""
    colour = paper.style.form.colour
    if paper.style.rules == "grid":
        paper.frame(ledger.edges(paper), ys[1:], colour)
        _rule_heads(paper, ledger, (ys[0], ys[1]))
        return
    shown = {"rows": ys, "outer": [ys[0], ys[1], ys[-1]], "none": [ys[1]]}[paper.style.rules]
    for y in shown:
        paper.line((paper.left, y), (paper.right, y), colour)


def _rule_heads(paper: Paper, ledger: Ledger, ends: tuple[float, float]) -> None:
    """The boxes of the headings: columns under a common one begin halfway down."""
    edges, colour = ledger.edges(paper), paper.style.form.colour
    if ends[0] == ends[1]:
        return
    halfway, inner = ends[0] + ledger.pitch, {k for o in ledger.over for k in range(o.first + 1, o.end)}
    for k, x in enumerate(edges):
        paper.line((x, halfway if k in inner else ends[0]), (x, ends[1]), colour)
    paper.line((edges[0], ends[0]), (edges[-1], ends[0]), colour)
    for over in ledger.over:
        paper.line((edges[over.first], halfway), (edges[over.end], halfway), colour)
