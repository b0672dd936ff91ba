"""The claim: paper, people, states, decisions, journal. Frozen values only; nothing here knows a database."""
