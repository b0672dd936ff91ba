"""What the tests of checks share: a context over the shipped catalogue, and a run of one check."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from review.catalogue.editions import CatalogueSet, load_editions
from review.checks.finding import CheckContext, KnownReceipt

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def catalogue() -> CatalogueSet:
    return load_editions()


@pytest.fixture
def context() -> Callable[..., CheckContext]:
    def build(*known: KnownReceipt, **changes: Any) -> CheckContext:
        usual: dict[str, Any] = {
            "today": date(2025, 4, 1),
            "entry": catalogue().entry,
            "edition": catalogue().edition,
            "assumption": catalogue().assumption,
            "used": catalogue().used,
            "gaps": catalogue().gaps,
            "overlaps": catalogue().overlaps,
            "coded": catalogue().coded,
            "known_receipts": lambda code, number: [
                k for k in known if (k.invoice_code, k.invoice_number) == (code, number)
            ],
            "patient_age": 40,
        }
        return CheckContext(**(usual | changes))

    return build
