"""Strengths are one in whatever unit and with whatever pack they are printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.catalogue.strengths import amounts, strength


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("0.25g", "250mg"),
        ("0.25g*24粒", "250mg"),
        ("0.25g×24粒/盒", "0.250g"),
        ("0.25gX24粒", "0.25g"),
        ("10mg*7片*2板/盒", "10MG"),
        ("500ug", "0.5mg"),
        ("10万单位", "100000IU"),
        ("10万IU", "100000单位"),
        ("5ml:0.1g", "5ml:100mg"),
        ("5ｍｌ：０．１ｇ", "5ml:0.1g"),
        ("1L", "1000ml"),
        ("0.5克", "500毫克"),
    ],
)
def test_the_same_strength_is_one(one: str, other: str) -> None:
    assert strength(one) == strength(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("0.25g", "0.5g"), ("10mg", "10g"), ("5ml:0.1g", "10ml:0.1g"), ("100IU", "100mg"), ("2ml", "2mg"), ("20%", "10%")],
)
def test_other_strengths_differ(one: str, other: str) -> None:
    assert strength(one) != strength(other)


@pytest.mark.parametrize("spec", ["", "  ", "/", "(大)"])
def test_no_strength_is_empty(spec: str) -> None:
    assert strength(spec) == ""


@given(st.text(max_size=40))
def test_any_text_has_a_strength_of_its_own_or_none(spec: str) -> None:
    assert strength(spec) == strength(spec)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2ml:50mg", "50mg:2ml"),
        ("2ml:50mg", "0.05g/2ml"),
        ("2ml:50mg*10支", "50mg 2ml"),
        ("5mg(以样例计)", "5mg*20片"),
        ("10g:0.1g", "10g：100mg"),
    ],
)
def test_the_same_amounts_are_one_in_any_order(one: str, other: str) -> None:
    assert amounts(one) == amounts(other) != frozenset()


def test_amounts_name_weights_volumes_and_units_outside_brackets() -> None:
    assert amounts("100ml:0.6g(5ml:30mg)") == {"100ML", "600MG"}
    assert amounts("8万单位") == {"80000IU"}
    assert amounts("7cm×10cm") == amounts("大号") == frozenset()
