"""`lingbao catalogue`: files are read without an office, compared, taken over whole and withdrawn."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.cli.cataloguing import listed
from review.catalogue.entry import Entry, EntryKind, PaymentClass
from review.catalogue.importing.proposal import Head, Proposal
from tests.lists import SMALL, published, western
from tests.offices import CLERK, SUPERVISOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.services.office import Office
    from tests.app.cli.conftest import Outcome

    Run = Callable[..., Outcome]

CONTRACT = {
    "official_no",
    "section",
    "name",
    "dosage_form",
    "class",
    "remark",
    "category_code",
    "category_name",
    "payment_standard",
    "agreement_period",
}
PLAN = "编号,药品名称,剂型,甲乙类\n1,样例甲片,片剂,甲\n"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return published(tmp_path / "list.pdf")


def test_a_list_is_read_by_the_contract(lingbao: Run, pdf: Path) -> None:
    told = lingbao("catalogue", "read", pdf, "--json").json
    assert set(told) == {"entries", "faults"}
    assert told["faults"] == []
    assert len(told["entries"]) == 16
    assert all(set(entry) >= CONTRACT for entry in told["entries"])


def test_rows_are_told_as_they_are_printed(lingbao: Run, pdf: Path) -> None:
    entries = lingbao("catalogue", "read", pdf, "--json").json["entries"]
    second, herb = entries[1], entries[7]
    assert (second["official_no"], second["class"], second["dosage_form"]) == ("★(1)", "乙", "注射剂")
    assert (second["category_code"], second["category_name"]) == ("XA02B", "质子泵抑制剂")
    assert (herb["section"], herb["class"]) == ("基金予以支付的中药饮片", "")
    assert entries[5]["agreement_period"] == "2031年1月1日至2032年12月31日"


def test_reading_needs_no_office_and_makes_none(lingbao: Run, pdf: Path) -> None:
    assert lingbao("catalogue", "read", pdf).code == 0
    assert not Path(os.environ["LINGBAO_HOME"]).exists()


def test_reading_tells_counts_and_faults_to_people(lingbao: Run, tmp_path: Path) -> None:
    path = published(tmp_path / "gap.pdf", [western(("甲", "1", "样例甲", "", ""), ("甲", "3", "样例乙", "", ""))])
    told = lingbao("catalogue", "read", path).out
    assert "gap.pdf：2 条" in told
    assert "编号不连续" in told


def test_faults_have_their_place(lingbao: Run, tmp_path: Path) -> None:
    path = published(tmp_path / "star.pdf", [western(("甲", "1", "样例甲", "", ""), ("乙", "★(9)", "样例乙", "", ""))])
    [fault] = lingbao("catalogue", "read", path, "--json").json["faults"]
    assert (fault["sheet"], fault["column"], fault["found"], fault["stops"]) == ("第2页", "编号", "★(9)", False)


def test_an_office_workbook_is_read_by_the_same_word(lingbao: Run, tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_text(PLAN, encoding="utf-8")
    [entry] = lingbao("catalogue", "read", tmp_path / "codes.csv", "--json").json["entries"]
    assert (entry["name"], entry["class"]) == ("样例甲片", "甲")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 torn", b"\x89PNG\r\n", b"\xff\xfe\x00\x01" * 20])
def test_what_is_no_catalogue_is_refused_with_advice(lingbao: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.pdf").write_bytes(content)
    outcome = lingbao("catalogue", "read", tmp_path / "x.pdf", "--json")
    assert outcome.code == 2
    assert outcome.json["error"]["message"]
    assert outcome.json["error"]["advice"]


def test_a_missing_file_is_refused(lingbao: Run, tmp_path: Path) -> None:
    assert lingbao("catalogue", "read", tmp_path / "none.pdf").code == 2


def test_entries_without_printed_rows_say_what_they_are() -> None:
    entry = Entry(
        id="1", edition_id="", kind=EntryKind.SUPPLY, official_no="", name="导管", payment_class=PaymentClass.B
    )
    proposal = Proposal(file="f", sha256="", form="supplies", head=Head(kind=EntryKind.SUPPLY), entries=(entry,))
    [told] = listed(proposal)
    assert (told["name"], told["class"], told["category_name"], told["includes"]) == ("导管", "乙", "", [])


def test_two_files_are_compared(lingbao: Run, pdf: Path, tmp_path: Path) -> None:
    first = western(("甲", "1", "样例拉唑", "口服常释剂型", ""), ("乙", "7", "样例新", "注射剂", ""))
    other = published(tmp_path / "next.pdf", [first, *SMALL[1:]])
    told = lingbao("catalogue", "compare", pdf, other, "--json").json
    assert [entry["name"] for entry in told["new"]] == ["样例新"]
    assert "样例肝素" in [entry["name"] for entry in told["gone"]]
    assert set(told) == {"new", "gone", "reclassed", "relimited", "repriced", "renamed"}


def test_a_change_shows_what_it_was_and_what_it_becomes(lingbao: Run, pdf: Path, tmp_path: Path) -> None:
    changed = western(*(("乙", *row[1:]) if row[:2] == ("甲", "1") else row for row in SMALL[0].rows))
    told = lingbao("catalogue", "compare", pdf, published(tmp_path / "next.pdf", [changed, *SMALL[1:]])).out
    assert "甲乙类变化 1" in told
    assert "甲乙类：甲 → 乙" in told


def test_a_file_does_not_differ_from_itself(lingbao: Run, pdf: Path) -> None:
    assert "没有差别" in lingbao("catalogue", "compare", pdf, pdf).out


def test_comparing_with_what_is_neither_file_nor_edition_says_so(lingbao: Run, pdf: Path) -> None:
    outcome = lingbao("catalogue", "compare", "nobody-2031", pdf)
    assert outcome.code == 3
    assert "nobody-2031" in outcome.err


IMPORT = ("--from", "2031-01-01", "--until", "2031-12-31", "-u", SUPERVISOR.username)


@pytest.mark.usefixtures("office")
def test_a_list_is_taken_over_listed_and_withdrawn(lingbao: Run, pdf: Path) -> None:
    told = lingbao("catalogue", "import", pdf, *IMPORT, "--json").json
    edition = told["edition"]
    assert (edition["title"], edition["effective_from"]) == ("国家基本医疗保险药品目录（2031年）", "2031-01-01")
    assert told["differences"]["gone"] > 4000
    assert edition["id"] in lingbao("catalogue", "list").out
    assert lingbao("catalogue", "withdraw", edition["id"], "-r", "发文有误", "-u", SUPERVISOR.username).code == 0
    assert "已作废" in lingbao("catalogue", "list").out


@pytest.mark.usefixtures("office")
def test_an_imported_list_is_searched_on_its_days(lingbao: Run, pdf: Path) -> None:
    lingbao("catalogue", "import", pdf, *IMPORT)
    found = lingbao("catalogue", "search", "样例肝素", "--date", "2031-06-01", "--json").json["candidates"]
    assert found[0]["entry"]["name"] == "样例肝素"
    assert "样例肝素" not in lingbao("catalogue", "search", "样例肝素", "--date", "2025-06-01").out


def test_a_stopping_fault_leaves_nothing_imported(lingbao: Run, office: Office, tmp_path: Path) -> None:
    path = published(tmp_path / "bad.pdf", [western(("甲", "1", "", "", ""))])
    before = lingbao("catalogue", "list").out
    assert lingbao("catalogue", "import", path, *IMPORT).code == 2
    assert lingbao("catalogue", "list").out == before
    assert office.today


@pytest.mark.usefixtures("office")
def test_a_wrong_date_is_bad_input(lingbao: Run, pdf: Path) -> None:
    outcome = lingbao("catalogue", "import", pdf, "--from", "2031年", "-u", SUPERVISOR.username)
    assert outcome.code == 2
    assert "2026-01-01" in outcome.err


@pytest.mark.usefixtures("office")
def test_only_keepers_import(lingbao: Run, pdf: Path) -> None:
    assert lingbao("catalogue", "import", pdf, "--from", "2031-01-01", "-u", CLERK.username).code == 4


def test_shipped_editions_are_searched(lingbao: Run) -> None:
    found = lingbao("catalogue", "search", "二甲双胍", "--date", "2025-05-01").out
    assert "二甲双胍" in found
    assert lingbao("catalogue", "search", "没有这种药样", "--date", "2025-05-01").code == 0
