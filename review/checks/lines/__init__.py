"""Checks of charge lines: sums, dates, days, payment limits, prices, refunds, rows that stand twice."""

from review.checks.lines.bed_days import bed_days
from review.checks.lines.drug_amounts import drug_amounts
from review.checks.lines.drug_limits import drug_limits
from review.checks.lines.herbs_alone import herbs_alone
from review.checks.lines.hours import hours
from review.checks.lines.implausible import implausible
from review.checks.lines.implied import implied
from review.checks.lines.line_dates import line_dates
from review.checks.lines.line_product import line_product
from review.checks.lines.name_ages import name_ages
from review.checks.lines.negotiated import negotiated
from review.checks.lines.price_limits import price_limits
from review.checks.lines.refunds import refunds
from review.checks.lines.repeated_rows import repeated_rows
from review.checks.lines.twin_lines import twin_lines
from review.checks.lines.uneven_prices import uneven_prices
from review.checks.lines.unusual_prices import unusual_prices

CHECKS = (
    line_product,
    line_dates,
    repeated_rows,
    twin_lines,
    refunds,
    unusual_prices,
    uneven_prices,
    price_limits,
    bed_days,
    hours,
    drug_amounts,
    implied,
    name_ages,
    implausible,
    drug_limits,
    herbs_alone,
    negotiated,
)
"""The checks of this room in the order their findings are shown."""
