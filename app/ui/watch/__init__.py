"""The watch list room: what deserves a supervisor's look, and what was found of it."""
