"""Reading a pile a second time: what people did to the papers is carried over to what was read anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from review.claim.paper import Document, Line, LineVerdict, Standing, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_BY_HAND = frozenset({Standing.TYPED, Standing.CONFIRMED})
_SIGNATURE = ("name", "quantity", "amount")


def merged(old: Sequence[Document], new: Sequence[Document]) -> tuple[Document, ...]:
    """The papers after a new reading, in order, those typed without paper last.

    A paper read from the same pages as before is kept as it stands with all that people did to it. Where its pages
    changed, typed and confirmed values, chosen entries, verdicts and struck-out or added rows are carried over; a row
    that people touched and that is not found again makes the paper ask for a look.
    """
    left = [document for document in old if document.page_ids]
    papers = [_renewed(document, left) for document in new]
    typed = [document for document in old if not document.page_ids]
    lost = [d for d in left if _touched(d)]
    kept = [replace(d, review=(*d.review, "重新识别后没有再找到这份材料,请核对"), review_cleared=False) for d in lost]
    return tuple(replace(d, position=position) for position, d in enumerate([*papers, *typed, *kept]))


def _renewed(document: Document, left: list[Document]) -> Document:
    """The new paper or its predecessor, which is then no longer among those left."""
    alike = [d for d in left if d.kind is document.kind]
    same = next((d for d in (*alike, *_alone(left)) if set(d.page_ids) == set(document.page_ids)), None)
    prior = same or next((d for d in alike if set(d.page_ids) & set(document.page_ids)), None)
    if prior is None:
        return document
    left.remove(prior)
    return prior if same else _carried(prior, document)


def _alone(papers: Sequence[Document]) -> list[Document]:
    """Papers that share their pages with no other: such a paper is the same even where a person called it otherwise."""
    pages = Counter(page for document in papers for page in document.page_ids)
    return [document for document in papers if all(pages[page] == 1 for page in document.page_ids)]


def _carried(prior: Document, document: Document) -> Document:
    lines, lost = _carried_lines(prior.lines, document.lines)
    notes = tuple(f"重新识别后没有找到曾经改动的明细“{line.text('name')}”,请核对" for line in lost)
    values = _carried_values(prior.values, document.values)
    return replace(document, values=values, lines=lines, review=(*document.review, *notes))


def _carried_values(prior: Mapping[str, Value], values: Mapping[str, Value]) -> dict[str, Value]:
    return {**values, **{key: replace(v, id=0) for key, v in prior.items() if v.standing in _BY_HAND}}


def _carried_lines(prior: Iterable[Line], lines: Sequence[Line]) -> tuple[tuple[Line, ...], list[Line]]:
    result, lost = list(lines), []
    unused = set(range(len(lines)))
    for line in prior:
        found = next((i for i in sorted(unused) if _signature(result[i]) == _signature(line)), None)
        if found is not None:
            unused.remove(found)
            result[found] = _carried_line(line, result[found])
        elif not any(value.text for value in line.values.values()):
            result.append(replace(_blank(line), position=len(result)))
        elif _line_touched(line):
            lost.append(line)
    return tuple(result), lost


def _carried_line(prior: Line, line: Line) -> Line:
    values = _carried_values(prior.values, line.values)
    chosen = prior if prior.matched_by == "clerk" else line
    return replace(
        line,
        values=values,
        entry_id=chosen.entry_id,
        matched_by=chosen.matched_by,
        match_note=chosen.match_note,
        choice_id=chosen.choice_id,
        verdict=prior.verdict,
        verdict_reason=prior.verdict_reason,
        removed=prior.removed,
    )


def _blank(line: Line) -> Line:
    return replace(line, id=0, values={key: replace(value, id=0) for key, value in line.values.items()})


def _signature(line: Line) -> tuple[str, ...]:
    """The words as read, by which a row is found again."""
    return tuple(line.values[key].text if key in line.values else "" for key in _SIGNATURE)


def _line_touched(line: Line) -> bool:
    by_hand = any(value.standing in _BY_HAND for value in line.values.values())
    return by_hand or line.matched_by == "clerk" or line.verdict is LineVerdict.EXCLUDE or line.removed


def _touched(document: Document) -> bool:
    by_hand = any(value.standing in _BY_HAND for value in document.values.values())
    return by_hand or any(_line_touched(line) for line in document.lines)
