"""Which open claims a change touches, in one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from app.ui.catalogue.touched import touched_words
from review.claim.states import ClaimState
from review.services.catalogue import TouchedClaim


def touched(count: int) -> list[TouchedClaim]:
    day = date(2025, 3, 3)
    return [TouchedClaim(f"20250303-{n:04}", ClaimState.FIRST_REVIEW, "钟福生", day, 2) for n in range(1, count + 1)]


def test_where_none_is_touched_nothing_is_said() -> None:
    assert touched_words(()) == ""


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "涉及 1 张未签批的报销单（20250303-0001）"),
        (3, "涉及 3 张未签批的报销单（20250303-0001、20250303-0002、20250303-0003）"),
        (4, "涉及 4 张未签批的报销单（20250303-0001、20250303-0002、20250303-0003…）"),
    ],
)
def test_the_first_claims_are_named_and_the_rest_counted(count: int, said: str) -> None:
    words = touched_words(touched(count))
    assert words.startswith(said)
    assert "Ctrl+M" in words
