"""`lingbao policy versions …`: the office's own versions of its pack, written by one person, agreed to by another."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.base import Json, Reason, User, acting, office, out
from app.cli.policies import policy
from app.language import examples, t
from app.plain import print_json
from review.money import thousands
from review.packs.pack_edits import Provenance
from review.packs.versions import VERSION_NAMES
from review.packs.yaml_file import typed_value
from review.services import policies
from review.services.recalculating import recalculation

if TYPE_CHECKING:
    from review.packs.versions import PolicyVersion

Version = Annotated[int, typer.Argument(metavar="VERSION", help=t("版本编号", "number of the version"), min=1)]
Since = Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help=t("自哪一天的就诊起", "first day of care"))]
Confirm = Annotated[
    str, typer.Option("--confirm", help=t("已看过的重算清单的校验值", "digest of the list of settled claims you saw"))
]


@policy.command("versions", help=t("列出本单位的版本", "list the office's own versions"))
def list_versions(*, as_json: Json = False) -> None:
    """All versions of the office's pack, oldest first."""
    found = policies.versions(office())
    if as_json:
        print_json({"versions": found})
        return
    for one in found:
        _tell(one)


@policy.command(
    "draft",
    help=t("起草一个新版本", "begin a new version"),
    epilog=examples("lingbao policy draft 2026年起付线调整 -u li"),
)
def draft(title: Annotated[str, typer.Argument(help=t("为何而起草", "what it is for"))], *, user: User = "") -> None:
    """Begin a version from the one in force."""
    place = office()
    _tell(policies.begin_draft(place, acting(place, user), title))


@policy.command(
    "set",
    help=t("在草稿里写一个自某日起的数", "write a figure from a day on into a draft"),
    epilog=examples(
        "lingbao policy set 3 basic.inpatient.resident.ratio '{primary: 0.92, secondary: 0.80, tertiary: 0.62}' "
        "--since 2026-01-01 --document 某文号 --clause 第三条 --source '[G] 网址' -u li"
    ),
)
def set_value(
    version: Version,
    path: Annotated[str, typer.Argument(help=t("参数的路径", "path of the figure"))],
    value: Annotated[str, typer.Argument(help=t("值，写法同政策包", "the value, as a pack writes it"))],
    *,
    since: Since,
    document: Annotated[str, typer.Option(help=t("文号", "document"))],
    clause: Annotated[str, typer.Option(help=t("条款", "clause"))],
    source: Annotated[str, typer.Option(help=t("出处，如 [G] 网址", "source with its tag"))],
    status: Annotated[str, typer.Option(help="confirmed | unconfirmed | assumed")] = "unconfirmed",
    note: Annotated[str, typer.Option(help=t("说明", "note"))] = "",
    user: User = "",
) -> None:
    """Write one figure; the one before ends the day before."""
    place = office()
    paper = Provenance(document=document, clause=clause, source=source, status=status, note=note)
    change = policies.ValueEdit(path, since.date(), typed_value(value), paper)
    _tell(policies.edit(place, acting(place, user), version, change))


@policy.command(
    "propose",
    help=t("提请核准", "put a draft to a second person"),
    epilog=examples("lingbao policy propose 3 --since 2026-01-01 --reason 文号 -u li"),
)
def propose(version: Version, *, since: Since, reason: Reason, user: User = "") -> None:
    """Propose a draft for care from a day on."""
    place = office()
    _tell(policies.propose(place, acting(place, user), version, since.date(), reason))


@policy.command(
    "recalculate",
    help=t("列出会因此改变的已结算报销单", "list the settled claims a version changes"),
    epilog=examples("lingbao policy recalculate 3 --json"),
)
def recalculate(version: Version, *, as_json: Json = False) -> None:
    """The list an approver confirms, with its digest."""
    listed = recalculation(office(), version)
    if as_json:
        body = {"claims": listed.plain(), "looked_at": listed.looked_at, "digest": listed.digest}
        print_json(body)
        return
    for row in listed.rows:
        after = row.problem if row.after is None else f"{thousands(row.after)} ({row.difference:+})"
        out.print(f"{row.claim}  {thousands(row.before)} → {after}", markup=False, soft_wrap=True)
    counted = f"{len(listed.rows)}/{listed.looked_at}"
    out.print(
        t(f"共 {counted} 件，校验值 {listed.digest}", f"{counted} claims, digest {listed.digest}"), soft_wrap=True
    )


@policy.command(
    "approve",
    help=t("核准，须由起草人以外的人", "agree to a proposed version; never its author"),
    epilog=examples("lingbao policy approve 3 --confirm <校验值> -u wang"),
)
def approve(version: Version, *, confirm: Confirm = "", user: User = "") -> None:
    """Agree; where settled claims change, only with the digest of the list that was seen."""
    place = office()
    _tell(policies.approve(place, acting(place, user), version, confirm))


@policy.command("return", help=t("退回起草", "send a proposed version back"))
def return_version(version: Version, *, reason: Reason, user: User = "") -> None:
    """Back to its authors, with the reason."""
    place = office()
    _tell(policies.return_to_draft(place, acting(place, user), version, reason))


@policy.command("withdraw", help=t("停用一个已核准的版本", "take an approved version out of use"))
def withdraw(version: Version, *, reason: Reason, confirm: Confirm = "", user: User = "") -> None:
    """Out of use, with the reason and the digest of the list that was seen."""
    place = office()
    _tell(policies.withdraw(place, acting(place, user), version, reason, confirm))


def _tell(version: PolicyVersion) -> None:
    day = str(version.in_force_from or "")
    words = (str(version.id), version.label, VERSION_NAMES[version.state], day, version.title)
    out.print("  ".join(word for word in words if word), markup=False, soft_wrap=True)
