"""A pile in doubt is looked at again, once; what the second look proves is taken, a failed look takes nothing away."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.looking import UNSORTED, read_pile
from ocr.errors import EngineError
from ocr.pages import Look, PageText
from ocr.reading import DocumentKind
from tests.papers import a_statement_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.pages import Box
    from ocr.reading import Cell

RIGHT = ["氯化钠注射液", "250ml", "袋", "3.20", "28", "89.60"]
OTHER = ["葡萄糖注射液", "500ml", "袋", "4.10", "10", "41.00"]
FOOT = [(60, "合计"), (1020, "130.60")]
PICTURES = {"a.jpg": Path("a.jpg")}


@dataclass
class Glass:
    """An engine that sees the same words again, but for one; or dies when asked."""

    instead: dict[str, str] = field(default_factory=dict)
    dies: bool = False
    asked: list[Box] = field(default_factory=list)

    def look(self, path: Path, page: PageText, boxes: Sequence[Box]) -> Future[tuple[Look, ...]]:
        assert path == PICTURES[page.file]
        self.asked += boxes
        future: Future[tuple[Look, ...]] = Future()
        if self.dies:
            future.set_exception(EngineError("识别程序意外退出"))
        else:
            future.set_result(tuple(self._look(page, box) for box in boxes))
        return future

    def _look(self, page: PageText, box: Box) -> Look:
        nearest = min(page.words, key=lambda word: abs(word.box[0] - box[0]) + abs(word.box[1] - box[1]))
        return Look(box, self.instead.get(nearest.text, nearest.text), 0.97, 0.95, "scale")


def a_page(amount: str = "89.60", *, confidence: float = 0.999) -> PageText:
    page = a_statement_page([[*RIGHT[:-1], amount], OTHER], foot=FOOT)
    words = tuple(replace(w, confidence=confidence, spread=confidence) if w.text == amount else w for w in page.words)
    return replace(page, words=words)


def amount_of(engine: Glass, page: PageText) -> Cell:
    [statement] = read_pile(engine, [page], PICTURES).documents
    return statement.items[0].cells["amount"]


def test_a_clear_pile_is_read_once() -> None:
    engine = Glass()
    pile = read_pile(engine, [a_page()], PICTURES)
    assert not engine.asked
    assert pile.pages[0].looks == ()


def test_what_the_second_look_proves_is_taken() -> None:
    cell = amount_of(Glass({"89.80": "89.60"}), a_page("89.80", confidence=0.7))
    assert (cell.value, cell.review) == ("89.60", None)
    assert cell.proof


def test_what_no_look_proves_asks() -> None:
    cell = amount_of(Glass({"89.80": "88.80"}), a_page("89.80", confidence=0.7))
    assert cell.review


def test_a_look_that_fails_leaves_the_doubt_to_a_person() -> None:
    cell = amount_of(Glass(dies=True), a_page("89.80", confidence=0.7))
    assert cell.review


def test_looks_stay_with_their_page() -> None:
    pile = read_pile(Glass({"89.80": "89.60"}), [a_page("89.80", confidence=0.7)], PICTURES)
    assert "89.60" in {look.text for look in pile.pages[0].looks}


def test_a_page_that_no_extraction_survives_reaches_a_person_and_takes_no_other_with_it() -> None:
    torn = replace(a_page(), file="b.jpg", words=(replace(a_page().words[0], text=None),))  # type: ignore[arg-type]
    pile = read_pile(Glass(), [a_page(), torn], PICTURES)
    asking = [document for document in pile.documents if document.review == (UNSORTED,)]
    assert [document.pages[0].file for document in asking] == ["b.jpg"]
    assert pile.unsorted == ("b.jpg",)
    assert DocumentKind.EXPENSE_STATEMENT in {document.kind for document in pile.documents}


def test_a_pile_of_nothing_gives_nothing() -> None:
    assert read_pile(Glass(), [], {}).documents == ()
