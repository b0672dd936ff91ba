"""Lines of the watch list in words: clerks who may not answer about themselves, figures, names behind usernames."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.ui.watch.columns import why_words
from app.ui.watch.filters import Sieve, WatchFilters
from app.ui.watch.room import WatchRoom
from app.ui.watch.watched_words import figure_facts, named
from review.claim.people import Actor
from review.claim.states import Role
from review.watch.watched import Colour, Watched, WatchedKind

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.shell.session import Session

CLERK = Watched(
    kind=WatchedKind.CLERK,
    key="li.jing",
    name="李静",
    colour=Colour.YELLOW,
    reasons=("答复的疑点中放行占90.0%（45/50）。", "初审的报销单中有疑点被放行的占80.0%（40/50）。"),
    basis=("与全部同事相比", "与全部同事相比"),
    figures=(("answered", "50"), ("answered_passed", "45"), ("没有词的", "3")),
)


def test_figures_stand_under_their_captions_and_unknown_ones_under_their_keys() -> None:
    told = [(fact.caption, fact.words) for fact in figure_facts(CLERK)]
    assert told == [("答复疑点数", "50"), ("其中放行", "45"), ("没有词的", "3")]


def test_all_reasons_stand_in_one_line() -> None:
    assert why_words(CLERK) == "".join(CLERK.reasons)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("zhao.gang 2025-04-01：已核实", "赵刚 2025-04-01：已核实"),
        ("someone 2025-04-01：好", "someone 2025-04-01：好"),
        ("", ""),
    ],
)
def test_an_answer_tells_the_full_name_where_it_is_known(answer: str, told: str) -> None:
    assert named(replace(CLERK, answer=answer), {"zhao.gang": "赵刚"}).answer == told


def test_a_sieve_lets_a_colour_and_a_kind_through() -> None:
    assert Sieve().keeps(CLERK)
    assert Sieve(Colour.YELLOW, WatchedKind.CLERK).keeps(CLERK)
    assert not Sieve(Colour.RED).keeps(CLERK)
    assert not Sieve(kind=WatchedKind.HOSPITAL).keeps(CLERK)


def test_chips_count_beside_the_choice_of_the_other_row(qtbot: QtBot) -> None:
    filters = WatchFilters()
    qtbot.addWidget(filters)
    lines = (CLERK, replace(CLERK, key="b", colour=Colour.RED), replace(CLERK, key="c", kind=WatchedKind.ACCOUNT))
    filters.colours.choose(Colour.YELLOW)
    filters.count(lines)
    assert filters.kinds._buttons[WatchedKind.CLERK].text().endswith("1")
    assert filters.colours._buttons[Colour.RED].text().endswith("1")


@pytest.mark.parametrize(("username", "why"), [("li.jing", "不能核查本人"), ("zhao.gang", "填写以后转为绿色")])
def test_nobody_answers_about_themselves(session: Session, qtbot: QtBot, username: str, why: str) -> None:
    both = Actor(username, "某人", frozenset({Role.SUPERVISOR, Role.CLERK}))
    room = WatchRoom(replace(session, actor=both))
    qtbot.addWidget(room)
    room._show((CLERK,))
    qtbot.waitUntil(lambda: session.jobs.pending == 0)
    assert why in room.answer.toolTip()
    assert room.answer.isEnabled() is (username != CLERK.key)
