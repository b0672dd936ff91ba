"""Drugs printed as 甲 that the list has as 乙, on a paper that else prints what the list says (policy §2.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.catalogue.entry import EditionStatus, EntryKind, PaymentClass
from review.checks.entries.printed_class import class_of_word
from review.checks.finding import CheckContext, Finding, Severity
from review.checks.lines.figures import listed
from review.checks.paperwork import call_line, charge_papers, kept, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.entry import Entry
    from review.claim.claim import Claim
    from review.claim.paper import Line

_HABIT = 5
"""Drugs that agree with the list for each that does not: fewer, and the hospital prints classes of its own (按经验)."""

_SHARED = {PaymentClass.A, PaymentClass.B}


def class_listed(claim: Claim, context: CheckContext) -> Iterator[Finding]:
    """Lines whose class was perhaps changed from 乙 to 甲: few among many drugs whose class is the list's.

    The list has one class for a drug in the whole country. Lines that ask, and entries of demo editions, are left out.
    """
    for paper in charge_papers(claim):
        told = [found for line in kept(paper) if (found := _listed(line, context))]
        odd = [(line, entry) for line, entry in told if _raised(line, entry)]
        agreeing = {entry.id for line, entry in told if class_of_word(line) is entry.payment_class}
        if odd and len({entry.id for _, entry in odd}) * _HABIT <= len(agreeing):
            yield from (_finding(line, entry, context, len(agreeing)) for line, entry in odd)


def _listed(line: Line, context: CheckContext) -> tuple[Line, Entry] | None:
    """A drug of classes 甲 or 乙, by print and by an official list, whose words nobody still has to look at."""
    entry, cell = context.entry(line.entry_id), line.values.get("insurance_class")
    if entry is None or entry.kind is not EntryKind.DRUG or cell is None or cell.standing.asks:
        return None
    edition = context.edition(entry.edition_id)
    official = edition is not None and edition.status is EditionStatus.OFFICIAL
    return (line, entry) if official and {class_of_word(line), entry.payment_class} <= _SHARED else None


def _raised(line: Line, entry: Entry) -> bool:
    return class_of_word(line) is PaymentClass.A and entry.payment_class is PaymentClass.B


def _finding(line: Line, entry: Entry, context: CheckContext, agreeing: int) -> Finding:
    return Finding(
        code="class-listed",
        severity=Severity.DECISION,
        subject=f"line:{line.id}",
        title="乙类药品印作甲类",
        message=(
            f"{call_line(line)}票面类别为“{line.text('insurance_class')}”，目录条目“{entry.name}”为乙类；"
            f"同一份清单另有{agreeing}种药品的类别与目录一致。"
        ),
        advice="请对照原件看类别一栏有无改动，并核对目录条目是否选对；支付仍按参保地目录的类别，属实的说明理由后放行。",
        basis=f"{listed(entry, context)}；基金监管公开案例：乙类列为甲类",
        values={"entry": line.entry_id, "printed": line.text("insurance_class")},
        place=place((line.values.get("insurance_class"), line.values.get("name"))),
    )
