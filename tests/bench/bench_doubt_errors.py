"""Errors put in on purpose: one figure at a time changed, shortened or removed at full confidence; who notices?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.looking import read_pile
from ocr.extraction import read_documents
from ocr.extraction.value_kinds import MONEY

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from app.looking import Looking
    from ocr.pages import PageText, Word
    from ocr.reading import Document

_FIGURE = re.compile(r"[¥￥-]?[\d,]+(\.\d+)?")
_SAME_ROW = 0.5


@dataclass(frozen=True)
class Damage:
    """One error: what it did to which text, the paper before and after, and the money wrong without anybody asked."""

    what: str
    text: str
    before: tuple[PageText, ...]
    after: tuple[PageText, ...]
    unseen: tuple[str, ...]

    @property
    def file(self) -> str:
        """The first page of the paper."""
        return self.before[0].file


def papers_of(pages: Sequence[PageText]) -> list[list[PageText]]:
    """Pages gathered as the papers they make, those left out that ask as a whole before anything is put in."""
    by_file = {page.file: page for page in pages}
    sound = [document for document in read_documents(pages) if not document.review]
    return [[by_file[page.file] for page in document.pages] for document in sound]


def damage_figures(paper: Sequence[PageText], chance: random.Random, most: int) -> Iterator[Damage]:
    """Up to ``most`` figures of each page, each changed, shortened and removed in turn."""
    before = read_documents(paper)
    for at, page in enumerate(paper):
        spots = [i for i, word in enumerate(page.words) if _FIGURE.fullmatch(word.text.strip())]
        for spot in chance.sample(spots, min(most, len(spots))):
            for what, words in _damaged(page.words, spot, chance):
                after = (*paper[:at], replace(page, words=words, looks=()), *paper[at + 1 :])
                seen = unseen(before, read_documents(after))
                yield Damage(what, page.words[spot].text, tuple(paper), after, seen)


def _damaged(words: Sequence[Word], at: int, chance: random.Random) -> Iterator[tuple[str, tuple[Word, ...]]]:
    word = words[at]
    rest = (*words[:at], *words[at + 1 :])
    digit = chance.choice([i for i, c in enumerate(word.text) if c.isdigit()])
    other = chance.choice([d for d in "0123456789" if d != word.text[digit]])
    sure = replace(word, confidence=1.0, spread=1.0, rivals=())
    yield "changed", (*rest, replace(sure, text=word.text[:digit] + other + word.text[digit + 1 :]))
    if len(word.text) > 1:
        yield "shortened", (*rest, replace(sure, text=word.text[:-1]))
    yield "removed", rest


def damage_rows(paper: Sequence[PageText], chance: random.Random, most: int) -> Iterator[Damage]:
    """Up to ``most`` rows of each page removed with everything that stands on them."""
    before = read_documents(paper)
    for at, page in enumerate(paper):
        rows = [
            line.cells["amount"].box for d in before for line in d.items if line.page == at and line.cells.get("amount")
        ]
        for box in chance.sample(rows, min(most, len(rows))):
            words = tuple(word for word in page.words if not _on_row(page, word, box))
            after = (*paper[:at], replace(page, words=words, looks=()), *paper[at + 1 :])
            yield Damage("row removed", str(box), tuple(paper), after, unseen(before, read_documents(after)))


def _on_row(page: PageText, word: Word, box: tuple[int, int, int, int] | None) -> bool:
    _, y, _, h = page.filed_box(word.box)
    return box is not None and abs(y + h / 2 - box[1] - box[3] / 2) < _SAME_ROW * box[3]


def seen_twice(damage: Damage, engine: Looking, pictures: Path) -> Damage:
    """The same error after the doubtful places of the damaged paper were looked at again in their pictures."""
    pile = read_pile(engine, damage.after, {page.file: pictures / page.file for page in damage.after})
    return replace(damage, unseen=unseen(read_documents(damage.before), pile.documents))


def unseen(before: Sequence[Document], after: Sequence[Document]) -> tuple[str, ...]:
    """Money that came out otherwise on papers that ask neither as a whole, nor on its line, nor on itself."""
    kept = {document.pages[0].file: _figures(document) for document in before}
    return tuple(
        f"{key}: {old} -> {new}"
        for document in after
        if not document.review
        for key, old, new in _changes(kept.get(document.pages[0].file, {}), document)
    )


def _changes(kept: Mapping[str, str], document: Document) -> Iterator[tuple[str, str, str]]:
    figures, asking = _figures(document), _asking(document)
    for key in {**kept, **figures}:
        old, new = kept.get(key, ""), figures.get(key, "")
        if _worth(old) != _worth(new) and key not in asking and key.partition(".")[0] not in asking:
            yield key, old, new


def _figures(document: Document) -> dict[str, str]:
    fields = {key: str(cell.value) for key, cell in document.fields.items() if key in MONEY}
    lines = {
        f"{at}.{key}": str(cell.value)
        for at, line in enumerate(document.items)
        for key, cell in line.cells.items()
        if key in MONEY
    }
    return {**fields, **lines}


def _asking(document: Document) -> set[str]:
    """Keys of values that ask, and numbers of lines that do."""
    lines = {str(at) for at, line in enumerate(document.items) if line.review}
    cells = {f"{at}.{key}" for at, line in enumerate(document.items) for key, c in line.cells.items() if c.review}
    return {key for key, cell in document.fields.items() if cell.review} | lines | cells


def _worth(value: str) -> Decimal | str:
    try:
        return Decimal(value).normalize()
    except InvalidOperation:
        return value


def summary(damages: Sequence[Damage]) -> list[str]:
    """How many errors of each sort were put in and went unseen, and which values those were."""
    lines = []
    for what in dict.fromkeys(damage.what for damage in damages):
        some = [damage for damage in damages if damage.what == what]
        missed = [damage for damage in some if damage.unseen]
        keys = Counter(damage.unseen[0].partition(":")[0].rpartition(".")[2] for damage in missed)
        told = ", ".join(f"{key} {count}" for key, count in keys.most_common())
        lines.append(f"{what:<12} {len(some):>5}, unseen {len(missed)}" + (f" ({told})" if told else ""))
    return lines
