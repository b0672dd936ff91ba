"""Layouts by chance: every form, column set, style and damage is drawn, and what moves keeps its place in the truth."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import numpy as np
import pytest

from review.identity import is_citizen_number
from tests.forge.cards import bank_card, id_back, id_front, luhn
from tests.forge.cells import FORMS, cell_keys
from tests.forge.desk import cards_copy, id_copy, receipts_copy
from tests.forge.facts import paid, receipt_facts, told
from tests.forge.invoices import pharmacy_invoice
from tests.forge.job import Job
from tests.forge.kinds import KINDS
from tests.forge.ledger import any_ledger
from tests.forge.paper import fields_of
from tests.forge.prose import signs
from tests.forge.receipts import INPATIENT, OUTPATIENT, receipt
from tests.forge.statements import statement
from tests.forge.stock import any_case, any_person, goods
from tests.forge.style import Style, any_style, overprinted, table
from tests.forge.wear import Wear, worn
from tests.forge.wearing import any_wear


def chance(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311 - a repeatable drawing


def test_stock_holds_several_hundred_goods_with_prices() -> None:
    assert len(goods()) > 400
    assert all(Decimal(price) > 0 and most >= 1 for *_, price, _, most in goods())
    assert len({name for _, name, *_ in goods()}) > 400


def test_every_form_of_receipt_is_drawn() -> None:
    drawn = {
        receipt(
            any_case(chance(n), visit=n % 2 == 1), any_style(chance(n)), (INPATIENT, OUTPATIENT)[n % 2], chance(n)
        ).layout
        for n in range(40)
    }
    assert drawn == {form["name"] for form in table("receipts")["forms"]}


def test_column_sets_and_orders_are_many() -> None:
    sets = {tuple(c.key for c in any_ledger(Style(seed=f"{n}"), chance(n)).columns) for n in range(60)}
    assert len(sets) > 50
    assert all(any("name" in cell_keys(key) for key in keys) and "amount" in keys for keys in sets)


@pytest.mark.parametrize("seed", range(6))
def test_a_payment_adds_up_to_the_bill(seed: int) -> None:
    case = any_case(chance(seed))
    parts = paid(case)
    assert sum(parts[key] for key in ("pooled_fund_paid", "other_paid", "account_paid", "cash_paid")) == case.total
    assert parts["self_pay"] + parts["self_expense"] == parts["account_paid"] + parts["cash_paid"]


def test_a_figure_with_more_places_than_the_form_is_printed_whole() -> None:
    style = Style(seed="x")
    assert style.pick("quantity", FORMS["quantity"]) in FORMS["quantity"]
    rows = [
        row
        for n in range(4)
        for page in statement(any_case(chance(n), visit=False), any_style(chance(n)), chance(n))
        for row in page.said.items
    ]
    products = [
        (Decimal(r["quantity"]) * Decimal(r["unit_price"]), Decimal(r["amount"]))
        for r in rows
        if {"quantity", "unit_price"} <= r.keys()
    ]
    assert all(abs(product - amount) <= Decimal("0.005") for product, amount in products)


def test_statements_say_their_pages_in_order() -> None:
    pages = statement(any_case(chance(3), visit=False, lines=(60, 70)), any_style(chance(3)), chance(3))
    assert [page.said.fields["page"] for page in pages] == [str(n) for n in range(1, len(pages) + 1)]
    assert "total_amount" in pages[-1].said.fields
    assert all("total_amount" not in page.said.fields for page in pages[:-1])


def test_an_overprint_moves_what_is_filled_in_and_not_the_form() -> None:
    style = overprinted(Style(seed="x"), chance(1))
    assert style.shift != (0.0, 0.0)
    paper = receipt(any_case(chance(2), visit=False), style, INPATIENT, chance(2))
    total = [w for w in paper.written if w.text == paper.said.fields["total_in_words"]]
    assert len(total) == 1


def test_both_sides_of_an_identity_card_are_one_paper() -> None:
    scan = id_copy(chance(1))
    (said,) = scan.saids
    assert said.kind == "id_card"
    assert set(said.truth["fields"]) == fields_of("id_card")


def test_cards_side_by_side_are_two_papers_with_places_apart() -> None:
    first, second = cards_copy(chance(4)).saids
    assert {first.kind, second.kind} & {"bank_card", "insurance_card"}
    assert first.marks["paper"] != second.marks["paper"]


def test_two_receipts_on_one_sheet_keep_their_own_sums() -> None:
    for said in receipts_copy(chance(2)).saids:
        assert sum(Decimal(row["amount"]) for row in said.items) == Decimal(str(said.fields["total_amount"]))


def test_card_numbers_and_citizen_numbers_check_out() -> None:
    person = any_person(chance(5))
    front, bank = id_front(person, Style(seed="x"), chance(5)), bank_card(person, Style(seed="x"), chance(5))
    assert is_citizen_number(str(front.said.fields["id_number"]))
    number = str(bank.said.fields["card_number"])
    assert luhn(number[:-1]) == number


def test_an_identity_card_of_the_old_holds_for_ever() -> None:
    backs = [id_back(any_person(chance(n)), Style(seed="x"), chance(n)).said.fields for n in range(20)]
    assert {"长期"} < {str(fields["valid_to"]) for fields in backs}


@pytest.mark.parametrize("seed", range(6))
def test_an_invoice_is_net_and_tax(seed: int) -> None:
    said = pharmacy_invoice(
        any_case(chance(seed), visit=True, lines=(20, 30)), any_style(chance(seed)), chance(seed)
    ).said
    taxes = [row["tax"] for row in said.items if "tax" in row]
    total = sum((Decimal(x) for x in [*taxes, *(row["amount"] for row in said.items)]), Decimal(0))
    assert total == Decimal(str(said.fields["total_amount"]))


def test_facts_in_a_sentence_keep_their_names() -> None:
    job = Job({"patient": told("patient", "赵小满")}, [])
    assert signs("患者{patient}。", job)[2:5] == [("赵", "patient"), ("小", "patient"), ("满", "patient")]


@pytest.mark.parametrize(
    "wear",
    [
        Wear(turn=90),
        Wear(turn=180),
        Wear(turn=270),
        Wear(skew=2.0),
        Wear(phone=True),
        Wear(scale=0.5),
        Wear(cut=0.1),
        Wear(curl=1.0),
        Wear(exif=6),
        Wear(exif=8),
    ],
    ids=lambda wear: " ".join(wear.words),
)
def test_a_dot_is_found_where_the_moves_say(wear: Wear) -> None:
    page = np.full((400, 300, 3), 255, np.uint8)
    page[196:205, 146:155] = (0, 0, 255)
    pixels, moves = worn(page, wear, chance(7))
    point = np.array([[150.0, 200.0]])
    for move in moves:
        point = move(point)
    x, y = point[0].round().astype(int)
    blue, _, red = pixels[y, x].astype(int)
    assert red - blue > 90


def test_damage_comes_in_every_way_and_some_pages_are_clean() -> None:
    wears = [any_wear(chance(n), 200) for n in range(800)]
    named = {word.split()[0] for wear in wears for word in wear.words}
    assert {
        "skew",
        "fold",
        "shadow",
        "fade",
        "bleed",
        "curl",
        "phone",
        "fax",
        "screen",
        "turn",
        "exif",
        "cut",
        "scale",
    } <= named
    assert 0.1 < sum(not wear.words for wear in wears) / len(wears) < 0.45


def test_every_kind_of_the_reading_contract_can_be_forged() -> None:
    contract = {*table("contract")["alone"], *table("contract")["more"], INPATIENT, OUTPATIENT}
    assert contract <= {*KINDS}


def test_what_a_receipt_says_is_what_the_contract_names() -> None:
    facts = receipt_facts(any_case(chance(1), visit=False), Style(seed="x"), chance(1))
    said = {key for fact in facts.values() for key in fact.says}
    assert fields_of(INPATIENT) <= said
