"""`lingbao decide`, `batch`, `sign`, `pay`, `archive`: people agree, the fund pays, the file closes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from app import paperwork
from app.cli.base import Json, Number, Reason, User, acting, app, office, out, secret
from app.language import examples, t
from app.plain import print_json
from review.claim.decisions import FindingVerdict
from review.claim.states import ClaimState
from review.errors import InputError
from review.money import thousands
from review.services import batches, desk, intake, payment, queue, review
from review.services.desk import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.batches import BatchView
    from review.services.office import Office


class Step(StrEnum):
    """What can be decided about a claim or one of its findings."""

    RECEIVE = "receive"
    BEGIN = "begin"
    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"
    SUPPLEMENT = "supplement"
    RESUME = "resume"
    WITHDRAW = "withdraw"
    ALLOW = "allow"
    EXCLUDE = "exclude"


def _approve(place: Office, actor: Actor, number: str, _reason: str) -> Claim:
    claim = queue.load_claim(place, number)
    if claim.state is ClaimState.SECOND_REVIEW:
        return review.approve_second(place, actor, number)
    return review.approve_first(place, actor, number, version=claim.version)


def _return(place: Office, actor: Actor, number: str, reason: str) -> Claim:
    in_batch = queue.load_claim(place, number).state is ClaimState.BATCHED
    return (batches.return_from_batch if in_batch else review.return_to_first)(place, actor, number, reason)


STEPS: dict[Step, Callable[[Office, Actor, str, str], Claim]] = {
    Step.RECEIVE: lambda place, actor, number, _: intake.receive(place, actor, number),
    Step.BEGIN: lambda place, actor, number, _: desk.begin_review(place, actor, number),
    Step.APPROVE: _approve,
    Step.RETURN: _return,
    Step.REJECT: review.reject,
    Step.SUPPLEMENT: review.request_supplement,
    Step.RESUME: lambda place, actor, number, _: review.resume(place, actor, number),
    Step.WITHDRAW: review.withdraw,
}


@app.command(
    help=t("审核意见：通过、退回、不予支付、补正，或答复一个疑点", "decide on a claim or one of its findings"),
    epilog=examples(
        "lingbao decide 20260318-0042 approve -u li",
        "lingbao decide 20260318-0042 return -r 数量待核 -u zhou",
        "lingbao decide 20260318-0042 exclude --finding drug-limit@line:12 -r 不符合限定支付 -u li",
    ),
)
def decide(
    number: Number,
    step: Step,
    user: User = "",
    *,
    reason: Reason = "",
    finding: Annotated[str, typer.Option(help=t("疑点，代码@对象", "finding, code@subject"))] = "",
    as_json: Json = False,
) -> None:
    """Take one step; roles and the four-eyes rule decide whether the user may."""
    place = office()
    actor = acting(place, user)
    if step in STEPS:
        claim = STEPS[step](place, actor, number, reason)
    else:
        claim = desk.decide(place, actor, number, _answer(step, finding, reason))
    if as_json:
        print_json({"number": claim.number, "state": claim.state, "version": claim.version})
    else:
        out.print(f"✓ {claim.number} {claim.state.value}")


def _answer(step: Step, finding: str, reason: str) -> Answer:
    code, at, subject = finding.partition("@")
    if not at:
        message = "答复疑点要用 --finding 代码@对象 指明是哪一个"
        raise InputError(message, advice="lingbao check 单号 会列出代码和对象")
    return Answer(code=code, subject=subject, verdict=FindingVerdict(step.value), reason=reason)


@app.command(
    help=t("查看批次，剔除或放回一份", "show batches, leave one out or take it back"),
    epilog=examples("lingbao batch", "lingbao batch --exclude 20260318-0048 -r 电子票未查验 -u chen"),
)
def batch(
    user: User = "",
    *,
    exclude: Annotated[str, typer.Option(help=t("剔除的单号", "claim to leave out"))] = "",
    include: Annotated[str, typer.Option(help=t("放回的单号", "claim to take back"))] = "",
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """The batch that waits for a signature, then the signed ones."""
    place = office()
    if exclude:
        batches.exclude(place, acting(place, user), exclude, reason)
    if include:
        batches.include(place, acting(place, user), include)
    views = batches.batches(place)
    if as_json:
        print_json({"batches": views})
        return
    for view in views:
        _print_batch(view)


def _print_batch(view: BatchView) -> None:
    table = Table(title=f"{view.number} {view.state.value} · {t('应付', 'payable')} {thousands(view.payable)}")
    table.add_column(t("单号", "number"))
    table.add_column(t("姓名", "name"))
    table.add_column(t("总费用", "total"), justify="right")
    table.add_column(t("应付", "payable"), justify="right")
    for row in view.included:
        table.add_row(row.number, row.name, thousands(row.total), thousands(row.payable))
    out.print(table)


@app.command(
    help=t("签批一个批次（要口令），并打印签批单", "sign a batch (asks the password) and make its sheet"),
    epilog=examples("lingbao sign 20260318-B1 -u chen -o signoff.pdf"),
)
def sign(
    number: Annotated[str, typer.Argument(metavar="BATCH")],
    user: User = "",
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o")] = None,
    as_json: Json = False,
) -> None:
    """Sign every claim of the batch that is not excluded."""
    place = office()
    actor = acting(place, user)
    view = batches.sign(place, actor, number, secret(t("签批口令", "Signing password")))
    sheet = paperwork.signoff_sheet(place, view, output) if output else None
    if as_json:
        print_json({"batch": view, "sheet": sheet})
    else:
        out.print(f"✓ {view.number} {view.state.value} {thousands(view.payable)}", sheet or "")


@app.command(
    help=t("拨付：生成拨付文件，登记结果", "pay: make the payment file, record the results"),
    epilog=examples(
        "lingbao pay 20260318-B1 -o pay.csv -u fang",
        "lingbao pay --confirm 20260318-0042 -u fang",
        "lingbao pay --failed 20260318-0045 -r 账号不存在 -u fang",
    ),
)
def pay(
    number: Annotated[str, typer.Argument(metavar="BATCH")] = "",
    user: User = "",
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="*.csv, *.xlsx")] = None,
    confirm: Annotated[list[str] | None, typer.Option(help=t("已到账的单号", "claim that was paid"))] = None,
    failed: Annotated[str, typer.Option(help=t("拨付失败的单号", "claim whose payment failed"))] = "",
    reason: Reason = "",
) -> None:
    """Make the order of a signed batch, confirm payments, or record a failure."""
    place = office()
    actor = acting(place, user)
    if number:
        order = payment.begin_payment(place, actor, number)
        target = paperwork.payment_file(order, output or Path(f"{number}.csv"))
        out.print(f"✓ {len(order.rows)} {thousands(order.total)} → {target}")
    for claim in confirm or ():
        payment.confirm_payment(place, actor, claim)
        out.print(f"✓ {claim} paid")
    if failed:
        payment.fail_payment(place, actor, failed, reason)
        out.print(f"✗ {failed} payment_failed")


@app.command(
    help=t("归档一份已拨付的报销单", "archive a paid claim"),
    epilog=examples("lingbao archive 20260318-0042 -o archive.pdf -u li"),
)
def archive(
    number: Number,
    user: User = "",
    *,
    output: Annotated[Path | None, typer.Option("--output", "-o")] = None,
) -> None:
    """Make the archive PDF, keep it by its hash, and close the claim."""
    place = office()
    target = paperwork.archive_claim(place, acting(place, user), number, output or Path(f"{number}.pdf"))
    out.print(f"✓ {target}")
