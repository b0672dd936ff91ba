"""One rule in full: what it says, its codes, what is contained, the library's remark, and where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.widgets.badge import Badge, Note, Tone
from app.ui.widgets.cards import text
from app.ui.widgets.fact_sheet import Fact, FactSheet, facts_form, head_row, selectable
from review.rules.saying import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QLayout, QWidget

    from review.rules.rule import Rule, RuleBatch

translate = QCoreApplication.translate
_CODES = 60


class RuleCard(FactSheet):
    """Shows one rule, or words while none is chosen."""

    def __init__(self) -> None:
        super().__init__(translate("RuleCard", "选一条规则，这里显示它的全部内容和今年命中的报销单。"))

    def show_rule(self, rule: Rule, batch: RuleBatch | None) -> None:
        """Show a rule of a batch."""
        self.show_parts(_parts(rule, batch))


def _parts(rule: Rule, batch: RuleBatch | None) -> Iterator[QWidget | QLayout]:
    yield head_row((Badge(label(rule.kind), Tone.BRAND),), label(rule.subject))
    yield selectable(text(rule.name, "title"))
    yield Note(said(rule), Tone.WARN)
    yield facts_form(facts(rule, batch))


def facts(rule: Rule, batch: RuleBatch | None) -> tuple[Fact, ...]:
    """What is to be known of a rule; nothing that it leaves empty."""
    told = (
        (translate("RuleCard", "被包含项目"), rule.other_name),
        (translate("RuleCard", "其编码"), codes_words(rule.other_codes)),
        (translate("RuleCard", "规则库备注"), rule.note),
        (translate("RuleCard", "编码"), codes_words(rule.codes) or translate("RuleCard", "没有列出，按名称识别")),
        (translate("RuleCard", "规则编号"), rule.id),
        (translate("RuleCard", "批次"), batch.title if batch else ""),
        (translate("RuleCard", "发布日期"), str(batch.published or "") if batch else ""),
        (translate("RuleCard", "来源"), batch.source if batch else ""),
    )
    return tuple(Fact(caption, words) for caption, words in told if words)


def codes_words(codes: Sequence[str]) -> str:
    """The codes, one a line; of very many the first, and how many there are."""
    if len(codes) <= _CODES:
        return "\n".join(codes)
    more = translate("RuleCard", "…… 共 {n} 个，导出或用编码查找可看其余").format(n=f"{len(codes):,}")
    return "\n".join((*codes[:_CODES], more))
