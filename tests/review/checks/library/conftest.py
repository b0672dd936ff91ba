"""What the tests of this room share: the shipped library, and findings as short words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from review.rules.book import shipped_book
from tests.builders import a_care, a_claim, a_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.checks.finding import Check, CheckContext, Finding
    from review.claim.paper import Line


@pytest.fixture
def found(context: Callable[..., CheckContext]) -> Callable[..., list[Finding]]:
    """What a check finds in a statement of these lines: ``care``, ``insured`` and the rest change what is known."""

    def run(check: Check, *lines: Line, care: dict[str, Any] | None = None, **known: Any) -> list[Finding]:
        head = {"insured": known.pop("insured")} if "insured" in known else {}
        claim = a_claim(a_statement(*lines), care=a_care(**(care or {})), **head)
        return list(check(claim, context(**({"rules": shipped_book()} | known))))

    return run
