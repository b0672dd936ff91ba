"""What is known of a version: who wrote, proposed and approved it, what it changes; and what one may do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from review.packs.versions import VersionState
from review.services.edition_changes import KEEPERS
from review.services.policies import AUTHORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from review.claim.people import Actor
    from review.packs.versions import PolicyVersion

translate = QCoreApplication.translate
DRAFT, EDIT, PROPOSE, APPROVE, RETURN, DISCARD, WITHDRAW = (
    "draft",
    "edit",
    "propose",
    "approve",
    "return",
    "discard",
    "withdraw",
)
_STATES: Mapping[str, frozenset[VersionState]] = {
    EDIT: frozenset({VersionState.DRAFT}),
    PROPOSE: frozenset({VersionState.DRAFT}),
    APPROVE: frozenset({VersionState.PROPOSED}),
    RETURN: frozenset({VersionState.PROPOSED}),
    DISCARD: frozenset({VersionState.DRAFT, VersionState.PROPOSED}),
    WITHDRAW: frozenset({VersionState.APPROVED}),
}


def deeds(version: PolicyVersion | None) -> frozenset[str]:
    """What can be done with a version in its state, whoever does it."""
    if version is None:
        return frozenset()
    return frozenset(deed for deed, states in _STATES.items() if version.state in states)


def refusal(deed: str, version: PolicyVersion | None, actor: Actor) -> str:
    """Why this person may not do it; empty where they may. The services decide; this only says so beforehand."""
    if deed in {DRAFT, EDIT, PROPOSE}:
        words = translate("policies", "起草由初审经办、复核、签批领导或系统管理员操作")
        return "" if AUTHORS & actor.roles else words
    author = version is not None and actor.username in version.authors
    if deed in {RETURN, DISCARD} and author:
        return ""
    if not KEEPERS & actor.roles:
        return translate("policies", "由签批领导或系统管理员操作")
    if deed in {APPROVE, WITHDRAW} and author:
        return translate("policies", "您参与了起草，请由另一位签批领导或系统管理员办理")
    return ""


def story(version: PolicyVersion, names: Mapping[str, str]) -> Iterator[str]:
    """Who did what with a version, first to last, one sentence each."""
    people = translate("policies", "、").join(names.get(who, who) for who in version.authors)
    made = translate("policies", "{who} 于 {at:%Y-%m-%d} 在 {base} 的基础上起草")
    yield made.format(who=people, at=version.created_at.astimezone(), base=version.base_label)
    if version.proposed_at and version.state is not VersionState.DRAFT:
        words = translate("policies", "{who} 于 {at:%Y-%m-%d} 提请，自 {day} 执行：{why}")
        who = names.get(version.proposed_by, version.proposed_by)
        yield words.format(who=who, at=version.proposed_at.astimezone(), day=version.in_force_from, why=version.reason)
    if version.approved_at:
        words = translate("policies", "{who} 于 {at:%Y-%m-%d} 核准")
        yield words.format(who=names.get(version.approved_by, version.approved_by), at=version.approved_at.astimezone())
    if version.withdrawn_at:
        words = translate("policies", "{who} 于 {at:%Y-%m-%d} 停用或放弃：{why}")
        who = names.get(version.withdrawn_by, version.withdrawn_by)
        yield words.format(who=who, at=version.withdrawn_at.astimezone(), why=version.remark)
    elif version.remark:
        yield translate("policies", "退回理由：{why}").format(why=version.remark)
