"""Services meet reports: sheets, payment files and archives of what the store holds, written where the caller says."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from app.plain import plain
from ocr.pages import page_from_json
from review.reports.inputs import ArchiveCase, Imprint, NoticePaper, PageImage, PrintedWord, SignoffPaper, SignoffRow
from review.reports.words import CUSTODIES
from review.services import adjusting, archive, queue, reading, settings, settle, supplements, users, verifying

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from review.claim.adjustment import Adjustment
    from review.claim.claim import Claim
    from review.claim.paper import Page
    from review.claim.people import Actor
    from review.policy.settlement import Settlement
    from review.reports.inputs import PayOrder
    from review.services.batches import BatchClaim, BatchView
    from review.services.office import Office


def imprint(office: Office) -> Imprint:
    """Who prints, and the full names behind usernames."""
    names = {row.username: row.full_name for row in users.list_users(office)}
    return Imprint(printed_at=office.clock(), people=names, office=settings.office_name(office))


def settlement_sheet(office: Office, number: str, out: Path) -> Path:
    """The settlement sheet of a claim as a PDF."""
    from review.reports import settlement  # noqa: PLC0415 - ReportLab takes half a second to load

    claim, views = queue.load_claim(office, number), settle.findings(office, number)
    return settlement.settlement_sheet(claim, settle.settlement_of(office, number), views, out, imprint(office))


def insured_sheet(office: Office, number: str, out: Path) -> Path:
    """The page that tells the insured what was paid and why the rest was not, as a PDF."""
    from review.reports import insured  # noqa: PLC0415 - ReportLab takes half a second to load

    claim = queue.load_claim(office, number)
    return insured.insured_sheet(claim, settle.settlement_of(office, number), out, imprint(office))


def claim_workbook(office: Office, number: str, out: Path) -> Path:
    """The ladder and all lines of a claim as an Excel workbook."""
    from review.reports import workbooks  # noqa: PLC0415 - the workbook library takes a second to load

    return workbooks.claim_xlsx(queue.load_claim(office, number), settle.settlement_of(office, number), out)


def signoff_sheet(office: Office, view: BatchView, out: Path) -> Path:
    """The sign-off sheet of a batch as a PDF."""
    from review.reports import signoff  # noqa: PLC0415 - ReportLab takes half a second to load

    packs = dict.fromkeys(settle.settlement_of(office, claim.number).pack for claim in view.included)
    paper = SignoffPaper(
        number=view.number,
        rows=tuple(_signoff_row(office, claim) for claim in view.included),
        excluded=tuple((claim.number, claim.reason) for claim in view.claims if claim.excluded),
        checks=tuple(f"{'✓' if check.ok else '■'} {check.title}：{check.message}" for check in view.checks),
        signed_by=view.signed_by,
        signed_at=view.signed_at,
        pack="、".join(f"{pack.id} {pack.version}" for pack in packs),
        unconfirmed=any(pack.status != "confirmed" for pack in packs),
    )
    return signoff.signoff_sheet(paper, out, imprint(office))


def _signoff_row(office: Office, row: BatchClaim) -> SignoffRow:
    claim, result = queue.load_claim(office, row.number), settle.settlement_of(office, row.number)
    return SignoffRow(
        claim=row.number,
        name=row.name,
        id_masked=row.id_masked,
        hospital=row.hospital,
        care=f"{claim.care.admitted or ''} 至 {claim.care.discharged or ''}",
        total=row.total,
        payable=row.payable,
        basic_fund=result.basic_fund,
        serious_illness_fund=result.serious_illness_fund,
        medical_aid_fund=result.medical_aid_fund,
        supplement_fund=result.supplement_fund,
        risks=row.risks,
        first_reviewer=row.first_reviewer,
        second_reviewer=row.second_reviewer,
        fingerprint=fingerprint(result),
    )


def fingerprint(result: Settlement) -> str:
    """Short SHA-256 over a settlement, so that a printed sheet can be held against the store."""
    text = json.dumps(plain(result), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def notice_sheet(office: Office, number: str, out: Path, note: str = "") -> Path:
    """The last notice of what is still to be handed in as a PDF; a draft of it where none was issued yet.

    Raises:
        InputError: nothing is lacking; no file was written.
    """
    from review.reports import notice  # noqa: PLC0415 - ReportLab takes half a second to load

    told = supplements.latest(office, number, note)
    supplements.require_something(told)
    return notice.notice_sheet(_notice_paper(office, told), out, imprint(office))


def _notice_paper(office: Office, told: supplements.Notice) -> NoticePaper:
    return NoticePaper(
        claim=queue.load_claim(office, told.claim),
        items=told.items,
        notes=told.notes,
        held=tuple((name, pages, CUSTODIES[custody]) for name, pages, custody in told.held),
        due_on=told.due_on,
        working_days=told.working_days,
        by=told.by,
        at=told.at,
    )


def verification_list(office: Office, number: str, out: Path) -> Path:
    """The electronic receipts of a claim (empty number: the open ones of all) to look up: CSV by its name, else PDF."""
    from review.reports import verification_list as report  # noqa: PLC0415 - ReportLab takes half a second to load

    rows = verifying.to_verify(office, number)
    if out.suffix.lower() == ".csv":
        return report.verification_csv(rows, out)
    return report.verification_sheet(rows, out, imprint(office), number)


def adjustment_sheet(office: Office, number: str, out: Path) -> Path:
    """The form of an adjustment after payment (补支、追回审核表) as a PDF."""
    from review.reports import adjustment  # noqa: PLC0415 - ReportLab takes half a second to load

    one = adjusting.adjustment(office, number)
    return adjustment.adjustment_sheet(queue.load_claim(office, one.claim), one, out, imprint(office))


def adjustment_book(office: Office, found: Iterable[Adjustment], out: Path) -> Path:
    """Adjustments as an Excel workbook: what moved from which fund, who agreed, where the money went or came back."""
    from review.reports import adjustment_book as report  # noqa: PLC0415 - the workbook library takes a second to load

    return report.adjustment_xlsx(found, out, imprint(office))


def payment_file(order: PayOrder, out: Path) -> Path:
    """The payment file for the bank, of a batch or of supplements: Excel where the name ends in .xlsx, else CSV."""
    from review.reports import payment  # noqa: PLC0415 - the workbook library takes a second to load

    write = payment.payment_xlsx if out.suffix.lower() == ".xlsx" else payment.payment_csv
    return write(order, out)


def archive_case(office: Office, number: str) -> ArchiveCase:
    """Everything that goes into a claim's archive PDF."""
    claim = queue.load_claim(office, number)
    return ArchiveCase(
        claim=claim,
        settlement=settle.settlement_of(office, number),
        findings=settle.findings(office, number),
        pages=_page_images(office, claim),
        journal=archive.history(office, number),
        imprint=imprint(office),
    )


def _page_images(office: Office, claim: Claim) -> tuple[PageImage, ...]:
    seen = {row.page_id: page_from_json(row.text) for row in reading.page_texts(office, claim.number)}
    titles = {page_id: document.kind for document in claim.documents for page_id in document.page_ids}

    def image(page: Page) -> PageImage:
        text = seen.get(page.id)
        words = tuple(PrintedWord(word.text, text.filed_box(word.box)) for word in text.words) if text else ()
        return PageImage(
            path=office.pages.path(page.sha256),
            title=titles.get(page.id, ""),
            sha256=page.sha256,
            width=page.width,
            height=page.height,
            turn=((text.rotation if text else 0) + page.turn) % 360,
            words=words,
        )

    return tuple(image(page) for page in claim.pages)


def archive_claim(office: Office, actor: Actor, number: str, out: Path) -> Path:
    """Make the archive PDF, keep it in the page store by its hash, close the claim; the path of the copy."""
    from review.reports import archive as report  # noqa: PLC0415 - ReportLab takes half a second to load

    target = report.archive_pdf(archive_case(office, number), out)
    archive.archive(office, actor, number, target)
    return target
