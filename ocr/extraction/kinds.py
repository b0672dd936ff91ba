"""What a paper is, told by its titles, by the labels that only some kinds have, by its table and by its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stdnum import luhn

from ocr.extraction.body import is_money
from ocr.extraction.header import find_headers
from ocr.extraction.kind_words import HINTS, NO_TITLE, TITLES
from ocr.reading import DocumentKind as Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.extraction.layout import Piece, Sheet

RECEIPTS = frozenset({Kind.INPATIENT_RECEIPT, Kind.OUTPATIENT_RECEIPT})
_TITLE = 6.0
_HINT = 1.0
_MOST_HINTS = 6
_SURE = 3.0
_LONG = 40
_HIGH = 8
_CARD_WORDS = 30
_CARD_NUMBER = re.compile(r"(?<!\d)\d{16,19}(?![\dX])")
_BARE = re.compile(r"^(姓名|性别|民族|出生|住址)(?!.*[:,])")
_FEWEST_BARE = 3
_FORM = re.compile(
    r"^(联系)?电话|^手机|参保|^(工作)?单位|申请|备案|诊断|填[表写]|签[名字]|承诺|受伤|[地时]点|科[室别]$|保障"
)
"""Labels of forms, which an identity card does not have."""

_OF_STATEMENTS = frozenset({"date", "code", "insurance_class", "self_pay_ratio"})
"""Columns that receipts do not have."""

_TABLE = 4.0
_FIGURES, _MANY_FIGURES = 2.0, 5
"""Figures of money under no heading speak a little for a statement whose headings were not read."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The kind of a paper, how clearly it leads, and whether a title of the kind stands high on the paper.

    ``confidence`` is 1 where its words weigh a whole title more than those of the next kind.
    """

    kind: Kind
    confidence: float
    titled: bool = False


def judge(sheet: Sheet) -> Judgement:
    """The kind whose words weigh most; ``OTHER`` where nothing weighs enough."""
    scores = dict.fromkeys(Kind, 0.0)
    for kind, weight in _votes(sheet):
        scores[kind] += weight
    ranked = sorted(scores, key=lambda kind: -scores[kind])
    best, second = scores[ranked[0]], scores[ranked[1]]
    if best < _SURE:
        return Judgement(Kind.OTHER, 1.0 if best == 0 else 0.5)
    titled = any(kind is ranked[0] for kind, high in _titles(sheet) if high)
    return Judgement(ranked[0], min(1.0, (best - second) / _TITLE), titled)


def title_kind(text: str) -> Kind | None:
    """The kind of paper a text is the title of, or None."""
    bare = text.replace(" ", "")
    if len(bare) >= _LONG or NO_TITLE.search(bare):
        return None
    return next((kind for kind, form in TITLES if form.search(bare)), None)


def _titles(sheet: Sheet) -> Iterator[tuple[Kind, bool]]:
    """Each kind with a title on the paper, and whether it stands high."""
    upper = max(_HIGH, len(sheet.pieces) // 4)
    bare = [(piece.text.replace(" ", ""), at < upper) for at, piece in enumerate(sheet.pieces)]
    bare = [(text, up) for text, up in bare if len(text) < _LONG and not NO_TITLE.search(text)]
    form_words = any(_FORM.search(text) for text, _ in bare)
    for kind, form in TITLES:
        hits = [up for text, up in bare if form.search(text)]
        if hits and not (kind is Kind.ID_CARD and form_words):
            yield kind, any(hits)


def _votes(sheet: Sheet) -> Iterator[tuple[Kind, float]]:
    yield from ((kind, _TITLE if high else _TITLE / 3) for kind, high in _titles(sheet))
    texts = [piece.text.replace(" ", "") for piece in sheet.pieces]
    for kinds, form in HINTS:
        count = len({m.group() for text in texts for m in form.finditer(text)})
        yield from ((kind, _HINT * min(count, _MOST_HINTS)) for kind in kinds)
    yield from _table_votes(sheet)
    yield from _card_votes(sheet.pieces)


def _table_votes(sheet: Sheet) -> Iterator[tuple[Kind, float]]:
    headers = find_headers(sheet)
    if not headers:
        if sum(is_money(piece.text) for piece in sheet.pieces) >= _MANY_FIGURES:
            yield Kind.EXPENSE_STATEMENT, _FIGURES
        return
    if {"tax", "tax_rate"} & set(headers[0].keys):
        yield Kind.PHARMACY_INVOICE, _TABLE
    elif headers[0].groups > 1:
        yield Kind.INPATIENT_RECEIPT, 1.5
        yield Kind.OUTPATIENT_RECEIPT, 1.5
    elif {"unit_price", "quantity"} <= set(headers[0].keys):
        yield Kind.EXPENSE_STATEMENT, _TABLE
    elif _OF_STATEMENTS & set(headers[0].keys):
        yield Kind.EXPENSE_STATEMENT, _SURE


def _card_votes(pieces: tuple[Piece, ...]) -> Iterator[tuple[Kind, float]]:
    """Labels without colons speak for the identity card, a bank number among few words for a bank card."""
    form = any(_FORM.search(p.text.replace(" ", "")) for p in pieces)
    if not form and len({m.group(1) for p in pieces if (m := _BARE.match(p.text.replace(" ", "")))}) >= _FEWEST_BARE:
        yield Kind.ID_CARD, _TABLE
    if len(pieces) < _CARD_WORDS and not any("保障" in p.text for p in pieces):
        digits = (re.sub(r"[\s\-]", "", p.text) for p in pieces)
        numbers = [m.group() for text in digits for m in _CARD_NUMBER.finditer(text)]
        if any(luhn.is_valid(number) for number in numbers):
            yield Kind.BANK_CARD, _SURE
