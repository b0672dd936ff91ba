"""The lines add up to the total, and the total is spelled the same in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from ocr.extraction.amounts import plain_decimal, to_fen
from ocr.extraction.cells import figure
from ocr.extraction.draft import Draft, asking, contradicted, inferred, proven
from ocr.extraction.group_checks import check_groups
from ocr.extraction.loose_figures import loose
from ocr.extraction.text import distance
from ocr.extraction.words import in_words, nearly_spells, parse_words
from ocr.reading import Cell, Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ocr.pages import PageText

SUM = "各项合计=总金额"
WORDS = "大写=小写"
_CATEGORIES = "大类=其下各项，大类合计=总金额"
_LIKENESS = 2
_CLEAR = 0.9


def check_sums(draft: Draft) -> Draft:
    """Total against words, lines against total, sums of pages and groups against their lines."""
    return check_groups(_check_page_sums(_check_lines(check_words(with_total(draft)))))


def with_total(draft: Draft, pages: Sequence[PageText] = ()) -> Draft:
    """The total from the table's last sum line, as its lines make it, or as its words spell it, where no label gave it.

    ``pages`` give its place.
    """
    cell = draft.fields.get("total_amount")
    if cell and cell.value:
        return draft
    printed = [s for s in draft.sums if s.sum.kind == "total"]
    if printed:
        last = printed[-1]
        value, piece = plain_decimal(last.sum.value), last.sum.piece
        box = pages[last.page].filed_box(piece.box) if last.page < len(pages) else None
        return draft.with_fields({"total_amount": Cell(value, value, piece.confidence, last.page, box)})
    if added := _printed_sum(draft):
        return draft.with_fields({"total_amount": added})
    words = draft.fields.get("total_in_words")
    spelled = parse_words(words.text) if words else None
    if not words or not spelled:
        return draft
    if printed_once := loose(draft, to_fen(spelled.value)):
        return draft.with_fields({"total_amount": printed_once})
    source = cell or replace(words, text="")
    return draft.with_fields(
        {"total_amount": inferred(source, _fen(spelled.value), "没有读到小写金额，按大写填入，请核对")}
    )


def _printed_sum(draft: Draft) -> Cell | None:
    """What several lines make, where just that is printed without a label."""
    amounts = [figure(line.cells.get("amount")) for line in draft.lines]
    known = [amount for amount in amounts if amount is not None]
    return loose(draft, sum(known, Decimal(0))) if len(known) == len(amounts) > 1 else None


def check_words(draft: Draft) -> Draft:
    """Words and figures of the total; a spelling with misread characters proves nothing unless it agrees.

    A total that was itself taken from the words is no second witness.
    """
    words, total = draft.fields.get("total_in_words"), draft.amount("total_amount")
    if not words or total is None or not words.text or not draft.fields["total_amount"].text:
        return draft
    spelled = parse_words(words.text)
    if spelled and spelled.value == total:
        value = words.value if spelled.certain else in_words(total)
        text = WORDS if spelled.certain else f"{WORDS}；原读作“{words.text}”"
        shown = replace(words, value=value)
        return draft.with_fields(
            {"total_in_words": proven(shown, text), "total_amount": proven(draft.fields["total_amount"], WORDS)}
        )
    if spelled and spelled.certain:
        reason = f"大写为{_fen(spelled.value)}，小写读作{plain_decimal(total)}，两者不符"
        changed = {key: contradicted(draft.fields[key], reason) for key in ("total_in_words", "total_amount")}
        return draft.with_fields(changed)
    return draft.with_fields({"total_in_words": asking(words, f"大写读作“{words.text}”，不成金额")})


def spelled_total(draft: Draft) -> Decimal | None:
    """The total as its words spell it without any doubt, else None."""
    words = draft.fields.get("total_in_words")
    spelled = parse_words(words.text) if words else None
    return spelled.value if spelled and spelled.certain else None


def _check_lines(draft: Draft) -> Draft:
    """Lines against the total. Where they do not agree, a single unclear amount is worked out, or the paper asks."""
    if not draft.lines:
        return draft
    total = draft.amount("total_amount")
    if total is None:
        return draft if page_sums_hold(draft) else draft.with_reason("没有读到合计金额，明细无从核对")
    amounts = [figure(line.cells.get("amount")) for line in draft.lines]
    if None not in amounts and (equation := adds_up([a for a in amounts if a is not None], total)):
        return _sum_proven(draft, equation, total)
    mended = _spelled_by_lines(draft, amounts) or _by_pages(draft, amounts) or _one_unclear(draft, amounts, total)
    return mended or _broken(draft, amounts, total)


def adds_up(amounts: Sequence[Decimal], total: Decimal) -> str:
    """The equation by which amounts make a total: all of them, or those of the headings with their details."""
    if sum(amounts) == total:
        return SUM
    return _CATEGORIES if _by_category(amounts) == total else ""


def _by_category(amounts: Sequence[Decimal]) -> Decimal:
    """The sum in which lines that a preceding line already totals are not counted again."""
    result, at = Decimal(0), 0
    while at < len(amounts):
        result += amounts[at]
        at += 1 + details_after(amounts, at)
    return result


def details_after(amounts: Sequence[Decimal | None], at: int) -> int:
    """How many lines after ``at`` (two or more) add up to its amount; 0 where none do."""
    running = Decimal(0)
    for count, amount in enumerate(amounts[at + 1 :], 1):
        running += amount or Decimal(0)
        if running == amounts[at] and count > 1:
            return count
    return 0


def _sum_proven(draft: Draft, equation: str, total: Decimal) -> Draft:
    """Total and lines proven by each other, unless the words plainly say another sum: two may be wrong alike."""
    broken = draft.fields["total_amount"]
    if broken.contradicted:
        return draft.with_reason(broken.review or "")
    lines = tuple(_amount_proven(line, equation) for line in draft.lines)
    changed = {"total_amount": proven(draft.fields["total_amount"], equation)}
    words = draft.fields.get("total_in_words")
    if words and not words.proof and spelled_total(draft) == total:
        changed["total_in_words"] = proven(words, "大写=各项合计")
    elif words and words.review and not words.contradicted and nearly_spells(words.text, total):
        changed["total_in_words"] = proven(replace(words, value=in_words(total)), "按小写金额更正")
    return replace(draft.with_fields(changed), lines=lines)


def _amount_proven(line: Line, equation: str) -> Line:
    cell = line.cells["amount"]
    return replace(line, cells={**line.cells, "amount": proven(cell, equation)})


def _spelled_by_lines(draft: Draft, amounts: Sequence[Decimal | None]) -> Draft | None:
    """A misread total that the words and the lines agree on."""
    words = draft.fields.get("total_in_words")
    spelled = parse_words(words.text) if words else None
    if not words or not spelled or None in amounts:
        return None
    equation = adds_up([a for a in amounts if a is not None], spelled.value)
    if not equation:
        return None
    total = draft.fields["total_amount"]
    reason = f"小写读作“{total.text}”，大写和各项合计都是{_fen(spelled.value)}，请核对"
    changed = {
        "total_in_words": proven(words, "大写=各项合计"),
        "total_amount": inferred(total, _fen(spelled.value), reason),
    }
    lines = tuple(_amount_proven(line, "各项合计=大写") for line in draft.lines)
    return replace(draft.with_fields(changed), lines=lines)


def _by_pages(draft: Draft, amounts: Sequence[Decimal | None]) -> Draft | None:
    """Statements whose every page prints the sum of that page alone: the total is the sum of the pages, and asks."""
    pages = {line.page for line in draft.lines}
    printed = {page: {s.sum.value for s in draft.sums if s.page == page} for page in pages}
    if len(pages) == 1 or any(_page_total(draft, page) not in printed[page] for page in pages):
        return None
    value = _fen(sum((a for a in amounts if a is not None), Decimal(0)))
    total = inferred(draft.fields["total_amount"], value, f"各页只印本页合计，相加为{value}，请核对")
    lines = tuple(_amount_proven(line, "本页合计") for line in draft.lines)
    return replace(draft.with_fields({"total_amount": total}), lines=lines)


def _one_unclear(draft: Draft, amounts: Sequence[Decimal | None], total: Decimal) -> Draft | None:
    """The one amount that was not read clearly, as the total less the others; only for a total that words prove."""
    if not draft.fields["total_amount"].proof:
        return None
    unclear = [i for i, line in enumerate(draft.lines) if _unclear(line.cells.get("amount"))]
    if len(unclear) != 1:
        return None
    at = unclear[0]
    rest = sum((a or Decimal(0) for i, a in enumerate(amounts) if i != at), Decimal(0))
    cell = draft.lines[at].cells.get("amount")
    value = _fen(total - rest)
    if cell is None or not _resembles(cell.text, value):
        return None
    fixed = inferred(cell, value, f"读作“{cell.text}”，按合计推算为{value}，请核对")
    lines = list(draft.lines)
    lines[at] = replace(lines[at], cells={**lines[at].cells, "amount": fixed})
    return replace(draft, lines=tuple(lines)).with_reason(f"第{at + 1}项金额按合计推算，其余各项因此没有证明，请核对")


def _unclear(cell: Cell | None) -> bool:
    return cell is None or not cell.value or bool(cell.review) or cell.confidence < _CLEAR


def _resembles(read: str, value: str) -> bool:
    return distance(read.replace(",", "").replace(" ", ""), value) <= max(_LIKENESS, len(value) // 2)


def _broken(draft: Draft, amounts: Sequence[Decimal | None], total: Decimal) -> Draft:
    known = sum((a for a in amounts if a is not None), Decimal(0))
    off = _fen(abs(total - known))
    lost = sum(a is None for a in amounts)
    unread = f"，其中{lost}项金额没有读出" if lost else ""
    return draft.with_reason(f"明细合计{_fen(known)}，票面合计{_fen(total)}，相差{off}{unread}")


def _page_sums(draft: Draft, page: int) -> list[Decimal]:
    return [s.sum.value for s in draft.sums if s.page == page and "页" in s.sum.label]


def _page_total(draft: Draft, page: int) -> Decimal | None:
    amounts = [figure(line.cells.get("amount")) for line in draft.lines if line.page == page]
    return None if None in amounts else sum((a for a in amounts if a is not None), Decimal(0))


def page_sums_hold(draft: Draft) -> bool:
    """Whether every page prints the sum of its own lines."""
    pages = {line.page for line in draft.lines}
    return all(_page_total(draft, page) in _page_sums(draft, page) for page in pages)


def _check_page_sums(draft: Draft) -> Draft:
    """Amounts of a page proven, or the paper made to ask, by the sum printed at the foot of the page."""
    for page in sorted({s.page for s in draft.sums}):
        printed, found = _page_sums(draft, page), _page_total(draft, page)
        if printed and found in printed:
            lines = (_amount_proven(line, "本页合计") if line.page == page else line for line in draft.lines)
            draft = replace(draft, lines=tuple(lines))
        elif printed:
            draft = draft.with_reason(f"第{page + 1}页明细合计与本页合计{_fen(printed[-1])}不符")
    return draft


def _fen(value: Decimal) -> str:
    return plain_decimal(to_fen(value))
