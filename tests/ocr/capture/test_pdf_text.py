"""PDF files with text: their words go with the picture; what cannot be seen there does not."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont

from ocr.capture.limits import MAX_PIXELS
from ocr.extraction.documents import read_documents
from ocr.reading import DocumentKind
from resources import ROOT
from tests.ocr.capture.expanding import expanded, layer_of, pages_of, texts_of
from tests.ocr.capture.originals import Sheet, Text, a_receipt_sheet, a_ruled_sheet, pdf_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

TABLE = [
    ("项目名称", "规格", "单价", "数量", "金额"),
    ("氯化钠注射液", "0.9% 250ml", "3.20", "10", "32.00"),
    ("床位费(双人间)", "", "54.00", "8", "432.00"),
    ("降钙素原检测", "", "99.00", "-1", "-99.00"),
]
FONT = str(ROOT / "fonts" / "NotoSansSC-Regular.ttf")


def receipt(**changed: object) -> Sheet:
    return replace(a_receipt_sheet(), **changed)  # type: ignore[arg-type]


def with_texts(*texts: Text) -> Sheet:
    base = a_receipt_sheet()
    return replace(base, texts=(*base.texts, *texts))


def scanned(text: str = "合计 1280.50") -> Image.Image:
    image = Image.new("L", (1240, 1000), 250)
    ImageDraw.Draw(image).text((200, 300), text, font=ImageFont.truetype(FONT, 40), fill=20)
    return image


def test_a_page_is_drawn_and_its_words_lie_beside_it(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([a_receipt_sheet()]))
    layer = layer_of(page)
    assert page.layer == page.path.with_name(f"{page.sha256}.layer.json")
    assert (layer.width, layer.height, layer.upright_size) == (page.width, page.height, (page.width, page.height))
    assert (layer.origin, {word.confidence for word in layer.words}) == ("pdf", {1.0})
    assert len(layer.words) == len(a_receipt_sheet().texts)


def test_every_word_box_lies_on_its_print(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([a_receipt_sheet()]))
    grey = np.asarray(Image.open(page.path).convert("L"))
    for word in layer_of(page).words:
        x, y, w, h = word.box
        assert (grey[y : y + h, x : x + w] < 128).any()
        assert (grey[y : y + h, max(0, x - 12) : x - 4] > 200).all()
        assert (grey[y + h + 2 : y + h + 6, x : x + w] > 200).all()


def test_the_words_read_as_the_receipt_they_print(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([a_receipt_sheet()]))
    [document] = read_documents([layer_of(page)])
    assert document.kind is DocumentKind.INPATIENT_RECEIPT
    assert document.fields["total_amount"].value == "1280.50"
    assert [line.cells["amount"].value for line in document.items] == ["1000.50", "280.00"]
    assert document.review == ()


def test_cells_behind_rules_stay_cells_and_rules_are_kept(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([a_ruled_sheet(TABLE)]))
    assert texts_of(page) == [text for row in TABLE for text in row if text]
    rules = layer_of(page).rules
    assert sum(rule.horizontal for rule in rules) == len(TABLE) + 1
    assert sum(not rule.horizontal for rule in rules) == 6


@pytest.mark.parametrize(
    "hidden",
    [
        Text("金额：999.99", 100, 160, mode=3),
        Text("金额：999.99", 100, 160, grey=1.0),
        Text("金额：999.99", 100, 160, grey=0.95),
        Text("金额：999.99", 400, 160),
        Text("金额：999.99", 100, 160, size=0.3),
        Text("金额：999.99", -200, 160),
    ],
)
def test_text_that_nobody_can_see_is_no_word(tmp_path: Path, hidden: Text) -> None:
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([with_texts(hidden)]))
    assert "金额：999.99" not in texts_of(page)
    assert "（小写）：1280.50" in texts_of(page)


def test_a_scan_with_a_hidden_layer_of_text_stays_a_scan(tmp_path: Path) -> None:
    hidden = tuple(replace(text, mode=3) for text in a_receipt_sheet().texts)
    sheet = receipt(texts=hidden, pictures=((scanned(), (0, 0, 210, 170)),))
    visible = receipt(pictures=((scanned(), (0, 0, 210, 170)),))
    for pdf in (pdf_bytes([sheet]), pdf_bytes([visible])):
        [page] = pages_of(tmp_path, "a.pdf", pdf)
        assert page.layer is None
        assert page.width == pytest.approx(1240, abs=2)


def test_a_scan_in_strips_is_a_scan(tmp_path: Path) -> None:
    strips = tuple((scanned().crop((0, 250 * i, 1240, 250 * i + 250)), (0, 42.5 * i, 210, 42.5)) for i in range(4))
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([receipt(pictures=strips)]))
    assert page.layer is None


def test_figures_that_stand_on_a_page_as_a_picture_forbid_a_layer(tmp_path: Path) -> None:
    figures = scanned("壹仟贰佰捌拾元伍角整 1280.50 氯化钠注射液").crop((150, 280, 1240, 380))
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([receipt(pictures=((figures, (20, 150, 160, 15)),))]))
    assert page.layer is None


def test_a_red_seal_and_a_small_logo_do_no_harm(tmp_path: Path) -> None:
    seal = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(seal).ellipse((10, 10, 290, 290), outline=(220, 30, 30), width=12)
    ImageDraw.Draw(seal).text((60, 130), "收费专用章", font=ImageFont.truetype(FONT, 36), fill=(220, 30, 30))
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([receipt(pictures=((seal, (150, 135, 30, 30)),))]))
    assert len(layer_of(page).words) == len(a_receipt_sheet().texts)


def test_a_page_with_hardly_a_word_has_no_layer(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([Sheet((Text("第1页", 20, 20),))]))
    assert page.layer is None


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_a_turned_page_is_drawn_upright(tmp_path: Path, turns: int) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes([a_receipt_sheet()]))) as pdf:
        pdf.pages[0].rotate(turns, relative=False)
        pdf.save(tmp_path / "turned.pdf")
    [page] = pages_of(tmp_path, "a.pdf", (tmp_path / "turned.pdf").read_bytes())
    assert page.width > page.height
    assert "（小写）：1280.50" in texts_of(page)


def test_print_across_the_page_is_drawn_upright(tmp_path: Path) -> None:
    across = tuple(replace(t, x=200 - t.y, y=t.x + 10, turn=90) for t in a_receipt_sheet().texts)
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([Sheet(across)]))
    assert "（小写）：1280.50" in texts_of(page)
    assert page.width > page.height


def test_small_print_is_drawn_larger(tmp_path: Path) -> None:
    small = tuple(replace(text, size=1.8) for text in a_receipt_sheet().texts)
    [page] = pages_of(tmp_path, "a.pdf", pdf_bytes([receipt(texts=small)]))
    assert page.width > 2000
    assert "（小写）：1280.50" in texts_of(page)


def in_a_form(content: bytes) -> bytes:
    """The page's content moved into a form that is scaled, as browsers print."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = pdf.pages[0]
        form = pdf.make_stream(page.Contents.read_bytes())
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox, form.Matrix, form.Resources = page.MediaBox, [2, 0, 0, 2, 0, 0], page.Resources
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        page.Contents = pdf.make_stream(b"q 0.5 0 0 0.5 0 0 cm /F Do Q")
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def test_print_and_pictures_inside_forms_keep_their_places(tmp_path: Path) -> None:
    mark = scanned("门诊").crop((190, 290, 320, 360))
    plain = pdf_bytes([receipt(pictures=((mark, (180, 150, 15, 8)),))])
    [one], [other] = pages_of(tmp_path, "a.pdf", plain), pages_of(tmp_path, "b.pdf", in_a_form(plain))
    assert texts_of(one) == texts_of(other)
    assert [w.box for w in layer_of(one).words] == [w.box for w in layer_of(other).words]


