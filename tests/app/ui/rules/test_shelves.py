"""Batches in words, the rules found in a batch, and the list of claims below a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from app.ui.rules.caught_columns import caught_columns
from app.ui.rules.found import Found, RuleRow, Which
from app.ui.rules.rule_card import codes_words, facts
from app.ui.rules.rule_columns import library_columns
from app.ui.rules.shelves import Shelf, loaded_words, shelves, stacked, tip_words
from app.ui.tables.claims_list import ClaimsList
from app.ui.tables.stacked import Stacked, StackedList
from review.rules.book import shipped_book
from review.rules.rule import RuleBatch, RuleKind, Subject
from review.services.rulebooks import BatchView, Caught, CaughtClaim

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.shell.theme import Theme
    from review.services.office import Office

BATCH = RuleBatch(
    id="own",
    title="样例省药品规则",
    kind=RuleKind.SEX,
    subject=Subject.DRUG,
    published=date(2025, 3, 1),
    source="样例省医保局",
    rows=1200,
    loaded=1198,
    shipped=False,
)
OWN = BatchView(batch=BATCH, at=datetime(2025, 4, 1, 4, tzinfo=UTC), by="赵刚")
CLAIMS = (
    CaughtClaim("20250401-0002", "张小满", 2, Decimal("1250.00")),
    CaughtClaim("20250401-0001", "张小满", 1, Decimal("0.00")),
)


def test_a_batch_says_what_it_is_about_since_when_and_how_much_was_loaded() -> None:
    said = stacked(Shelf(OWN, 1190))
    assert said.title == "样例省药品规则"
    assert said.lines == ("药品 · 限定性别 · 2025-03-01", "1,190 条规则 · 表内 1,198/1,200 行")
    assert [chip.text for chip in said.chips] == ["✓ 在用", "自行导入"]


def test_a_withdrawn_batch_says_who_when_and_why() -> None:
    shelf = Shelf(replace(OWN, withdrawn="换新版本"), 0)
    assert stacked(shelf).chips[0].text == "■ 已停用"
    assert tip_words(shelf).splitlines() == ["样例省药品规则", "样例省医保局", "赵刚 于 2025-04-01 停用：换新版本"]


def test_a_batch_loaded_whole_tells_its_rows_once() -> None:
    whole = replace(OWN, batch=replace(BATCH, loaded=1200))
    assert loaded_words(Shelf(whole, 3)) == "3 条规则 · 表内 1,200 行"


def test_all_rules_stand_first_with_their_sum() -> None:
    first, *rest = shelves((OWN,), {"own": 3, "other": 4})
    assert (first.id, first.count) == ("", 7)
    assert [(shelf.id, shelf.count) for shelf in rest] == [("own", 3)]
    assert stacked(first).chips == ()


def test_rules_that_caught_most_come_first_and_others_stay_away(office: Office) -> None:
    few, many, *_ = shipped_book().rules
    caught = {few.id: Caught(1, 5, Decimal("9.00")), many.id: Caught(3, 3)}
    found = Found(office, "", "", Which.CAUGHT, caught)
    assert [row.rule for row in found.rows] == [many, few]
    assert found.fetch(1, 5).rows == found.rows[1:]
    assert found.fetch(0, 1).total == 2


def test_what_a_rule_caught_stands_in_its_row_and_a_dash_where_nothing() -> None:
    rule = shipped_book().rules[0]
    columns = {column.id: column for column in library_columns()}
    row = RuleRow(rule, "批次", Caught(1200, 1300, Decimal("45678.90")))
    assert [columns[c].text(row) for c in ("claims", "lines", "excluded")] == ["1,200", "1,300", "45,678.90"]
    assert {columns[c].text(replace(row, caught=None)) for c in ("claims", "lines", "excluded")} == {"—"}


def test_very_many_codes_are_told_by_the_first_and_their_number() -> None:
    codes = tuple(f"X{n:05d}" for n in range(1500))
    told = codes_words(codes).splitlines()
    assert told[0] == "X00000"
    assert len(told) == 61
    assert "1,500" in told[-1]


@pytest.mark.parametrize("kind", list(RuleKind))
def test_every_kind_of_shipped_rule_is_told_in_full(kind: RuleKind) -> None:
    rule = next(rule for rule in shipped_book().rules if rule.kind is kind)
    batch = shipped_book().batch(rule.batch)
    told = {fact.caption: fact.words for fact in facts(rule, batch)}
    assert told["规则编号"] == rule.id
    assert "nhsa.gov.cn" in told["来源"]
    assert ("被包含项目" in told) is bool(rule.other_name)


def test_claims_stand_below_a_heading_and_the_list_steps_aside_with_nothing_to_say(theme: Theme, qtbot: QtBot) -> None:
    claims: ClaimsList[CaughtClaim] = ClaimsList(theme, caught_columns())
    qtbot.addWidget(claims)
    QAbstractItemModelTester(claims.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    claims.show_rows(CLAIMS, "命中 2 单")
    assert claims.isVisible()
    assert [column.text(CLAIMS[0]) for column in caught_columns()] == ["20250401-0002", "张小满", "2", "1,250.00"]
    claims.table.pick("20250401-0001")
    with qtbot.waitSignal(claims.opened) as opened:
        claims.table.open()
    assert opened.args == ["20250401-0001"]
    claims.show_rows((), "")
    assert not claims.isVisible()


def test_a_stacked_list_keeps_its_row_through_a_refresh_and_the_rules_of_qt(theme: Theme, qtbot: QtBot) -> None:
    listed: StackedList[str] = StackedList(theme, lambda row: row[0], lambda row: Stacked(row, ("行",), ()), lines=3)
    qtbot.addWidget(listed)
    QAbstractItemModelTester(listed.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    listed.pick("乙")
    listed.show_rows(("甲一", "乙一"))
    assert listed.current == "乙一"
    listed.show_rows(("丙二", "甲二", "乙二"))
    assert listed.current == "乙二"
    listed.show()
    assert not listed.grab().isNull()
