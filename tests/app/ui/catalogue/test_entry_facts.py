"""What is told of an entry: its row, its edition, the list's notes that hold for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.catalogue.entry_card import EntryCard
from app.ui.catalogue.entry_columns import entry_columns, form_words, price_words
from app.ui.catalogue.entry_facts import facts, notes
from review.catalogue.entry import EntryKind
from tests.app.ui.catalogue.entries import EDITION, a_product, an_entry

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from review.catalogue.entry import Entry


def told(entry: Entry) -> dict[str, str]:
    return {fact.caption: fact.words for fact in facts(entry, EDITION)}


def cells(entry: Entry) -> dict[str, str]:
    return {column.id: column.text(entry) for column in entry_columns()}


def page(card: EntryCard) -> QWidget:
    found = card.widget()
    assert found is not None
    return found


def words(card: EntryCard) -> str:
    return "\n".join(label.text() for label in page(card).findChildren(QLabel))


@pytest.fixture
def card(qtbot: QtBot) -> EntryCard:
    made = EntryCard()
    qtbot.addWidget(made)
    made.resize(330, 600)
    made.show()
    return made


def test_a_product_says_maker_brand_strength_and_what_the_list_calls_it() -> None:
    said = told(a_product())
    assert (said["生产企业"], said["商品名"], said["规格"]) == ("青禾制药", "青禾", "0.25g×24片")
    assert said["目录名称"] == "蓝泉丹参 口服常释剂型"
    assert said["最高限价"] == "1,234.50"


def test_what_an_entry_leaves_empty_is_not_told() -> None:
    assert set(told(an_entry())) == {"编号", "目录版本", "来源"}


def test_the_edition_is_named_with_region_and_dates() -> None:
    assert told(an_entry())["目录版本"] == "样例市药品目录（样例市，2025-01-01 起）"
    assert facts(an_entry(), None)[-1].caption == "编号"


def test_the_path_of_a_category_is_shown_step_by_step() -> None:
    assert told(an_entry(category="抗感染药 > 抗菌药"))["分类"] == "抗感染药 › 抗菌药"


def test_a_negotiated_standard_comes_before_a_price_limit() -> None:
    assert price_words(a_product(payment_standard="36.5元/盒")) == "36.5元/盒"
    assert price_words(a_product()) == "1,234.50"
    assert price_words(an_entry()) == ""


def test_cells_show_the_code_before_the_number_and_form_with_strength() -> None:
    shown = cells(a_product(dosage_form="薄膜衣片"))
    assert shown["number"] == "XA01ABC001A001010100001"
    assert shown["form"] == form_words(a_product(dosage_form="薄膜衣片")) == "薄膜衣片 0.25g×24片"
    assert cells(an_entry())["number"] == "1"


def test_a_merged_form_tells_which_forms_it_includes() -> None:
    [merged, salts] = notes(an_entry(dosage_form="口服常释剂型"))
    assert merged.startswith("口服常释剂型包括（凡例第八条）")
    assert "薄膜衣片" in merged
    assert "凡例第七条" in salts


def test_a_group_tells_what_its_name_stands_for() -> None:
    assert "甲片、乙片" in notes(an_entry(includes="甲片、乙片"))[0]


def test_drugs_under_agreement_say_how_they_are_named() -> None:
    assert "协议期内谈判药品" in notes(an_entry(agreement="2025年1月1日至2026年12月31日"))[0]


@pytest.mark.parametrize("kind", [EntryKind.SERVICE, EntryKind.SUPPLY])
def test_notes_of_the_list_of_drugs_do_not_hold_elsewhere(kind: EntryKind) -> None:
    assert notes(an_entry(kind=kind, dosage_form="口服常释剂型")) == ()


def test_the_card_puts_limit_and_assumption_first(card: EntryCard) -> None:
    card.show_entry(an_entry(remark="限二线用药"), EDITION, "暂按甲类计算")
    shown = words(card)
    assert shown.index("▲ 支付限定：限二线用药") < shown.index("暂按甲类计算") < shown.index("样例市药品目录")


def test_the_card_forgets_and_says_what_to_do(card: EntryCard) -> None:
    card.show_entry(a_product(), EDITION)
    card.forget()
    assert "选一条目录条目" in words(card)
    assert "青禾" not in words(card)


def test_a_long_name_of_three_hundred_characters_does_not_widen_the_card(card: EntryCard) -> None:
    card.show_entry(an_entry("很长的名称" * 60, price_limit=Decimal(1)), EDITION)
    assert page(card).width() <= card.viewport().width()
    assert card.horizontalScrollBar().maximum() == 0
