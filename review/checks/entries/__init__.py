"""Checks of what lines were matched to: entries, editions, codes, memory."""

from review.checks.entries.class_at_odds import class_at_odds
from review.checks.entries.class_listed import class_listed
from review.checks.entries.codes import codes
from review.checks.entries.editions import editions
from review.checks.entries.editions_in_force import editions_in_force
from review.checks.entries.lookalikes import lookalikes
from review.checks.entries.printed_class import printed_class
from review.checks.entries.remembered import remembered
from review.checks.entries.unmatched import unmatched

CHECKS = (
    unmatched,
    lookalikes,
    remembered,
    codes,
    printed_class,
    class_at_odds,
    class_listed,
    editions,
    editions_in_force,
)
"""The checks of this room in the order their findings are shown."""
