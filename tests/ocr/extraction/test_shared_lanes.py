"""A lane under several headings is cut between them, wherever they stand."""

from __future__ import annotations

from ocr.extraction.header import Header, Heading
from ocr.extraction.lanes import Lane, split_shared
from ocr.extraction.layout import lay_out
from tests.papers import a_text, set_lines


def cut_under(*edges: tuple[float, float]) -> tuple[Lane, ...]:
    """A lane of three rows of two words, cut under a price and an amount that stand at these edges."""
    rows = [[(100, "3.20"), (180, "89.60")], [(100, "4.10"), (180, "41.00")], [(100, "5.00"), (180, "50.00")]]
    pieces = lay_out(a_text(set_lines(rows))).pieces
    lane = Lane(min(p.left for p in pieces), max(p.right for p in pieces), pieces)
    headings = tuple(Heading(key, *edge) for key, edge in zip(("unit_price", "amount"), edges, strict=True))
    return split_shared([lane], Header(headings, 0, 10))


def test_the_cut_lies_between_the_words() -> None:
    left, right = cut_under((100, 150), (180, 240))
    assert [p.text for p in left.pieces] == ["3.20", "4.10", "5.00"]
    assert [p.text for p in right.pieces] == ["89.60", "41.00", "50.00"]


def test_headings_printed_over_each_other_lose_no_word() -> None:
    parts = cut_under((100, 240), (100, 240))
    assert sum(len(part.pieces) for part in parts) == 6
