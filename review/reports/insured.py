"""One page for the insured: what was paid, why the rest was not, in plain Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import KeepInFrame, Spacer, Table

from review.money import thousands
from review.packs.words import KINDS
from review.policy.plain_words import plain_words
from review.reports.facts import pairs
from review.reports.head import caution, head
from review.reports.inputs import Imprint
from review.reports.page import HEIGHT, WIDTH, Sheet, build
from review.reports.palette import BRAND, GROUND, INK, MUTE, WARN, bare_style, block, para, style, table_style
from review.reports.parts_bar import parts_bar
from review.reports.pdfa import About, Part, join
from review.reports.type import BOLD
from review.reports.words import day, moment
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from reportlab.lib.colors import Color
    from reportlab.platypus import Flowable, Paragraph

    from review.claim.claim import Claim
    from review.policy.plain_words import PlainWords, Reason, Share
    from review.policy.settlement import Settlement

TITLE = "医保报销说明（给参保人）"
_BY_DEFAULT = Imprint()
_SIZES = (10.2, 9.2, 8.2, 7.2, 6.2)
"""Sizes of type, points; the first that fits the page is used."""
_ANY = 10.0**6


def insured_sheet(claim: Claim, settlement: Settlement, out: Path, imprint: Imprint = _BY_DEFAULT) -> Path:
    """Write the page as PDF/A; gives back ``out``.

    Raises:
        StoreError: the file cannot be written (full disk, missing folder); nothing was changed.
    """
    about = About(f"{TITLE} {claim.number}", claim.insured.name, imprint.printed_at)
    return write_whole(out, join([Part(insured_pdf(claim, settlement, imprint), TITLE)], about))


def insured_pdf(claim: Claim, settlement: Settlement, imprint: Imprint = _BY_DEFAULT) -> bytes:
    """The page as plain PDF; always one page: a long account is set in smaller type."""
    words = plain_words(settlement, claim.care)
    stories = (_story(claim, settlement, imprint, _Page(words, size)) for size in _SIZES)
    story = next((one for one in stories if _high(one) <= HEIGHT), None)
    if story is None:
        story = [
            KeepInFrame(WIDTH, HEIGHT, _story(claim, settlement, imprint, _Page(words, _SIZES[-1])), mode="shrink")
        ]
    printed = f" · 打印 {moment(imprint.printed_at)}" if imprint.printed_at else ""
    return build(story, Sheet(f"{claim.number} · 政策包 {settlement.pack.id} {settlement.pack.version}{printed}"))


def _high(story: list[Flowable]) -> float:
    """How high a story is when nothing is broken, points."""
    return sum(one.wrap(WIDTH, _ANY)[1] + one.getSpaceBefore() + one.getSpaceAfter() for one in story)


def _story(claim: Claim, settlement: Settlement, imprint: Imprint, page: _Page) -> list[Flowable]:
    return [
        *head(imprint.office, TITLE, claim.number, WIDTH),
        *_whose(claim),
        Spacer(1, 3 * mm),
        _figures(settlement),
        Spacer(1, 2.5 * mm),
        *parts_bar(settlement),
        Spacer(1, 3 * mm),
        para(page.words.opening, style(11.5, bold=True)),
        Spacer(1, 1 * mm),
        *page.paid(),
        *page.reasons(settlement.personal),
        *page.notes(),
    ]


def _whose(claim: Claim) -> list[Flowable]:
    care = claim.care
    span = " 至 ".join(dict.fromkeys(day(one) for one in (care.admitted, care.discharged) if one))
    facts = (("姓名", claim.insured.name), ("就医", f"{care.hospital} {KINDS[care.kind]}"), ("日期", span))
    return [pairs(facts)]


def _figures(settlement: Settlement) -> Table:
    """Three big figures: what it cost, what the funds pay, what is left."""
    shown = (
        ("一共花了", settlement.total, INK),
        ("医保付", settlement.fund_total, BRAND),
        ("自己付", settlement.personal, WARN),
    )
    cells = [_figure(label, amount, colour) for label, amount, colour in shown]
    look = bare_style(
        ("BACKGROUND", (0, 0), (-1, -1), GROUND),
        ("TOPPADDING", (0, 0), (-1, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 9),
    )
    return Table([cells], colWidths=[WIDTH / 3] * 3, style=look)


def _figure(label: str, amount: Decimal, colour: Color) -> list[Flowable]:
    return [
        para(label, style(9.5, colour=MUTE, side="centre")),
        Spacer(1, 1.4 * mm),
        para(f"{thousands(amount)} 元", style(17, bold=True, colour=colour, side="centre")),
        Spacer(1, 1 * mm),
    ]


@dataclass(frozen=True, slots=True)
class _Page:
    """The account in one size of type, points."""

    words: PlainWords
    size: float

    def paid(self) -> list[Flowable]:
        """What each fund paid, and how that was reckoned."""
        rows: list[list[object]] = [["医保付了什么", "金额（元）", "怎么算的"]]
        rows += [[self.text(one.title), thousands(one.amount), self.text(one.words)] for one in self.words.paid]
        return block("医保付的部分", self.table(rows))

    def reasons(self, own: Decimal) -> list[Flowable]:
        """Why the rest is the person's own, down to what that is."""
        if not self.words.reasons:
            return []
        rows: list[list[object]] = [["原因", "金额（元）", "说明"]]
        rows += [self.reason(reason) for reason in self.words.reasons]
        rows += [self.relief(one) for one in self.words.relief]
        rows.append(["您自己负担", thousands(own), "以上相加" + "，减去带“减”的" * bool(self.words.relief)])
        return block("为什么有一部分要自己付", self.table(rows, ("FONTNAME", (0, -1), (-1, -1), BOLD)))

    def reason(self, reason: Reason) -> list[object]:
        """One reason with its biggest lines."""
        told = [self.text(reason.words)]
        if reason.named:
            told.append(para(reason.named, style(self.size * 0.88, colour=MUTE)))
        return [para(reason.title, style(self.size, bold=True)), thousands(reason.amount), told]

    def relief(self, one: Share) -> list[object]:
        """What was paid of it afterwards."""
        title = para(f"减：{one.title}", style(self.size, bold=True, colour=BRAND))
        return [title, thousands(-one.amount), self.text(one.words)]

    def notes(self) -> list[Flowable]:
        """What is still open, and where to ask."""
        told = [part for note in self.words.notes for part in caution(note, WIDTH)]
        ask = "对结果有疑问的，请带本说明和材料回执到受理窗口询问；每一步的算式和政策依据在结算单上。"
        return [Spacer(1, 3 * mm), *told, para(ask, style(self.size, colour=MUTE))]

    def text(self, text: str) -> Paragraph:
        """A plain cell."""
        return para(text, style(self.size))

    def table(self, rows: list[list[object]], *extra: object) -> Table:
        """Three columns with room to breathe."""
        air = (
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), self.size * 0.4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), self.size * 0.5),
        )
        widths = [WIDTH * share for share in (0.24, 0.15, 0.61)]
        return Table(rows, colWidths=widths, style=table_style(*air, *extra, figures=(1,), size=self.size))
