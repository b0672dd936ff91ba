"""Which open claims a change of editions or of the memory touches, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from review.services.catalogue import TouchedClaim

translate = QCoreApplication.translate
_NAMED = 3


def touched_words(claims: Sequence[TouchedClaim]) -> str:
    """How many claims that nobody has signed rest on it, and what to do; empty where none does."""
    if not claims:
        return ""
    numbers = "、".join(claim.number for claim in claims[:_NAMED]) + ("…" if len(claims) > _NAMED else "")
    words = translate("touched", "涉及 {n} 张未签批的报销单（{numbers}），请在审核台逐张重新匹配（Ctrl+M）。")
    return words.format(n=len(claims), numbers=numbers)
