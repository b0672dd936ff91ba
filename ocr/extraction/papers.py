"""Several papers on one scan taken apart: side by side, one above the other, or a card upon a form.

A part counts as a paper of its own only where it has its own title, or the print of a card, and reads as such.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from ocr.extraction.card_regions import on_card
from ocr.extraction.cells import union
from ocr.extraction.kinds import RECEIPTS, judge, title_kind
from ocr.extraction.layout import lay_out
from ocr.extraction.readers import reader_of
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from ocr.extraction.kinds import Judgement
    from ocr.extraction.layout import Piece, Sheet
    from ocr.pages import Box, PageText

_CARDS = frozenset({Kind.ID_CARD, Kind.BANK_CARD, Kind.INSURANCE_CARD})
_ONE_SHEET = frozenset({*_CARDS, *RECEIPTS, Kind.PHARMACY_INVOICE, Kind.PRESCRIPTION})
"""Kinds of which two may lie on one scan; a statement or record whose title repeats is still one."""

_WHITE = 0.6
"""A band between papers is at least this share of a text height wide."""

_OF_CARDS = frozenset({"ethnicity", "address", "issuing_authority"})
"""What an identity card says and the cells of a form about its holder hardly do."""

_TRIES = 6
_MOST = 8
_MARGIN = 2.0

Parts = tuple[tuple["Piece", ...], tuple["Piece", ...]]


def papers_on(page: PageText) -> tuple[Sheet, ...]:
    """The papers on one scan, each laid out by itself; places stay those of the scan."""
    return tuple(_apart(lay_out(page), _MOST))


def _apart(sheet: Sheet, most: int) -> list[Sheet]:
    titles = {id(piece) for piece in sheet.pieces if title_kind(piece.text)}
    if most > 1 and len(titles) > 1:
        for pieces in (*_divisions(sheet, titles), *on_card(sheet)):
            one, other = (_part(sheet, part) for part in pieces)
            if _two_papers(one, other):
                first = _apart(one, most - 1)
                return [*first, *_apart(other, most - len(first))]
    return [sheet]


def _divisions(sheet: Sheet, titles: AbstractSet[int]) -> Iterator[Parts]:
    """Ways to divide the pieces in two by a white band with a title on either side, the widest bands first."""
    bands = sorted([*_bands(sheet, _across), *_bands(sheet, _down)], key=lambda band: -band[0])
    fit = (parts for _, parts in bands if all(titles & {id(piece) for piece in part} for part in parts))
    yield from islice(fit, _TRIES)


def _across(piece: Piece) -> tuple[float, float]:
    return piece.left, piece.right


def _down(piece: Piece) -> tuple[float, float]:
    return piece.y - piece.height / 2, piece.y + piece.height / 2


def _bands(sheet: Sheet, span: Callable[[Piece], tuple[float, float]]) -> Iterator[tuple[float, Parts]]:
    """White bands through the whole sheet along one direction: their width, and the pieces before and after."""
    pieces = sorted(sheet.pieces, key=lambda p: span(p)[0])
    reach = float("-inf")
    for count, (piece, following) in enumerate(pairwise(pieces), 1):
        reach = max(reach, span(piece)[1])
        white = span(following)[0] - reach
        if white > _WHITE * sheet.line_height:
            yield white, (tuple(pieces[:count]), tuple(pieces[count:]))


def _part(sheet: Sheet, pieces: Sequence[Piece]) -> Sheet:
    """The sheet with only some of its pieces, and the rules, codes and looks that lie about them."""
    page, boxes = sheet.page, [piece.box for piece in pieces]
    about = _widened(union(boxes), _MARGIN * sheet.line_height)
    known, of_sheet = set(boxes), {piece.box for piece in sheet.pieces}
    return lay_out(
        replace(
            page,
            words=tuple(w for w in page.words if w.box in known or (w.box not in of_sheet and _holds(w.box, boxes))),
            rules=tuple(r for r in page.rules if _inside(((r.x0 + r.x1) // 2, (r.y0 + r.y1) // 2, 0, 0), about)),
            codes=tuple(c for c in page.codes if _inside(c.box, about)),
            looks=tuple(look for look in page.looks if _inside(look.box, about)),
        )
    )


def _holds(box: Box, parts: Sequence[Box]) -> bool:
    """Whether a box that was taken apart, cells of several rows read as one, has any of the parts."""
    return any(_inside(part, box) for part in parts)


def _widened(box: Box, by: float) -> Box:
    x, y, w, h = box
    return round(x - by), round(y - by), round(w + 2 * by), round(h + 2 * by)


def _inside(box: Box, outer: Box) -> bool:
    x, y = box[0] + box[2] / 2, box[1] + box[3] / 2
    return outer[0] <= x <= outer[0] + outer[2] and outer[1] <= y <= outer[1] + outer[3]


def _two_papers(one: Sheet, other: Sheet) -> bool:
    """Whether two parts of a scan are papers each; of one kind only where two of it may lie together."""
    first, second = judge(one), judge(other)
    if first.kind is second.kind and first.kind not in _ONE_SHEET:
        return False
    if {first.kind, second.kind} <= RECEIPTS and not (first.titled and second.titled):
        return False
    return _stands(one, first) and _stands(other, second)


def _stands(sheet: Sheet, judgement: Judgement) -> bool:
    """Whether a part reads as a paper of its own: a title high on it, or a card's print, and enough fields."""
    reader = reader_of(judgement.kind)
    if judgement.kind is Kind.OTHER or not (judgement.titled or judgement.kind in _CARDS):
        return False
    found = {key for key, cell in reader.fields(sheet).items() if cell.value and key in reader.keys}
    own = judgement.kind is not Kind.ID_CARD or bool(found & _OF_CARDS)
    return own and len(found) >= reader.stands and set(reader.whole) <= found
