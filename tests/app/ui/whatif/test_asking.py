"""Which claims are meant: spans of days, typed days, schemes and states; which packs are on offer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.ui.whatif.packs import PackBox, PackChoice, pack_path
from app.ui.whatif.source_form import From, SourceForm, Span, span_days
from app.ui.whatif.words import axis_word, key_word
from review.claim.people import Scheme
from review.claim.states import ClaimState
from review.services.replaying import FromClaims, FromSample
from review.whatif.comparison import Axis
from review.whatif.sample_terms import sample_terms

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.ui.shell.preferences import Preferences

TODAY = date(2026, 3, 15)


@pytest.fixture
def form(qtbot: QtBot) -> SourceForm:
    """The form on a day in March."""
    made = SourceForm(TODAY)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.THIS_YEAR, date(2026, 1, 1), date(2026, 12, 31)),
        (Span.LAST_YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        (Span.THIS_MONTH, date(2026, 3, 1), TODAY),
        (Span.LAST_MONTH, date(2026, 2, 1), date(2026, 2, 28)),
        (Span.ALL, None, None),
    ],
)
def test_ready_spans(span: Span, first: date | None, last: date | None) -> None:
    assert span_days(span, TODAY) == (first, last)


def test_all_settled_claims_are_meant_at_first(form: SourceForm) -> None:
    assert form.source == FromClaims()


def test_a_scheme_and_a_state_narrow_it(form: SourceForm) -> None:
    form.scheme.setCurrentIndex(form.scheme.findData(Scheme.EMPLOYEE.value))
    form.state.setCurrentIndex(form.state.findData("paid"))
    chosen = form.source
    assert isinstance(chosen, FromClaims)
    assert chosen.chosen.schemes == (Scheme.EMPLOYEE,)
    assert set(chosen.chosen.states) == {ClaimState.PAID, ClaimState.ARCHIVED}


def test_a_typed_day_is_taken_and_an_unreadable_one_means_nothing(form: SourceForm) -> None:
    form.since.setText("2025年2月3日")
    assert isinstance(form.source, FromClaims)
    assert form.source.chosen.since == date(2025, 2, 3)
    form.since.setText("二月")
    assert form.source is None


def test_a_sample_has_the_size_and_seed_of_its_file_at_first(form: SourceForm) -> None:
    form.where.choose(From.SAMPLE)
    terms = sample_terms("xinfeng-2024")
    assert form.source == FromSample("xinfeng-2024", terms.claims, terms.seed)


def test_a_file_once_opened_stays_on_offer(qtbot: QtBot, preferences: Preferences) -> None:
    box = PackBox(preferences)
    qtbot.addWidget(box)
    box.offer((PackChoice("ganzhou", "赣州"), PackChoice("office:1", "本单位")), 1)
    assert box.name == "office:1"
    box.open("/packs/测试.yaml")
    box.offer((PackChoice("ganzhou", "赣州"),), 0)
    assert box.name == "/packs/测试.yaml"


def test_a_pack_of_several_files_is_its_folder(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: a")
    assert pack_path(str(tmp_path / "pack.yaml")) == str(tmp_path / "pack.yaml")
    (tmp_path / "basic.yaml").write_text("basic: {}")
    assert pack_path(str(tmp_path / "pack.yaml")) == str(tmp_path)


@pytest.mark.parametrize(
    ("axis", "key", "words"),
    [
        (Axis.GROUP, "none", "一般人员"),
        (Axis.LEVEL, "none", "未定级"),
        (Axis.GROUP, "orphan+subsistence", "孤儿、低保对象"),
        (Axis.REGION, "other_province/referral", "跨省、转诊备案"),
        (Axis.AGE, "75+", "75 岁以上"),
        (Axis.AGE, "0-17", "0-17 岁"),
        (Axis.MONTH, "2024-03", "2024-03"),
        (Axis.SCHEME, "unknown", "不详"),
    ],
)
def test_keys_in_words(axis: Axis, key: str, words: str) -> None:
    assert key_word(axis, key) == words
    assert axis_word(axis)
