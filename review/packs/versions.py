"""Versions of a pack that an office keeps: who wrote one, who agreed, and from which day of care it holds."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


class VersionState(StrEnum):
    """Being written, waiting for a second person, agreed to, or out of use."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


VERSION_NAMES = {
    VersionState.DRAFT: "起草中",
    VersionState.PROPOSED: "待核准",
    VersionState.APPROVED: "已核准",
    VersionState.WITHDRAWN: "已停用",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyVersion:
    """One version of a pack kept by the office, without its parameters.

    Attributes:
        id: number among all versions of the office.
        revision: raised with each change, so that nobody works on what somebody else has changed.
        pack: id of the pack it is a version of; ``label`` what sheets print as the pack's version.
        base: id of the version it was made from, 0 for the shipped pack; ``base_label`` that one's label.
        in_force_from: first day of care it holds for; None until it is proposed.
        digest: SHA-256 of the parameters.
        authors: everybody who wrote in it, first to last; none of them may agree to it.
        reason: why it was proposed; ``remark`` why it was sent back or withdrawn.
        recalculated: digest of the list of settled claims it changes, as the approver confirmed it; empty where none.
    """

    id: int
    revision: int
    pack: str
    label: str
    title: str
    state: VersionState
    base: int
    base_label: str
    digest: str
    authors: tuple[str, ...]
    created_at: datetime
    in_force_from: date | None = None
    reason: str = ""
    remark: str = ""
    proposed_by: str = ""
    proposed_at: datetime | None = None
    approved_by: str = ""
    approved_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawn_at: datetime | None = None
    recalculated: str = ""


def digest_of(tree: Mapping[str, object]) -> str:
    """SHA-256 over a pack's tree as canonical JSON."""
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
