"""Checks of receipts: numbers, sums, what was paid before, what was handed in before."""

from review.checks.receipts.already_settled import already_settled
from review.checks.receipts.amounts import amounts
from review.checks.receipts.drug_share import drug_share
from review.checks.receipts.duplicate_receipt import duplicate_receipt
from review.checks.receipts.receipt_identity import receipt_identity
from review.checks.receipts.receipt_number import receipt_number
from review.checks.receipts.receipt_words import receipt_words
from review.checks.receipts.totals import totals

CHECKS = (
    duplicate_receipt,
    already_settled,
    receipt_number,
    receipt_words,
    receipt_identity,
    amounts,
    totals,
    drug_share,
)
"""The checks of this room in the order their findings are shown."""
