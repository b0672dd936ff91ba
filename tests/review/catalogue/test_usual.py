"""Usual strengths tell the form of a name that tells none: they order candidates, and take nothing unasked."""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import Entry, EntryKind, PaymentClass, Printed
from review.catalogue.index import names_of
from review.catalogue.shelf import is_whole
from review.catalogue.strengths import amounts
from review.catalogue.usual import NOT, PARTLY, UNTOLD, WHOLLY, sold, usual
from review.catalogue.words import CATALOGUES, folded

if TYPE_CHECKING:
    from review.catalogue.editions import CatalogueSet

DAY = date(2025, 3, 1)
TABLETS, SLOW, AMPOULES = "口服常释剂型", "缓释控释剂型", "注射剂"


def entry(name: str, form: str = "") -> Entry:
    known = {"edition_id": "list", "kind": EntryKind.DRUG, "official_no": "1", "payment_class": PaymentClass.A}
    return Entry(id=f"list/{name}{form}", name=name, dosage_form=form, **known)  # type: ignore[arg-type]


def level(name: str, form: str, spec: str) -> int:
    return sold(entry(name, form), amounts(spec))


@pytest.mark.parametrize(
    ("name", "spec", "form"),
    [
        ("吲达帕胺", "1.5mg", SLOW),
        ("吲达帕胺", "2.5mg", TABLETS),
        ("格列齐特", "30mg*30片", SLOW),
        ("格列齐特", "80mg", TABLETS),
        ("非洛地平", "5mg", SLOW),
        ("奥美拉唑", "40mg", AMPOULES),
        ("奥美拉唑", "20mg*14粒", TABLETS),
        ("甲泼尼龙", "500mg", AMPOULES),
        ("甲泼尼龙", "4mg*30片", TABLETS),
        ("二甲双胍", "0.85g", TABLETS),
        ("美托洛尔", "47.5mg", SLOW),
        ("地塞米松", "0.75mg", TABLETS),
        ("左乙拉西坦", "150ml:15g", "口服液体剂"),
        ("左氧氟沙星", "100ml:0.5g", AMPOULES),
        ("左氧氟沙星", "5ml:24.4mg", "滴眼剂"),
        ("氯雷他定", "60ml:60mg", "口服液体剂"),
        ("孟鲁司特", "0.5g:4mg", "颗粒剂"),
        ("布洛芬", "20g", "乳膏剂"),
        ("帕罗西汀", "25mg", "肠溶缓释片"),
    ],
)
def test_a_usual_strength_leads_to_its_form_and_is_still_asked(
    shipped: CatalogueSet, name: str, spec: str, form: str
) -> None:
    match = shipped.match(Printed(name, spec=spec), DAY)
    assert match.candidates[0].entry.dosage_form == form
    assert match.entry is None


@pytest.mark.parametrize(("unit", "form"), [("片", TABLETS), ("支", AMPOULES), ("瓶", TABLETS), ("", TABLETS)])
def test_where_two_forms_have_a_strength_the_unit_tells(shipped: CatalogueSet, unit: str, form: str) -> None:
    assert shipped.match(Printed("呋塞米", "20mg", unit), DAY).candidates[0].entry.dosage_form == form


def test_a_powder_of_the_very_strength_comes_before_tablets_where_it_is_a_bottle(shipped: CatalogueSet) -> None:
    forms = [shipped.match(Printed("氨溴索", "30mg", u), DAY).candidates[0].entry.dosage_form for u in ("瓶", "盒")]
    assert forms == [AMPOULES, TABLETS]


@pytest.mark.parametrize(
    ("form", "spec", "expected"),
    [
        (TABLETS, "20mg", WHOLLY),
        (AMPOULES, "2ml:20mg", WHOLLY),
        (AMPOULES, "20mg:2ml", WHOLLY),
        (AMPOULES, "2ml", PARTLY),
        (AMPOULES, "20mg", PARTLY),
        (TABLETS, "2ml:20mg", NOT),
        (TABLETS, "7mg", UNTOLD),
        (TABLETS, "", UNTOLD),
    ],
)
def test_a_printed_strength_is_one_of_a_form_in_whole_or_in_part(form: str, spec: str, expected: int) -> None:
    assert level("呋塞米", form, spec) == expected


def test_a_volume_speaks_against_tablets_and_a_weight_alone_for_powders_in_more(shipped: CatalogueSet) -> None:
    assert level("法莫替丁", TABLETS, "2ml:20mg") == NOT
    assert level("奥美拉唑", AMPOULES, "10ml:40mg") == PARTLY
    assert shipped.match(Printed("奥美拉唑", "10ml:40mg"), DAY).candidates[0].entry.dosage_form == AMPOULES


def test_a_name_with_its_form_in_it_has_the_strengths_of_that_form() -> None:
    assert level("普瑞巴林缓释片", "", "82.5mg") == WHOLLY
    assert level("盐酸曲唑酮缓释片", "", "150mg") == WHOLLY
    assert level("普瑞巴林缓释片", "", "75mg") == NOT


def test_nothing_is_told_of_a_drug_without_known_strengths() -> None:
    assert level("样例酮", TABLETS, "10mg") == UNTOLD


def test_several_names_of_one_drug_know_one_anothers_strengths() -> None:
    assert level("卡络磺钠(肾上腺色腙)", AMPOULES, "20mg") == WHOLLY
    assert level("卡络磺钠(肾上腺色腙)", AMPOULES, "1ml:5mg") == WHOLLY
    assert level("卡络磺钠(肾上腺色腙)", TABLETS, "20mg") == NOT


def test_a_drug_that_is_only_alike_gains_nothing_by_its_strength(shipped: CatalogueSet) -> None:
    found = shipped.match(Printed("异环磷酰胺", "0.5g", "瓶"), DAY)
    assert found.candidates[0].entry.name == "异环磷酰胺"


def test_nearly_every_listed_drug_of_several_forms_has_its_strengths(shipped: CatalogueSet) -> None:
    shelf = shipped.shelf("nrdl-2024")
    assert shelf is not None
    forms: dict[tuple[str, ...], set[str]] = {}
    for one in (e for e in shelf.entries if not is_whole(e)):
        forms.setdefault(names_of(one), set()).add(one.dosage_form)
    several = [names for names, listed in forms.items() if len(listed) > 1]
    without = [names for names in several if not any(folded(name) in usual().sold for name in names)]
    assert len(several) > 300
    assert len(without) < 0.02 * len(several)


def test_strengths_of_one_form_alone_lead_to_it(shipped: CatalogueSet) -> None:
    listed = tomllib.loads((CATALOGUES / "strengths.toml").read_text(encoding="utf-8"))["strengths"]
    led = []
    for drug, forms in listed.items():
        counts = Counter(amounts(spec) for specs in forms.values() for spec in set(specs))
        for spec in (s for specs in forms.values() for s in specs if counts[amounts(s)] == 1):
            (first, *_) = shipped.match(Printed(drug, spec), DAY).candidates
            led.append(sold(first.entry, amounts(spec)) == WHOLLY)
    assert len(led) > 2000
    assert sum(led) > 0.98 * len(led)


def test_every_strength_is_read_and_stands_under_a_listed_form(shipped: CatalogueSet) -> None:
    shelf = shipped.shelf("nrdl-2024")
    assert shelf is not None
    listed = {one.dosage_form for one in shelf.entries}
    forms = {form for drug in usual().sold.values() for form in drug}
    assert forms | usual().solid <= listed
    assert all(one for drug in usual().sold.values() for strengths in drug.values() for one in strengths)
