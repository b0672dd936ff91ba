"""A figure that is the sum a page spells in words with one digit put in: 15,263.14 in words, 105,263.14 in figures."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.words import parse_words
from ocr.forensics.patched_paper import stands
from ocr.pages import Anomaly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.pages import PageText

CODE = "grown-total"

_SPELLED = re.compile(r"[零〇壹贰貳叁肆伍陆陸柒捌玖拾佰仟万萬亿]{3,}[元圆圓][零壹贰貳叁肆伍陆陸柒捌玖角分整正]*")
"""An amount in capital words."""

_FIGURE = re.compile(r"(?<![\d.,])(\d[\d,]*\.\d{2})(?![\d.])")

_LEADS = frozenset("¥￥:：)）")
"""What shows that a figure begins there: without it, its first digit may be a sign of currency that was misread."""

_LEAST = 1000
"""Yuan from which a sum is looked at."""

_SCORE = 0.9


def grown_totals(page: PageText) -> Iterator[Anomaly]:
    """Figures of the page that say a digit more than its words do; what is written in words is what was meant."""
    spelled = set(_spelled(page))
    for word in page.words:
        for found in _FIGURE.finditer(word.text):
            figure = Decimal(found[1].replace(",", ""))
            front = found.start() > 0 and word.text[found.start() - 1] in _LEADS
            meant = next((sum_ for sum_ in spelled if _grown(sum_, figure, after=0 if front else 1)), None)
            if meant is not None:
                said = f"小写印作“{found[1]}”，同页大写为{meant:,.2f}元，两数只差一位数字。"
                last = found.end() == len(word.text.rstrip("元 "))
                yield Anomaly(CODE, said, page.filed_box(stands(word, found[1], last=last)), _SCORE)


def _spelled(page: PageText) -> Iterator[Decimal]:
    for word in page.words:
        for found in _SPELLED.finditer(word.text):
            amount = parse_words(found[0])
            if amount is not None and amount.certain and amount.value >= _LEAST:
                yield amount.value


def _grown(small: Decimal, large: Decimal, *, after: int) -> bool:
    """Whether a figure is another one with one digit put in, behind so many of its digits at least."""
    (whole, cents), (longer, rest) = (f"{sum_:.2f}".split(".") for sum_ in (small, large))
    if cents != rest or len(longer) != len(whole) + 1:
        return False
    return any(longer[:at] + longer[at + 1 :] == whole for at in range(after, len(longer)))
