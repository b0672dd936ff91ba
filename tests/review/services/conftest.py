"""A real office for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.offices import Clock, an_office

if TYPE_CHECKING:
    from pathlib import Path

    from review.services.office import Office


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Office:
    return an_office(tmp_path / "office", clock)
