"""Checks of charge lines: sums, dates, days, payment limits, prices."""

from review.checks.lines.bed_days import bed_days
from review.checks.lines.drug_limits import drug_limits
from review.checks.lines.herbs_alone import herbs_alone
from review.checks.lines.line_dates import line_dates
from review.checks.lines.line_product import line_product
from review.checks.lines.negotiated import negotiated
from review.checks.lines.refunds import refunds

CHECKS = (line_product, line_dates, bed_days, refunds, drug_limits, herbs_alone, negotiated)
"""The checks of this room in the order their findings are shown."""
