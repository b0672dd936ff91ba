"""How a message and its advice are said in one breath."""

from __future__ import annotations


def told(message: object, advice: str = "") -> str:
    """The message as a sentence, then what to do."""
    sentence = str(message).rstrip("。.")
    return f"{sentence}。{advice}" if advice else f"{sentence}。"
