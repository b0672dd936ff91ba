"""Confidence against truth as a small SVG, in colours that light and dark readers can tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.bench.bench_doubt_fit import Bin

SIDE, EDGE, GAP = 220, 40, 36
"""Width and height of a panel, room around it, room between panels; pixels."""
RAW, CALIBRATED, INK, GRID = "#d97706", "#0d9488", "#7c7c7c", "#b0b0b0"
LEAST = 5
"""Bins of fewer values are left out: they say nothing."""


def drawing(panels: Mapping[str, tuple[Sequence[Bin], Sequence[Bin]]]) -> str:
    """One panel a kind of value: what was said before calibration and after it, against the share that was right."""
    width, height = EDGE + len(panels) * (SIDE + GAP), SIDE + 3 * EDGE
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif">']
    for at, (name, (before, after)) in enumerate(panels.items()):
        parts += _panel(EDGE + at * (SIDE + GAP), EDGE, name, ((RAW, before), (CALIBRATED, after)))
    key = "across: probability said; up: share that was right; orange: recogniser's own measure, green: calibrated on"
    return "\n".join([*parts, _text(EDGE, height - 14, f"{key} other pages; dots: more values, larger"), "</svg>", ""])


def _text(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" font-size="12" fill="{INK}">{text}</text>'


def _panel(x: int, y: int, name: str, curves: Sequence[tuple[str, Sequence[Bin]]]) -> list[str]:
    parts = [
        f'<g transform="translate({x},{y})">',
        _text(0, -12, name),
        f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="{GRID}"/>',
        f'<line x1="0" y1="{SIDE}" x2="{SIDE}" y2="0" stroke="{GRID}" stroke-dasharray="3 3"/>',
        *(_text(SIDE * n / 2 - 4, SIDE + 18, f"{n / 2:g}") for n in range(3)),
    ]
    for colour, bins in curves:
        some = [b for b in bins if b.count >= LEAST]
        most = max((b.count for b in some), default=1)
        points = [(SIDE * b.said, SIDE * (1 - b.right), 2 + 5 * (b.count / most) ** 0.5) for b in some]
        line = " ".join(f"{px:.1f},{py:.1f}" for px, py, _ in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts += [f'<circle cx="{px:.1f}" cy="{py:.1f}" r="{r:.1f}" fill="{colour}"/>' for px, py, r in points]
    return [*parts, "</g>"]
