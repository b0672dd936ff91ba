"""The columns under which rules are listed: in the library, and in a file that is to be taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Column
from app.ui.tables.words import yuan
from review.rules.saying import said

if TYPE_CHECKING:
    from app.ui.rules.found import RuleRow
    from review.rules.rule import Rule

translate = QCoreApplication.translate


def rule_columns() -> tuple[Column[Rule], ...]:
    """Article, what is limited, the limit in words, how many codes."""
    return (
        Column(id="name", title=translate("rules", "名称"), text=lambda r: r.name, width=150, stretch=True),
        Column(id="kind", title=translate("rules", "类型"), text=lambda r: label(r.kind), width=92, yields=4),
        Column(id="limit", title=translate("rules", "限定"), text=said, width=170, stretch=True),
        Column(id="codes", title=translate("rules", "编码"), text=_codes, numeric=True, width=56, yields=3),
    )


def library_columns() -> tuple[Column[RuleRow], ...]:
    """The same, with the batch and what the rule caught this year."""
    return (*map(_of_row, rule_columns()), *_beside())


def _of_row(column: Column[Rule]) -> Column[RuleRow]:
    return Column(
        id=column.id,
        title=column.title,
        text=lambda row: column.text(row.rule),
        numeric=column.numeric,
        width=column.width,
        stretch=column.stretch,
        yields=column.yields,
    )


def _beside() -> tuple[Column[RuleRow], ...]:
    return (
        Column(
            id="batch",
            title=translate("rules", "批次"),
            text=lambda r: r.batch,
            tint=lambda _: "mute",
            width=190,
            yields=5,
        ),
        Column(id="claims", title=translate("rules", "命中单"), text=_claims, numeric=True, width=64),
        Column(id="lines", title=translate("rules", "命中行"), text=_lines, numeric=True, width=64, yields=1),
        Column(id="excluded", title=translate("rules", "剔除(元)"), text=_excluded, numeric=True, width=88, yields=2),
    )


def _codes(rule: Rule) -> str:
    return f"{len(rule.codes):,}" if rule.codes else "—"


def _claims(row: RuleRow) -> str:
    return f"{row.caught.claims:,}" if row.caught else "—"


def _lines(row: RuleRow) -> str:
    return f"{row.caught.lines:,}" if row.caught else "—"


def _excluded(row: RuleRow) -> str:
    return yuan(row.caught.excluded if row.caught else None)
