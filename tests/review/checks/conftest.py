"""What the tests of checks share: a context over the shipped catalogue, and a run of one check."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.editions import CatalogueSet, load_editions
from review.checks.finding import CheckContext

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def catalogue() -> CatalogueSet:
    return load_editions()


@pytest.fixture
def context() -> Callable[..., CheckContext]:
    def build(**changes: Any) -> CheckContext:
        usual: dict[str, Any] = {
            "today": date(2025, 4, 1),
            "entry": catalogue().entry,
            "edition": catalogue().edition,
            "assumption": catalogue().assumption,
            "used": catalogue().used,
            "gaps": catalogue().gaps,
            "overlaps": catalogue().overlaps,
            "coded": catalogue().coded,
            "patient_age": 40,
        }
        return CheckContext(**(usual | changes))

    return build
