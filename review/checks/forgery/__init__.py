"""Checks for signs that a paper was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review.checks.finding import Check

CHECKS: tuple[Check, ...] = ()
"""The checks of this room in the order their findings are shown."""
