"""Confidence against truth as a small SVG, light or dark by the reader's own setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.bench.bench_doubt_fit import Bin

SIDE, EDGE, GAP = 220, 40, 36
"""Width and height of a panel, room around it, room between panels; pixels."""
_STYLE = """<style>
text{font:12px sans-serif;fill:#444}.t{font-weight:600}.g{stroke:#8886;fill:none}.d{stroke:#888;stroke-dasharray:3 3}
.b{stroke:#b45309;fill:#b45309}.a{stroke:#0f766e;fill:#0f766e}polyline{fill:none!important;stroke-width:1.5}
@media(prefers-color-scheme:dark){text{fill:#ccc}.b{stroke:#f59e0b;fill:#f59e0b}.a{stroke:#2dd4bf;fill:#2dd4bf}}
</style>"""


def drawing(panels: Mapping[str, tuple[Sequence[Bin], Sequence[Bin]]]) -> str:
    """One panel a kind of value: what was said before calibration and after it, against the share that was right."""
    width = EDGE + len(panels) * (SIDE + GAP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{SIDE + 3 * EDGE}">', _STYLE]
    for at, (name, (before, after)) in enumerate(panels.items()):
        parts += _panel(EDGE + at * (SIDE + GAP), EDGE, name, (("b", before), ("a", after)))
    key = "raw measure of the recogniser (amber), calibrated on other pages (green); area of a dot: number of values"
    return "\n".join([*parts, f'<text x="{EDGE}" y="{SIDE + 2.7 * EDGE:.0f}">{key}</text>', "</svg>", ""])


def _panel(x: int, y: int, name: str, curves: Sequence[tuple[str, Sequence[Bin]]]) -> list[str]:
    parts = [
        f'<g transform="translate({x},{y})"><text class="t" y="-12">{name}</text>',
        f'<rect class="g" width="{SIDE}" height="{SIDE}"/><line class="d" y1="{SIDE}" x2="{SIDE}"/>',
        f'<text y="{SIDE + 18}">said 0</text><text x="{SIDE - 8}" y="{SIDE + 18}">1</text>',
    ]
    for style, bins in curves:
        most = max((b.count for b in bins), default=1)
        points = [(SIDE * b.said, SIDE * (1 - b.right), 2 + 6 * (b.count / most) ** 0.5) for b in bins]
        parts.append(f'<polyline class="{style}" points="{" ".join(f"{px:.1f},{py:.1f}" for px, py, _ in points)}"/>')
        parts += [f'<circle class="{style}" cx="{px:.1f}" cy="{py:.1f}" r="{r:.1f}"/>' for px, py, r in points]
    return [*parts, "</g>"]
