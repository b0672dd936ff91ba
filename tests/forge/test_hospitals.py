"""Layouts of single hospitals: each is drawn as its form says, and its truth is what stands on the paper."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.forge.faces import struck
from tests.forge.hospitals import named_statement
from tests.forge.invoices import pharmacy_invoice, ticket
from tests.forge.receipts import OUTPATIENT, receipt
from tests.forge.records import record
from tests.forge.stock import any_case
from tests.forge.style import Style, any_style, table

if TYPE_CHECKING:
    from tests.forge.case import Case
    from tests.forge.paper import Paper

NAMES = [form["name"] for form in table("ledgers")["ledgers"]]


def chance(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311 - a repeatable drawing


def case_of(name: str, lines: int = 30) -> Case:
    return any_case(chance(name), visit=False, lines=(lines, lines))


def pages(name: str, lines: int = 30) -> list[Paper]:
    case = case_of(name, lines)
    return named_statement(case, any_style(chance(name)), chance(name), name)


def printed(paper: Paper) -> list[str]:
    return [written.text for written in paper.written]


@pytest.mark.parametrize("name", NAMES)
def test_each_hospital_prints_its_headings_and_all_lines(name: str) -> None:
    form = next(form for form in table("ledgers")["ledgers"] if form["name"] == name)
    made = pages(name)
    assert made[0].layout.startswith(f"statement {name}")
    assert {head for _, head, _ in form["columns"]} <= set(printed(made[0]))
    assert sum(len(page.said.items) for page in made) == len(case_of(name).charges)


@pytest.mark.parametrize("name", NAMES)
def test_lines_multiply_out_and_add_up_to_the_total(name: str) -> None:
    made = pages(name)
    rows = [row for page in made for row in page.said.items]
    assert sum(Decimal(row["amount"]) for row in rows) == Decimal(str(made[-1].said.fields["total_amount"]))
    assert all(
        abs(Decimal(r["quantity"]) * Decimal(r["unit_price"]) - Decimal(r["amount"])) <= Decimal("0.005") for r in rows
    )


def test_classes_and_shares_are_told_as_the_hospital_writes_them() -> None:
    rows = [row for page in pages("specification under the name") for row in page.said.items]
    assert {(row["insurance_class"], row["self_pay_ratio"]) for row in rows} <= {
        ("医保甲类", "0"),
        ("医保乙类", "0.1"),
        ("自费", "1"),
    }


def test_a_specification_stands_in_smaller_letters_under_its_name() -> None:
    [first, *_] = pages("specification under the name")
    row = next(row for row in first.said.items if row.get("spec"))
    name = next(w for w in first.written if row["name"].startswith(w.text) and len(w.text) > 1)
    spec = next(w for w in first.written if row["spec"].startswith(w.text) and w.middle > name.middle)
    assert spec.ink.size < name.ink.size


def test_headings_come_once_where_the_form_says_so() -> None:
    made = pages("headings on the first page alone", 70)
    assert len(made) > 1
    assert ["费用日期" in printed(page) for page in made] == [True] + [False] * (len(made) - 1)


def test_a_quantity_and_its_unit_are_one_word() -> None:
    [first, *_] = pages("code in the middle, amount before price")
    row = first.said.items[0]
    assert any(text.endswith(row["unit"]) and text[0] in "-0123456789" for text in printed(first))


def test_a_narrow_strip_of_a_visit_says_sums_of_categories() -> None:
    strips = [receipt(any_case(chance(n), visit=True), any_style(chance(n)), OUTPATIENT, chance(n)) for n in range(60)]
    strip = next(paper for paper in strips if paper.layout.startswith("narrow strip"))
    assert strip.size[0] < 110
    assert all(row["name"].endswith(("费", "饮片", "其他费用")) for row in strip.said.items)
    assert sum(Decimal(row["amount"]) for row in strip.said.items) == Decimal(str(strip.said.fields["total_amount"]))


def test_columns_of_a_discharge_record_stand_side_by_side() -> None:
    made = [
        record(any_case(chance(n), visit=False), any_style(chance(n)), "discharge_record", chance(n)) for n in range(20)
    ]
    paper = next(paper for paper in made if paper.layout.endswith("in two columns"))
    story = next(w for w in paper.written if w.text.startswith("入院情况"))
    assert min(mark[0] for mark in paper.said.marks["diagnoses"]) > paper.px(story.left) + paper.px(60)


def test_the_ticket_of_a_till_says_nothing_that_counts() -> None:
    paper = ticket(chance(1))
    assert any("合计" in text or "应" in text for text in printed(paper))
    assert paper.said.truth == {"kind": "other", "fields": {}, "items": []}


def test_the_roll_of_a_pharmacy_lists_prices_with_tax() -> None:
    made = [
        pharmacy_invoice(any_case(chance(n), visit=True, lines=(20, 30)), Style(seed=f"{n}"), chance(n))
        for n in range(12)
    ]
    roll = next(paper for paper in made if paper.layout == "roll of a pharmacy")
    assert sum(Decimal(row["amount"]) for row in roll.said.items) == Decimal(str(roll.said.fields["total_amount"]))


def test_a_hand_writes_the_same_word_the_same_way_and_no_two_signs_alike() -> None:
    assert struck("赵小满", 40, "hand", 1).tobytes() == struck("赵小满", 40, "hand", 1).tobytes()
    both = struck("一一", 60, "hand", 1)
    left, right = both.crop((0, 0, 60, both.height)), both.crop((60, 0, 120, both.height))
    assert left.tobytes() != right.tobytes()
