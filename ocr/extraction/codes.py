"""What QR and bar codes of receipts and invoices say, by the keys of the reading contract.

Forms: the comma list of VAT invoices and of fiscal e-receipts, addresses with a query, labelled text, and the bare
digits of a bar code. Public sources give the list of VAT invoices only; the others are told by the shape of tokens.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from ocr.extraction.amounts import FEN, parse_amount, plain_decimal
from ocr.extraction.codes_names import KEYS
from ocr.extraction.dates import find_days
from ocr.extraction.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

NET = "net_amount"
"""The amount without tax, which the codes of older VAT invoices give instead of the total."""

_SEPARATORS = re.compile(r"[,，;；|\s]+")
_LABELLED = re.compile(r"([^\s:：=,，;；&?]{2,16})\s*[:：=]\s*([^\s,，;；&]+)")
_MONEY = re.compile(r"-?[1-9]\d{0,8}")
_DECIMAL = re.compile(r"-?\d{1,9}\.\d{1,2}")
_FISCAL_CHECK = re.compile(r"(?=.*[0-9a-z])[0-9a-z]{6}", re.IGNORECASE)
_FISCAL_DIGITS = re.compile(r"(?P<code>\d\d06\d{4})(?P<number>\d{10})(?P<check>[0-9a-z]{6})?")
_CODES_OF = {8: (8, 10, 12), 10: (8, 10)}
"""Length of a number -> lengths its invoice code may have; eight digits after 10 or 12 are a VAT invoice."""

_DIGITAL_NUMBER, _VAT_CHECK = 20, 20
_VAT_SHAPES = frozenset({(10, 8), (12, 8)})
_DAY = 8
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""GB 11643: weights of the digits of a resident's number, which a bar code may hold as well."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a code says: plain values by contract key (decimals, ISO days, text), never empty."""

    fields: Mapping[str, str] = field(default_factory=dict)


def parse_code(text: str) -> Said | None:
    """What a code of a receipt or invoice says, or None where it is of no known form."""
    body = unquote(text.strip())
    for form in (_named, _listed, _bare):
        fields = {key: value for key, value in form(body) if value}
        if "invoice_number" in fields:
            return Said(fields)
    return None


def _named(body: str) -> Iterator[tuple[str, str]]:
    """Values that stand beside their names: a query, JSON, or labelled text."""
    seen: set[str] = set()
    for name, value in _pairs(body):
        key = KEYS.get(squeeze(name).lower().replace("_", ""), "")
        if key and key not in seen:
            seen.add(key)
            yield key, _plain(key, value)


def _pairs(body: str) -> Sequence[tuple[str, str]]:
    if body.startswith("{"):
        try:
            kept = json.loads(body)
        except (ValueError, RecursionError):
            return ()
        return [(str(name), str(value)) for name, value in kept.items()] if isinstance(kept, dict) else ()
    if "://" in body:
        return [*parse_qsl(_query(body)), *_LABELLED.findall(_query(body))]
    return _LABELLED.findall(body)


def _query(address: str) -> str:
    """Query and fragment of an address; empty for what is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.query}&{parts.fragment.partition('?')[2]}"


def _plain(key: str, value: str) -> str:
    """A value in the form of the contract, empty where it is none of its kind."""
    if key in {"total_amount", NET}:
        amount = parse_amount(value)
        return plain_decimal(amount.value.quantize(FEN)) if amount and abs(amount.value) < 10**9 else ""
    if key == "issue_date":
        return next(iter(find_days(value)), "")
    return value.strip()


def _listed(body: str) -> Iterator[tuple[str, str]]:
    """Tokens one after the other, told by shape: the number, the code before it, amount, day, check code after it."""
    tokens = _SEPARATORS.split(body.rpartition("?")[2])
    at = next((at for at in range(len(tokens)) if _is_number(tokens, at)), None)
    if at is None:
        return
    number, code = tokens[at], tokens[at - 1] if at else ""
    digital = len(number) == _DIGITAL_NUMBER
    yield "invoice_number", number
    yield "invoice_code", "" if digital else code
    yield from _rest(tokens[at + 1 :], NET if (len(code), len(number)) in _VAT_SHAPES else "total_amount")


def _is_number(tokens: Sequence[str], at: int) -> bool:
    """Whether a token is an invoice number: by its length and that of the invoice code before it."""
    token, code = tokens[at], tokens[at - 1] if at else ""
    if not (token.isascii() and token.isdecimal()):
        return False
    coded = len(code) if code.isascii() and code.isdecimal() else 0
    if len(token) == _DIGITAL_NUMBER:
        return not coded or coded == 2  # noqa: PLR2004 - the kind of invoice, where the empty code is left out
    return coded in _CODES_OF.get(len(token), ()) and not (len(token) == _DAY and find_days(token))


def _rest(tokens: Sequence[str], money: str) -> Iterator[tuple[str, str]]:
    """Amount, day and check code, each once, wherever they stand after the number."""
    left = list(tokens)
    amount = next((t for t in left if _DECIMAL.fullmatch(t)), None) or next(
        (t for t in left[:1] if _MONEY.fullmatch(t) and len(t) < _DAY), None
    )
    if amount:
        left.remove(amount)
        yield money, _plain("total_amount", amount)
    day = next((t for t in left if len(t) >= _DAY and t[:2] in {"19", "20"} and find_days(t[:10])), None)
    if day:
        left.remove(day)
        yield "issue_date", _plain("issue_date", day[:10])
    yield "check_code", next((t for t in left if _is_check(t, money)), "")


def _is_check(token: str, money: str) -> bool:
    if money == NET:
        return len(token) == _VAT_CHECK and token.isdecimal()
    return bool(_FISCAL_CHECK.fullmatch(token))


def _bare(body: str) -> Iterator[tuple[str, str]]:
    """The digits of a bar code: code and number of a fiscal receipt, which is no resident's number."""
    match = _FISCAL_DIGITS.fullmatch(body)
    if match and not _resident(body):
        yield "invoice_code", match["code"]
        yield "invoice_number", match["number"]
        yield "check_code", match["check"] or ""


def _resident(digits: str) -> bool:
    """Whether eighteen digits are a resident's number by day of birth and check digit."""
    if len(digits) != len(_WEIGHTS) + 1 or not find_days(digits[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return "10X98765432"[total % 11] == digits[-1]
