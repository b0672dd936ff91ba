"""Checks of the papers a claim must hold, and of the day it was handed in."""

from review.checks.materials.copies import copies
from review.checks.materials.late import late
from review.checks.materials.liability import liability
from review.checks.materials.missing import missing_materials
from review.checks.materials.seals import seals

CHECKS = (missing_materials, copies, seals, late, liability)
"""The checks of this room in the order their findings are shown."""
