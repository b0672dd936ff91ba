"""Policy: dated packs of parameters, the tiers of settlement, and the trace that explains each yuan."""
