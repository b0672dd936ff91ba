"""Checks against the national rule library."""

from review.checks.library.age import age
from review.checks.library.course import course
from review.checks.library.duplicate import duplicate
from review.checks.library.frequency import frequency
from review.checks.library.level import level
from review.checks.library.period import period
from review.checks.library.place import place
from review.checks.library.pregnancy import pregnancy
from review.checks.library.scheme import scheme
from review.checks.library.secondary import secondary
from review.checks.library.sex import sex

CHECKS = (sex, age, pregnancy, scheme, place, level, course, frequency, period, duplicate, secondary)
"""The checks of this room in the order their findings are shown."""
