"""What must hold before a version of a pack moves on, and how the journal tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from review.errors import ConflictError, ForbiddenError, InputError, PolicyError
from review.packs.inherit import OWN
from review.packs.pack import pack_from
from review.packs.pack_changes import changes, shown
from review.packs.pack_lint import lint_tree
from review.packs.versions import VERSION_NAMES
from review.services.pack_shelf import shipped_pack
from review.services.recalculating import require_unmoved
from review.store import policy_records as records

if TYPE_CHECKING:
    from review.claim.people import Actor
    from review.packs.pack_changes import Change
    from review.packs.pack_edits import Tree
    from review.packs.pack_model import Pack
    from review.packs.versions import PolicyVersion, VersionState
    from review.services.office import Office
    from review.services.recalculating import Recalculation
    from review.store.unit import Unit

SUBJECT = "policies"
"""Subject of the journal's rows about versions of packs."""
_NOTHING = "未作任何改动。"


def require_text(text: str, message: str, code: str) -> None:
    """Something was written. Raises InputError."""
    if not text.strip():
        raise InputError(message, code=code)


def require_state(version: PolicyVersion, *states: VersionState) -> None:
    """The version is in one of the states. Raises ConflictError."""
    if version.state not in states:
        message = f"政策包版本 {version.label} {VERSION_NAMES[version.state]}，不能进行此步骤，{_NOTHING}"
        raise ConflictError(message, code="wrong-state", advice="请刷新后查看版本的当前状态。")


def require_seen(version: PolicyVersion, revision: int | None) -> None:
    """Nobody changed the version since it was seen. Raises ConflictError."""
    if revision is not None and revision != version.revision:
        message = f"政策包版本 {version.label} 刚刚被别人改动，{_NOTHING}"
        raise ConflictError(message, code="stale", advice="请刷新后再试。")


def require_base(unit: Unit, version: PolicyVersion) -> None:
    """What it was made from is still what is in use: no other version, no newer shipped pack. Raises ConflictError."""
    latest = next((one.id for one in reversed(records.approved(unit, version.pack))), 0)
    shipped = not version.base and version.base_label != shipped_pack(version.pack).version
    if version.base != latest or shipped:
        message = f"{version.label} 起草以后，在用的政策包版本已有变动，{_NOTHING}"
        raise ConflictError(message, code="base-changed", advice="请从现行版本重新起草，把这些修改再做一遍。")


def require_fit(version: PolicyVersion, pack: Pack, before: Tree, after: Tree) -> None:
    """The version is of its pack, changes something, and its figures were reviewed for its first day.

    Raises InputError.
    """
    since = version.in_force_from
    assert since is not None, "asked of a version that is being proposed"
    if before["id"] != after["id"]:
        message = f"政策包编号由 {before['id']} 改成了 {after['id']}，{_NOTHING}"
        raise InputError(message, code="other-pack", advice="编号不能修改。")
    if {**before, "version": ""} == {**after, "version": ""}:
        raise InputError(f"{version.label} 与 {version.base_label} 没有不同，{_NOTHING}", code="nothing-changed")
    if not pack.covers(since):
        span = f"{pack.effective_from} 至 {pack.reviewed_until}"
        message = f"{version.label} 自 {since} 起执行，而参数只核对过 {span}，{_NOTHING}"
        raise InputError(message, code="not-reviewed", advice="请核对参数并修改 reviewed_until，或改定执行日期。")


def require_sound(version: PolicyVersion, before: Tree, after: Tree) -> Pack:
    """The pack a version states; faults that were not in the one it was made from are refused, each with its cure.

    Raises PolicyError.
    """
    pack = pack_from(after, where=f"政策包版本 {version.label}")
    known = {(note.path, note.message) for note in lint_tree(before)}
    found = [n for n in lint_tree(after) if n.severity == "fault" and (n.path, n.message) not in known]
    if found:
        lines = (f"政策包版本 {version.label}：{note.path} {note.message}{note.cure}" for note in found)
        raise PolicyError("\n".join(lines), code="unsound", advice="请按提示逐项改正后再提请。")
    return pack


def require_other(actor: Actor, version: PolicyVersion) -> None:
    """The actor did not write in the version. Raises ForbiddenError."""
    if actor.username in version.authors:
        message = f"您参与了 {version.label} 的起草，不能由您核准或停用，{_NOTHING}"
        raise ForbiddenError(message, code="four-eyes", advice="请交由其他签批人或管理员办理。")


def require_last(unit: Unit, version: PolicyVersion) -> None:
    """No other version in force was made from this one. Raises ConflictError."""
    later = next((one.label for one in records.approved(unit, version.pack) if one.base == version.id), "")
    if later:
        message = f"{later} 是在 {version.label} 的基础上核准的，{_NOTHING}"
        raise ConflictError(message, code="base-of-another", advice=f"请先停用 {later}，或另行起草更正版本。")


def require_confirmed(unit: Unit, listed: Recalculation, confirmed: str) -> None:
    """The list of settled claims was seen as it is (or is empty), nothing was settled since. Raises ConflictError."""
    if listed.rows and confirmed != listed.digest:
        message = f"此举会改变 {len(listed.rows)} 份已结算报销单的金额，须先核对并确认重算清单，{_NOTHING}"
        raise ConflictError(message, code="recalculation", advice="请查看重算清单，确认后再办理。")
    require_unmoved(unit, listed)


def tell(office: Office, unit: Unit, actor: Actor, action: str, version: PolicyVersion, **more: Any) -> None:
    """Write the journal's row of a step; ``reason`` goes into its own column."""
    reason = str(more.pop("reason", version.reason if action == "propose_policy" else "")).strip()
    told = {"version": version.id, "label": version.label, "pack": version.pack, "digest": version.digest}
    dated = {"in_force_from": str(version.in_force_from or "")}
    after = {**told, **dated, "title": version.title, **more}
    unit.tell(office.clock(), actor.username, action, SUBJECT, after=after, reason=reason)


def told(before: Tree, after: Tree) -> dict[str, Any]:
    """What differs, as the journal keeps it: where, from when to when, what was and is, on which paper.

    ``heads`` is what the pack says of itself, before and after.
    """
    heads = {key: {"before": before.get(key), "after": after.get(key)} for key in OWN if key != "version"}
    return {
        "changes": {f"{one.path} {one.since}".strip(): _figure(one) for one in changes(before, after)},
        "heads": {key: pair for key, pair in heads.items() if pair["before"] != pair["after"]},
    }


def _figure(change: Change) -> dict[str, str]:
    papers = {name: getattr(change, name) for name in ("until", "document", "clause", "source")}
    return {"before": shown(change.before), "after": shown(change.after), **papers}


def sums(listed: Recalculation) -> dict[str, Any]:
    """What the journal keeps of a confirmed list."""
    return {
        "recalculation": listed.digest if listed.rows else "",
        "claims": len(listed.rows),
        "too_little": str(listed.too_little),
        "too_much": str(listed.too_much),
    }
