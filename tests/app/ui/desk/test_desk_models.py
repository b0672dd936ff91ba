"""The desk's models hold to Qt's rules, and its pure parts say what the paper says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.desk.candidates import Offer
from app.ui.desk.candidates_model import CandidatesModel
from app.ui.desk.doubts import doubts, neighbour
from app.ui.desk.equations import Term, equation
from app.ui.desk.fact_rows import care_rows, citizen_remark, document_rows, insured_rows
from app.ui.desk.ladder_rungs import rungs
from app.ui.desk.line_rows import papers_with_lines
from app.ui.desk.lines_model import KEYS, CatalogueWord, LineRow, LinesModel, figure
from app.ui.desk.pages_model import PagesModel, page_cards
from app.ui.desk.sheet import Sheet
from app.ui.desk.year_rows import year_rows
from app.ui.widgets.badge import Tone
from review.accumulators.taking import AtOdds
from review.accumulators.words import caption
from review.catalogue.entry import OUTSIDE
from review.claim.claim import AccountSum, CareKind, YearToDate
from review.claim.paper import Standing
from review.claim.people import Group, GroupStatus
from review.packs.stated import PackUsed
from review.policy.settlement import Settlement
from tests.builders import a_care, a_claim, a_discharge_record, a_line, a_receipt, a_statement, an_insured
from tests.review.policy.ladders import a_layer, a_settlement

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def a_row(**cells: Any) -> LineRow:
    return LineRow(a_line("氯化钠注射液", **cells), CatalogueWord("甲", "氯化钠"))


def test_the_lines_model_keeps_qts_rules_and_sends_edits_on(qapp: QApplication) -> None:
    model = LinesModel()
    tester = QAbstractItemModelTester(model, STRICT)
    rows = (a_row(quantity="3", unit_price="3.20", amount="9.60"), a_row(quantity="1", amount="1234.50"))
    model.set_rows(rows, locked=False)
    edits: list[tuple[str, str]] = []
    model.edited.connect(lambda target, value: edits.append((target, value)))
    cell = model.index(0, KEYS.index("quantity"))
    assert model.setData(cell, "4")
    assert edits == [(f"value:{rows[0].line.values['quantity'].id}", "4")]
    assert cell.data() == "4"
    model.forget_typed()
    assert cell.data() == "3"
    assert model.index(1, KEYS.index("amount")).data() == "1,234.50"
    assert tester.model() is model
    assert qapp is not None


def test_a_cell_nothing_was_read_for_can_still_be_typed(qapp: QApplication) -> None:
    model = LinesModel()
    row = a_row(amount="9.60")
    model.set_rows([row], locked=False)
    assert model.target_of(model.index(0, KEYS.index("unit"))) == f"line:{row.line.id}:unit"
    assert model.cell_of(f"line:{row.line.id}:unit") == model.index(0, KEYS.index("unit"))
    assert qapp is not None


def test_a_locked_or_struck_line_is_not_edited(qapp: QApplication) -> None:
    model = LinesModel()
    model.set_rows([a_row(quantity="3")], locked=True)
    cell = model.index(0, KEYS.index("quantity"))
    assert not model.setData(cell, "4")
    struck = LineRow(a_line("氯化钠注射液", quantity="3", removed=True), CatalogueWord())
    model.set_rows([struck], locked=False)
    assert not model.flags(model.index(0, KEYS.index("quantity"))) & Qt.ItemFlag.ItemIsEditable
    assert qapp is not None


def test_the_pages_model_counts_doubts_and_keeps_qts_rules(qapp: QApplication) -> None:
    claim = a_claim(a_receipt(), a_statement(a_line(quantity="1", standing=Standing.DOUBTFUL, entry_id=OUTSIDE)))
    model = PagesModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_cards(page_cards(Sheet(claim=claim, doubts=doubts(claim))))
    assert model.cards[0].doubts == 2
    assert model.index(0).data() == "住院票据 +1"
    assert tester.model() is model
    assert qapp is not None


def test_outside_every_catalogue_is_always_the_last_choice(qapp: QApplication) -> None:
    model = CandidatesModel()
    tester = QAbstractItemModelTester(model, STRICT)
    assert model.rowCount() == 0
    model.show(Offer(()))
    assert (model.rowCount(), model.row_of(0), model.row_of(1)) == (1, 0, -1)
    assert model.entry_id(0) == OUTSIDE
    assert "目录外" in model.index(0, 2).data()
    assert tester.model() is model
    assert qapp is not None


def test_the_equation_holds_where_all_sums_agree() -> None:
    told = equation(a_claim())
    assert [one.term for one in told.sums] == [Term.LINES, Term.STATEMENT, Term.RECEIPT, Term.WORDS]
    assert told.holds


def test_a_bill_told_twice_is_added_up_and_shown_once() -> None:
    daily = a_statement(*(a_line(amount="50.00") for _ in range(2)))
    claim = a_claim(a_receipt(), a_statement(), daily)
    assert equation(claim).holds
    assert papers_with_lines(Sheet(claim=claim), None) == (daily,)


def test_the_equation_tells_where_it_breaks() -> None:
    told = equation(a_claim(a_receipt(total_amount="110.00"), a_statement()))
    assert told.breaks == (False, True, True)
    assert not told.holds


def test_a_struck_line_and_an_unreadable_amount_do_not_count() -> None:
    lines = (a_line(amount="60.00"), a_line(amount="40.00"), a_line(amount="9.00", removed=True), a_line(amount="?"))
    told = equation(a_claim(a_statement(*lines)))
    assert (told.sums[0].amount, told.sums[0].count) == (Decimal("100.00"), 2)


def test_one_sum_alone_proves_nothing() -> None:
    assert not equation(a_claim(a_discharge_record(), a_statement(total_amount=""))).holds


def test_the_walk_goes_on_from_where_the_hand_is() -> None:
    lines = [a_line(f"第{n}行", quantity="1", standing=Standing.DOUBTFUL, entry_id=OUTSIDE) for n in range(3)]
    claim = a_claim(a_statement(*lines))
    found = doubts(claim)
    middle = f"value:{lines[1].values['quantity'].id}"
    after, before = neighbour(claim, found, middle, 1), neighbour(claim, found, middle, -1)
    assert after is not None
    assert after.spot.line is lines[2]
    assert before is not None
    assert before.target == f"value:{lines[1].values['name'].id}"
    assert neighbour(claim, (), middle, 1) is None


def test_a_receipt_shows_what_it_must_have_even_where_nothing_was_read() -> None:
    rows = {row.caption: row for row in document_rows(a_receipt(institution=""))}
    assert rows["开票日期"].value == ""
    assert rows["开票日期"].target.endswith(":issue_date")
    assert rows["票据号码"].target.startswith("value:")


def test_a_citizen_number_is_checked_as_it_is_typed() -> None:
    good, bad = citizen_remark("360799198501010011"), citizen_remark("360799198501010012")
    assert good is not None
    assert bad is not None
    assert (good.tone, bad.tone, citizen_remark("")) == (Tone.OK, Tone.BAD, None)


def test_accumulators_without_a_source_are_remarked() -> None:
    bare = year_rows(a_claim(year_to_date=YearToDate()))[-1].note
    assert bare is not None
    assert bare.tone is Tone.WARN
    sourced = year_rows(a_claim())[-1].note
    assert sourced is not None
    assert sourced.tip == a_claim().year_to_date.source


def test_what_a_clerk_typed_of_the_year_is_marked_and_what_is_known_stands_beside() -> None:
    year = YearToDate(basic_fund=Decimal(4000), stays=2, source="省平台查询", typed=("basic_fund", "stays"))
    odds = [AtOdds("basic_fund", Decimal(4000), Decimal(3000))]
    rows = {row.target: row.note for row in year_rows(a_claim(year_to_date=year), odds)}
    known, same = rows["year_to_date.basic_fund"], rows["year_to_date.stays"]
    assert known is not None
    assert known.text == "▲ 已知 3,000.00"
    assert same is not None
    assert same.tone is Tone.INFO
    assert rows["year_to_date.deductible"] is None


def test_the_sums_a_pack_names_are_listed_with_their_titles() -> None:
    accounts = (AccountSum("outpatient.fund", Decimal("120.00")),)
    held = a_claim(year_to_date=YearToDate(accounts=accounts, typed=("accounts",)))
    row = next(one for one in year_rows(held) if one.target == "year_to_date.accounts")
    assert row.value == "outpatient.fund=120.00"
    assert row.note is not None
    assert row.note.tip == f"{caption('outpatient.fund')} 120.00"
    odds = [AtOdds("outpatient.fund", Decimal(120), Decimal(90))]
    beside = next(one for one in year_rows(held, odds) if one.target == "year_to_date.accounts").note
    assert beside is not None
    assert "90.00" in beside.tip


def test_groups_with_days_say_whether_they_held_when_care_was_given() -> None:
    def note(since: date, until: date | None) -> str:
        statuses = (GroupStatus(Group.SUBSISTENCE, since, until),)
        rows = insured_rows(a_claim(insured=an_insured(statuses=statuses)))
        remark = next(row.note for row in rows if row.target == "insured.statuses")
        return remark.text if remark else ""

    assert note(date(2025, 1, 1), None) == "✓ 就医时在册"
    assert note(date(2025, 1, 1), date(2025, 2, 1)) == "○ 就医时不在册"
    assert next(row.note for row in insured_rows(a_claim()) if row.target == "insured.statuses") is None


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        (CareKind.INPATIENT, {"care.package"}),
        (CareKind.TWO_DISEASES, {"care.disease"}),
        (CareKind.INJURY, {"care.third_party"}),
        (CareKind.OUTPATIENT, set()),
    ],
)
def test_terms_of_a_kind_of_care_are_asked_where_they_matter(kind: CareKind, shown: set[str]) -> None:
    targets = {row.target for row in care_rows(a_claim(care=a_care(kind=kind)))}
    assert targets & {"care.package", "care.disease", "care.third_party"} == shown


def test_the_ladder_takes_each_step_off_what_the_one_before_left() -> None:
    settlement = Settlement(
        total=Decimal(1000),
        self_paid=Decimal(100),
        advance_self_pay=Decimal(50),
        eligible=Decimal(850),
        deductible=Decimal(250),
        basic_fund=Decimal(360),
        copay=Decimal(240),
        fund_total=Decimal(360),
        personal=Decimal(640),
        pack=PackUsed(id="ganzhou", version="1", status="unconfirmed"),
    )
    steps = {rung.key: rung for rung in rungs(settlement)}
    assert (steps["self_paid"].start, steps["self_paid"].end) == (0.9, 1.0)
    assert (steps["copay"].start, steps["copay"].end) == (0.36, 0.6)
    assert (steps["basic_fund"].start, steps["basic_fund"].end) == (0.0, 0.36)
    assert steps["deductible"].amount == Decimal(-250)
    assert "over_limit" not in steps
    assert "eligible" in {rung.key for rung in rungs(settlement, whole=True)}


def test_rungs_say_how_they_came_about_and_layers_keep_their_names() -> None:
    layers = (a_layer("extra", "2579 补充", 300),)
    shown = {rung.key: rung for rung in rungs(a_settlement(layers=layers, supplement_fund=300))}
    assert shown["extra_fund"].words == "2579 补充"
    assert shown["basic_fund"].words.endswith("60%")
    assert "甲发〔2025〕1号 第三条" in shown["basic_fund"].tip
    assert shown["copay"].tip == ""
    assert shown["personal"].amount > 0


@pytest.mark.parametrize(
    ("text", "key", "shown"),
    [
        ("1234.5", "amount", "1,234.50"),
        ("0.0125", "unit_price", "0.0125"),
        ("3", "quantity", "3"),
        ("看不清", "amount", "看不清"),
    ],
)
def test_figures_are_shown_as_they_are_read(text: str, key: str, shown: str) -> None:
    assert figure(text, key) == shown
