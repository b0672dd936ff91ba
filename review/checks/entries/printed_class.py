"""The class a hospital prints is that of its own region: shown where it differs from the entry's, never trusted."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from review.catalogue.entry import OUTSIDE, EditionStatus, PaymentClass
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.paperwork import call_line, decimal, line_place, paid_lines
from review.money import thousands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.claim.claim import Claim
    from review.claim.paper import Line

_BEGINNINGS = {
    "甲": PaymentClass.A,
    "无自": PaymentClass.A,
    "A": PaymentClass.A,
    "乙": PaymentClass.B,
    "有自": PaymentClass.B,
    "部分自": PaymentClass.B,
    "B": PaymentClass.B,
    "丙": PaymentClass.C,
    "全自": PaymentClass.C,
    "自费": PaymentClass.C,
    "C": PaymentClass.C,
}
_NAMED = 5
_BASIS = "票面类别为就医地类别，不决定参保地支付；按参保地目录确定甲乙丙类"

Differing = tuple["Line", PaymentClass, PaymentClass]
"""A line, the class printed and the class of its entry."""


def printed_class(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """A decision for each line that is paid by one class and not by the other; all other differences in one clue.

    Nothing is asked where a person or the printed code chose the entry, nor of a demo edition, whose class is assumed.
    """
    differing = [found for line in paid_lines(claim) if (found := _differing(line, context))]
    asked = [found for found in differing if _asks(found, context)]
    yield from (_crossing(*found) for found in asked)
    told = sorted((found for found in differing if found not in asked), key=_not_raised)
    if told:
        yield _others(told)


def class_printed(line: Line) -> PaymentClass | None:
    """The class a line prints, by its words or by its ratio of self-payment; None where it prints none."""
    if not line.text("insurance_class").strip():
        return class_of_ratio(line)
    return class_of_word(line)


def class_of_word(line: Line) -> PaymentClass | None:
    """The class a line prints in words; None where it prints none that is known."""
    word = line.text("insurance_class").strip()
    return next((found for start, found in _BEGINNINGS.items() if word.startswith(start)), None)


def class_of_ratio(line: Line) -> PaymentClass | None:
    """The class that a line's ratio of self-payment (a share, or in percent) speaks for; None where it prints none."""
    printed = line.text("self_pay_ratio").strip()
    ratio, most = decimal(printed.removesuffix("%")), 100 if printed.endswith("%") else 1
    if ratio is None or not 0 <= ratio <= most:
        return None
    return PaymentClass.A if ratio == 0 else PaymentClass.C if ratio == most else PaymentClass.B


def _differing(line: Line, context: CheckContext) -> Differing | None:
    printed, entry = class_printed(line), context.entry(line.entry_id)
    meant = PaymentClass.C if line.entry_id == OUTSIDE else entry.payment_class if entry else None
    return None if printed is None or meant is None or printed is meant else (line, printed, meant)


def _asks(found: Differing, context: CheckContext) -> bool:
    line, printed, meant = found
    if PaymentClass.C not in {printed, meant} or line.matched_by == "clerk":
        return False
    entry = context.entry(line.entry_id)
    if entry is None:
        return True
    edition = context.edition(entry.edition_id)
    assumed = edition is not None and edition.status is EditionStatus.DEMO
    return not assumed and not (entry.code and entry.code == line.text("code").strip().upper())


def _crossing(line: Line, printed: PaymentClass, meant: PaymentClass) -> Finding:
    paid = "按目录可以支付" if meant is not PaymentClass.C else "按目录不予支付"
    amount = thousands(decimal(line.text("amount")) or Decimal(0))
    return Finding(
        code="class-differs",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="票面类别与目录不同",
        message=f"{call_line(line)}票面为{printed.label}类，目录条目为{meant.label}类，{amount}元{paid}。",
        advice="请核对是否为同一品种：不是的另选目录条目；是的按参保地目录办理，并说明理由。",
        basis=_BASIS,
        values={"entry": line.entry_id, "printed": printed, "class": meant},
        place=line_place(line),
    )


def _not_raised(found: Differing) -> bool:
    """Lines printed as 甲 that are not come first: so classes are changed (policy §2.7)."""
    return found[1] is not PaymentClass.A


def _others(found: list[Differing]) -> Finding:
    amount = thousands(sum((decimal(line.text("amount")) or Decimal(0) for line, *_ in found), Decimal(0)))
    shown = "、".join(f"{call_line(line)}{printed.label}→{meant.label}" for line, printed, meant in found[:_NAMED])
    return Finding(
        code="classes-differ",
        severity=Severity.CLUE,
        subject="claim",
        title="票面类别与目录不同",
        message=f"{len(found)}行（{amount}元）的票面类别与目录不同：{shown}{'等' if len(found) > _NAMED else ''}。",
        advice="已按参保地目录计算；如有疑问，请核对品种、剂型和规格。",
        basis=_BASIS,
        values={"lines": " ".join(f"{line.id}:{printed}:{meant}" for line, printed, meant in found)},
        place=line_place(found[0][0]),
    )
