"""Capture: a claim begins here, with its insured person and its pages."""
