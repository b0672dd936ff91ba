"""The `lingbao` command: every service without a screen. No Qt here."""

from __future__ import annotations

import importlib
import sys

ROOMS: dict[str, tuple[str, ...]] = {
    "reading": ("read", "intake"),
    "claims": ("queue", "show", "correct", "check"),
    "settling": ("settle",),
    "policies": ("policy",),
    "pack_versions": ("policy",),
    "cataloguing": ("catalogue",),
    "deciding": ("decide", "batch", "sign", "pay", "archive"),
    "upkeep": ("user", "backup", "journal", "doctor", "bench", "demo"),
    "learning": ("corrections",),
    "matching": ("match",),
    "papers": ("notice", "verify"),
    "ruling": ("rules",),
    "watching": ("watch",),
    "whatif": ("whatif",),
    "adjusting": ("adjust",),
    "accumulating": ("accumulators",),
}
"""Which module holds which command, so that a command loads only what it needs."""


def main() -> None:
    """Run the command line."""
    from app.cli.base import run  # noqa: PLC0415 - nothing is loaded before it is known what is wanted

    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), "")
    wanted = [room for room, commands in ROOMS.items() if asked in commands] or list(ROOMS)
    for room in wanted:
        importlib.import_module(f"app.cli.{room}")
    run()
