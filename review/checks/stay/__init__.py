"""Checks of persons and the stay."""

from review.checks.stay.cards import cards
from review.checks.stay.header_facts import header_facts
from review.checks.stay.people import people
from review.checks.stay.stay_dates import stay_dates

CHECKS = (header_facts, people, cards, stay_dates)
"""The checks of this room in the order their findings are shown."""
