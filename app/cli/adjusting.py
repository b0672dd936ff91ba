"""`lingbao adjust`: settled claims reckoned anew; supplements and recoveries (补支、追回) after a payment."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from app import paperwork
from app.cli.base import Json, Number, Reason, User, acting, app, office, out
from app.language import examples, t
from app.plain import print_json
from review.claim.adjustment import ADJUSTMENT_NAMES, KIND_NAMES, AdjustmentKind, AdjustmentState
from review.claim.moves import STATE_NAMES
from review.claim.typed import money
from review.errors import InputError
from review.money import thousands
from review.policy.words import STEPS
from review.services import adjusting, recalculating, sending
from review.services.adjusting import Wish
from review.services.sending import Arrival

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.claim.adjustment import Adjustment
    from review.claim.people import Actor
    from review.services.adjusting import Allowance
    from review.services.office import Office

adjust = typer.Typer(
    no_args_is_help=True,
    help=t("重算已结算的报销单；拨付以后的补支和追回", "reckon settled claims anew; pay on top or claim back"),
    epilog=examples("lingbao adjust recalculate", "lingbao adjust show 20260318-0042"),
)
app.add_typer(adjust, name="adjust")

Adjusted = Annotated[str, typer.Argument(metavar="ADJUSTMENT", help=t("调整单号", "number of the adjustment"))]
Kind = Annotated[AdjustmentKind, typer.Argument(help=t("补支、追回、整笔追回、基金间调整", "which way"))]
Amount = Annotated[str, typer.Option("--amount", "-a", help=t("金额（元）", "yuan"))]


@adjust.command(
    help=t("列出重算后金额不同的已结算报销单", "list settled claims that would be paid otherwise"),
    epilog=examples("lingbao adjust recalculate", "lingbao adjust recalculate --version 3 --json"),
)
def recalculate(
    *,
    version: Annotated[
        int | None, typer.Option(help=t("假如这一政策包版本执行（或停用）", "as if this version held (or no longer)"))
    ] = None,
    edition: Annotated[str, typer.Option(help=t("只看涉及这一目录版本的", "only what this edition touches"))] = "",
    as_json: Json = False,
) -> None:
    """Nothing is changed: the list says where adjustments begin, and is what an approver confirms."""
    listed = recalculating.recalculation(office(), version, edition=edition)
    if as_json:
        sums = {"too_little": listed.too_little, "too_much": listed.too_much}
        print_json({"digest": listed.digest, "looked_at": listed.looked_at, **sums, "claims": listed.rows})
        return
    table = Table(title=t(f"重算 {listed.looked_at} 份", f"{listed.looked_at} claims reckoned anew"))
    for head in (t("单号", "number"), t("姓名", "name"), t("状态", "state"), t("就诊", "care")):
        table.add_column(head)
    for head in (t("已付", "paid"), t("应付", "due"), t("差额", "difference")):
        table.add_column(head, justify="right")
    for row in listed.rows:
        due = row.problem or thousands(row.after or 0)
        difference = "" if row.problem else f"{row.difference:+,.2f}"
        state, day = STATE_NAMES[row.state], str(row.day or "")
        table.add_row(row.claim, row.person, state, day, thousands(row.before), due, difference)
    out.print(table)
    less, more = thousands(listed.too_little), thousands(listed.too_much)
    out.print(t(f"已拨付的：少付 {less} 元，多付 {more} 元", f"of paid claims: {less} too little, {more} too much"))


@adjust.command(
    help=t("一份已拨付报销单可以补支或追回多少", "what may be paid on top of a paid claim, or claimed back"),
    epilog=examples("lingbao adjust show 20260318-0042"),
)
def show(number: Number, *, as_json: Json = False) -> None:
    """What was paid, what would be due now, why they differ, and every adjustment so far."""
    place = office()
    allowed, found = adjusting.allowance(place, number), adjusting.adjustments(place, number)
    if as_json:
        print_json({"allowance": _plain(allowed), "adjustments": found})
        return
    out.print(t(f"已付 {thousands(allowed.paid)} 元，", f"paid {thousands(allowed.paid)}, "), end="")
    out.print(t(f"应付 {thousands(allowed.anew)} 元，", f"due {thousands(allowed.anew)}, "), end="")
    out.print(t(f"差额 {allowed.difference:+,.2f} 元", f"difference {allowed.difference:+,.2f}"))
    for fund, amount in allowed.funds.items():
        out.print(f"  {STEPS[fund]} {amount:+,.2f}")
    out.print(*allowed.grounds, sep="\n")
    _print(*found)


@adjust.command(
    "list",
    help=t("列出调整单，或写成台账（Excel）", "list adjustments, or write them as a workbook"),
    epilog=examples("lingbao adjust list", "lingbao adjust list --state sent -o 台账.xlsx"),
)
def list_adjustments(
    *,
    claim: Annotated[str, typer.Option(help=t("报销单号", "of a claim"))] = "",
    state: Annotated[AdjustmentState | None, typer.Option(help=t("进度", "in a state"))] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="*.xlsx")] = None,
    as_json: Json = False,
) -> None:
    """Adjustments in the order of their drafting, deleted ones too."""
    place = office()
    found = adjusting.adjustments(place, claim, [state] if state else ())
    if as_json:
        print_json({"adjustments": found})
    elif output:
        out.print(f"✓ {paperwork.adjustment_book(place, found, output)}")
    else:
        _print(*found)


@adjust.command(
    help=t("起草补支或追回", "draft a supplement or a recovery"),
    epilog=examples("lingbao adjust draft 20260318-0042 supplement -a 370.00 -r 比例调整 -u li"),
)
def draft(number: Number, kind: Kind, user: User = "", *, amount: Amount = "0", reason: Reason = "") -> None:
    """At most the difference is paid on top, at most what was paid is claimed back."""
    wish = _wish(kind, amount, reason)
    _step(user, lambda place, actor: adjusting.draft_adjustment(place, actor, number, wish))


@adjust.command(
    help=t("修改还没有审核的调整单", "change what nobody has audited yet"),
    epilog=examples("lingbao adjust change 20260320-A1 supplement -a 300.00 -r 比例调整 -u li"),
)
def change(number: Adjusted, kind: Kind, user: User = "", *, amount: Amount = "0", reason: Reason = "") -> None:
    """Once audited it is locked."""
    wish = _wish(kind, amount, reason)
    _step(user, lambda place, actor: adjusting.change_adjustment(place, actor, number, wish))


@adjust.command(
    help=t("审核别人起草的调整单", "audit what others drafted"),
    epilog=examples("lingbao adjust audit 20260320-A1 -u zhou"),
)
def audit(number: Adjusted, user: User = "") -> None:
    """From then on it is locked."""
    _step(user, lambda place, actor: adjusting.audit_adjustment(place, actor, number))


@adjust.command(
    help=t("删除还没有送出的调整单", "delete what was not sent"),
    epilog=examples("lingbao adjust delete 20260320-A1 -r 对象有误 -u li"),
)
def delete(number: Adjusted, user: User = "", *, reason: Reason = "") -> None:
    """It stays listed as deleted."""
    _step(user, lambda place, actor: adjusting.delete_adjustment(place, actor, number, reason))


@adjust.command(
    help=t("送出审核过的调整单，生成拨付文件或追回清单", "send audited adjustments; make the file of the order"),
    epilog=examples("lingbao adjust send 20260320-A1 20260320-A2 -o pay.csv -u fang"),
)
def send(
    numbers: Annotated[list[str], typer.Argument(metavar="ADJUSTMENT...")],
    user: User = "",
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="*.csv, *.xlsx")] = None,
) -> None:
    """From then on they count in what was paid and in the person's year."""
    place = office()
    order = sending.send(place, acting(place, user), numbers)
    target = paperwork.payment_file(order, output or Path(f"{order.batch}.csv"))
    out.print(f"✓ {order.batch} {len(order.rows)} {thousands(order.total)} → {target}")


