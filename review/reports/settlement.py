"""The settlement sheet: everything a person needs to follow, check and sign one claim's settlement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Spacer, Table

from review.reports.facts import care, person, year
from review.reports.grounds import findings as findings_block
from review.reports.grounds import trace, warnings
from review.reports.head import caution, head
from review.reports.inputs import Imprint
from review.reports.ladder import ladder
from review.reports.lines import lines
from review.reports.page import WIDTH, Sheet, build
from review.reports.palette import LINE, MUTE, bare_style, para, style
from review.reports.pdfa import About, Part, join
from review.reports.words import moment
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reportlab.platypus import Flowable

    from review.claim.claim import Claim
    from review.packs.stated import PackUsed
    from review.policy.settlement import Settlement
    from review.reports.inputs import Judged

TITLE = "医疗保险零星报销结算单"
_BY_DEFAULT = Imprint()


def settlement_sheet(
    claim: Claim, settlement: Settlement, findings: Sequence[Judged], out: Path, imprint: Imprint = _BY_DEFAULT
) -> Path:
    """Write the sheet as PDF/A; gives back ``out``.

    Raises:
        StoreError: the file cannot be written (full disk, missing folder); nothing was changed.
    """
    part = Part(settlement_pdf(claim, settlement, findings, imprint), TITLE)
    about = About(f"{TITLE} {claim.number}", claim.insured.name, imprint.printed_at)
    return write_whole(out, join([part], about))


def settlement_pdf(claim: Claim, settlement: Settlement, findings: Sequence[Judged], imprint: Imprint) -> bytes:
    """The sheet's pages as plain PDF, for the sheet itself and for the archive."""
    story = [
        *head(imprint.office, TITLE, claim.number, WIDTH),
        *_unconfirmed(settlement.pack),
        *person(claim.insured),
        *care(claim),
        *ladder(settlement),
        *year(claim, settlement),
        *lines(claim, settlement),
        *findings_block(findings, imprint),
        *trace(settlement),
        KeepTogether([*warnings(settlement), *signatures(_signers(claim, imprint))]),
    ]
    return build(story, Sheet(_foot(claim, settlement, imprint)))


def _unconfirmed(pack: PackUsed) -> list[Flowable]:
    if pack.status == "confirmed":
        return []
    text = (
        f"政策未经确认：所用政策包“{pack.title or pack.id}”尚未经局方确认，本单数额仅供核对；正式拨付前须先确认政策包。"
    )
    return caution(text, WIDTH)


def _foot(claim: Claim, settlement: Settlement, imprint: Imprint) -> str:
    pack = settlement.pack
    printed = f" · 打印 {moment(imprint.printed_at)}" if imprint.printed_at else ""
    editions = "、".join(settlement.catalogue) or "无"
    on = f"（按 {settlement.day} 的政策）" if settlement.day else ""
    return f"{claim.number} · 政策包 {pack.id} {pack.version}{on} · 目录 {editions}{printed}"


def _signers(claim: Claim, imprint: Imprint) -> tuple[tuple[str, str], ...]:
    return (
        ("初审", imprint.person(claim.first_reviewer)),
        ("复核", imprint.person(claim.second_reviewer)),
        ("签批", imprint.person(claim.signed_by)),
        ("参保人（代办人）", ""),
    )


def signatures(places: Sequence[tuple[str, str]], width: float = WIDTH) -> list[Flowable]:
    """Places to sign, each with the name of who acted in the software and room for a hand and a date."""
    cells = [
        [para(f"{label}：{name}", style(8.4)), Spacer(1, 9 * mm), para("日期：", style(7, colour=MUTE))]
        for label, name in places
    ]
    look = bare_style(
        ("BOX", (0, 0), (-1, -1), 0.5, LINE),
        ("INNERGRID", (0, 0), (-1, -1), 0.5, LINE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
    )
    return [Spacer(1, 5 * mm), Table([cells], colWidths=[width / len(cells)] * len(cells), style=look)]
