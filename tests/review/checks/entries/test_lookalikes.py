"""An entry found under another reading of a name is told, once a line that is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from review.checks.entries.lookalikes import lookalikes
from review.checks.finding import CheckContext, Severity
from review.claim.paper import LineVerdict
from tests.builders import a_claim, a_line, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    Context = Callable[..., CheckContext]


def test_an_entry_found_by_a_character_that_looks_alike_is_a_clue(context: Context) -> None:
    line = a_line("氣化钠注射液", entry_id="nrdl-2024/X312", matched_by="lookalike")
    (finding,) = lookalikes(a_claim(a_statement(line)), context())
    assert finding.severity is Severity.CLUE
    assert finding.subject == f"line:{line.id}"
    assert "识别为“氣化钠注射液”，目录中没有，按形近字认定" in finding.message


@pytest.mark.parametrize("matched_by", ["automatic", "memory", "clerk", ""])
def test_entries_found_otherwise_are_silent(context: Context, matched_by: str) -> None:
    line = a_line(entry_id="nrdl-2024/X312", matched_by=matched_by)
    assert not list(lookalikes(a_claim(a_statement(line)), context()))


def test_a_line_taken_out_is_silent(context: Context) -> None:
    line = a_line(entry_id="nrdl-2024/X312", matched_by="lookalike", verdict=LineVerdict.EXCLUDE)
    assert not list(lookalikes(a_claim(a_statement(line)), context()))
