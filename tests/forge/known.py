"""The words of a forged page as a recogniser without fault sees them: what was printed, and where it stands now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from ocr.pages import PageText, Rule, Word

if TYPE_CHECKING:
    from tests.forge.damage import Move
    from tests.forge.fraud import Fraud
    from tests.forge.paper import Paper
    from tests.forge.sheet import Written


def known_words(file: str, paper: Paper, moves: list[Move], size: tuple[int, int]) -> PageText:
    """Every printed text in the frame of the paper, and the way from there to a picture of a width and height."""
    wide, tall = paper.image.size
    corners = np.array([[0, 0], [wide, 0], [wide, tall], [0, tall]], np.float64)
    points = corners
    for move in moves:
        points = move(points)
    way = cv2.getPerspectiveTransform(corners.astype(np.float32), points.astype(np.float32))
    a, b, c, d, e, f, g, h, _ = (float(v) for v in np.asarray(way / way[2, 2]).ravel())
    ends = [[paper.px(v) for point in rule for v in point] for rule in paper.ruled]
    return PageText(
        file=file,
        width=size[0],
        height=size[1],
        to_filed=(a, b, c, d, e, f),
        vanishing=(g, h),
        upright_size=(wide, tall),
        words=tuple(_word(paper, written) for written in paper.written if written.text.strip()),
        rules=tuple(Rule(*rule) for rule in ends),
    )


def with_fraud(page: PageText, fraud: Fraud) -> PageText:
    """The same page as a recogniser sees it after a figure was changed: the new text, as much longer as it is."""
    x, y, *_ = fraud.box
    same = [word for word in page.words if fraud.old in word.text]
    if not same:
        return page
    places = {word.box: page.filed_box(word.box) for word in same}
    old = min(same, key=lambda word: abs(places[word.box][0] - x) + abs(places[word.box][1] - y))
    left, top, width, height = old.box
    more = round(width / len(old.text) * (len(fraud.new) - len(fraud.old)))
    new = replace(old, text=old.text.replace(fraud.old, fraud.new), box=(left - more, top, width + more, height))
    return replace(page, words=tuple(new if word is old else word for word in page.words))


def _word(paper: Paper, written: Written) -> Word:
    left, top, width, height = (round(v) for v in paper.box(written))
    return Word(written.text.strip(), 0.99, (left, top, max(1, width), max(1, height)), 0.99)
