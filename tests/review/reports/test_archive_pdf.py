"""The archive PDF holds the pages as filed, with their words exactly on the print, then the sheets and the journal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from review.claim.journal import GENESIS, JournalRow, seal
from review.claim.states import TRANSITIONS
from review.reports.archive import archive_pdf
from review.reports.inputs import ArchiveCase, PrintedWord
from review.reports.journal_words import ACTIONS
from review.reports.scans import LONG_SIDE
from tests.builders import a_claim, a_receipt, a_statement
from tests.review.reports.papers import NOON, a_page, a_settlement, place_of, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from review.reports.inputs import PageImage

WORD = PrintedWord("住院费用", (40, 90, 120, 24))
SCALE = LONG_SIDE / 600


def a_case(*pages: PageImage) -> ArchiveCase:
    claim = a_claim(documents=(a_receipt(), a_statement()))
    row = JournalRow(
        sequence=1,
        at=NOON,
        actor="lin",
        action="correct",
        subject=claim.number,
        before={"amount": "18"},
        after={"amount": "18.00"},
        reason="按影像改正",
        previous=GENESIS,
        digest="",
    )
    return ArchiveCase(
        claim=claim, settlement=a_settlement(claim), pages=pages, journal=(replace(row, digest=seal(row)),)
    )


def test_words_lie_where_they_are_printed(tmp_path: Path) -> None:
    out = archive_pdf(a_case(a_page(tmp_path, WORD)), tmp_path / "out.pdf")
    left, bottom, right, top = place_of(out, WORD.text)
    assert left == pytest.approx(40 * SCALE, abs=1)
    assert right == pytest.approx(160 * SCALE, abs=2)
    assert (bottom + top) / 2 == pytest.approx((600 - 102) * SCALE, abs=6)


@pytest.mark.parametrize(
    ("turn", "box", "middle"),
    [
        (90, (90, 440, 24, 120), (100, 298)),
        (180, (240, 486, 120, 24), (100, 498)),
        (270, (286, 40, 24, 120), (100, 298)),
    ],
)
def test_words_of_a_turned_page_lie_on_the_upright_page(
    tmp_path: Path, turn: int, box: tuple[int, int, int, int], middle: tuple[int, int]
) -> None:
    out = archive_pdf(a_case(a_page(tmp_path, PrintedWord(WORD.text, box), turn=turn)), tmp_path / "out.pdf")
    left, bottom, right, top = place_of(out, WORD.text)
    assert ((left + right) / 2, (bottom + top) / 2) == pytest.approx([value * SCALE for value in middle], abs=6)
    assert right - left > top - bottom


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_picture_is_turned_with_its_words(tmp_path: Path, turn: int) -> None:
    """A dark corner at the filed upper left comes out where the turn brings it."""
    page = a_page(tmp_path, turn=turn)
    with Image.open(page.path) as picture:
        picture.paste((0, 0, 0), (0, 0, 100, 100))
        picture.save(page.path)
    out = archive_pdf(a_case(page), tmp_path / "out.pdf")
    seen = rendered(out)
    width, height = seen.size
    corner = {0: (9, 9), 90: (width - 9, 9), 180: (width - 9, height - 9), 270: (9, height - 9)}[turn]
    assert (width > height) == (turn in {90, 270})
    assert brightness(seen, corner) < 60
    assert brightness(seen, (width // 2, height // 2)) > 200


def brightness(picture: Image.Image, at: tuple[int, int]) -> int:
    return picture.crop((*at, at[0] + 1, at[1] + 1)).tobytes()[0]


def rendered(path: Path) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    picture: Image.Image = document[0].render(scale=0.5).to_pil().convert("L")
    document.close()
    return picture


def test_a_jpeg_goes_in_byte_for_byte(tmp_path: Path) -> None:
    page = a_page(tmp_path)
    out = archive_pdf(a_case(page), tmp_path / "out.pdf")
    with pikepdf.open(out) as pdf:
        [picture] = pdf.pages[0].get_images().values()
        assert picture.read_raw_bytes() == page.path.read_bytes()


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "I;16", "CMYK"])
def test_pictures_of_any_kind_become_plain_colour(tmp_path: Path, mode: str) -> None:
    suffix = "jpg" if mode == "CMYK" else "png"
    page = a_page(tmp_path, name=f"a.{suffix}")
    Image.new(mode, (400, 600)).save(page.path)
    out = archive_pdf(a_case(page), tmp_path / "out.pdf")
    with pikepdf.open(out) as pdf:
        [picture] = pdf.pages[0].get_images().values()
        assert picture.ColorSpace == "/DeviceRGB"
        assert "/SMask" not in picture


def test_the_archive_is_pdf_a_with_bookmarks_sheets_and_digests(tmp_path: Path) -> None:
    case = a_case(a_page(tmp_path, WORD), a_page(tmp_path, name="b.jpg"))
    out = archive_pdf(case, tmp_path / "out.pdf")
    text = text_of(out)
    assert case.journal[0].digest in text
    assert case.pages[0].sha256 in text
    assert "金额：18→18.00；按影像改正" in text
    with pikepdf.open(out) as pdf, pdf.open_outline() as outline:
        assert pdf.open_metadata().pdfa_status == "2B"
        assert [item.title for item in outline.root] == ["影像", "医疗保险零星报销结算单", "留痕与影像清单"]
        assert [item.title for item in outline.root[0].children] == ["1. 费用清单", "2. 费用清单"]


def test_every_move_of_a_claim_has_a_word_in_the_journal() -> None:
    assert [move.name for move in TRANSITIONS if move.name not in ACTIONS] == []


def test_a_claim_without_pages_or_journal_has_an_archive_too(tmp_path: Path) -> None:
    case = replace(a_case(), journal=())
    text = text_of(archive_pdf(case, tmp_path / "out.pdf"))
    assert "本单没有影像。" in text
    assert "没有留痕。" in text


def test_strange_words_do_not_break_the_text_layer(tmp_path: Path) -> None:
    words = [
        PrintedWord(text, (10, 10 + 20 * k, 80, 16)) for k, text in enumerate(["", "𪚥", "\x00", "(a)\\", "x" * 900])
    ]
    flat = PrintedWord("零宽", (10, 300, 0, 0))
    text = text_of(archive_pdf(a_case(a_page(tmp_path, *words, flat)), tmp_path / "out.pdf"))
    assert "〔U+2A6A5〕" in text
    assert "(a)\\" in text


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    case = a_case(a_page(tmp_path, WORD))
    first = archive_pdf(case, tmp_path / "1.pdf").read_bytes()
    assert archive_pdf(case, tmp_path / "2.pdf").read_bytes() == first
