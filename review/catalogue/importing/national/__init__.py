"""The national drug list as it is published: a PDF of ruled tables under headings, with its own notes in front."""
