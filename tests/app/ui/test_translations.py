"""Everything people read is translated: no text is left out, none is stale, every enumeration has words."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication

from app.ui import labels
from app.ui.shell.language import Language
from app.ui.shell.preferences import LANGUAGE, Preferences
from app.ui.shell.rooms import ROOMS
from review.checks.finding import Group as FindingGroup
from review.checks.finding import Severity
from review.claim.claim import CareKind, Filing, HospitalLevel, Region
from review.claim.decisions import BatchState, FindingVerdict
from review.claim.paper import Custody, DocumentKind, LineVerdict, ReadState, Standing
from review.claim.people import Group, Scheme
from review.claim.states import TRANSITIONS, ClaimState, Role
from review.claim.verification import Answer
from review.reports.journal_words import ACTIONS
from review.rules.rule import RuleKind, Subject
from review.watch.watched import Colour, WatchedKind
from tools import translations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_MARKS = {"tr", "translate", "QT_TRANSLATE_NOOP"}
_PLAIN = {"简体中文", "甲", "乙", "丙"}
"""The language's own name, and the classes as they are printed."""

ENUMS = (
    *(ClaimState, Role, ReadState, Standing, Scheme, Group, CareKind, HospitalLevel, Region, Filing),
    *(DocumentKind, Severity, FindingVerdict, LineVerdict, BatchState),
    *(FindingGroup, Custody, Answer, RuleKind, Subject, Colour, WatchedKind),
)


@pytest.fixture
def english(qapp: QApplication, preferences: Preferences) -> Iterator[Language]:
    """The windows speak English until the test is over."""
    preferences.choose(LANGUAGE, "en")
    language = Language(qapp, preferences)
    yield language
    preferences.choose(LANGUAGE, "zh")
    language.apply()


def _unmarked(path: Path) -> Iterator[str]:
    """Chinese texts of a module that no translator would see; docstrings and the command line's help are not shown.

    A call within an f-string marks nothing: the collector of texts does not look there.
    """
    tree = ast.parse(path.read_text("utf-8"))
    hidden = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    calls = (call for call in ast.walk(tree) if _marks(call) and id(call) not in hidden)
    seen = {id(part) for call in calls for part in ast.walk(call)}
    seen |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    for node in texts:
        if id(node) not in seen and node.value not in _PLAIN and _CHINESE.search(str(node.value)):
            yield f"{path.name}:{node.lineno} {node.value!r}"


def _marks(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in _MARKS


@pytest.mark.parametrize("path", [p for p in translations.sources() if p.name != "__main__.py"], ids=lambda p: p.name)
def test_no_text_of_the_windows_escapes_translation(path: Path) -> None:
    assert list(_unmarked(path)) == []


def test_the_translation_is_fresh_and_finished() -> None:
    assert translations.faults() == []


@pytest.mark.parametrize("kind", ENUMS)
def test_every_value_of_the_domain_has_a_word(kind: type[StrEnum]) -> None:
    words = [labels.label(value) for value in kind]
    assert all(_CHINESE.search(word) for word in words)
    assert len(set(words)) == len(words)


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("kind", ENUMS)
def test_every_value_has_an_english_word_too(kind: type[StrEnum]) -> None:
    assert not [value for value in kind if _CHINESE.search(labels.label(value))]


@pytest.mark.usefixtures("qapp")
def test_every_move_of_a_claim_has_a_word_in_the_journal() -> None:
    assert not [move.name for move in TRANSITIONS if labels.action_label(move.name) == move.name]


def test_whatever_the_printed_journal_has_a_word_for_the_window_has_too() -> None:
    assert not [name for name in ACTIONS if labels.action_label(name) == name]


@pytest.mark.usefixtures("english")
def test_rooms_and_fields_speak_english() -> None:
    assert [room.title for room in ROOMS][:3] == ["Intake", "Review", "Queue"]
    assert labels.field_label("unit_price") == "Unit price"
    assert labels.sum_label("basic_fund") == "Basic fund"


def test_going_back_to_chinese_takes_the_translation_out(english: Language, preferences: Preferences) -> None:
    preferences.choose(LANGUAGE, "zh")
    english.apply()
    assert QCoreApplication.translate("rooms", "队列") == "队列"


def test_placeholders_survive_translation() -> None:
    for (_, source), english in translations.messages(translations.TEXTS).items():
        assert sorted(re.findall(r"\{[^}]*\}", source)) == sorted(re.findall(r"\{[^}]*\}", english)), source
