"""Spreadsheets and CSV files of unknown origin as rows of cells: looked through first, read apart, never guessed at."""
