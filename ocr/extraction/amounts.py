"""Figures as paper prints them and recognition misreads them. Decimal only; what had to be guessed is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ocr.extraction.text import unify

FEN = Decimal("0.01")
BEYOND = Decimal(10) ** 12
"""Digits run together: no paper charges that much, and equations of such figures cannot be reckoned to the fen."""
_LOOKALIKES = str.maketrans("OoQDlI|!iSsBZz", "00001111155822")
_SIGNS = re.compile(r"^(人民币|RMB|CNY|[¥￥Y])\s*|\s*(元|圆)?(整|正)?$")
_EXACT = re.compile(r"\d+(\.\d*)?|\.\d+")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")
_GAP_AT_SIGN = re.compile(r"(?<=[.,])\s+|\s+(?=[.,])")
_FIGURE = re.compile(r"[-(]?\s*[¥￥]?\s*\d[\d,.\s]*\d\)?|[-(]?\d\)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure.

    Attributes:
        value: the figure with the decimals that were printed.
        certain: False where a sign or letter had to be taken for another one.
    """

    value: Decimal
    certain: bool = True

    @property
    def plain(self) -> str:
        """Plain decimal notation, such as ``-6`` or ``1680.00``."""
        return plain_decimal(self.value)


def plain_decimal(value: Decimal) -> str:
    """Decimal notation without exponent, keeping the decimals."""
    return format(value, "f")


def to_fen(value: Decimal) -> Decimal:
    """The value rounded half up to a hundredth of a yuan."""
    return value.quantize(FEN, ROUND_HALF_UP)


def parse_amount(text: str) -> Amount | None:
    """The figure a text stands for; None for what paper could not print. Signs: ``-6``, ``(6)``, ``6-`` are refunds."""
    body, negative = _unsigned(_SIGNS.sub("", unify(text)).strip())
    body = _GAP_AT_SIGN.sub("", body)
    amount = _exact(body) or _repaired(body)
    if amount is None or amount.value >= BEYOND:
        return None
    if not negative:
        return amount
    return Amount(-amount.value, amount.certain)


def _unsigned(text: str) -> tuple[str, bool]:
    """The text without its sign, and whether it was negative."""
    inner = text.strip("¥￥ ")
    if inner.startswith("(") and inner.endswith(")"):
        return inner[1:-1].strip(), True
    if inner[:1] in {"-", "负"}:
        return inner[1:].strip("¥￥ "), True
    if inner.endswith("-"):
        return inner[:-1].strip(), True
    return inner.lstrip("+"), False


def _exact(body: str) -> Amount | None:
    if _EXACT.fullmatch(body):
        return Amount(Decimal(body.rstrip(".") if body.endswith(".") else body))
    if _GROUPED.fullmatch(body):
        return Amount(Decimal(body.replace(",", "").rstrip(".")))
    return None


def _repaired(body: str) -> Amount | None:
    """A guess at a misread figure: letters for digits, ``:`` or ``,`` for the point, blanks inside."""
    if not any(c.isdigit() for c in body):
        return None
    guess = body.translate(_LOOKALIKES).replace(" ", "").strip("'`\"_~")
    guess = re.sub(r"[:;,·。、'](?=\d{1,2}$)", ".", guess)
    if guess.count(".") > 1:
        head, _, tail = guess.rpartition(".")
        guess = f"{re.sub(r'[.]', '', head)}.{tail}"
    guess = guess.replace(",", "")
    return Amount(Decimal(guess), certain=False) if _EXACT.fullmatch(guess) and guess != "." else None


def first_amount(text: str) -> Amount | None:
    """The first figure inside a text, such as ``12.50`` in ``合计12.50元``."""
    match = _FIGURE.search(unify(text))
    return parse_amount(match.group()) if match else None
