"""The notice of what is still to be handed in (补正一次性告知书), with a slip on which its receipt is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import HRFlowable, KeepTogether, Spacer

from review.identity import masked
from review.reports.head import caution, head
from review.reports.inputs import Imprint
from review.reports.page import WIDTH, Sheet, build
from review.reports.palette import LINE, MUTE, SMALL, block, long_table, para, style, table_style
from review.reports.pdfa import About, Part, join
from review.reports.settlement import signatures
from review.reports.words import china, moment
from review.reports.writing import write_whole

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from reportlab.platypus import Flowable

    from review.checks.materials.lacking import Lacking
    from review.reports.inputs import NoticePaper

TITLE = "医疗保险零星报销补正一次性告知书"
SLIP = "送达回执"
_HEADS = ("序号", "材料", "需要", "形式", "说明")
_WIDTHS = [WIDTH * share for share in (0.07, 0.24, 0.12, 0.25, 0.32)]
_HELD = [WIDTH * share for share in (0.07, 0.53, 0.2, 0.2)]
_TERMS = (
    "补正期间不计入办理时限；材料补齐后继续办理，无需重新申报。",
    "到期不能补齐的，请事先与经办机构联系；逾期未补正的，按规定可能不予受理或不予支付。",
    "复印件应清晰完整；补正时请携带本告知书。经办机构联系电话：____________________",
)
_BY_DEFAULT = Imprint()
_TEXT = style(9.4)


def notice_sheet(paper: NoticePaper, out: Path, imprint: Imprint = _BY_DEFAULT) -> Path:
    """Write the notice as PDF/A; gives back ``out``.

    Raises:
        StoreError: the file cannot be written (full disk, missing folder); nothing was changed.
    """
    number = paper.claim.number
    story = [
        *head(imprint.office, TITLE, number, WIDTH),
        *_draft(paper),
        *_addressed(paper),
        *_asked(paper),
        *_notes(paper),
        *_held(paper),
        *_terms(),
        KeepTogether(signatures((("经办人", _issuer(paper, imprint)), ("申报人（代办人）", "")))),
        KeepTogether(_slip(paper, imprint)),
    ]
    printed = f" · 打印 {moment(imprint.printed_at)}" if imprint.printed_at else ""
    part = Part(build(story, Sheet(f"{number} · {TITLE}{printed}")), TITLE)
    return write_whole(out, join([part], About(f"{TITLE} {number}", paper.claim.insured.name, imprint.printed_at)))


def _draft(paper: NoticePaper) -> list[Flowable]:
    return [] if paper.at else caution("草稿：尚未签发，仅供核对；签发后方可送达申报人。", WIDTH)


def _addressed(paper: NoticePaper) -> list[Flowable]:
    claim = paper.claim
    person, agent = claim.insured.name or "申报人", claim.insured.agent
    number = f"（身份证号 {masked(claim.insured.id_number)}）" if claim.insured.id_number else ""
    whose = f"，代办人 {agent}" if agent else ""
    handed_in = f"于{_day(claim.received_on)}" if claim.received_on else ""
    text = (
        f"您{handed_in}申报的{_care(paper)}医疗费用零星报销（{claim.number}），经核对尚需补正下列材料，现一次性告知。"
        f"请最迟于{_day(paper.due_on)}（自告知之日起{paper.working_days}个工作日内）一并补齐。"
    )
    return [para(f"{person}{number}{whose}：", style(10.4, bold=True)), Spacer(1, 1.4 * mm), para(text, _TEXT)]


def _care(paper: NoticePaper) -> str:
    care = paper.claim.care
    days = dict.fromkeys(_day(day) for day in (care.admitted, care.discharged) if day)
    return f"{'至'.join(days)}在{care.hospital or '医疗机构'}就诊的" if days else "就诊的"


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def _asked(paper: NoticePaper) -> list[Flowable]:
    if not paper.items:
        return []
    rows: list[list[object]] = [[*_HEADS]]
    rows += [_row(count, item) for count, item in enumerate(paper.items, start=1)]
    return block(f"需补正的材料（{len(paper.items)} 项）", long_table(rows, _WIDTHS, table_style()))


def _row(count: int, item: Lacking) -> list[object]:
    instead = f"可用{'、'.join(item.instead)}代替" if item.instead else ""
    later = "可书面承诺后补（容缺）" if item.later else ""
    said = "；".join(filter(None, (item.note, instead, later))) or "—"
    return [str(count), para(item.title, style(bold=True)), para(item.want), para(item.form), para(said, style(SMALL))]


def _notes(paper: NoticePaper) -> list[Flowable]:
    lines = [para(f"{count}. {note}", _TEXT) for count, note in enumerate(paper.notes, start=1)]
    return block("其他需补正事项", *lines) if lines else []


def _held(paper: NoticePaper) -> list[Flowable]:
    """What the office has, so that nobody brings it twice."""
    if not paper.held:
        return []
    rows: list[list[object]] = [["序号", "材料", "页数", "登记"]]
    rows += [[str(i), para(name), str(pages), custody] for i, (name, pages, custody) in enumerate(paper.held, start=1)]
    return block(f"已收材料（{len(paper.held)} 份）", long_table(rows, _HELD, table_style()))


def _terms() -> list[Flowable]:
    return block("说明", *(para(f"{count}. {text}", style(8.6)) for count, text in enumerate(_TERMS, start=1)))


def _issuer(paper: NoticePaper, imprint: Imprint) -> str:
    at = china(paper.at).date().isoformat() if paper.at else ""
    return f"{imprint.person(paper.by)} {at}".strip()


def _slip(paper: NoticePaper, imprint: Imprint) -> list[Flowable]:
    """What the person signs and the office keeps, below a line to cut along."""
    cut = HRFlowable(width=WIDTH, thickness=0.5, color=LINE, dash=(3, 2), spaceBefore=6 * mm, spaceAfter=3 * mm)
    asked = len(paper.items) + len(paper.notes)
    text = f"已收到{imprint.office}关于报销单 {paper.claim.number} 的补正一次性告知书（共{asked}项），内容已知悉。"
    kept = style(7, colour=MUTE)
    return [
        cut,
        para(f"{SLIP}（经办机构留存）", style(10, bold=True)),
        Spacer(1, 1 * mm),
        para(text, _TEXT),
        *signatures((("申报人（代办人）", ""), ("联系电话", ""), ("送达人", _issuer(paper, imprint)))),
        Spacer(1, 1 * mm),
        para("送达方式：□当面 □邮寄 □电话 □短信或网上通知", kept),
    ]
