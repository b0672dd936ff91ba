"""Values in OFD attributes (GB/T 33190): boxes, matrices, steps of text, colours and paths; lengths in millimetres."""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f with x' = a*x + c*y + e and y' = b*x + d*y + f, as OFD writes it."""

Ink = tuple[int, int, int]

UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BLACK: Ink = (0, 0, 0)

_LARGEST = 1e6
_MOST_STEPS = 20_000
_MOST_POINTS = 50_000
_CURVE = tuple(step / 8 for step in range(1, 9))
_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_POINTS_OF = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


def numbers(text: str) -> list[float]:
    """The numbers of an attribute; what is none, or beyond all paper, ends it."""
    found: list[float] = []
    for part in text.replace(",", " ").split():
        value = number(part, math.nan)
        if math.isnan(value):
            break
        found.append(value)
    return found


def number(text: str, default: float = 0.0) -> float:
    """One number, or the default where it is none or beyond all paper."""
    try:
        value = float(text)
    except ValueError:
        return default
    return value if abs(value) < _LARGEST else default


def box(text: str) -> tuple[float, float, float, float] | None:
    """x, y, width, height; None where they are not four or enclose nothing."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 and min(found[2:]) >= 0 else None  # noqa: PLR2004


def matrix(text: str) -> Matrix:
    """A matrix; the one that moves nothing where six numbers are not given."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else UNMOVED  # noqa: PLR2004


def moved(by: Matrix, point: Point) -> Point:
    """A point moved by a matrix."""
    a, b, c, d, e, f = by
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def steps(text: str, count: int) -> list[float]:
    """The advances between ``count`` characters; ``g 3 1.5`` stands for three of 1.5. Empty where none are given."""
    found: list[float] = []
    parts = iter(text.split())
    for part in parts:
        if part == "g":
            times, step = number(next(parts, "0")), number(next(parts, "0"))
            found += [step] * min(int(max(times, 0)), _MOST_STEPS)
        else:
            found.append(number(part))
        if len(found) >= count - 1:
            break
    return found + found[-1:] * (count - 1 - len(found))


def ink(text: str, default: Ink = BLACK) -> Ink:
    """A colour: one value is grey, three are red, green and blue, four are cyan, magenta, yellow and black."""
    parts = [min(255, max(0, round(value))) for value in numbers(text)]
    if len(parts) == 1:
        return parts[0], parts[0], parts[0]
    if len(parts) == 3:  # noqa: PLR2004 - RGB
        return parts[0], parts[1], parts[2]
    if len(parts) == 4:  # noqa: PLR2004 - CMYK
        red, green, blue = (round((255 - part) * (255 - parts[3]) / 255) for part in parts[:3])
        return red, green, blue
    return default


def outlines(text: str) -> list[list[Point]]:
    """The lines of a path's abbreviated description, curves as short straight pieces."""
    lines: list[list[Point]] = []
    for command, values in _commands(text):
        if command in {"M", "S"}:
            lines.append([(values[0], values[1])])
        elif lines and command == "C":
            lines[-1].append(lines[-1][0])
        elif lines:
            lines[-1] += _pieces(command, lines[-1][-1], values)
    return lines


def _commands(text: str) -> Iterator[tuple[str, Sequence[float]]]:
    command, values = "", list[float]()
    for token in _TOKEN.findall(text)[:_MOST_POINTS]:
        if token.isalpha():
            command, values = token, []
        else:
            values.append(number(token))
        if len(values) == _POINTS_OF.get(command, -1):
            yield command, values
            values = []


def _pieces(command: str, start: Point, values: Sequence[float]) -> list[Point]:
    """The points of one piece; an arc is drawn as its chord, which shows where it leads."""
    points = [start, *zip(values[::2], values[1::2], strict=False)] if command != "A" else [start]
    if command in {"L", "A"}:
        return [(values[-2], values[-1])]
    return [_bezier(points, t) for t in _CURVE]


def _bezier(points: Sequence[Point], t: float) -> Point:
    """A point of the curve with any number of control points, by repeated halving of its sides."""
    while len(points) > 1:
        points = [((1 - t) * x0 + t * x1, (1 - t) * y0 + t * y1) for (x0, y0), (x1, y1) in pairwise(points)]
    return points[0]
