"""Forged frauds change what they say they change, where they say it, and nothing else on the page."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import cv2
import numpy as np
import pytest

from ocr.pages import PageText, Word
from tests.forge.fraud import Fraud, any_pile, any_scan, any_target, changed_page, inserted, published, scanned, worse
from tests.forge.known import known_words, with_fraud
from tests.forge.receipts import INPATIENT, receipt
from tests.forge.stock import any_case
from tests.forge.strips import Strip, strip_of, strips_like
from tests.forge.style import any_style
from tests.forge.tamper import WAYS, Change, target


def drawn(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a repeatable drawing, not a secret


def pixels(content: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.asarray(cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR), np.uint8)


@pytest.mark.parametrize("seed", range(4))
def test_the_published_case_comes_to_the_published_sums(seed: int) -> None:
    case = published(drawn(seed))
    assert case.total == Decimal("15263.14")
    assert dict(case.sums)["手术费"] == Decimal("452.00")
    assert all(charge.amount == charge.price * charge.quantity for charge in case.charges[-2:])


def test_the_published_figures_become_what_was_published() -> None:
    assert worse("total", "¥15263.14", drawn(1)) == "¥105263.14"
    assert worse("fee", "452.00", drawn(1)) == "5452.00"
    assert worse("class", "乙", drawn(1)) == "甲"
    assert inserted("(12.50元)", "9", 0) == "(912.50元)"


def test_only_what_is_new_is_replaced() -> None:
    paper = receipt(any_case(drawn(3), visit=False), any_style(drawn(3)), INPATIENT, drawn(3))
    strip = strip_of(paper, paper.said.marks["total_amount"][0], [])
    wanted = inserted(strip.text, "0", 1)
    old, erased, new, place = target(Change(strip, wanted, []))
    assert (strip.text.removeprefix(old), new + strip.text.removeprefix(old)) == (wanted.removeprefix(new), wanted)
    assert erased[0] + erased[2] == place[0] + place[2]
    assert place[2] > erased[2]


@pytest.mark.parametrize("how", list(WAYS))
def test_a_change_stays_in_its_place(how: str) -> None:
    rng = drawn(5)
    paper = receipt(any_case(rng, visit=False), any_style(rng), INPATIENT, rng)
    before = np.asarray(cv2.cvtColor(np.asarray(paper.image), cv2.COLOR_RGB2BGR), np.uint8)
    strip = strip_of(paper, paper.said.marks["total_amount"][0], [])
    after = before.copy()
    x, y, width, height = WAYS[how](
        after, Change(strip, inserted(strip.text, "0", 1), strips_like(paper, strip, [])), rng
    )
    rows, columns = np.nonzero((after != before).any(axis=2))
    assert rows.size
    assert rows.min() >= y - 1
    assert rows.max() <= y + height
    assert columns.min() >= x - 1
    assert columns.max() <= x + width


@pytest.mark.parametrize("seed", range(3))
def test_a_changed_page_tells_what_and_where(seed: int) -> None:
    rng = drawn(seed)
    _, papers = any_pile(rng)
    chosen = any_target(papers, rng)
    page, fraud = changed_page(chosen, papers[chosen.page], rng)
    height, width = pixels(page.content).shape[:2]
    x, y, wide, high = fraud.box
    assert fraud.new != fraud.old
    assert fraud.when in {"page", "paper"}
    assert wide > 0
    assert high > 0
    assert x < width
    assert y < height


def test_the_same_seed_gives_the_same_page() -> None:
    def page(seed: int) -> bytes:
        rng = drawn(seed)
        _, papers = any_pile(rng)
        return scanned(papers[0], any_scan(papers[0], rng, flat=False), rng).content

    assert page(11) == page(11)
    assert page(11) != page(12)


def test_known_words_stand_where_they_were_printed() -> None:
    rng = drawn(2)
    _, papers = any_pile(rng)
    page = scanned(papers[0], any_scan(papers[0], rng, flat=True), rng)
    height, width = pixels(page.content).shape[:2]
    text = known_words("1.jpg", papers[0], page.moves, (width, height))
    (mark, *_) = papers[0].said.marks["total_amount"]
    word = min(text.words, key=lambda word: abs(word.box[0] - mark[0]) + abs(word.box[1] - mark[1]))
    x, y, wide, high = text.filed_box(word.box)
    around = pixels(page.content)[y : y + high, x : x + wide]
    assert around.min() + 60 < np.median(around)


def test_a_pitch_is_that_of_digits() -> None:
    boxes = ((0, 0, 10, 20), (10, 0, 4, 20), (14, 0, 12, 20))
    strip = Strip("1.5", boxes, any_style(drawn(1)).form)
    assert strip.pitch == 11
    assert strip.box == (0, 0, 26, 20)


def test_known_words_say_what_a_fraud_made_of_them() -> None:
    words = (Word("¥15263.14", 0.99, (300, 100, 90, 20)), Word("15263.14", 0.99, (300, 500, 80, 20)))
    page = PageText("1.jpg", 800, 1000, upright_size=(800, 1000), words=words)
    changed = with_fraud(page, Fraud("total", "copied", "page", "15263.14", "105263.14", (290, 498, 30, 24)))
    assert [word.text for word in changed.words] == ["¥15263.14", "105263.14"]
    assert changed.words[1].box == (290, 500, 90, 20)
