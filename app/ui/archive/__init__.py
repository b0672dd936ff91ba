"""Paid claims, their archive PDF, and the journal."""
