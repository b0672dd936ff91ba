"""Words with places become documents: kinds, fields, lines, equations and doubts. Pure Python, no pictures."""

from ocr.extraction.documents import read_documents
from ocr.extraction.wishes import wishes

__all__ = ["read_documents", "wishes"]