def changed(content: bytes, change: Callable[[pikepdf.Pdf], None], **saving: Any) -> bytes:
    """A PDF changed and saved again."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        buffer = io.BytesIO()
        pdf.save(buffer, **saving)
    return buffer.getvalue()


def filled_in(value: str) -> bytes:
    """A receipt with a field of a form on it that somebody filled in."""
    look = f"BT /F 14 Tf 2 4 Td ({value}) Tj ET".encode()

    def add(pdf: pikepdf.Pdf) -> None:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        shown = pdf.make_stream(look, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 120, 20])
        shown.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="a", V=value, F=4,
            Rect=[400, 40, 520, 60], AP=pikepdf.Dictionary(N=shown),
        )  # fmt: skip
        fields = pikepdf.Array([pdf.make_indirect(field)])
        pdf.pages[0].Annots, pdf.Root.AcroForm = fields, pikepdf.Dictionary(Fields=fields)

    return changed(pdf_bytes([a_receipt_sheet()]), add)


def test_what_was_filled_into_a_form_is_a_word_of_the_page(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.pdf", filled_in("8888.88"))
    assert "8888.88" in texts_of(page)


def without_meaning(pdf: pikepdf.Pdf) -> None:
    """Fonts that do not tell which characters their signs are."""
    for font in pdf.pages[0].Resources.Font.values():
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


def test_signs_of_which_nobody_says_what_they_mean_are_read_from_the_picture(tmp_path: Path) -> None:
    [page] = pages_of(tmp_path, "a.pdf", changed(pdf_bytes([a_receipt_sheet()]), without_meaning))
    assert page.layer is None


def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    locked = pikepdf.Encryption(owner="x", user="", allow=pikepdf.Permissions(extract=False, modify_other=False))
    content = changed(pdf_bytes([a_receipt_sheet()]), lambda _: None, encryption=locked)
    [page] = pages_of(tmp_path, "a.pdf", content)
    assert "（小写）：1280.50" in texts_of(page)


@pytest.mark.parametrize("box", [[0, 0, 1e7, 1e7], [0, 0, 0, 0], [500, 500, 0, 0], [-1e5, -1e5, 1e5, 1e5]])
def test_pages_of_absurd_sizes_are_drawn_within_bounds(tmp_path: Path, box: list[float]) -> None:
    def stretch(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].MediaBox = box

    pages, failures = expanded(tmp_path, "a.pdf", changed(pdf_bytes([a_receipt_sheet()]), stretch))
    assert len(pages) + len(failures) == 1
    assert all(page.width * page.height <= MAX_PIXELS for page in pages)


MANY = """
import sys
from pathlib import Path
from ocr.capture.files import expand
from ocr.recognition.held import peak_memory
limits = []
for name in sys.argv[2:]:
    pages, failures = expand(Path(name), Path(sys.argv[1]))
    assert not failures, failures
    limits.append(peak_memory() // 1024)
print(*limits)
"""


def test_memory_does_not_grow_with_the_pages_of_a_file(tmp_path: Path) -> None:
    scan = Sheet(pictures=((scanned(), (0, 0, 210, 170)),), height=170)
    for count in (4, 40):
        (tmp_path / f"{count}.pdf").write_bytes(pdf_bytes([scan, a_receipt_sheet()] * (count // 2)))
    command = [sys.executable, "-c", MANY, str(tmp_path / "into"), str(tmp_path / "4.pdf"), str(tmp_path / "40.pdf")]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3])
    few, many = (int(kilobytes) for kilobytes in told.stdout.split())
    assert many < few + 20_000
