"""Checks of the papers a claim must hold."""

from review.checks.materials.required import materials

CHECKS = (materials,)
"""The checks of this room in the order their findings are shown."""
