"""Checks of persons and the stay."""

from review.checks.stay.after_death import after_death
from review.checks.stay.cards import cards
from review.checks.stay.designated import designated
from review.checks.stay.filing import filing
from review.checks.stay.header_facts import header_facts
from review.checks.stay.overlaps import overlaps
from review.checks.stay.paper_days import paper_days
from review.checks.stay.people import people
from review.checks.stay.readmission import readmission
from review.checks.stay.shared_account import shared_account
from review.checks.stay.stay_dates import stay_dates
from review.checks.stay.visits_within import visits_within
from review.checks.stay.year_end import year_end

CHECKS = (
    header_facts,
    people,
    cards,
    shared_account,
    stay_dates,
    paper_days,
    overlaps,
    visits_within,
    after_death,
    readmission,
    year_end,
    designated,
    filing,
)
"""The checks of this room in the order their findings are shown."""
