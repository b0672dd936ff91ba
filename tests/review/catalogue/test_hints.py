"""Specification and unit tell the form of a name that tells none: they order candidates, and take nothing unasked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import Printed
from review.catalogue.hints import hinted_forms

if TYPE_CHECKING:
    from review.catalogue.editions import CatalogueSet

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("spec", "unit", "form"),
    [
        ("0.25g*24粒", "盒", "口服常释剂型"),
        ("10mg*7片", "盒", "口服常释剂型"),
        ("0.25g*12s", "盒", "口服常释剂型"),
        ("10mg", "片", "口服常释剂型"),
        ("50mg", "盒", "口服常释剂型"),
        ("2ml:50mg", "支", "注射剂"),
        ("100ml:0.5g:0.9g", "瓶", "注射剂"),
        ("10万单位", "支", "注射剂"),
        ("0.5g", "支", "注射剂"),
        ("250ml", "袋", "注射剂"),
        ("100ml:0.6g(5ml:30mg)", "瓶", "口服液体剂"),
        ("100ml:0.6g", "瓶", "口服液体剂"),
        ("5ml:15mg", "支", "滴眼剂"),
        ("15g:0.15g", "支", "软膏剂"),
        ("2.5g:12.5mg(0.5%)", "支", "眼膏剂"),
        ("1g:0.1g", "盒", "颗粒剂"),
        ("50ug/喷,120喷", "瓶", "吸入剂"),
        ("7cm×10cm", "盒", "贴剂"),
        ("14cm×10cm(含膏体10g)", "袋", "贴膏剂"),
        ("0.2g", "枚", "栓剂"),
    ],
)
def test_the_likeliest_form_is_told(spec: str, unit: str, form: str) -> None:
    assert hinted_forms(Printed("样例", spec=spec, unit=unit))[0].printed == form


@pytest.mark.parametrize(("spec", "unit"), [("", "次"), ("大号", "个"), ("", "项"), ("双腔 7Fr", "套")])
def test_nothing_is_told_where_nothing_is_said(spec: str, unit: str) -> None:
    assert hinted_forms(Printed("样例", spec=spec, unit=unit)) == ()


@pytest.mark.parametrize("spec", ["", "0.25g", "25mg", "0.2g(以样例计)"])
def test_a_plain_weight_and_nothing_at_all_speak_for_tablets_before_ampoules(spec: str) -> None:
    forms = [hint.printed for hint in hinted_forms(Printed("样例", spec=spec))]
    assert forms[:2] == ["口服常释剂型", "注射剂"]


@pytest.mark.parametrize(
    ("spec", "form"),
    [("1g", "注射剂"), ("2ml:50mg", "注射剂"), ("60ml:1.2g", "口服液体剂"), ("1g:0.1g", "颗粒剂")],
)
def test_a_specification_without_a_unit_tells_what_it_can(spec: str, form: str) -> None:
    assert hinted_forms(Printed("样例", spec=spec))[0].printed == form


@pytest.mark.parametrize(
    ("name", "spec", "unit", "form"),
    [
        ("氨溴索", "100ml:0.6g(5ml:30mg)", "瓶", "口服液体剂"),
        ("氨溴索", "2ml:15mg", "支", "注射剂"),
        ("头孢呋辛", "0.75g", "支", "注射剂"),
        ("头孢克肟", "0.1g*6片", "盒", "口服常释剂型"),
        ("红霉素", "2.5g:12.5mg(0.5%)", "支", "眼膏剂"),
        ("洛索洛芬", "14cm×10cm(含膏体10g)", "袋", "贴膏剂"),
        ("阿莫西林", "0.125g", "袋", "颗粒剂"),
    ],
)
def test_a_name_without_a_form_is_led_to_it_and_still_asked(
    shipped: CatalogueSet, name: str, spec: str, unit: str, form: str
) -> None:
    match = shipped.match(Printed(name, spec=spec, unit=unit), DAY)
    first = match.candidates[0].entry
    assert (first.name.partition("(")[0], first.dosage_form) == (name, form)
    assert match.entry is None


@pytest.mark.parametrize(("name", "unit"), [("5%GS", "袋"), ("10%葡萄糖", "瓶"), ("0.9%氯化钠", "")])
def test_a_share_in_the_name_is_a_solution(name: str, unit: str) -> None:
    assert hinted_forms(Printed(name, unit=unit))[0].printed == "注射剂"


def test_a_weight_by_the_bottle_may_be_a_vial_before_tablets() -> None:
    assert [hint.printed for hint in hinted_forms(Printed("样例", "30mg", "瓶"))][:2] == ["注射剂", "口服常释剂型"]
    assert hinted_forms(Printed("样例", "30mg*100片", "瓶"))[0].printed == "口服常释剂型"


def test_a_printed_form_counts_more_than_any_specification(shipped: CatalogueSet) -> None:
    entry = shipped.match(Printed("氨溴索注射液", spec="30mg*20片", unit="盒"), DAY).entry
    assert entry is not None
    assert entry.dosage_form == "注射剂"
