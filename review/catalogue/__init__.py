"""Catalogues: dated editions of what the fund pays for, and the matching of printed words to their entries."""
