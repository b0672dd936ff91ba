"""Checks for signs that a paper was changed: on its picture, in its sums, against what the office knows."""

from review.checks.forgery.figure_grown import figure_grown
from review.checks.forgery.number_other_sum import number_other_sum
from review.checks.forgery.page_changed import page_changed
from review.checks.forgery.price_grown import price_grown
from review.checks.forgery.row_grown import row_grown
from review.checks.forgery.total_out_of_proportion import total_out_of_proportion

CHECKS = (page_changed, figure_grown, row_grown, number_other_sum, price_grown, total_out_of_proportion)
"""The checks of this room in the order their findings are shown."""
