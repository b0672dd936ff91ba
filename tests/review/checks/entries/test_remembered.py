"""An entry taken from memory is always visible on its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from review.catalogue.entry import OUTSIDE
from review.checks import registry
from review.checks.entries.remembered import remembered
from review.checks.finding import CheckContext, Severity
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    Context = Callable[..., CheckContext]

SAID = "记忆：张某 2026-03-02 在本院选定"


@pytest.mark.parametrize(("entry_id", "meant"), [("nrdl-2024/X312", "氯化钠"), (OUTSIDE, "目录外")])
def test_a_line_matched_by_memory_says_who_chose_and_when(context: Context, entry_id: str, meant: str) -> None:
    line = a_line(amount="9.00", entry_id=entry_id, matched_by="memory", match_note=SAID, choice_id=7)
    (finding,) = remembered(a_claim(a_statement(line)), context())
    assert (finding.severity, finding.subject) == (Severity.CLUE, f"line:{line.id}")
    assert meant in finding.message
    assert SAID in finding.message
    assert finding.values["choice"] == "7"


@pytest.mark.parametrize("way", ["automatic", "lookalike", "clerk", ""])
def test_lines_matched_otherwise_are_silent(context: Context, way: str) -> None:
    line = a_line(amount="9.00", entry_id="nrdl-2024/X312", matched_by=way)
    assert not list(remembered(a_claim(a_statement(line)), context()))


def test_every_check_of_the_catalogue_is_registered_once() -> None:
    names = [check.__name__ for _, check in registry.CHECKS]
    assert len(names) == len(set(names))
    assert {"editions_in_force", "printed_class", "codes", "remembered", "herbs_alone", "negotiated"} <= set(names)
