"""Data only: policies, catalogues, model manifest, fonts, icons, themes, translations, samples."""

from pathlib import Path

ROOT = Path(__file__).parent
"""Folder of the shipped data; always real files, since wheels are unpacked."""
