"""Editions: what is shipped, which one is used on a day, search, and files that cannot be read."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from resources import ROOT
from review.catalogue.editions import CatalogueSet, Printed, load_editions
from review.catalogue.entry import EditionStatus, EntryKind, PaymentClass
from review.catalogue.forms import Formed
from review.catalogue.words import words
from review.errors import PolicyError

DAY = date(2025, 3, 1)
Made = Callable[..., Path]


def test_the_national_list_is_shipped_whole_with_its_dates(shipped: CatalogueSet) -> None:
    shelf = shipped.shelf("nrdl-2024")
    assert shelf is not None
    assert len(shelf.entries) == 4750
    assert shelf.edition.status is EditionStatus.OFFICIAL
    assert shelf.edition.covers(date(2025, 1, 1))
    assert shelf.edition.covers(date(2025, 12, 31))
    assert not shelf.edition.covers(date(2026, 1, 1))


def test_negotiated_drugs_are_class_b_and_unpayable_herbs_class_c(shipped: CatalogueSet) -> None:
    entries = shipped.shelf("nrdl-2024").entries  # type: ignore[union-attr]
    classes = {
        section: {entry.payment_class for entry in entries if entry.section == section}
        for section in {entry.section for entry in entries}
    }
    assert classes["谈判-西药"] == classes["谈判-中成药"] == classes["竞价药品"] == {PaymentClass.B}
    assert classes["不得纳入基金支付范围的中药饮片"] == {PaymentClass.C}


def test_ids_are_unique_over_all_editions(shipped: CatalogueSet) -> None:
    ids = [entry.id for edition in shipped.editions for entry in shipped.shelf(edition.id).entries]  # type: ignore[union-attr]
    assert len(ids) == len(set(ids))
    assert all(shipped.entry(entry_id) is not None for entry_id in ids[:: len(ids) // 50])


def test_groups_limited_by_the_lists_notes_carry_the_limit(shipped: CatalogueSet) -> None:
    entries = shipped.shelf("nrdl-2024").entries  # type: ignore[union-attr]
    western = [entry for entry in entries if entry.section == "西药部分"]
    fed = [entry for entry in western if re.search(r"胃肠外营养液$|肠内营养剂$", entry.category)]
    assert len(fed) == 37
    assert all("营养风险筛查" in entry.remark for entry in fed)


def test_demo_editions_say_so_and_what_they_assume(shipped: CatalogueSet) -> None:
    demo = [edition for edition in shipped.editions if edition.status is EditionStatus.DEMO]
    assert {edition.kind for edition in demo} == {EntryKind.SERVICE, EntryKind.SUPPLY}
    entry = shipped.entry("services-demo/120400006")
    assert entry is not None
    assert "暂按甲类" in shipped.assumption(entry)


def test_assumptions_touch_only_the_entries_they_name(shipped: CatalogueSet) -> None:
    herb, drug = shipped.match(Printed("黄芪", unit="g"), DAY).entry, shipped.entry("nrdl-2024/X312")
    assert herb is not None
    assert drug is not None
    assert "中药饮片" in shipped.assumption(herb)
    assert shipped.assumption(drug) == ""


def test_every_common_form_of_the_list_can_be_printed(shipped: CatalogueSet) -> None:
    entries = shipped.shelf("nrdl-2024").entries  # type: ignore[union-attr]
    listed = {entry.dosage_form for entry in entries if entry.dosage_form}
    endings = [Formed("", end, frozenset(forms)) for end, forms in words().endings.items()]
    reached = {form for form in listed if any(ending.agrees(form) for ending in endings)}
    share = sum(e.dosage_form in reached for e in entries if e.dosage_form) / sum(bool(e.dosage_form) for e in entries)
    assert share > 0.97


def test_the_edition_in_force_is_used_and_else_the_nearest(made: Made) -> None:
    made("old", "1,1,样例片,,B,,", starts="2024-01-01", ends="2024-12-31")
    catalogue = load_editions(made("new", "1,1,样例片,,A,,"))

    def used(day: date) -> list[str]:
        return [edition.id for edition in catalogue.used(day)]

    assert used(date(2024, 6, 1)) == ["old"]
    assert used(date(2025, 6, 1)) == used(date(2026, 6, 1)) == ["new"]
    assert used(date(2019, 1, 1)) == ["old"]


def test_a_match_follows_the_day_of_care(made: Made) -> None:
    made("old", "1,1,样例片,,B,,", starts="2024-01-01", ends="2024-12-31")
    catalogue = load_editions(made("new", "1,1,样例片,,A,,"))
    classes = [catalogue.match(Printed("样例片"), date(year, 6, 1)).entry for year in (2024, 2025)]
    assert [entry.payment_class for entry in classes if entry] == [PaymentClass.B, PaymentClass.A]


def test_what_is_outside_every_list_has_no_entry(shipped: CatalogueSet) -> None:
    assert shipped.entry("outside") is None
    assert shipped.entry("") is None
    assert shipped.edition("nrdl-2019") is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("头孢曲", "头孢曲松"),
        ("amxl", "阿莫西林"),
        ("氯化钠", "氯化钠"),
        ("阿莫西林胶襄", "阿莫西林"),
        ("X312", "氯化钠"),
    ],
)
def test_search_finds_by_part_initials_number_and_likeness(shipped: CatalogueSet, typed: str, first: str) -> None:
    found = shipped.search(typed, DAY, 5)
    assert found[0].entry.name == first
    assert len(found) <= 5
    assert found[0].reasons


def test_an_empty_search_finds_nothing(shipped: CatalogueSet) -> None:
    assert shipped.search("  ", DAY) == ()


@pytest.mark.parametrize(
    ("file", "content"),
    [("edition.toml", 'id = "x"'), ("edition.toml", "not toml"), ("entries.csv", "key\n1\n")],
)
def test_a_faulty_edition_is_refused_by_name(made: Made, file: str, content: str) -> None:
    root = made("faulty", "1,1,样例片,,A,,")
    (root / "catalogues" / "faulty" / file).write_text(content, encoding="utf-8")
    with pytest.raises(PolicyError, match="faulty") as refused:
        load_editions(root)
    assert refused.value.advice


def test_an_unknown_class_is_refused(made: Made) -> None:
    with pytest.raises(PolicyError):
        load_editions(made("faulty", "1,1,样例片,,D,,"))


def test_an_edition_of_the_office_takes_the_place_of_a_shipped_one(made: Made) -> None:
    own = load_editions(ROOT, made("services-demo", "1,1,静脉输液,,B,,", kind="service"))
    entry = own.match(Printed("静脉输液"), DAY).entry
    assert entry is not None
    assert entry.payment_class is PaymentClass.B


PROJECT = Path(__file__).resolve().parents[3]
SHARED = PROJECT.parent / "shared/data"


def run_tool(name: str, *paths: Path) -> None:
    subprocess.run([sys.executable, str(PROJECT / "tools/catalogues" / name), *map(str, paths)], check=True)


@pytest.mark.shared
def test_the_shipped_rows_are_what_the_tool_makes_of_the_published_list(tmp_path: Path) -> None:
    editions = ("nrdl-2024", "services-demo", "supplies-demo")
    for edition in editions:
        (tmp_path / edition).mkdir()
    run_tool("build.py", SHARED, tmp_path)
    for edition in editions:
        made_again = (tmp_path / edition / "entries.csv").read_bytes()
        assert made_again == (ROOT / "catalogues" / edition / "entries.csv").read_bytes()
