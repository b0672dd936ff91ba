"""The list of 2024 as published gives the checked rows; what differs is known, counted and explained."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from resources import ROOT
from review.catalogue.importing.national.reader import read_national
from tests.lists import AGREED, Look, Part, published
from tools.catalogues.compare import Difference, copied_rows, differences, read_rows

if TYPE_CHECKING:
    from review.catalogue.importing.proposal import Proposal

SHARED = Path(__file__).resolve().parents[6] / "shared/data/catalogue"
PDF, CSV = SHARED / "nrdl_2024.pdf", SHARED / "nrdl_2024.csv"

pytestmark = pytest.mark.shared

ALLOWED = {
    "official_no": 924,  # herbs: the copy's own rows
    "pdf_page": 924,  # herbs: the copy gives none
    "category_name": 150,  # signs moved to the end, one name cut by a page
    "category_path": 2,
    "payment_standard": 4,
    "remark": 3,
    "name": 2,
    "agreement_period": 2,
}


@pytest.fixture(scope="module")
def listed() -> Proposal:
    return read_national(PDF)


@pytest.fixture(scope="module")
def found() -> list[Difference]:
    return list(differences(read_rows(PDF), copied_rows(CSV)))


def test_the_same_rows_stand_in_the_list_and_in_the_copy(listed: Proposal, found: list[Difference]) -> None:
    assert len(listed.entries) == 4750
    assert not [d for d in found if d.field == "row"]


def test_classes_names_and_forms_are_those_of_the_copy(found: list[Difference]) -> None:
    assert not [d for d in found if d.field in {"class", "dosage_form", "category_code"}]
    assert {(d.section, d.number) for d in found if d.field == "name"} == {("竞价药品", "2"), ("竞价药品", "3")}


def test_every_difference_is_counted_and_explained(found: list[Difference]) -> None:
    assert Counter(d.field for d in found) == ALLOWED
    assert [d for d in found if not d.why] == []


def test_the_list_adds_up_by_its_own_notes(listed: Proposal) -> None:
    assert listed.faults == ()
    assert listed.head.title == "国家基本医疗保险、工伤保险和生育保险药品目录（2024年）"
    assert any("西药部分 1957" in note and "中药饮片 892" in note for note in listed.notes)


def test_groups_of_compound_medicines_list_their_members(listed: Proposal) -> None:
    entries = {entry.id: entry for entry in listed.entries}
    assert entries["X197"].includes.split("、")[-1] == "铝镁颠茄片"
    assert len(entries["X1256"].includes.split("、")) == 47
    assert "氨酚伪麻美芬片(Ⅱ)/苯酚伪麻片" in entries["X1256"].includes
    assert {key for key, entry in entries.items() if entry.remark == "◇"} == {"X197", "X777", "X1199", "X1256"}


def test_nutrition_is_limited_as_the_notes_say(listed: Proposal) -> None:
    entries = {entry.id: entry for entry in listed.entries}
    screened = [key for key, entry in entries.items() if "营养风险筛查" in entry.remark]
    assert entries["X279"].remark.endswith("补充足够营养的住院患者方予支付。")
    assert entries["X1318"].remark.endswith("不能经饮食补充足够营养的患者方予支付。")
    assert {"X279", "X295", "X1318", "X1332"} <= set(screened)
    assert entries["X296"].remark == ""


def test_the_shipped_rows_are_those_of_the_list(listed: Proposal) -> None:
    with (ROOT / "catalogues/nrdl-2024/entries.csv").open(encoding="utf-8", newline="") as source:
        shipped = {row["key"]: (row["name"], row["remark"], row["agreement"]) for row in csv.DictReader(source)}
    assert shipped == {entry.id: (entry.name, entry.remark, entry.agreement) for entry in listed.entries}


def test_memory_stays_bounded_over_two_hundred_pages() -> None:
    words = "from pathlib import Path; import sys\nfrom ocr.recognition.held import peak_memory\n"
    words += "from review.catalogue.importing.national.reader import read_national\n"
    words += "read_national(Path(sys.argv[1])); print(peak_memory())"
    told = subprocess.run(
        [sys.executable, "-c", words, PDF], capture_output=True, check=True, cwd=ROOT.parent, text=True
    )
    assert int(told.stdout) < 250 * 1024 * 1024


def test_negotiated_drugs_printed_otherwise_read_the_same(listed: Proposal, tmp_path: Path) -> None:
    sections = {"谈判-西药": ("协议期内谈判药品部分", "（一）西药"), "竞价药品": ("竞价药品部分", "")}
    parts = [Part(title, AGREED, _reprinted(listed, section), under) for section, (title, under) in sections.items()]
    again = read_national(published(tmp_path / "again.pdf", parts, look=Look(page=(1190, 842), cut=True)))
    before = [entry for entry in listed.entries if entry.section in sections]
    assert [(e.id, e.name, _unspaced(e.payment_standard), e.agreement) for e in again.entries] == [
        (e.id, e.name, _unspaced(e.payment_standard), e.agreement) for e in before
    ]
    assert [_unspaced(e.remark) for e in again.entries] == [_unspaced(e.remark) for e in before]
    assert again.faults == ()


def _reprinted(listed: Proposal, section: str) -> tuple[tuple[str, ...], ...]:
    pairs = zip(listed.entries, listed.printed, strict=True)
    return tuple(
        (row["class"], e.official_no, e.name, e.payment_standard, e.remark, e.agreement)
        for e, row in pairs
        if e.section == section
    )


def _unspaced(text: str) -> str:
    return "".join(text.split())
