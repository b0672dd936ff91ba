"""The fee grid of a receipt: blocks of columns side by side, ruled or not, or a printed list of categories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.forge.cells import cell, cell_keys

if TYPE_CHECKING:
    from tests.forge.job import Job, Row, Section
    from tests.forge.paper import Paper


KNOWN = 6
"""Categories that show by their order how a form was filled."""
NOTHING = (None, "", "***")
"""What is no value, printed or not."""


@dataclass(frozen=True)
class Grid:
    """Where blocks, columns and rows of a fee grid stand, in millimetres."""

    keys: tuple[str, ...]
    heads: tuple[str, ...]
    blocks: tuple[tuple[float, ...], ...]
    top: float
    pitch: float
    lines: int

    @property
    def rows(self) -> tuple[float, ...]:
        """The heights of the rules, that of the headings first."""
        return tuple(self.top + self.pitch * k for k in range(self.lines + 2))


def laid(paper: Paper, section: Section, job: Job, top: float) -> Grid:
    """The grid for so many rows: blocks and columns as this hospital has them."""
    layout = paper.style.pick("grid", section["grids"][paper.said.kind])
    keys, heads, shares = zip(*((key, head, share) for key, head, share in layout["columns"]), strict=True)
    step, whole = paper.breadth / layout["blocks"], sum(shares)
    edges = tuple(sum(shares[:k]) / whole * step for k in range(len(shares) + 1))
    blocks = tuple(tuple(paper.left + step * n + edge for edge in edges) for n in range(layout["blocks"]))
    lines = max(section.get("least", 3), -(-len(job.rows) // layout["blocks"]))
    room = (section.get("room", 60.0)) / (lines + 1)
    return Grid(keys, heads, blocks, top, max(4.6, min(section.get("pitch", 6.4), room)), lines)


def _rule(paper: Paper, grid: Grid) -> None:
    colour, ys = paper.style.form.colour, grid.rows
    across = sorted({x for block in grid.blocks for x in block})
    if paper.style.rules == "grid":
        paper.frame(across, ys, colour)
    elif paper.style.rules == "rows":
        for y in ys:
            paper.line((paper.left, y), (paper.right, y), colour)
    else:
        paper.frame((paper.left, paper.right), (ys[0], ys[1], ys[-1]), colour)


def fees(paper: Paper, section: Section, job: Job, y: float) -> float:
    """The grid with its headings and the rows of the case, across or down the blocks."""
    grid = laid(paper, section, job, y)
    _rule(paper, grid)
    for block in grid.blocks:
        for k, head in enumerate(grid.heads):
            middle = (block[k] + block[k + 1]) / 2
            room = (block[k + 1] - block[k] - 0.6) / paper.width(head, paper.style.letters(8.5))
            paper.label((middle, y + grid.pitch / 2), head, 8.5 * min(1.0, room), "centre")
    for row, place in zip(job.rows, _places(paper, len(grid.blocks), len(job.rows)), strict=True):
        _row(paper, grid, row, place)
    return grid.rows[-1]


def _places(paper: Paper, blocks: int, count: int) -> list[tuple[int, int]]:
    """Block and line of each row. Two blocks are filled one after the other, more of them line by line.

    Long lists of categories are filled line by line in two blocks too, now and then: their order shows it.
    """
    known = paper.said.kind.startswith("inpatient") and count >= KNOWN
    if blocks > 2 or (known and paper.style.pick("across", [True, False])):
        return [(place % blocks, place // blocks) for place in range(count)]
    lines = -(-count // blocks)
    return [divmod(place, lines) for place in range(count)]


def _row(paper: Paper, grid: Grid, row: Row, place: tuple[int, int]) -> None:
    """One row at a block and a line of the grid."""
    xs, y = grid.blocks[place[0]], grid.rows[place[1] + 1] + grid.pitch / 2
    keys = [key for part in grid.keys for key in cell_keys(part)]
    paper.said.items.append({key: row[key] for key in keys if row.get(key) not in NOTHING})
    for k, key in enumerate(grid.keys):
        cell(paper, key, row, (xs[k], xs[k + 1], y))


def printed(paper: Paper, section: Section, job: Job, y: float) -> float:
    """A list of categories that stands on the form line by line, with amounts only where the case has some."""
    sums = {row["name"]: row for row in job.rows}
    names = [*section["names"], *(name for name in sums if name not in section["names"])]
    count, pitch, colour = section["blocks"], section.get("pitch", 6.6), paper.style.form.colour
    lines = -(-len(names) // count)
    step = paper.breadth / count
    ys: list[float] = [y + pitch * k for k in range(lines + 1)]
    paper.frame([paper.left + step * half / 2 for half in range(2 * count + 1)], ys, colour)
    for place, name in enumerate(names):
        line, block = divmod(place, count)
        x, middle = paper.left + step * block, ys[line] + pitch / 2
        paper.label((x + step / 4, middle), name, 8.5, "centre")
        if row := sums.get(name):
            paper.said.items.append({"name": name, "amount": row["amount"]})
            cell(paper, "amount", row, (x + step / 2, x + step, middle))
    return ys[-1]
