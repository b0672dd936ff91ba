"""OFD files: drawn with their text, lines and pictures; their words go with the page; broken ones say what is wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ocr.extraction.documents import read_documents
from ocr.reading import DocumentKind
from tests.ocr.capture.expanding import expanded, layer_of, pages_of, refusal, texts_of
from tests.ocr.capture.originals import Sheet, Text, a_receipt_sheet, a_ruled_sheet, ofd_bytes, ofd_parts, zipped

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "Doc_0/Pages/Page_0/Content.xml"
DOCUMENT = "Doc_0/Document.xml"
TABLE = [("项目名称", "规格", "单价", "数量", "金额"), ("氯化钠注射液", "0.9% 250ml", "3.20", "10", "32.00")]


def changed(path: str, old: str, new: str, sheet: Sheet | None = None) -> bytes:
    """An OFD of which one part says something else."""
    parts = ofd_parts([sheet or a_receipt_sheet()])
    text = parts[path].decode()
    assert old in text
    return zipped({**parts, path: text.replace(old, new).encode()})


def a_seal() -> Image.Image:
    image = Image.new("RGBA", (120, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((5, 5, 115, 115), outline=(220, 30, 30, 255), width=8)
    return image


def dark(path: Path) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    return np.asarray(np.asarray(Image.open(path).convert("L")) < 128, np.bool_)


def test_pages_are_drawn_and_their_words_lie_beside_them(tmp_path: Path) -> None:
    first, second = pages_of(tmp_path, "a.ofd", ofd_bytes([a_receipt_sheet(), a_ruled_sheet(TABLE)]))
    assert (first.name, second.name) == ("a.ofd#1", "a.ofd#2")
    assert (first.width, first.height) == (1654, 1339)
    assert layer_of(first).origin == "ofd"
    assert len(layer_of(first).words) == len(a_receipt_sheet().texts)
    assert texts_of(second) == [text for row in TABLE for text in row]
    assert len(layer_of(second).rules) == 3 + 6


def test_the_words_read_as_the_receipt_they_print(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.ofd", ofd_bytes([a_receipt_sheet()]))
    [document] = read_documents([layer_of(page)])
    assert document.kind is DocumentKind.INPATIENT_RECEIPT
    assert document.fields["total_amount"].value == "1280.50"
    assert document.fields["cash_paid"].value == "480.50"
    assert document.review == ()


def test_every_word_box_lies_on_its_print(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.ofd", ofd_bytes([a_receipt_sheet()]))
    ink = dark(page.path)
    for x, y, w, h in (word.box for word in layer_of(page).words):
        assert ink[y : y + h, x : x + w].any()
        assert not ink[y + h + 2 : y + h + 6, x : x + w].any()


def test_a_template_lies_under_its_page(tmp_path: Path) -> None:
    parts = ofd_parts([a_receipt_sheet(), Sheet((Text("合计：99.00", 20, 160),))])
    template = '<ofd:TemplatePage ID="2" BaseLoc="Pages/Page_0/Content.xml"/></ofd:CommonData>'
    used = '<ofd:Template TemplateID="2"/><ofd:Content>'
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"</ofd:CommonData>", template.encode())
    second = "Doc_0/Pages/Page_1/Content.xml"
    parts[second] = parts[second].replace(b"<ofd:Content>", used.encode())
    _, page = pages_of(tmp_path, "a.ofd", zipped(parts))
    assert {"合计：99.00", "（小写）：1280.50"} <= set(texts_of(page))


def test_a_seal_is_drawn_where_it_belongs_and_does_not_hide_the_words(tmp_path: Path) -> None:
    sheet = replace(a_receipt_sheet(), pictures=((a_seal(), (150, 130, 30, 30)),))
    [page] = pages_of(tmp_path, "a.ofd", ofd_bytes([sheet]))
    pixels = np.asarray(Image.open(page.path).convert("RGB")).astype(int)
    red = (pixels[:, :, 0] - pixels[:, :, 1]) > 100
    rows, columns = np.nonzero(red)
    assert columns.min() * 25.4 / 200 == pytest.approx(151, abs=1)
    assert rows.max() * 25.4 / 200 == pytest.approx(159, abs=1)
    assert "收款人：钱多" in texts_of(page)


def test_a_picture_that_is_missing_is_shown_as_missing(tmp_path: Path) -> None:
    sheet = replace(a_receipt_sheet(), pictures=((a_seal(), (150, 145, 20, 20)),))
    parts = ofd_parts([sheet])
    del parts["Doc_0/Res/p0-0.png"]
    [page] = pages_of(tmp_path, "a.ofd", zipped(parts))
    left, top = round(150 * 200 / 25.4), round(145 * 200 / 25.4)
    edge = np.asarray(Image.open(page.path).convert("L"))[top - 2 : top + 3, left : left + 100]
    assert (edge == 128).any(axis=0).all()


@pytest.mark.parametrize(
    "look",
    ['Visible="false"', 'Alpha="0"', 'Fill="false"'],
)
def test_text_that_is_not_shown_is_no_word(tmp_path: Path, look: str) -> None:
    sheet = replace(a_receipt_sheet(), texts=(*a_receipt_sheet().texts, Text("金额：999.99", 100, 160, size=4.25)))
    content = changed(PAGE, 'Size="4.25"', f'Size="4.25" {look}', sheet)
    if "Visible" in look:
        content = changed(
            PAGE, '<ofd:Layer ID="1">', '<ofd:Layer ID="0" Visible="false"></ofd:Layer><ofd:Layer ID="1">'
        )
    [page] = pages_of(tmp_path, "a.ofd", content)
    assert "金额：999.99" not in texts_of(page)
    assert "（小写）：1280.50" in texts_of(page)


def test_white_text_is_no_word(tmp_path: Path) -> None:
    sheet = replace(a_receipt_sheet(), texts=(*a_receipt_sheet().texts, Text("金额：999.99", 100, 160, grey=1.0)))
    [page] = pages_of(tmp_path, "a.ofd", ofd_bytes([sheet]))
    assert "金额：999.99" not in texts_of(page)


@pytest.mark.parametrize(
    "styled", ['<ofd:Layer ID="2" DrawParam="8">', '<ofd:Layer ID="2"><ofd:PageBlock DrawParam="8">']
)
def test_text_that_its_style_makes_white_is_no_word(tmp_path: Path, styled: str) -> None:
    parts = ofd_parts([a_receipt_sheet()])
    style = b'<ofd:DrawParam ID="8"><ofd:FillColor Value="255 255 255"/></ofd:DrawParam></ofd:Res>'
    parts["Doc_0/PublicRes.xml"] = parts["Doc_0/PublicRes.xml"].replace(b"</ofd:Res>", style)
    hidden = '<ofd:TextObject Size="4" Boundary="100 156 99 6"><ofd:TextCode X="0" Y="4">金额：999.99</ofd:TextCode>'
    block = "</ofd:PageBlock>" if "PageBlock" in styled else ""
    added = f"{styled}{hidden}</ofd:TextObject>{block}</ofd:Layer></ofd:Content>"
    parts[PAGE] = parts[PAGE].replace(b"</ofd:Content>", added.encode())
    [page] = pages_of(tmp_path, "a.ofd", zipped(parts))
    assert "金额：999.99" not in texts_of(page)
    parts[PAGE] = parts[PAGE].replace(b'DrawParam="8"', b"")
    [page] = pages_of(tmp_path, "b.ofd", zipped(parts))
    assert "金额：999.99" in texts_of(page)


def test_text_across_the_page_is_drawn_but_is_no_word(tmp_path: Path) -> None:
    sheet = replace(a_receipt_sheet(), texts=(*a_receipt_sheet().texts, Text("样张", 200, 20, turn=90)))
    [page] = pages_of(tmp_path, "a.ofd", ofd_bytes([sheet]))
    assert "样张" not in texts_of(page)
    assert dark(page.path)[100:260, 1500:1654].any()


def test_paths_written_with_slash_backslash_and_other_case_are_found(tmp_path: Path) -> None:
    content = changed(DOCUMENT, "Pages/Page_0/Content.xml", "\\Doc_0\\pages\\page_0\\CONTENT.xml")
    [page] = pages_of(tmp_path, "a.ofd", content)
    assert "（小写）：1280.50" in texts_of(page)


def test_blanks_before_a_text_count_as_characters_of_it(tmp_path: Path) -> None:
    sheet = replace(a_receipt_sheet(), texts=(*a_receipt_sheet().texts, Text("  票据说明", 100, 160)))
    [page] = pages_of(tmp_path, "a.ofd", ofd_bytes([sheet]))
    [word] = [word for word in layer_of(page).words if word.text == "票据说明"]
    assert word.box[0] * 25.4 / 200 == pytest.approx(100 + 2 * 0.56 * 4, abs=0.5)


def test_text_without_steps_is_set_by_its_size(tmp_path: Path) -> None:
    parts = ofd_parts([a_receipt_sheet()])
    text = parts[PAGE].decode().replace("DeltaX", "Ignored")
    [page] = pages_of(tmp_path, "a.ofd", zipped({**parts, PAGE: text.encode()}))
    assert "金额合计（大写）：壹仟贰佰捌拾元伍角整" in texts_of(page)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (zipped({"word/document.xml": b"<a/>"}), "ofd-other"),
        (zipped({"OFD.xml": b"<OFD/>"}), "ofd-incomplete"),
        (zipped({"OFD.xml": b"no"}), "ofd-damaged"),
        (zipped({**ofd_parts([]), DOCUMENT: b"<Document/>"}), "pdf-empty"),
        (changed("OFD.xml", "Doc_0/Document.xml", "../../../etc/passwd"), "ofd-incomplete"),
        (changed(DOCUMENT, "Pages/Page_0/Content.xml", "Pages/Page_9/Content.xml"), "ofd-incomplete"),
        (ofd_bytes([a_receipt_sheet()])[:400], "ofd-damaged"),
        (changed(PAGE, "<ofd:Content>", '<ofd:Template TemplateID="77"/><ofd:Content>'), "ofd-incomplete"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(tmp_path: Path, content: bytes, code: str) -> None:
    assert refusal(tmp_path, "a.ofd", content) == code


def test_a_page_of_endless_text_is_refused_before_it_is_drawn(tmp_path: Path) -> None:
    parts = ofd_parts([a_receipt_sheet()])
    path = "Doc_0/Pages/Page_0/Content.xml"
    parts[path] = parts[path].replace(b"</ofd:TextCode>", ("字" * 70_000 + "</ofd:TextCode>").encode(), 1)
    assert refusal(tmp_path, "a.ofd", zipped(parts)) == "ofd-bomb"


def test_pictures_drawn_over_and_over_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocr.capture.ofd_content.MOST_DRAWN", 3_000_000)
    pink = Image.new("RGB", (40, 40), (250, 200, 200))
    pictures = ((pink, (0.0, 0.0, 210.0, 170.0)), (pink, (0.0, 0.0, 210.0, 170.0)))
    [page] = pages_of(tmp_path, "a.ofd", ofd_bytes([replace(a_receipt_sheet(), pictures=pictures)]))
    assert Image.open(page.path).getpixel((5, 700)) == (250, 200, 200)
    assert Image.open(page.path).getpixel((0, 0)) == (128, 128, 128)


def test_a_page_of_endless_paper_is_drawn_within_bounds(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.ofd", changed(PAGE, "0 0 210 170", "0 0 900 900"))
    assert page.width * page.height <= 120_000_000
    assert "（小写）：1280.50" in texts_of(page)


def test_one_broken_page_does_not_lose_the_others(tmp_path: Path) -> None:
    parts = ofd_parts([a_receipt_sheet(), a_receipt_sheet(), a_receipt_sheet(total="9.00")])
    parts["Doc_0/Pages/Page_1/Content.xml"] = b"<broken"
    pages, failures = expanded(tmp_path, "a.ofd", zipped(parts))
    assert [page.name for page in pages] == ["a.ofd#1", "a.ofd#3"]
    assert [(failure.file, failure.code) for failure in failures] == [("a.ofd#2", "ofd-damaged")]


def test_a_group_that_holds_itself_ends(tmp_path: Path) -> None:
    inner = '<ofd:Content><ofd:CompositeObject ResourceID="5"/></ofd:Content>'
    group = f'<ofd:CompositeGraphicUnit ID="5">{inner}</ofd:CompositeGraphicUnit>'
    parts = ofd_parts([a_receipt_sheet()])
    parts["Doc_0/PublicRes.xml"] = parts["Doc_0/PublicRes.xml"].replace(b"</ofd:Res>", f"{group}</ofd:Res>".encode())
    used = b'<ofd:CompositeObject ResourceID="5" Boundary="0 0 9 9"/></ofd:Layer>'
    parts[PAGE] = parts[PAGE].replace(b"</ofd:Layer>", used)
    [page] = pages_of(tmp_path, "a.ofd", zipped(parts))
    assert "（小写）：1280.50" in texts_of(page)
