"""Checks of receipts: numbers, sums, seals, what was paid before, what was handed in before, what the site said."""

from review.checks.receipts.already_settled import already_settled
from review.checks.receipts.amounts import amounts
from review.checks.receipts.code_parts import code_parts
from review.checks.receipts.drug_share import drug_share
from review.checks.receipts.duplicate_receipt import duplicate_receipt
from review.checks.receipts.invoice_form import invoice_form
from review.checks.receipts.invoice_sum import invoice_sum
from review.checks.receipts.issuing_unit import issuing_unit
from review.checks.receipts.neighbours import neighbours
from review.checks.receipts.receipt_identity import receipt_identity
from review.checks.receipts.receipt_number import receipt_number
from review.checks.receipts.receipt_words import receipt_words
from review.checks.receipts.receipts_alike import receipts_alike
from review.checks.receipts.reversed_receipt import reversed_receipt
from review.checks.receipts.same_stay import same_stay
from review.checks.receipts.seal import seal
from review.checks.receipts.statement_again import statement_again
from review.checks.receipts.totals import totals
from review.checks.receipts.verified import verified

CHECKS = (
    duplicate_receipt,
    same_stay,
    receipts_alike,
    reversed_receipt,
    verified,
    already_settled,
    receipt_number,
    code_parts,
    invoice_form,
    neighbours,
    seal,
    issuing_unit,
    receipt_words,
    receipt_identity,
    amounts,
    totals,
    statement_again,
    invoice_sum,
    drug_share,
)
"""The checks of this room in the order their findings are shown."""
