"""Values found by their labels: in the same box, to the right on the line, or below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from ocr.extraction.cells import CUT_OFF
from ocr.extraction.grid import beside
from ocr.extraction.header import find_headers
from ocr.extraction.labels import Form, Label, LabelSet, accepts
from ocr.extraction.layout import once_a_sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from ocr.extraction.layout import Piece, Sheet

_OWN_PAYER = frozenset({"自费", "白费", "全自费"})
_NEAR = 4.0
_FAR = 10.0
_TEXT_FAR = 6.0
_OFF_LINE = 0.75
_NEXT_BOX = 1.0
_OVERLAP = -0.6
_BELOW = 2.2
"""All in text heights."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A label on the page: the piece it stands in, its own part of it, and the text up to the next label."""

    label: Label
    rank: int
    part: Piece
    value: Piece | None


@dataclass(frozen=True, slots=True)
class Found:
    """A field's value. ``inside`` tells that it stood in one box with its label, where no neighbour can be mistaken.

    ``pieces`` is empty where the label is printed but no value was read.
    """

    label: Label
    rank: int
    pieces: tuple[Piece, ...]
    at: Piece
    inside: bool


@once_a_sheet
def find_fields(sheet: Sheet, labels: LabelSet) -> dict[str, Found]:
    """The best value for every key; the more telling wording first, then the first on the page.

    Headings of a fee table are no labels, whatever they say (``总金额``).
    """
    pieces = _outside_headings(sheet)
    by_piece = [(piece, tuple(_marks(piece, labels))) for piece in pieces]
    marks = [mark for _, found in by_piece for mark in found]
    free = [piece for piece, found in by_piece if not found or _is_own_payer(piece, pieces)]
    found = [*_inside(marks, free), *_beside(marks, free)]
    taken = {piece for field in found for piece in field.pieces}
    found = [field if field.pieces else _from_cell(sheet, field, set(free) - taken) for field in found]
    best: dict[str, Found] = {}
    for field in sorted(found, key=lambda f: (not f.pieces, f.rank, f.at.y)):
        best.setdefault(field.label.key, field)
    best.pop("", None)
    return best


def _is_own_payer(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether ``自费`` is what a person is insured by rather than the label of a sum: no figure follows it."""
    return piece.text in _OWN_PAYER and not any(
        0 < other.left - piece.right < _NEAR * piece.height
        and abs(other.y - piece.y) < _OFF_LINE * piece.height
        and accepts(Form.MONEY, other.text)
        for other in pieces
    )


def _outside_headings(sheet: Sheet) -> tuple[Piece, ...]:
    headers = find_headers(sheet)
    return tuple(p for p in sheet.pieces if not any(h.top < p.y < h.bottom for h in headers))


def _marks(piece: Piece, labels: LabelSet) -> Iterator[Mark]:
    matches = labels.find(piece.text)
    for match, following in zip_longest(matches, matches[1:]):
        end = following.start if following else len(piece.text)
        text = piece.text[match.end : end].strip(" :;,.")
        start = piece.text.find(text, match.end) if text else end
        value = piece.part(start, start + len(text)) if text else None
        yield Mark(match.label, match.rank, piece.part(match.start, match.end), value)


def _inside(marks: Sequence[Mark], free: Sequence[Piece]) -> Iterator[Found]:
    for mark in marks:
        if mark.value is not None and accepts(mark.label.form, mark.value.text):
            yield Found(mark.label, mark.rank, _extended(mark.label, mark.value, free), mark.part, inside=True)


def _extended(label: Label, value: Piece, free: Sequence[Piece]) -> tuple[Piece, ...]:
    """A value with the boxes that go on right beside it; figures only with decimals that were read apart."""
    if label.form not in {Form.TEXT, Form.WORDS, Form.STAY}:
        return (value, *_decimals(value, free)) if label.form is Form.MONEY else (value,)
    parts = [value]
    for piece in sorted(free, key=lambda p: p.left):
        last = parts[-1]
        if abs(piece.y - last.y) < 0.4 * last.height and _OVERLAP < (piece.left - last.right) / last.height < _NEXT_BOX:
            parts.append(piece)
    return tuple(parts)


def _decimals(value: Piece, free: Sequence[Piece]) -> tuple[Piece, ...]:
    near = (p for p in free if 0 <= p.left - value.right < value.height and abs(p.y - value.y) < 0.4 * value.height)
    return tuple(p for p in near if CUT_OFF.fullmatch(f"{value.text} {p.text}"))[:1]


def _beside(marks: Sequence[Mark], free: Sequence[Piece]) -> Iterator[Found]:
    """Values in boxes of their own: the nearest pairs are joined first, and no box serves two labels."""
    open_marks = [m for m in marks if m.value is None or not accepts(m.label.form, m.value.text)]
    pairs = sorted(
        ((cost, i, j) for i, m in enumerate(open_marks) for j, p in enumerate(free) if (cost := _cost(m, p, marks))),
    )
    taken: set[int] = set()
    served: set[int] = set()
    for _, i, j in pairs:
        if i not in served and j not in taken:
            served.add(i)
            taken.add(j)
            rest = [p for k, p in enumerate(free) if k not in taken]
            pieces = _extended(open_marks[i].label, free[j], rest)
            yield Found(open_marks[i].label, open_marks[i].rank, pieces, open_marks[i].part, inside=False)
    for i, mark in enumerate(open_marks):
        if i not in served:
            yield Found(mark.label, mark.rank, (), mark.part, inside=False)


def _cost(mark: Mark, piece: Piece, marks: Sequence[Mark]) -> float | None:
    """How badly a box fits a label, in text heights; None where it cannot be its value."""
    if not accepts(mark.label.form, piece.text.strip(" :")):
        return None
    height = mark.part.height
    gap, off = (piece.left - mark.part.right) / height, abs(piece.y - mark.part.y) / height
    far = _TEXT_FAR if mark.label.form in {Form.TEXT, Form.PERSON} else _FAR
    if _OVERLAP < gap < far and off < _OFF_LINE and not _between(mark, piece, marks):
        return 0.01 + max(0.0, gap) * 0.3 + 3 * off
    return _cost_below(mark, piece)


def _cost_below(mark: Mark, piece: Piece) -> float | None:
    """The same for a box under its label, as in forms whose labels are column headings without a colon."""
    height = mark.part.height
    drop = (piece.y - mark.part.y) / height
    overlap = min(piece.right, mark.part.right) - max(piece.left, mark.part.left)
    if ":" in mark.part.text or not _OFF_LINE < drop < _BELOW or overlap <= 0:
        return None
    return 6.0 + drop


def _between(mark: Mark, piece: Piece, marks: Sequence[Mark]) -> bool:
    """Whether another label stands on the line between a label and a box."""
    return any(
        mark.part.right < other.part.x < piece.x and abs(other.part.y - piece.y) < 0.6 * piece.height
        for other in marks
        if other is not mark
    )


def _from_cell(sheet: Sheet, field: Found, free: Collection[Piece]) -> Found:
    """A field without a value: the one box of the ruled cell beside its label is its value, however far off it is."""
    cell = beside(sheet, field.at)
    if len(cell) != 1 or cell[0] not in free or not accepts(field.label.form, cell[0].text):
        return field
    return replace(field, pieces=cell)


def value_text(found: Found) -> str:
    """The text of a value, its boxes joined."""
    return " ".join(piece.text for piece in found.pieces).strip(" :")


def trimmed(found: Found) -> Found:
    """Without colons left at the edges of its boxes."""
    return replace(found, pieces=tuple(replace(p, text=p.text.strip(" :")) for p in found.pieces))
