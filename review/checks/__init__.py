"""Checks: pure functions that look at a claim and say what a person should look at, and why."""

from review.checks.finding import Check
from review.checks.registry import CHECKS, run_checks

__all__ = ["CHECKS", "Check", "run_checks"]
