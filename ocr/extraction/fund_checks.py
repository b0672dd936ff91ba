"""Who paid what on a receipt: fund, account, other and cash make the total; what was paid in comes back or is cash."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from ocr.extraction.amounts import FEN, plain_decimal
from ocr.extraction.draft import Draft, asking, contradicted, inferred, proven
from ocr.extraction.loose_figures import loose
from ocr.extraction.text import distance
from ocr.reading import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


PARTS = ("pooled_fund_paid", "other_paid", "account_paid", "cash_paid")
EXTRAS = ("~civil", "~teacher", "~aid", "~large", "~serious", "~fund", "~hospital")
SHARES = ("self_pay", "self_expense")
_LIKENESS = 2
_FEWEST = 2
FUNDS = "统筹+其他+个账+现金=合计"
OWN = "自付+自费=个账+现金"
_PLAIN = str.maketrans("", "", ",¥￥元 ")
NOTHING = "其余各项已等于合计，此项为零"
PREPAID = "预缴+补缴-退费=现金"


def check_funds(draft: Draft) -> Draft:
    """The three equations, each where its terms are printed."""
    return _check_own(_check_parts(_check_prepaid(draft)))


def _prove(draft: Draft, keys: Sequence[str], equation: str) -> Draft:
    return draft.with_fields({key: proven(draft.fields[key], equation) for key in keys})


def _check_prepaid(draft: Draft) -> Draft:
    """Money paid in before, less what was returned, is the cash part."""
    cash, prepaid = draft.amount("cash_paid"), draft.amount("~prepaid")
    if not cash or not prepaid:
        return draft
    added, returned = (draft.amount(key) or Decimal(0) for key in ("~added", "~returned"))
    return _prove(draft, ("cash_paid",), PREPAID) if prepaid + added - returned == cash else draft


def _check_parts(draft: Draft) -> Draft:
    """The parts make the total, some provinces with further payments among them; a broken sum contradicts them."""
    draft = _with_loose_part(draft)
    total = draft.amount("total_amount")
    read = [key for key in PARTS if draft.amount(key) is not None]
    if total is None or "cash_paid" not in read or len(read) < _FEWEST:
        return _unchecked(draft, read)
    for chosen in _choices(draft, read):
        if sum((draft.amount(key) or Decimal(0) for key in chosen), Decimal(0)) == total:
            done = _prove(draft, [key for key in chosen if not key.startswith("~")], FUNDS)
            return _with_nothing_left(done) if chosen == tuple(read) else done
    if "pooled_fund_paid" not in read:
        return _unchecked(draft, read)
    found = sum((draft.amount(key) or Decimal(0) for key in read), Decimal(0))
    reason = f"统筹、其他、个账、现金相加为{plain_decimal(found)}，合计为{plain_decimal(total)}"
    open_keys = [key for key in read if not draft.fields[key].proof]
    broken = draft.with_fields({key: contradicted(draft.fields[key], reason) for key in open_keys})
    return broken.with_fields(_worked_out(broken, open_keys, total - found))


def _with_loose_part(draft: Draft) -> Draft:
    """The one part that was not read, where just what the others leave of the total is printed without a label."""
    total, lost = draft.amount("total_amount"), [key for key in PARTS if draft.amount(key) is None]
    if total is None or len(lost) != 1:
        return draft
    rest = total - sum((draft.amount(key) or Decimal(0) for key in PARTS), Decimal(0))
    cell = loose(draft, rest)
    return draft.with_fields({lost[0]: cell}) if cell else draft


def _worked_out(draft: Draft, keys: Sequence[str], off: Decimal) -> dict[str, Cell]:
    """The one part that differs little from what the others leave of a proven total, or is a piece of it; it asks.

    A part that was read as nothing is none that was read wrong.
    """
    wanted = {key: plain_decimal((draft.amount(key) or Decimal(0)) + off) for key in keys}
    near = [key for key, value in wanted.items() if draft.amount(key) and _slip(draft.fields[key].text, value)]
    if not draft.fields["total_amount"].proof or len(near) != 1:
        return {}
    cell, value = draft.fields[near[0]], wanted[near[0]]
    return {near[0]: replace(cell, value=value, review=f"{cell.review}；按合计推算为{value}，请核对")}


def _slip(read: str, value: str) -> bool:
    """Whether a figure was read with few wrong characters, or cut off at one end."""
    plain = read.translate(_PLAIN)
    return bool(plain) and (distance(plain, value) <= _LIKENESS or value.startswith(plain) or value.endswith(plain))


def _with_nothing_left(draft: Draft) -> Draft:
    """Parts that were not found or not read are nothing, where the others already make a total proven otherwise."""
    total = draft.fields["total_amount"]
    if not total.proof:
        return draft
    empty = Cell("0.00", "", total.confidence, total.page, proof=NOTHING)
    cells = {key: draft.fields.get(key, empty) for key in PARTS if draft.amount(key) is None}
    return draft.with_fields(
        {key: replace(cell, value="0.00", review=None, proof=NOTHING) for key, cell in cells.items()}
    )


def _unchecked(draft: Draft, read: Sequence[str]) -> Draft:
    """Where a part is printed but was not read, the others cannot be held against the total; they ask."""
    if not any(key in draft.fields for key in PARTS if key not in read):
        return draft
    reason = "有一项支付没有读出，无从与合计核对，请核对"
    return draft.with_fields({key: asking(draft.fields[key], reason) for key in read})


def _choices(draft: Draft, read: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The parts alone, then with further printed payments, which may repeat the other payments."""
    extras = [key for key in EXTRAS if draft.amount(key)]
    for count in range(len(extras) + 1):
        for more in combinations(extras, count):
            yield (*read, *more)
            if more:
                yield (*(key for key in read if key != "other_paid"), *more)


