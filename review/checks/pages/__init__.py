"""Checks of pages: what was captured, how far it was read, and what was captured before."""

from review.checks.pages.mixed_papers import mixed_papers
from review.checks.pages.not_paper import not_paper
from review.checks.pages.open_doubts import open_doubts
from review.checks.pages.page_state import page_state
from review.checks.pages.repeated_pages import repeated_pages
from review.checks.pages.seen_pages import seen_pages
from review.checks.pages.two_readings import two_readings

CHECKS = (page_state, not_paper, seen_pages, repeated_pages, mixed_papers, two_readings, open_doubts)
"""The checks of this room in the order their findings are shown."""
