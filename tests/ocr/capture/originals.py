"""Electronic originals for tests: the same made-up pages as PDF, OFD and e-receipt XML, clean or spoilt on purpose."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PIL import Image

    Picture = tuple[Image.Image, tuple[float, float, float, float]]

MM = 72 / 25.4
FONT = "lingbao-test"
SPACE = "http://www.ofdspec.org/2016"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of print: left end and baseline in millimetres from the top left corner, size in millimetres.

    ``mode`` is the text render mode of PDF, ``grey`` the shade from 0 (black) to 1, ``turn`` degrees clockwise.
    """

    text: str
    x: float
    y: float
    size: float = 4.0
    mode: Literal[0, 3] = 0
    grey: float = 0.0
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its print, lines as (x0, y0, x1, y1), pictures with their boxes (x, y, width, height); millimetres."""

    texts: tuple[Text, ...] = ()
    lines: tuple[tuple[float, float, float, float], ...] = ()
    pictures: tuple[Picture, ...] = ()
    width: float = 210.0
    height: float = 297.0


def a_receipt_sheet(*, total: str = "1280.50", number: str = "0012345678") -> Sheet:
    """An inpatient receipt whose figures agree."""
    rows: list[Sequence[tuple[float, str]]] = [
        [(60, "江西省医疗住院收费票据（电子）")],
        [(15, "票据代码：36060125"), (130, f"票据号码：{number}")],
        [(15, "交款人：赵小满"), (130, "校验码：a1b2c3")],
        [(130, "开票日期：2025年03月11日")],
        [(15, "项目名称"), (70, "数量/单位"), (115, "金额（元）"), (165, "备注")],
        [(15, "西药费"), (115, "1000.50")],
        [(15, "床位费"), (115, "280.00")],
        [(15, "金额合计（大写）：壹仟贰佰捌拾元伍角整"), (130, f"（小写）：{total}")],
        [(15, "住院号：60018812"), (75, "住院科别：骨科"), (130, "住院时间：2025-03-01至2025-03-11")],
        [(15, "医保统筹基金支付：800.00"), (75, "其他支付：0.00"), (130, "个人账户支付：0.00")],
        [(15, "个人现金支付：480.50"), (75, "个人自付：400.50"), (130, "个人自费：80.00")],
        [(15, "收款单位（章）：安远县中心医院"), (130, "收款人：钱多")],
    ]
    return Sheet(
        tuple(Text(text, x, 30 + 10 * i) for i, row in enumerate(rows) for x, text in row), width=210, height=170
    )


def a_ruled_sheet(rows: Sequence[Sequence[str]], *, edges: Sequence[float] = (15, 75, 105, 130, 160, 195)) -> Sheet:
    """A ruled table whose cells stand close behind their rules."""
    texts = [Text(text, x + 0.4, 35 + 8 * i) for i, row in enumerate(rows) for x, text in zip(edges, row, strict=False)]
    bottom = 30 + 8 * len(rows)
    level = [(edges[0], 30 + 8 * i, edges[-1], 30 + 8 * i) for i in range(len(rows) + 1)]
    upright = [(x, 30, x, bottom) for x in edges]
    return Sheet(tuple(texts), (*level, *upright))


def pdf_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as a PDF with the project's font embedded."""
    _font()
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    for sheet in sheets:
        canvas.setPageSize((sheet.width * MM, sheet.height * MM))
        for image, (x, y, width, height) in sheet.pictures:
            place = (x * MM, (sheet.height - y - height) * MM, width * MM, height * MM)
            canvas.drawImage(ImageReader(image), *place)
        for x0, y0, x1, y1 in sheet.lines:
            canvas.line(x0 * MM, (sheet.height - y0) * MM, x1 * MM, (sheet.height - y1) * MM)
        for text in sheet.texts:
            _print(canvas, text, sheet.height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@cache
def _font() -> None:
    pdfmetrics.registerFont(TTFont(FONT, str(ROOT / "fonts" / "NotoSansSC-Regular.ttf")))


def _print(canvas: Canvas, text: Text, height: float) -> None:
    canvas.saveState()
    canvas.translate(text.x * MM, (height - text.y) * MM)
    canvas.rotate(-text.turn)
    run = canvas.beginText(0, 0)
    run.setFont(FONT, text.size * MM)
    run.setFillGray(text.grey)
    run.setTextRenderMode(text.mode)
    run.textOut(text.text)
    canvas.drawText(run)
    canvas.restoreState()


def ofd_parts(sheets: Sequence[Sheet]) -> dict[str, bytes]:
    """The parts of an OFD package by their paths."""
    parts = {
        "OFD.xml": _ofd("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
        "Doc_0/Document.xml": _ofd("Document", _document(len(sheets))),
        "Doc_0/PublicRes.xml": _ofd("Res", _media(sheets), 'BaseLoc="Res"'),
    }
    for at, sheet in enumerate(sheets):
        parts[f"Doc_0/Pages/Page_{at}/Content.xml"] = _ofd("Page", _page(sheet, at))
        for number, (image, _) in enumerate(sheet.pictures):
            buffer = io.BytesIO()
            image.save(buffer, "PNG")
            parts[f"Doc_0/Res/p{at}-{number}.png"] = buffer.getvalue()
    return parts


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in parts.items():
            package.writestr(path, content)
    return buffer.getvalue()


def ofd_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an OFD file."""
    return zipped(ofd_parts(sheets))


def _ofd(name: str, inside: str, attributes: str = "") -> bytes:
    root = f'<ofd:{name} xmlns:ofd="{SPACE}" {attributes}>{inside}</ofd:{name}>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{root}'.encode()


def _document(count: int) -> str:
    pages = "".join(f'<ofd:Page ID="{10 + at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(count))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    shared = f"<ofd:CommonData>{area}<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
    return f"{shared}<ofd:Pages>{pages}</ofd:Pages>"


def _media(sheets: Sequence[Sheet]) -> str:
    items = "".join(
        f'<ofd:MultiMedia ID="{100 * (at + 1) + n}" Type="Image"><ofd:MediaFile>p{at}-{n}.png</ofd:MediaFile>'
        "</ofd:MultiMedia>"
        for at, sheet in enumerate(sheets)
        for n in range(len(sheet.pictures))
    )
    return f"<ofd:MultiMedias>{items}</ofd:MultiMedias>"


def _page(sheet: Sheet, at: int) -> str:
    area = f"<ofd:Area><ofd:PhysicalBox>0 0 {sheet.width} {sheet.height}</ofd:PhysicalBox></ofd:Area>"
    objects = [
        f'<ofd:ImageObject ResourceID="{100 * (at + 1) + n}" Boundary="{x} {y} {w} {h}" CTM="{w} 0 0 {h} 0 0"/>'
        for n, (_, (x, y, w, h)) in enumerate(sheet.pictures)
    ]
    objects += [
        f'<ofd:PathObject ID="9" Boundary="{x0} {y0} {max(x1 - x0, 0.1)} {max(y1 - y0, 0.1)}" LineWidth="0.3">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0} {y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>"
        for x0, y0, x1, y1 in sheet.lines
    ]
    objects += [_text_object(text) for text in sheet.texts]
    return f'{area}<ofd:Content><ofd:Layer ID="1">{"".join(objects)}</ofd:Layer></ofd:Content>'


def _text_object(text: Text) -> str:
    steps = " ".join(str(text.size * (1.0 if ord(char) > 255 else 0.56)) for char in text.text[:-1])
    shade = round(255 * text.grey)
    escaped = text.text.replace("&", "&amp;").replace("<", "&lt;")
    turned = {0: "", 90: 'CTM="0 1 -1 0 0 0"'}[round(text.turn)]
    place = f"{text.x} {text.y - text.size} 200 {text.size * 1.3}"
    return (
        f'<ofd:TextObject Font="3" Size="{text.size}" Boundary="{place}" {turned}>'
        f'<ofd:FillColor Value="{shade} {shade} {shade}"/>'
        f'<ofd:TextCode X="0" Y="{text.size}" DeltaX="{steps}">{escaped}</ofd:TextCode></ofd:TextObject>'
    )


MAIN = {
    "EInvoiceName": "江西省医疗住院收费票据（电子）",
    "EInvoiceCode": "36060125",
    "EInvoiceNumber": "0012345678",
    "RandomNumber": "a1b2c3",
    "TotalAmount": "1280.50",
    "IssueDate": "20250311",
    "PayerPartyName": "赵小满",
    "InvoicingPartyName": "安远县中心医院",
    "TotalAmountCapital": "壹仟贰佰捌拾元伍角整",
    "HospitalizationNumber": "60018812",
    "DepartmentName": "骨科",
    "InhospitalDate": "2025-03-01",
    "OuthospitalDate": "2025-03-11",
    "Sex": "女",
    "FundPayAmount": "800.00",
    "OtherPayAmount": "0.00",
    "AccountPayAmount": "0.00",
    "OwnPayAmount": "480.50",
    "SelfpaymentAmount": "400.50",
    "SelfpaymentCost": "80.00",
}
"""An inpatient receipt by the names of the national standard."""

ITEMS = (("西药费", "1000.50"), ("床位费", "280.00"))


def xml_bytes(
    main: Mapping[str, str] = MAIN,
    items: Sequence[tuple[str, str]] = ITEMS,
    details: Sequence[Mapping[str, str]] = (),
    encoding: str = "utf-8",
) -> bytes:
    """An e-receipt as XML; ``details`` are by names such as ``AuxItemName``."""
    values = "".join(f"<{name}>{value}</{name}>" for name, value in main.items())
    lines = "".join(f"<Item><ItemName>{name}</ItemName><ItemAmount>{sum_}</ItemAmount></Item>" for name, sum_ in items)
    aux = "".join(f"<AuxItem>{''.join(f'<{k}>{v}</{k}>' for k, v in detail.items())}</AuxItem>" for detail in details)
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><EInvoice><Header><EInvoiceTag>CZ-EI</EInvoiceTag></Header>'
        f"<EInvoiceData><Main>{values}</Main><Details>{lines}</Details><AuxDetails>{aux}</AuxDetails></EInvoiceData></EInvoice>"
    )
    return text.encode(encoding)