def _check_own(draft: Draft) -> Draft:
    """Own share and own expense make what the person paid.

    A weak rule, for hospitals count otherwise: it proves where it holds, asks where it does not, never contradicts, and
    says nothing of receipts that print both as zero.
    """
    own = [value for key in SHARES if (value := draft.amount(key)) is not None]
    cash, account = draft.amount("cash_paid"), draft.amount("account_paid")
    if len(own) == 1:
        return _with_other_share(draft, own[0], None if cash is None else cash + (account or Decimal(0)))
    if not own or cash is None or not any(own):
        return draft
    paid = cash + (account or Decimal(0))
    if sum(own) == paid and draft.fields["cash_paid"].proof:
        return _prove(draft, SHARES, OWN)
    mended = _mended(draft, paid)
    reason = f"自付与自费相加为{plain_decimal(sum(own, Decimal(0)))}，个账与现金为{plain_decimal(paid)}，请核对"
    return draft.with_fields({key: asking(draft.fields[key], reason) for key in SHARES} | mended)


def _with_other_share(draft: Draft, known: Decimal, paid: Decimal | None) -> Draft:
    """Where one share alone was read, the rest of a proven payment stands for the other, and both ask.

    A printed share without a figure may have given its figure to the one that was read, on shifted print. A receipt
    that does not print the other share at all leaves the known one as it is. Where the rest is printed, its label
    alone was lost.
    """
    here, other = sorted(SHARES, key=lambda key: draft.amount(key) is None)
    printed = draft.fields.get(other)
    if printed is None and (paid is None or known == paid):
        return draft
    named = {"self_pay": "个人自付", "self_expense": "个人自费"}[other]
    if paid is not None and draft.fields["cash_paid"].proof and (cell := loose(draft, paid - known)):
        return _prove(draft.with_fields({other: cell}), SHARES, OWN)
    asked = draft.with_fields({here: asking(draft.fields[here], f"“{named}”没有读出，两项无从核对，请核对")})
    if paid is None or known > paid or not draft.fields["cash_paid"].proof:
        return asked
    value = plain_decimal((paid - known).quantize(FEN))
    source = printed or replace(draft.fields[here], text="", box=None)
    return asked.with_fields({other: inferred(source, value, f"没有读到“{named}”，按{OWN}推算为{value}，请核对")})


def _mended(draft: Draft, paid: Decimal) -> dict[str, Cell]:
    """The one share whose print resembles what the other leaves of the sum that was paid; it asks.

    A share that was read as nothing is none that was read wrong.
    """
    if not draft.fields["cash_paid"].proof:
        return {}
    rest = {key: plain_decimal(paid - (draft.amount(other) or Decimal(0))) for key, other in (SHARES, SHARES[::-1])}
    open_keys = [key for key, value in rest.items() if draft.amount(key) and not value.startswith("-")]
    near = {k: rest[k] for k in open_keys if distance(draft.fields[k].text.replace(" ", ""), rest[k]) <= _LIKENESS}
    if len(near) != 1:
        return {}
    ((key, value),) = near.items()
    cell = draft.fields[key]
    return {key: inferred(cell, value, f"读作“{cell.text}”，按{OWN}推算为{value}，请核对")}
