"""Checks: one check, one pure function, one file; each finding names its place, its basis and what to do."""
