"""Which rules are listed: of one batch or all, by words, by what they are about, or those that caught something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.tables.paged import Slice
from review.rules.rule import Subject
from review.services import rulebooks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.rules.rule import Rule
    from review.services.office import Office
    from review.services.rulebooks import BatchView, Caught

translate = QCoreApplication.translate

_ALL_OF_THEM = 10**9


class Which(StrEnum):
    """The filters above the list."""

    ALL = "all"
    CAUGHT = "caught"
    DRUG = "drug"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the list, the title of its batch, and what it caught this year; None where nothing."""

    rule: Rule
    batch: str
    caught: Caught | None


@dataclass(frozen=True)
class Found:
    """The rules asked for; looked up once, on the thread that fetches first."""

    office: Office
    text: str
    batch: str
    which: Which
    caught: Mapping[str, Caught]

    @cached_property
    def rows(self) -> tuple[RuleRow, ...]:
        """All of them; those that caught most first where only such are asked for."""
        titles = {view.batch.id: _titled(view) for view in rulebooks.rule_batches(self.office)}
        page = rulebooks.rules(self.office, self.text, self.batch, limit=_ALL_OF_THEM)
        rows = [RuleRow(r, titles.get(r.batch, r.batch), self.caught.get(r.id)) for r in page.rules if self._keeps(r)]
        return tuple(sorted(rows, key=most_first) if self.which is Which.CAUGHT else rows)

    def fetch(self, offset: int, limit: int) -> Slice[RuleRow]:
        """Some of them."""
        return Slice(self.rows[offset : offset + limit], len(self.rows))

    def _keeps(self, rule: Rule) -> bool:
        if self.which is Which.CAUGHT:
            return rule.id in self.caught
        return self.which is Which.ALL or rule.subject is Subject(self.which.value)


def _titled(view: BatchView) -> str:
    """The title of a batch; one out of use says so before it, whose rules are listed but speak no more."""
    return (
        translate("rules", "（已停用）{title}").format(title=view.batch.title) if view.withdrawn else view.batch.title
    )


def most_first(row: RuleRow) -> tuple[int, int, str]:
    """The order of rules that caught something: by claims, then lines."""
    return (-row.caught.claims, -row.caught.lines, row.rule.name) if row.caught else (0, 0, row.rule.name)