@adjust.command(
    help=t("登记补支或追回的款项到账", "note that the money arrived"),
    epilog=examples("lingbao adjust done 20260320-A1 --reference 回单0012 -u fang"),
)
def done(
    number: Adjusted,
    user: User = "",
    *,
    reference: Annotated[str, typer.Option(help=t("凭证号或流水号", "voucher or transfer"))] = "",
    day: Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help=t("到账日", "the day"))] = None,
) -> None:
    """With the person, or back with the fund."""

    def arrived(place: Office, actor: Actor) -> Adjustment:
        arrival = Arrival(day.date() if day else place.today, reference)
        return sending.settle_adjustment(place, actor, number, arrival)

    _step(user, arrived)


@adjust.command(
    help=t("登记补支转账失败", "note that the transfer of a supplement failed"),
    epilog=examples("lingbao adjust failed 20260320-A1 -r 账号不存在 -u fang"),
)
def failed(number: Adjusted, user: User = "", *, reason: Reason = "") -> None:
    """It no longer counts, and may be sent again."""
    _step(user, lambda place, actor: sending.fail_adjustment(place, actor, number, reason))


@adjust.command(
    help=t("打印一张调整单的审核表", "the form of an adjustment as a PDF"),
    epilog=examples("lingbao adjust sheet 20260320-A1 -o 审核表.pdf"),
)
def sheet(
    number: Adjusted, *, output: Annotated[Path | None, typer.Option("--output", "-o", help="*.pdf")] = None
) -> None:
    """What moves, from which fund, why, and who agreed."""
    out.print(f"✓ {paperwork.adjustment_sheet(office(), number, output or Path(f'{number}.pdf'))}")


def _step(user: str, take: Callable[[Office, Actor], Adjustment]) -> None:
    """Let the user take a step, and show the adjustment as it then stands."""
    place = office()
    _print(take(place, acting(place, user)))


def _wish(kind: AdjustmentKind, amount: str, reason: str) -> Wish:
    try:
        return Wish(kind=kind, amount=money(amount), reason=reason)
    except InputError as error:
        message = t(f"金额“{amount}”不对", f"not an amount: {amount}")
        raise InputError(message, code=error.code, advice=error.advice) from error


def _plain(allowed: Allowance) -> dict[str, object]:
    sums: dict[str, Decimal] = {name: getattr(allowed, name) for name in ("fixed", "paid", "anew", "difference")}
    most = {f"most_{kind.value}": allowed.most(kind) for kind in (AdjustmentKind.SUPPLEMENT, AdjustmentKind.RECOVERY)}
    told = {"grounds": allowed.grounds, "problem": allowed.problem, "pending": allowed.pending}
    return {"claim": allowed.claim, **sums, **most, "funds": allowed.funds, **told}


def _print(*found: Adjustment) -> None:
    for one in found:
        named = f"{KIND_NAMES[one.kind]} {ADJUSTMENT_NAMES[one.state]}"
        out.print(f"{one.number}  {one.claim}  {named}  {one.signed:+,.2f}  {one.reason}")
