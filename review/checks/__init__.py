"""Checks: pure functions that look at a claim and say what a person should look at, and why."""

from review.checks.registry import CHECKS, Check, run_checks

__all__ = ["CHECKS", "Check", "run_checks"]
