"""A catalogue file that was read becomes an edition of the office: whole or not at all, told in the journal."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from review.catalogue.differences import Differences, differences
from review.catalogue.entry import Edition, EditionStatus
from review.catalogue.importing.head import year_faults
from review.catalogue.names import initials
from review.claim.moves import require_role
from review.errors import ConflictError, InputError
from review.services.edition_changes import KEEPERS, SUBJECT, Ending, end
from review.store import edition_records as records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.catalogue.importing.proposal import Fault, Head, Proposal
    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.unit import Unit

_DAY = timedelta(days=1)


def in_force(office: Office, head: Head) -> Edition | None:
    """The edition of the same kind and region that a new one is compared with: of its first day, else the nearest."""
    day = head.effective_from or office.today
    alike = [edition for edition in office.catalogue.editions if _alike(edition, head)]
    return min(alike, key=lambda e: (not e.covers(day), abs((e.effective_from - day).days)), default=None)


def compare(office: Office, proposal: Proposal, edition_id: str) -> Differences:
    """What a file would change against an edition; all of it is new against one that is unknown."""
    shelf = office.catalogue.shelf(edition_id)
    return differences(shelf.entries if shelf else (), proposal.entries)


def take_over(office: Office, actor: Actor, proposal: Proposal, head: Head, *, end_older: bool = False) -> Edition:
    """Make a file that was read an edition of the office.

    Args:
        office: where to.
        actor: a supervisor or administrator.
        proposal: the file as read.
        head: what a person says of the edition: title, kind, region and dates.
        end_older: end the editions it overlaps on the day before it begins.

    Raises:
        ForbiddenError: the actor may not.
        InputError: the file has faults (``faults``), or the head is not complete (``head-incomplete``).
        ConflictError: the file is an edition already (``same-file``), or others hold on the same days
            (``edition-overlap``). Whatever is raised, nothing has changed.
    """
    require_role(actor, KEEPERS)
    begins = _checked(proposal, head)
    changed = _told_differences(office, proposal, head)
    with office.store.write() as unit:
        number = next(unit.count_off("edition"))  # also on a server, whoever comes second waits here
        _refuse_twice(unit, proposal, head)
        for older in _overlapped(office, head, begins, end_older=end_older):
            end(office, unit, actor, Ending(older, begins - _DAY, f"由“{head.title.strip()}”接替"))
        edition = _edition(number, proposal, head, begins)
        now, person = office.clock(), actor.username
        file = {"form": proposal.form, "file": proposal.file, "sha256": proposal.sha256}
        records.add_edition(unit, edition, {**file, "at": now, "by": person}, proposal.entries, initials)
        doubts = [fault.said for fault in (*proposal.faults, *year_faults(proposal, head))]
        told = {"edition": edition.id, **_plain(edition), **file, "count": len(proposal.entries), **changed}
        unit.tell(now, person, "import_edition", SUBJECT, after={**told, "doubts": doubts})
    office.library.editions()
    return edition


def _checked(proposal: Proposal, head: Head) -> date:
    """The first day of a sound proposal under a complete head. Raises InputError."""
    keys = {entry.id for entry in proposal.entries}
    if proposal.stopped or not keys or len(keys) < len(proposal.entries):
        first = next((_place(fault) for fault in proposal.faults if fault.stops), "")
        what = f"文件中有 {proposal.fault_count} 处问题" if proposal.faults else "文件中没有条目或编号重复"
        raise InputError(f"{what}，没有导入{first}。", code="faults", advice="请按清单逐处改正文件后再导入。")
    if any(entry.kind is not head.kind for entry in proposal.entries):
        raise InputError("条目与所选目录种类不符，没有导入。", code="kind-differs", advice="请重新选择目录种类。")
    begins, ends = head.effective_from, head.effective_until
    if not (head.title.strip() and head.region.strip() and begins) or (ends and ends < begins):
        message = "目录名称、地区或生效日期不完整（终止日不得早于生效日），没有导入。"
        raise InputError(message, code="head-incomplete", advice="请按文件封面填写后再导入。")
    return begins


def _place(fault: Fault) -> str:
    row = f"第{fault.row}行" if fault.row else ""
    column = f"“{fault.column}”" if fault.column else ""
    return f"：{fault.sheet}{row}{column}{fault.said.rstrip('。')}"


def _refuse_twice(unit: Unit, proposal: Proposal, head: Head) -> None:
    changes = records.changes(unit)
    for row in records.by_file(unit, proposal.sha256):
        withdrawn = row.id in changes and changes[row.id].withdrawn
        if row.kind is head.kind and not withdrawn:
            message = f"这份文件已导入为“{row.title}”（{row.at:%Y-%m-%d}），没有重复导入。"
            raise ConflictError(message, code="same-file", advice="如需重新导入，请先作废原版本。")


def _overlapped(office: Office, head: Head, begins: date, *, end_older: bool) -> Iterator[Edition]:
    """Editions of the kind and region that hold on days of the new one, to be ended. Raises ConflictError."""
    last = head.effective_until or date.max
    rivals = [e for e in office.catalogue.editions if _alike(e, head)]
    rivals = [e for e in rivals if e.effective_from <= last and (e.effective_until or date.max) >= begins]
    later = [e for e in rivals if e.effective_from >= begins]
    if later or (rivals and not end_older):
        named = "、".join(f"“{e.title}”（{e.effective_from}至{e.effective_until or '今'}）" for e in later or rivals)
        advice = (
            "请核对生效日期；新版应替换它的，请先作废该版本并说明理由。"
            if later
            else f"可选择将其终止于 {begins - _DAY}（新版生效前一日）后导入，或核对日期。"
        )
        message = f"与同地区同种类目录{named}的有效期重叠，没有导入。"
        raise ConflictError(message, code="edition-started-later" if later else "edition-overlap", advice=advice)
    yield from rivals


def _alike(edition: Edition, head: Head) -> bool:
    return (edition.kind, edition.region, edition.withdrawn) == (head.kind, head.region.strip(), "")


def _edition(number: int, proposal: Proposal, head: Head, begins: date) -> Edition:
    return Edition(
        id=f"{head.kind}-{begins:%Y%m%d}-{number}",
        title=head.title.strip(),
        kind=head.kind,
        region=head.region.strip(),
        effective_from=begins,
        effective_until=head.effective_until,
        status=EditionStatus.OFFICIAL,
        source=head.source.strip() or proposal.file,
    )


def _told_differences(office: Office, proposal: Proposal, head: Head) -> dict[str, Any]:
    """How many entries are new, gone and changed against the edition in force, for the journal."""
    against = in_force(office, head)
    if against is None:
        return {}
    found = compare(office, proposal, against.id)
    counts = {name: len(getattr(found, name)) for name in Differences.__dataclass_fields__}
    return {"against": against.id, "differences": counts}


def _plain(edition: Edition) -> dict[str, str]:
    dates = {"effective_from": str(edition.effective_from), "effective_until": str(edition.effective_until or "")}
    return {"title": edition.title, "kind": edition.kind.value, "region": edition.region, **dates}
