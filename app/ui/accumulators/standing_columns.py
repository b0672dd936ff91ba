"""The columns under which people's years are listed: of a file, and of one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.tables.columns import Column
from app.ui.tables.words import yuan
from review.accumulators.standing import STAYS
from review.accumulators.words import caption
from review.identity import masked

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from review.accumulators.standing import Figures, Standing
    from review.claim.people import Scheme

translate = QCoreApplication.translate
_SHOWN = ("basic_fund", "serious_illness_fund", "medical_aid_fund", "deductible")


@dataclass(frozen=True, slots=True)
class Known:
    """One year of a person as an import states it."""

    name: str
    year: int
    scheme: Scheme
    as_of: date
    batch: int
    figures: Figures

    @property
    def key(self) -> tuple[int, str, int]:
        """What tells it from the person's others."""
        return self.year, self.scheme, self.batch


def standing_columns() -> tuple[Column[Standing], ...]:
    """Whose year, and its sums."""
    return (
        Column(id="person", title=translate("accumulators", "姓名"), text=lambda s: s.name or "—", width=76),
        Column(
            id="id",
            title=translate("accumulators", "身份证号"),
            text=lambda s: masked(s.whose.id_number),
            width=164,
        ),
        Column(id="year", title=translate("accumulators", "年度"), text=lambda s: str(s.whose.year), width=56),
        Column(id="scheme", title=translate("accumulators", "险种"), text=lambda s: label(s.whose.scheme), width=84),
        Column(
            id="figures",
            title=translate("accumulators", "累计"),
            text=lambda s: figure_words(s.figures),
            width=320,
            stretch=True,
        ),
    )


def known_columns() -> tuple[Column[Known], ...]:
    """Year, scheme, the day it states, the batch, its sums."""
    return (
        Column(id="year", title=translate("accumulators", "年度"), text=lambda k: str(k.year), width=56),
        Column(id="scheme", title=translate("accumulators", "险种"), text=lambda k: label(k.scheme), width=84),
        Column(id="as_of", title=translate("accumulators", "截至"), text=lambda k: str(k.as_of), width=96),
        Column(id="batch", title=translate("accumulators", "批次"), text=lambda k: str(k.batch), width=48),
        Column(
            id="figures",
            title=translate("accumulators", "累计"),
            text=lambda k: figure_words(k.figures),
            width=320,
            stretch=True,
        ),
    )


def figure_words(figures: Figures) -> str:
    """The figures in one line, each with its caption; what was not given is not there."""
    said = (f"{caption(name)} {_amount(name, amount)}" for name, amount in figures)
    return translate("accumulators", "，").join(said)


def _amount(name: str, amount: Decimal) -> str:
    return f"{amount:.0f}" if name == STAYS else yuan(amount)
