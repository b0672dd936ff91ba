"""What a new edition changes against the one before."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.catalogue.differences import Differences, differences
from review.catalogue.entry import Entry, EntryKind, PaymentClass


def an_entry(number: int = 1, **changes: Any) -> Entry:
    said: dict[str, Any] = {
        "id": str(number),
        "edition_id": "",
        "kind": EntryKind.DRUG,
        "official_no": str(number),
        "name": f"样品洛芬{number}",
        "payment_class": PaymentClass.B,
        **changes,
    }
    return Entry(**said)


def a_product(number: int = 1, **changes: Any) -> Entry:
    return an_entry(number, **{"code": f"X{number}", "official_no": "1", "name": "样品洛芬片", **changes})


def test_editions_of_the_same_entries_differ_in_nothing() -> None:
    old = [an_entry(n) for n in range(5)]
    assert differences(old, [an_entry(n, id=f"new/{n}", edition_id="new") for n in range(5)]).empty


def test_new_and_gone_articles_are_listed_in_the_order_of_their_editions() -> None:
    found = differences([an_entry(n) for n in (1, 2, 3)], [an_entry(n) for n in (5, 2, 4)])
    assert [entry.official_no for entry in found.new] == ["5", "4"]
    assert [entry.official_no for entry in found.gone] == ["1", "3"]
    assert not found.changed


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"payment_class": PaymentClass.A}, "reclassed"),
        ({"remark": "限儿童"}, "relimited"),
        ({"price_limit": Decimal(3)}, "repriced"),
        ({"payment_standard": "12元(10mg/支)"}, "repriced"),
        ({"agreement": "2026年12月31日"}, "repriced"),
        ({"name": "样品洛芬(新名)"}, "renamed"),
        ({"dosage_form": "颗粒剂"}, "renamed"),
    ],
)
def test_each_change_stands_in_its_list_and_no_other(change: dict[str, Any], where: str) -> None:
    found = differences([an_entry(1), an_entry(2)], [an_entry(1, **change), an_entry(2)])
    lists = {name: getattr(found, name) for name in ("reclassed", "relimited", "repriced", "renamed", "new", "gone")}
    assert {name: len(changes) for name, changes in lists.items() if changes} == {where: 1}
    assert lists[where][0].before == an_entry(1)


def test_an_article_with_two_changes_stands_in_both_lists_and_counts_once() -> None:
    found = differences([an_entry(1)], [an_entry(1, payment_class=PaymentClass.A, remark="限儿童")])
    assert (len(found.reclassed), len(found.relimited), len(found.changed)) == (1, 1, 1)


def test_a_product_is_known_by_its_code_whatever_else_changes() -> None:
    found = differences([a_product(1)], [a_product(1, name="样品洛芬缓释片", spec="0.2g", official_no="9")])
    assert (len(found.renamed), found.new, found.gone) == (1, (), ())


def test_products_of_other_codes_are_other_products_however_alike() -> None:
    found = differences([a_product(1)], [a_product(2)])
    assert (len(found.new), len(found.gone), found.changed) == (1, 1, ())


def test_a_renumbered_article_is_known_by_its_name() -> None:
    found = differences([an_entry(1), an_entry(2)], [an_entry(1, official_no="7"), an_entry(2, official_no="1")])
    assert found.empty


def test_numbers_start_anew_in_each_section() -> None:
    old = [an_entry(1, section="西药部分"), an_entry(1, section="中成药部分", name="样品颗粒")]
    new = [old[0], an_entry(1, section="中成药部分", name="样品颗粒", remark="限儿童")]
    found = differences(old, new)
    assert [change.after.name for change in found.relimited] == ["样品颗粒"]
    assert not found.renamed


def test_forms_of_one_number_are_kept_apart() -> None:
    old = [an_entry(1, dosage_form=form) for form in ("口服常释剂型", "注射剂")]
    found = differences(old, [old[1]])
    assert [entry.dosage_form for entry in found.gone] == ["口服常释剂型"]


def test_the_same_article_in_two_chapters_is_told_by_its_chapter() -> None:
    old = [an_entry(1, category=chapter) for chapter in ("口腔", "外科")]
    found = differences(old, [old[0], an_entry(1, category="外科", remark="限儿童")])
    assert [change.before.category for change in found.relimited] == ["外科"]


def test_codes_that_one_edition_does_not_have_hinder_nothing() -> None:
    found = differences([an_entry(1)], [an_entry(1, code="X1", remark="限儿童")])
    assert (len(found.relimited), found.new, found.gone) == (1, (), ())


def test_against_nothing_everything_is_new_or_gone() -> None:
    entries = (an_entry(1), an_entry(2))
    assert differences((), entries) == Differences(new=entries)
    assert differences(entries, ()) == Differences(gone=entries)


_ENTRIES = st.lists(
    st.builds(
        an_entry,
        st.integers(0, 4),
        name=st.sampled_from("甲乙"),
        code=st.sampled_from(["", "X1", "X2"]),
        remark=st.sampled_from(["", "限"]),
    ),
    max_size=8,
)


@given(_ENTRIES, _ENTRIES)
def test_every_entry_is_accounted_for_once(old: list[Entry], new: list[Entry]) -> None:
    found = differences(old, new)
    assert len(old) - len(found.gone) == len(new) - len(found.new)
    assert {id(e) for e in found.new} <= {id(e) for e in new}
    assert {id(e) for e in found.gone} <= {id(e) for e in old}


@given(_ENTRIES)
def test_what_is_new_one_way_is_gone_the_other(entries: list[Entry]) -> None:
    there, back = differences(entries, entries[::2]), differences(entries[::2], entries)
    assert sorted(map(repr, there.gone)) == sorted(map(repr, back.new))
    assert (len(there.new), len(there.changed)) == (len(back.gone), len(back.changed))
