"""Made-up national lists as PDF: headings, ruled tables with merged cells and wrapped words, notes, remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

FACE = "Lists"
pdfmetrics.registerFont(TTFont(FACE, ROOT / "fonts/NotoSansSC-Regular.ttf"))
CELL = ParagraphStyle("cell", fontName=FACE, fontSize=9, leading=12, wordWrap="CJK")
PROSE = ParagraphStyle("prose", parent=CELL, fontSize=11, leading=16, firstLineIndent=22)
HEADING = ParagraphStyle("heading", parent=CELL, fontSize=18, leading=26, alignment=TA_CENTER)

WESTERN = ("药品分类代码", "药品分类", "", "编号", "药品名称", "剂型", "备注")
CHINESE = ("药品分类代码", "药品分类", "", "编号", "药品名称", "备注")
AGREED = ("药品分类代码", "药品分类", "", "编号", "药品名称", "医保支付标准", "备注", "协议有效期")
HERBS = ("序号", "饮片名称", "备注", "序号", "饮片名称", "备注")
INNOVATIVE = ("序号", "药品名称", "协议有效期")
WIDTHS = {"药品分类代码": 48, "药品分类": 80, "": 24, "编号": 48, "序号": 40, "剂型": 66}
NAME_WIDTH = 120


@dataclass(frozen=True)
class Part:
    """One part: its headings, the columns, the rows (two words make a category), and lines under the table."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    under: str = ""
    remarks: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Look:
    """How a list is printed: page, whether tables repeat their headings, and whether a row may be cut by a page."""

    page: tuple[float, float] = landscape(A4)
    repeat: bool = False
    cut: bool = False
    style: tuple[tuple[Any, ...], ...] = ()
    front: tuple[str, ...] = ("国家基本医疗保险药品目录（2031年）",)
    mark: str = ""
    frame: bool = False
    foot: str = ""
    head: str = ""

    def on_page(self, canvas: Canvas, document: SimpleDocTemplate) -> None:
        """What stands on every page beside the list: a mark across it, a frame around it, a page number."""
        width, height = self.page
        canvas.saveState()
        canvas.setFont(FACE, 10)
        if self.frame:
            canvas.rect(20, 20, width - 40, height - 40)
        canvas.drawCentredString(width / 2, height - 24, self.head)
        if self.foot:
            canvas.drawCentredString(width / 2, 26, self.foot.format(document.page))
        canvas.translate(width / 3, height / 4)
        canvas.rotate(38)
        canvas.setFont(FACE, 30)
        canvas.drawString(0, 0, self.mark)
        canvas.restoreState()


PLAIN = Look()


def western(*rows: tuple[str, ...]) -> Part:
    """The part of western drugs: rows of class, number, name, form, remark."""
    return Part("西药部分", WESTERN, rows)


SMALL = (
    western(
        ("XA", "消化道和代谢方面的药物"),
        ("XA02", "治疗胃酸相关类疾病的药物"),
        ("XA02B", "质子泵抑制剂"),
        ("甲", "1", "样例拉唑", "口服常释剂型", ""),
        ("乙", "★(1)", "样例拉唑", "注射剂", "限有十二指肠溃疡诊断患者的二线用药。"),
        ("XB", "血液和造血器官药"),
        ("乙", "2", "样例肝素", "注射剂", ""),
    ),
    Part(
        "中成药部分",
        CHINESE,
        (("ZA", "内科用药"), ("甲", "1", "样例羌活丸(颗粒)", ""), ("乙", "2", "样例灵", "限工伤保险")),
    ),
    Part(
        "协议期内谈判药品部分",
        AGREED,
        (("XA", "消化道和代谢方面的药物"), ("乙", "1", "样例替片", "*", "限成人。", "2031年1月1日至2032年12月31日")),
        under="（一）西药",
        remarks=("备注：企业申请价格保密的，医保支付标准一栏标识为*。",),
    ),
    Part(
        "竞价药品部分", AGREED, (("乙", "1", "样例喷雾剂", "8.50元(2ml:15mg/支)", "", "2030年1月1日至2031年12月31日"),)
    ),
    Part(
        "中药饮片部分",
        HERBS,
        (("1", "一枝样", "", "3", "小样香", "□"), ("2", "样参", "□; 限临床危重患者抢救", "4", "样草", "")),
        under="（一）基金予以支付的中药饮片",
    ),
    Part(
        "",
        (),
        under="（二）不得纳入基金支付范围的中药饮片",
        sentences=("样胶、样龙(醋样龙、炮样龙)、样枣、样珍珠", "各种样脏器和胎、鞭、尾"),
        remarks=("注：“不得纳入基金支付范围的中药饮片”包括药材及炮制后的饮片。",),
    ),
)
"""A whole list of made-up drugs: 3 + 2 + 1 + 1 + 4 + 5 rows."""


def published(path: Path, parts: Iterable[Part] = SMALL, notes: Sequence[str] = (), look: Look = PLAIN) -> Path:
    """A list as an authority would publish it."""
    document = SimpleDocTemplate(
        str(path), pagesize=look.page, leftMargin=40, rightMargin=40, topMargin=40, bottomMargin=40
    )
    story: list[Flowable] = [Paragraph(line, HEADING) for line in look.front]
    if notes:
        story += [PageBreak(), Paragraph("凡 例", HEADING), *(Paragraph(line, PROSE) for line in notes)]
    for part in parts:
        story += [*([PageBreak()] if part.title else []), *_part(part, document.width, look)]
    document.build(story, onFirstPage=look.on_page, onLaterPages=look.on_page)
    return path


def _part(part: Part, width: float, look: Look) -> Iterator[Flowable]:
    yield from (Paragraph(text, HEADING) for text in (part.title, part.under) if text)
    yield from (Paragraph(text, PROSE) for text in part.sentences)
    if part.columns:
        yield _table(part, width, look)
    yield from (Paragraph(text, PROSE) for text in part.remarks)


def _table(part: Part, width: float, look: Look) -> Table:
    names = part.columns
    narrow = sum(WIDTHS.get(name, 0) for name in names)
    wide = [name for name in names if name not in WIDTHS]
    widths = [WIDTHS.get(name) or (width - narrow) / len(wide) for name in names]
    style: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]
    if names[0] == "药品分类代码":
        style.append(("SPAN", (1, 0), (2, 0)))
    cells = [list(names)]
    for row in part.rows:
        if _is_category(row, names):
            style.append(("SPAN", (1, len(cells)), (2, len(cells))))
            cells.append([*row, *[""] * (len(names) - len(row))])
        else:
            cells.append([*[""] * (len(names) - len(row)), *row])
    shown = [[Paragraph(text.replace("\n", "<br/>"), CELL) if text else "" for text in row] for row in cells]
    cut = 1 if look.cut else 0
    return Table(shown, widths, repeatRows=int(look.repeat), splitInRow=cut, style=[*style, *look.style])


def _is_category(row: tuple[str, ...], names: tuple[str, ...]) -> bool:
    return len(row) == 2 and names[0] == "药品分类代码"


def many(count: int, name: str = "样例") -> Part:
    """A part of so many western drugs that it needs several pages."""
    return western(*(("乙", str(n), f"{name}{n}号片", "口服常释剂型", "") for n in range(1, count + 1)))
