"""The catalogues as people look at them: files read apart, remembered columns, editions and entries page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Event
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import EntryKind, PaymentClass, Printed
from review.catalogue.importing.headings import look_at
from review.catalogue.importing.mapping import Mapping
from review.errors import ForbiddenError, InputError, NotFoundError
from review.services import archive, backup, catalogue
from review.services.catalogue import EntryFilter
from review.services.edition_changes import SUBJECT
from tests.catalogues import a_head, a_proposal, an_entry
from tests.offices import ADMINISTRATOR, CLERK, SUPERVISOR, a_user, an_office
from tests.workbooks import csv_file, drug_book, product

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office

DAY = date(2025, 3, 11)
ODD = [["甲栏", "乙栏", "丙栏", "丁栏"], ["001", "样例诊查", "甲", "12.5"], ["002", "样例换药", "乙", "8"]]
"""A table whose headings nobody can guess."""
COLUMNS = (("official_no", "甲栏"), ("name", "乙栏"), ("payment_class", "丙栏"), ("price_limit", "丁栏"))


def test_a_workbook_goes_from_its_file_to_a_match(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "代码库.xlsx"
    drug_book(path, product(1), product(2, 甲乙类="甲"))
    proposal = catalogue.propose(office, path)
    assert (proposal.file, len(proposal.entries), proposal.stopped) == ("代码库.xlsx", 2, False)
    edition = catalogue.take_over(office, SUPERVISOR, proposal, a_head())
    code = proposal.entries[0].code
    match = office.catalogue.match(Printed("样品洛芬片1", code=code), DAY)
    assert match.entry_id == f"{edition.id}/{proposal.entries[0].id}"


def test_what_is_no_catalogue_is_refused_with_advice(office: Office, tmp_path: Path) -> None:
    letter = tmp_path / "letter.xlsx"
    letter.write_bytes(b"Dear reader")
    with pytest.raises(InputError) as refused:
        catalogue.propose(office, letter)
    assert refused.value.advice


def test_reading_stops_when_the_person_gives_up(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "代码库.xlsx"
    drug_book(path, product())
    stop = Event()
    stop.set()
    with pytest.raises(InputError) as refused:
        catalogue.propose(office, path, stop=stop)
    assert refused.value.code == "cancelled"


def test_columns_that_a_person_named_are_remembered_by_their_headings(office: Office, tmp_path: Path) -> None:
    path, later = (
        csv_file(tmp_path / "收费.csv", ODD),
        csv_file(tmp_path / "新收费.csv", [*ODD, ["003", "样例复诊", "丙", ""]]),
    )
    (look,) = catalogue.looks(office, path)
    mapping = Mapping(kind=EntryKind.SERVICE, sheets=(look.sheet,), header_row=1, columns=COLUMNS)
    signature = look_at(look, 1).signature
    assert catalogue.known_mapping(office, signature) is None
    catalogue.remember_mapping(office, SUPERVISOR, signature, mapping)
    assert catalogue.known_mapping(office, signature) == mapping
    assert [entry.name for entry in catalogue.propose(office, later).entries] == ["样例诊查", "样例换药", "样例复诊"]


def test_remembering_columns_is_told_and_not_for_everybody(office: Office) -> None:
    mapping = Mapping(kind=EntryKind.SERVICE, sheets=("",), header_row=1, columns=COLUMNS)
    with pytest.raises(ForbiddenError):
        catalogue.remember_mapping(office, CLERK, "sig", mapping)
    catalogue.remember_mapping(office, ADMINISTRATOR, "sig", mapping)
    catalogue.remember_mapping(office, ADMINISTRATOR, "sig", replace(mapping, header_row=2))
    first, second = archive.history(office, SUBJECT)
    assert (first.action, first.before["mapping"]) == ("remember_mapping", None)
    assert second.before["mapping"] == first.after["mapping"]


def test_all_editions_are_listed_by_kind_and_age(office: Office) -> None:
    edition = catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head())
    views = catalogue.editions(office)
    assert [view.edition.id for view in views] == ["nrdl-2024", edition.id, "services-demo", "supplies-demo"]
    assert [view.own for view in views] == [False, True, False, False]
    assert views[0].count > 4000


def test_people_are_listed_by_their_names(office: Office) -> None:
    a_user(office, SUPERVISOR)
    edition = catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head())
    catalogue.withdraw(office, SUPERVISOR, edition.id, "有误")
    (view,) = (view for view in catalogue.editions(office) if view.own)
    assert (view.imported_by, view.changed_by) == ("赵刚", "赵刚")


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        (EntryFilter(text="amxl"), "阿莫西林"),
        (EntryFilter(text="阿莫西林"), "阿莫西林"),
        (EntryFilter(section="基金予以支付的中药饮片", text="当归"), "当归"),
        (EntryFilter(payment_class=PaymentClass.C), None),
    ],
)
def test_entries_of_a_shipped_edition_are_found_as_those_of_an_own_one(
    office: Office, wanted: EntryFilter, first: str | None
) -> None:
    found = catalogue.entries(office, "nrdl-2024", wanted, limit=5)
    assert found.entries
    assert len(found.entries) <= 5
    assert found.total >= len(found.entries)
    assert first is None or found.entries[0].name == first
    assert wanted.payment_class in {None, *(entry.payment_class for entry in found.entries)}


def test_own_entries_come_page_by_page(office: Office) -> None:
    proposal = a_proposal(*(an_entry(f"样例{number:02}") for number in range(30)))
    edition = catalogue.take_over(office, SUPERVISOR, proposal, a_head())
    page = catalogue.entries(office, edition.id, limit=2, offset=28)
    assert ([entry.name for entry in page.entries], page.total) == (["样例28", "样例29"], 30)
    assert page.entries[0] == office.catalogue.entry(page.entries[0].id)


def test_sections_lead_through_shipped_and_own_editions(office: Office) -> None:
    shipped = catalogue.sections(office, "nrdl-2024")
    assert sum(found.count for found in shipped) == catalogue.entries(office, "nrdl-2024").total
    proposal = a_proposal(an_entry("甲", section="西药"), an_entry("乙", section="西药"))
    edition = catalogue.take_over(office, SUPERVISOR, proposal, a_head())
    assert [(s.section, s.count) for s in catalogue.sections(office, edition.id)] == [("西药", 2)]


def test_an_edition_that_is_unknown_is_told(office: Office) -> None:
    for look in (catalogue.entries, catalogue.sections):
        with pytest.raises(NotFoundError):
            look(office, "nowhere")


def test_a_backup_holds_editions_changes_columns_and_memory(office: Office, tmp_path: Path) -> None:
    edition = catalogue.take_over(office, SUPERVISOR, a_proposal(), a_head())
    catalogue.withdraw(office, SUPERVISOR, "services-demo", "已有正式目录")
    mapping = Mapping(kind=EntryKind.SERVICE, sheets=("",), header_row=1, columns=COLUMNS)
    catalogue.remember_mapping(office, SUPERVISOR, "sig", mapping)
    saved = backup.backup(office, ADMINISTRATOR, tmp_path / "backup.zip").path
    backup.restore(saved, tmp_path / "new")
    restored = an_office(tmp_path / "new")
    assert catalogue.editions(restored) == catalogue.editions(office)
    assert restored.catalogue.match(Printed("样例胶囊"), DAY).entry_id == f"{edition.id}/A2"
    assert catalogue.known_mapping(restored, "sig") == mapping
