"""Which claims are replayed: the office's settled ones by day of care, scheme and state, or a generated year."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from app.ui.labels import label
from app.ui.widgets.cards import text
from app.ui.widgets.chips import ChipRow, Choice
from app.ui.widgets.fields import Labelled, day_of
from review.claim.people import Scheme
from review.services.reckoning import PAID
from review.services.replaying import MOST, FromClaims, FromSample, PastFilter, shipped_samples
from review.whatif.sample_terms import sample_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from review.claim.states import ClaimState

_STEP, _INSET = 100, 6


class From(StrEnum):
    """Where claims come from."""

    OFFICE = "office"
    SAMPLE = "sample"


class Span(StrEnum):
    """Ready spans of days of care."""

    ALL = "all"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    OWN = "own"


def span_days(span: Span, today: date) -> tuple[date | None, date | None]:
    """First and last day of a ready span; None is without end."""
    month = today.replace(day=1)
    year = today.year
    ends = {
        Span.THIS_YEAR: (date(year, 1, 1), date(year, 12, 31)),
        Span.LAST_YEAR: (date(year - 1, 1, 1), date(year - 1, 12, 31)),
        Span.THIS_MONTH: (month, today),
        Span.LAST_MONTH: ((month - timedelta(1)).replace(day=1), month - timedelta(1)),
    }
    return ends.get(span, (None, None))


class SourceForm(QWidget):
    """``changed`` comes when other claims are meant."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.where = ChipRow((Choice(From.OFFICE, self.tr("本单位已结算")), Choice(From.SAMPLE, self.tr("生成的样本"))))
        self.span, self.scheme, self.state = QComboBox(), QComboBox(), QComboBox()
        self.since, self.until = QLineEdit(), QLineEdit()
        self.sample, self.claims, self.seed = QComboBox(), QSpinBox(), QSpinBox()
        self.told = text(role="small")
        self._fill()
        self._lay_out()
        self._connect()
        self._follow_span()

    @property
    def source(self) -> FromClaims | FromSample | None:
        """The claims meant; None while a typed day is none, or no sample is there."""
        if self.where.current == From.SAMPLE:
            name = str(self.sample.currentData() or "")
            return FromSample(name, self.claims.value(), self.seed.value()) if name else None
        days = [day_of(field.text()) for field in (self.since, self.until)]
        typed = [bool(field.text().strip()) for field in (self.since, self.until)]
        if any(day is None and words for day, words in zip(days, typed, strict=True)):
            return None
        return FromClaims(PastFilter(states=self._states, schemes=self._schemes, since=days[0], until=days[1]))

    def tell(self, words: str) -> None:
        """Say how many claims that is, or what is missing."""
        self.told.setText(words)

    @property
    def _states(self) -> tuple[ClaimState, ...]:
        return tuple(sorted(PAID)) if self.state.currentData() == "paid" else ()

    @property
    def _schemes(self) -> tuple[Scheme, ...]:
        chosen = self.scheme.currentData()
        return (Scheme(chosen),) if chosen else ()

    def _fill(self) -> None:
        _offer(self.scheme, [("", self.tr("全部险种")), *((scheme.value, label(scheme)) for scheme in Scheme)])
        _offer(self.state, [("", self.tr("全部已结算的")), ("paid", self.tr("只要已拨付的"))])
        spans = (
            (Span.ALL, self.tr("不限")),
            (Span.THIS_YEAR, self.tr("今年")),
            (Span.LAST_YEAR, self.tr("去年")),
            (Span.THIS_MONTH, self.tr("本月")),
            (Span.LAST_MONTH, self.tr("上月")),
            (Span.OWN, self.tr("自定起止")),
        )
        _offer(self.span, spans)
        _offer(self.sample, [(name, sample_terms(name).title) for name in reversed(shipped_samples())])
        self.claims.setRange(1, MOST)
        self.claims.setSingleStep(_STEP)
        self.claims.setGroupSeparatorShown(True)
        self.seed.setRange(0, 2**31 - 1)
        for spin in (self.claims, self.seed):
            spin.setProperty("plain", True)  # noqa: FBT003  Qt's own signature
            spin.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self._follow_sample()

    def _follow_span(self) -> None:
        span = Span(self.span.currentData())
        if span is not Span.OWN:
            for field, day in zip((self.since, self.until), span_days(span, self._today), strict=True):
                field.setText(str(day or ""))
        self.changed.emit()

    def _own_span(self) -> None:
        self.span.setCurrentIndex(self.span.findData(Span.OWN))
        self.changed.emit()

    def _follow_sample(self) -> None:
        if self.sample.count():
            terms = sample_terms(str(self.sample.currentData()))
            self.sample.setToolTip(f"{terms.source}\n{terms.assumed}")
            self.claims.setValue(terms.claims)
            self.seed.setValue(terms.seed)

    def _connect(self) -> None:
        self.where.chosen.connect(self._turn)
        self.span.activated.connect(lambda _: self._follow_span())
        self.sample.activated.connect(lambda _: self._follow_sample())
        for field in (self.since, self.until):
            field.textEdited.connect(lambda _: self._own_span())
        for box in (self.scheme, self.state, self.sample):
            box.activated.connect(lambda _: self.changed.emit())
        for spin in (self.claims, self.seed):
            spin.valueChanged.connect(lambda _: self.changed.emit())

    def _turn(self) -> None:
        self._pages.setCurrentIndex(int(self.where.current == From.SAMPLE))
        self.changed.emit()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self.since.setPlaceholderText(self.tr("起，年-月-日"))
        self.until.setPlaceholderText(self.tr("止，年-月-日"))
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        for field in (self.since, self.until):
            row.addWidget(field)
        self._pages.addWidget(
            _form(
                (self.tr("就诊日期"), self.span),
                ("", days),
                (self.tr("险种"), self.scheme),
                (self.tr("状态"), self.state),
            )
        )
        self._pages.addWidget(
            _form((self.tr("样本"), self.sample), (self.tr("人次"), self.claims), (self.tr("种子"), self.seed))
        )
        for field, name in ((self.since, self.tr("就诊日期起")), (self.until, self.tr("就诊日期止"))):
            field.setAccessibleName(name)
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.where, self._pages, self.told):
            column.addWidget(widget)


def _offer(box: QComboBox, rows: Iterable[tuple[str, str]]) -> None:
    for value, words in rows:
        box.addItem(words, value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)


def _form(*rows: tuple[str, QWidget]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for name, field in rows:
        column.addWidget(Labelled(name, field) if name else field)
    column.addStretch(1)
    return page
