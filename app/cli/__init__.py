"""The `lingbao` command: every service without a screen. No Qt here."""

from app.cli import claims, deciding, reading, settling, upkeep
from app.cli.base import run as main

__all__ = ["claims", "deciding", "main", "reading", "settling", "upkeep"]
