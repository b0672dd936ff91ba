"""Rows become people: joined where they agree, left out together where they contradict."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.accumulators.gathering import Drawn, Gathered, one_person, shortened
from review.accumulators.standing import Whose
from review.claim.people import Scheme
from tests.builders import a_citizen_number


def whose(serial: int = 0, scheme: Scheme = Scheme.RESIDENT) -> Whose:
    return Whose(id_number=a_citizen_number(serial), year=2025, scheme=scheme)


def a_row(row: int, serial: int = 0, name: str = "张小满", scheme: Scheme = Scheme.RESIDENT, **figures: int) -> Drawn:
    """What a row gives of a person."""
    given_figures = tuple((key, Decimal(value)) for key, value in (figures or {"stays": 1}).items())
    return Drawn("Sheet1", row, whose(serial, scheme), name, given_figures)


def gathered(*rows: Drawn) -> Gathered:
    """Rows as they came together."""
    found = Gathered()
    for row in rows:
        found.take(row)
    return found


def test_rows_that_each_hold_a_part_are_one_person() -> None:
    (standing,) = gathered(a_row(2, stays=1), a_row(5, basic_fund=9), a_row(6, stays=1)).joined()
    assert dict(standing.figures) == {"stays": Decimal(1), "basic_fund": Decimal(9)}


def test_both_schemes_of_a_person_stand_side_by_side() -> None:
    rows = gathered(a_row(2), a_row(3, scheme=Scheme.EMPLOYEE, stays=4))
    assert [one.whose.scheme for one in rows.joined()] == [Scheme.RESIDENT, Scheme.EMPLOYEE]


def test_rows_that_contradict_are_all_left_out_and_name_each_other() -> None:
    found = gathered(a_row(2, stays=1), a_row(3, 1), a_row(9, stays=2))
    assert [one.whose for one in found.joined()] == [whose(1)]
    assert [(fault.row, fault.left_out) for fault in found.faults] == [(2, True), (9, True)]
    assert all("第2、9行" in fault.said and "住院次数" in fault.said for fault in found.faults)
    assert found.left_out == 2


def test_many_rows_that_contradict_are_named_shortly() -> None:
    found = gathered(*(a_row(row, stays=row) for row in range(2, 20)))
    assert found.joined() == ()
    assert "第2、3、4、5、6等行" in found.faults[0].said


def test_two_names_under_one_number_take_both_schemes_out() -> None:
    found = gathered(a_row(2), a_row(3, name="李四", scheme=Scheme.EMPLOYEE), a_row(4, 1))
    assert [one.whose for one in found.joined()] == [whose(1)]
    assert {fault.found for fault in found.faults} == {"360799********0011"}


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("张小满", "张小满"), True),
        (("张小满", " 张 小满 "), True),
        (("张小满", "张*满", "***"), True),
        (("张小满", ""), True),
        ((), True),
        (("阿依古丽·买买提", "阿依古丽买买提"), True),
        (("张小满", "张满"), False),
        (("张小满", "李*满"), False),
        (("张*满", "张小*", "李小满"), False),
    ],
)
def test_names_are_one_person_s_where_they_fit(names: tuple[str, ...], one: bool) -> None:  # noqa: FBT001 - a column of a table
    assert one_person(names) is one


@given(
    st.permutations(
        [a_row(2, stays=1), a_row(3, basic_fund=5), a_row(4, 1), a_row(5, 2, stays=1), a_row(6, 2, stays=2)]
    )
)
def test_the_order_of_rows_never_matters(rows: list[Drawn]) -> None:
    found = gathered(*rows)
    people = {one.whose.id_number: dict(one.figures) for one in found.joined()}
    assert people == {
        a_citizen_number(0): {"stays": Decimal(1), "basic_fund": Decimal(5)},
        a_citizen_number(1): {"stays": Decimal(1)},
    }
    assert found.left_out == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("360799198501010011", "360799********0011"),
        ("身份证360799198501010011号", "身份证360************011号"),
        ("短", "短"),
        ("长" * 50, "长" * 40 + "…"),
    ],
)
def test_what_faults_show_is_short_and_without_whole_numbers(text: str, shown: str) -> None:
    assert shortened(text) == shown
