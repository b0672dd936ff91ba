"""Tunes an official recogniser for print that is small and soft: 8 to 13 pixels an em, blurred (ADR 19).

``python -m tools.soft_print.tune`` draws lines as papers print them, wears them and tunes; see there.
"""
