"""What is to be known of an entry, in the order people ask: what it is, what it costs, which notes hold for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.catalogue.edition_words import dates
from app.ui.catalogue.entry_columns import price
from app.ui.widgets.fact_sheet import Fact
from review.catalogue.entry import EntryKind
from review.catalogue.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.entry import Edition, Entry

translate = QCoreApplication.translate


def facts(entry: Entry, edition: Edition | None) -> tuple[Fact, ...]:
    """What the entry's row says; nothing that it leaves empty."""
    told = (
        (translate("entry", "编号"), entry.official_no),
        (translate("entry", "国家代码"), entry.code),
        (translate("entry", "剂型"), entry.dosage_form),
        (translate("entry", "规格"), entry.spec),
        (translate("entry", "商品名"), entry.brand),
        (translate("entry", "生产企业"), entry.maker),
        (translate("entry", "计价单位"), entry.unit),
        (translate("entry", "支付标准"), entry.payment_standard),
        (translate("entry", "协议期"), entry.agreement),
        (translate("entry", "最高限价"), price(entry.price_limit)),
        (translate("entry", "目录名称"), " ".join(filter(None, (entry.listed_name, entry.listed_form)))),
        (translate("entry", "章节"), entry.section),
        (translate("entry", "分类"), entry.category.replace(" > ", " › ")),
    )
    return (*(Fact(caption, text) for caption, text in told if text), *_of(edition))


def _of(edition: Edition | None) -> Iterator[Fact]:
    if edition is not None:
        yield Fact(translate("entry", "目录版本"), f"{edition.title}（{edition.region}，{dates(edition)}）")
        yield Fact(translate("entry", "来源"), edition.source)


def notes(entry: Entry) -> tuple[str, ...]:
    """Which of the list's own notes hold for the entry."""
    return tuple(_notes(entry))


def _notes(entry: Entry) -> Iterator[str]:
    if entry.includes:
        yield translate("entry", "这是一类药品的统称（凡例第十条），包括：{names}").format(names=entry.includes)
    if entry.kind is not EntryKind.DRUG:
        return
    forms = words().merged.get(entry.dosage_form)
    if forms:
        said = translate("entry", "{form}包括（凡例第八条）：{forms}")
        yield said.format(form=entry.dosage_form, forms="、".join(sorted(forms)))
    if entry.dosage_form and not entry.code:
        yield translate("entry", "主要成分和剂型相同、仅酸根或盐基不同的，也属于本条目（凡例第七条）。")
    elif entry.agreement or entry.payment_standard:
        yield translate("entry", "协议期内谈判药品采用批准的通用名称，剂型不单列，不分规格和厂家（凡例第七条）。")
