"""Signs that a page was changed after it was printed, and by which figures the same paper is known again.

Pure functions over a page's own pixels and its recognised words. Nothing here proves anything: each sign is an outlier
among what the same page shows elsewhere, told with the figures that make it one.
"""
