"""Chinese or English on the command line: LINGBAO_LANG first, else the locale; Chinese unless one speaks English."""

from __future__ import annotations

import os


def english() -> bool:
    """Whether texts are shown in English."""
    chosen = os.environ.get("LINGBAO_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG") or "zh"
    return chosen.lower().startswith("en")


def t(chinese: str, in_english: str) -> str:
    """The text in the language of this run."""
    return in_english if english() else chinese


def examples(*lines: str) -> str:
    """The examples at the foot of a command's help, one a paragraph so that they stay apart."""
    return "\n\n".join([t("例：", "Examples:"), *lines])
