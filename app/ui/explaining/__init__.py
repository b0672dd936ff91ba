"""The window that explains a settlement: ladder, steps, lines, the year, plain words."""
