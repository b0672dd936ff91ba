"""Paper to reading: pages in, documents with fields and lines out. No Qt, no SQL, no policy."""
