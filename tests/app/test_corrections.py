"""Corrections leave the house as crops with labels, whole or not at all, by the hand of who may take them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from app.corrections import LABELS, Exported, export_corrections
from ocr.pages import PageText, to_json
from review.claim.paper import Place
from review.errors import ForbiddenError, InputError
from review.services import archive, desk, intake, learning, reading
from review.services.desk import Edit
from tests.builders import a_care, a_receipt, an_insured
from tests.offices import CLERK, SUPERVISOR, an_office, draft

if TYPE_CHECKING:
    from pathlib import Path

    from review.claim.claim import Claim
    from review.claim.paper import Document
    from review.services.office import Office

BOX = (40, 60, 120, 20)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office that agreed to keep corrections."""
    place = an_office(tmp_path / "home")
    learning.set_keep_corrections(place, SUPERVISOR, keep=True)
    return place


def placed(receipt: Document) -> Document:
    """The receipt with its payer read at a place of the page."""
    payer = receipt.values["payer"]
    read = replace(payer, text="张小漫", value="张小漫", place=Place(1, BOX))
    return replace(receipt, values={**receipt.values, "payer": read})


def on_the_desk(office: Office) -> Claim:
    """A claim in review with a real picture, its payer misread."""
    picture = office.home / "page.png"
    Image.new("RGB", (400, 300), "white").save(picture)
    number = intake.open_claim(office, CLERK, an_insured(), a_care(province="广东省")).number
    intake.add_pages(office, CLERK, number, [intake.PageFile("page.png", picture, 400, 300)])
    claim = intake.receive(office, CLERK, number)
    job = reading.take_page(office)
    assert job is not None
    reading.record_page(office, job.page_id, to_json(PageText(str(job.page_id), 400, 300, rotation=90)))
    reading.record_reading(office, number, [draft(placed(a_receipt()), claim.pages[0].id, 0)])
    return desk.begin_review(office, CLERK, number)


def correct(office: Office, claim: Claim, name: str = "张小满") -> None:
    payer = claim.receipts[0].values["payer"]
    desk.correct(office, CLERK, claim.number, [Edit(f"value:{payer.id}", name)])


def test_a_correction_leaves_as_a_crop_with_its_label(office: Office, tmp_path: Path) -> None:
    correct(office, on_the_desk(office))
    assert export_corrections(office, SUPERVISOR, tmp_path / "out") == Exported(1, 0, 0)
    [label] = (tmp_path / "out" / LABELS).read_text("utf-8").splitlines()
    crop, text = label.split("\t")
    assert text == "张小满"
    with Image.open(tmp_path / "out" / crop) as picture:
        assert picture.height > picture.width, "the page lay on its side"


def test_an_office_without_corrections_exports_an_empty_set(office: Office, tmp_path: Path) -> None:
    assert export_corrections(office, SUPERVISOR, tmp_path / "out") == Exported(0, 0, 0)
    assert (tmp_path / "out" / LABELS).read_text("utf-8") == ""


def test_a_correction_whose_picture_is_gone_is_counted(office: Office, tmp_path: Path) -> None:
    claim = on_the_desk(office)
    correct(office, claim)
    office.pages.path(claim.pages[0].sha256).write_bytes(b"torn")
    assert export_corrections(office, SUPERVISOR, tmp_path / "out") == Exported(0, 0, 1)


def test_a_clerk_takes_nothing_out_of_the_house(office: Office, tmp_path: Path) -> None:
    with pytest.raises(ForbiddenError):
        export_corrections(office, CLERK, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_there_is_left_alone(office: Office, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(InputError, match="已经存在"):
        export_corrections(office, SUPERVISOR, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_made_says_so_and_leaves_nothing(office: Office, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="没有写成"):
        export_corrections(office, SUPERVISOR, tmp_path / "file" / "out")


def test_an_export_stands_in_the_journal(office: Office, tmp_path: Path) -> None:
    correct(office, on_the_desk(office))
    export_corrections(office, SUPERVISOR, tmp_path / "out")
    assert "export_corrections" in [row.action for row in archive.history(office)]
