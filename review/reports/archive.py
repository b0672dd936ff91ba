"""The archive PDF of a claim: its pages with searchable text, the settlement sheet, the journal with its digests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review.reports.changes import changes
from review.reports.head import head
from review.reports.journal_words import ACTIONS, SOFTWARE
from review.reports.page import WIDTH, Sheet, build
from review.reports.palette import MUTE, SMALL, block, long_table, para, style, table_style
from review.reports.pdfa import About, Part, join
from review.reports.scans import scans
from review.reports.settlement import TITLE, settlement_pdf
from review.reports.words import moment, page_word
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.platypus import Flowable

    from review.claim.journal import JournalRow
    from review.reports.inputs import ArchiveCase, Imprint, PageImage

_TINY = style(6.4)
_FAINT = style(5.6, colour=MUTE)
_LONGEST = 240
"""Characters of a change that are printed; the journal in the store keeps all of it."""


def archive_pdf(case: ArchiveCase, out: Path) -> Path:
    """Write the archive as one PDF/A-2b file with bookmarks; gives back ``out``.

    Raises:
        StoreError: the file cannot be written (full disk, missing folder); nothing was changed.
        OSError: a page image cannot be read.
    """
    sheet = settlement_pdf(case.claim, case.settlement, case.findings, case.imprint)
    marks = tuple((f"{number}. {page_word(page.title)}", number - 1) for number, page in enumerate(case.pages, start=1))
    parts = [Part(sheet, TITLE), Part(_journal(case), "留痕与影像清单")]
    if case.pages:
        parts.insert(0, Part(scans(case.pages), "影像", marks))
    claim = case.claim
    about = About(f"报销档案 {claim.number}", f"{claim.insured.name} {claim.care.hospital}", case.imprint.printed_at)
    return write_whole(out, join(parts, about))


def _journal(case: ArchiveCase) -> bytes:
    story = [
        *head(case.imprint.office, "报销档案：留痕与影像清单", case.claim.number, WIDTH),
        *_images(case.pages),
        *_rows(case.journal, case.imprint),
    ]
    return build(story, Sheet(f"{case.claim.number} · 每行摘要由上一行摘要和本行内容算出（SHA-256）"))


def _images(pages: tuple[PageImage, ...]) -> list[Flowable]:
    """The pages with the digests of their files."""
    if not pages:
        return block("影像", para("本单没有影像。", style(SMALL)))
    rows: list[list[object]] = [["页", "内容", "像素", "SHA-256"]]
    rows += [
        [str(number), para(page_word(page.title), style(SMALL)), f"{page.width} × {page.height}", page.sha256]
        for number, page in enumerate(pages, start=1)
    ]
    widths = [WIDTH * share for share in (0.06, 0.26, 0.14, 0.54)]
    return block(f"影像（{len(pages)} 页）", long_table(rows, widths, table_style(size=SMALL)))


def _rows(journal: tuple[JournalRow, ...], imprint: Imprint) -> list[Flowable]:
    if not journal:
        return block("留痕", para("没有留痕。", style(SMALL)))
    rows: list[list[object]] = [
        ["序", "时间", "人员", "动作", "变动", "摘要"],
        *(_row(row, imprint) for row in journal),
    ]
    widths = [WIDTH * share for share in (0.05, 0.13, 0.1, 0.13, 0.35, 0.24)]
    look = table_style(("VALIGN", (0, 0), (-1, -1), "TOP"), size=6.4)
    return block(f"留痕（{len(journal)} 行）", long_table(rows, widths, look))


def _row(row: JournalRow, imprint: Imprint) -> list[object]:
    change = "；".join(part for part in (*changes(row.before, row.after), row.reason) if part)
    return [
        str(row.sequence),
        para(moment(row.at), _TINY),
        para(SOFTWARE.get(row.actor) or imprint.person(row.actor), _TINY),
        [para(ACTIONS.get(row.action, row.action), _TINY), para(row.subject, _FAINT)],
        para(change if len(change) <= _LONGEST else f"{change[:_LONGEST]}…", _TINY),
        para(row.digest, _FAINT),
    ]
