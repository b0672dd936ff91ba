"""Builders for the reports' tests: a settlement over given lines, findings, pages drawn on the spot, PDF readers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from PIL import Image

from review.checks.finding import Finding, Severity
from review.claim.claim import YearToDate
from review.claim.decisions import FindingDecision, FindingVerdict
from review.packs.stated import PackUsed, Parameter
from review.policy.settlement import LineShare, Settlement, Step
from review.reports.inputs import PageImage, PrintedWord

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from review.claim.claim import Claim

RULE = Parameter(name="支付比例", value="0.60", since="2020-01-01", document="测试文件", clause="第一条")
NOON = datetime(2025, 12, 9, 12, 0)  # noqa: DTZ001 - offices print local time


def shares(claim: Claim) -> tuple[LineShare, ...]:
    """Every line eligible in full."""
    zero = Decimal("0.00")
    return tuple(
        LineShare(
            name=line.text("name"),
            amount=Decimal(line.text("amount")),
            payment_class="A",
            self_paid=zero,
            over_limit=zero,
            advance_self_pay=zero,
            eligible=Decimal(line.text("amount")),
            line_id=line.id,
        )
        for line in claim.charge_lines
    )


def a_settlement(claim: Claim, **changes: Any) -> Settlement:
    """Sixty of a hundred paid by the basic fund, by an unconfirmed pack."""
    lines = shares(claim)
    total = sum((line.amount for line in lines), Decimal("0.00"))
    paid = (total * Decimal("0.6")).quantize(Decimal("0.01"))
    kept: dict[str, Any] = {
        "total": total,
        "eligible": total,
        "basic_fund": paid,
        "copay": total - paid,
        "fund_total": paid,
        "personal": total - paid,
        "pack": PackUsed(id="ganzhou", version="2025.1", status="unconfirmed", title="测试政策包"),
        "catalogue": ("nrdl-2024",),
        "after": YearToDate(stays=1, basic_fund=paid),
        "lines": lines,
        "trace": (
            Step(step="统筹基金", formula="范围内 × 60%", inputs={"范围内": str(total)}, parameter=RULE, result=paid),
        ),
    }
    return Settlement(**kept | changes)


@dataclass(frozen=True)
class Answered:
    """A finding with its answer, as the services show it."""

    finding: Finding
    decision: FindingDecision | None = None


def a_finding(severity: Severity = Severity.DECISION, *, reason: str = "") -> Answered:
    """A finding about a drug's limit; with a reason it has been answered."""
    found = Finding(
        code="limit",
        severity=severity,
        subject="line:1",
        title="超出限定支付范围",
        message="限儿童使用，参保人40岁",
        advice="请决定",
        basis="药品目录备注",
    )
    answer = FindingDecision(
        code="limit",
        subject="line:1",
        fingerprint=found.fingerprint,
        verdict=FindingVerdict.EXCLUDE,
        reason=reason,
        decided_by="lin",
        decided_at=NOON,
    )
    return Answered(found, answer if reason else None)


def a_page(folder: Path, *words: PrintedWord, turn: int = 0, name: str = "a.jpg") -> PageImage:
    """A gray page of 400 by 600 pixels."""
    path = folder / name
    Image.new("RGB", (400, 600), (230, 230, 230)).save(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return PageImage(path=path, title="expense_statement", sha256=digest, width=400, height=600, turn=turn, words=words)


def text_of(path: Path) -> str:
    """All text of a PDF, blanks and line ends left out."""
    return "".join("".join(texts(path)).split())


def texts(path: Path) -> Iterator[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        yield page.get_textpage().get_text_bounded()
    document.close()


def place_of(path: Path, text: str, page: int = 0) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a text on a page, points."""
    document = pypdfium2.PdfDocument(path)
    layer = document[page].get_textpage()
    found = layer.search(text).get_next()
    assert found is not None, f"{text} is not on page {page}"
    boxes = [layer.get_charbox(found[0] + k, loose=True) for k in range(found[1])]
    document.close()
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def fonts_of(path: Path) -> Iterator[pikepdf.Object]:
    """Every font of every page."""
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            yield from page.obj.Resources.get("/Font", pikepdf.Dictionary()).values()
