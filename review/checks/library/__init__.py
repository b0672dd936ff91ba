"""Checks against the national rule library."""

from review.checks.library.rule_library import rule_library

CHECKS = (rule_library,)
"""The checks of this room in the order their findings are shown."""
