"""`lingbao demo`: each step is taken by the person whose turn it is, told in one line, and never taken twice."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from app import paperwork
from app.demo import afterwards, earlier, platform
from app.demo.clerk import Desk, answer_findings, look
from app.demo.people import ADMINISTRATOR, PASSWORD, STAFF, staff
from app.demo.sample import NAMES, Sample, load_sample
from app.intake import page_file
from app.show import print_findings, print_settlement
from app.worker import Events, read_waiting
from ocr.recognition.pool import EnginePool
from review.claim.states import ClaimState, Role
from review.money import thousands
from review.services import archive, batches, desk, intake, payment, queue, review, settle
from review.services.office import open_office
from review.services.queue import QueueFilter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rich.console import Console

    from review.claim.claim import Claim
    from review.claim.people import Actor
    from review.services.office import Office

FINISHED = "demo-finished"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demo plays: the office, who plays which role, the console, the engine, and when it began."""

    office: Office
    people: dict[Role, Actor]
    console: Console
    pool: EnginePool
    began: float = field(default_factory=time.perf_counter)

    def tell(self, role: Role | None, text: str) -> None:
        """One line: the time since the start, who acted, what was done."""
        who = self.people[role].full_name if role else "灵报"
        self.console.print(f"[dim]{time.perf_counter() - self.began:6.1f}s[/] [cyan]{who:<4}[/] {text}", soft_wrap=True)

    def claims_of(self, sample: Sample) -> list[str]:
        """Numbers of the person's claims, oldest first."""
        return sorted(row.number for row in queue.queue(self.office, QueueFilter(text=sample.insured.name)))


def run_demo(home: Path, console: Console) -> None:
    """Walk both samples to the archive; goes on where a run was interrupted, begins anew after a finished one."""
    if (home / FINISHED).exists():
        shutil.rmtree(home)
    office = open_office(home)
    with EnginePool() as pool:
        pool.start()
        stage = Stage(office, staff(office), console, pool)
        samples = tuple(load_sample(name) for name in NAMES)
        incoming, papers = home / "incoming", home / "papers"
        _known(stage, samples, incoming)
        numbers = [_walk(stage, sample) for sample in samples]
        papers.mkdir(exist_ok=True)
        _close(stage, numbers, papers)
        stage.console.rule("[bold]补支追回 · 政策对比[/]")
        afterwards.claim_back(stage, samples, incoming)
        afterwards.ask_what_if(stage)
    (home / FINISHED).touch()
    _farewell(stage, papers)


def _known(stage: Stage, samples: tuple[Sample, ...], incoming: Path) -> None:
    """Take over what the platform says of the year, before the first paper comes in."""
    taken = platform.take_over(stage.office, stage.people, platform.export(incoming, "before", samples))
    if taken:
        told = f"导入平台年度累计：{taken.batch.people} 人，截至 {taken.batch.as_of}"
        stage.tell(Role.CLERK, told)


def _walk(stage: Stage, sample: Sample) -> str:
    """Take one sample from paper to the batch."""
    stage.console.rule(f"[bold]{sample.insured.name} · {sample.care.hospital}[/]")
    if sample.planted:
        earlier.plant(stage.office, stage.people, sample)
    known = stage.claims_of(sample)[bool(sample.planted) :]
    number = known[0] if known else _open(stage, sample)
    while (claim := queue.load_claim(stage.office, number)).state in STEPS:
        STEPS[claim.state](stage, sample, claim)
    return number


def _open(stage: Stage, sample: Sample) -> str:
    claim = intake.open_claim(stage.office, stage.people[Role.CLERK], sample.insured, sample.care)
    stage.tell(Role.CLERK, f"建单 {claim.number}")
    return claim.number


def _receive(stage: Stage, sample: Sample, claim: Claim) -> None:
    clerk, folder = stage.people[Role.CLERK], stage.office.home / "incoming"
    folder.mkdir(exist_ok=True)
    held = {page.file_name for page in claim.pages}
    captured = [
        p for path in sample.pages if path.name not in held for p in stage.pool.expand(path, folder).result()[0]
    ]
    files = [page_file(page) for page in captured]
    intake.add_pages(stage.office, clerk, claim.number, files)
    received = intake.receive(stage.office, clerk, claim.number)
    stage.tell(Role.CLERK, f"受理 {len(sample.pages)} 页影像，先存后识别；应于 {received.due_on} 前办结")


def _read(stage: Stage, _sample: Sample, claim: Claim) -> None:
    columns = (TextColumn("  识别影像"), BarColumn(), MofNCompleteColumn())
    started = time.perf_counter()
    with Progress(*columns, console=stage.console, transient=True) as progress:
        done = sum(page.read_state in {"done", "failed"} for page in claim.pages)
        bar = progress.add_task("", total=len(claim.pages), completed=done)
        read_waiting(stage.office, stage.pool, Events(on_page=lambda *_: progress.advance(bar)))
    claim = queue.load_claim(stage.office, claim.number)
    rows = sum(len(d.lines) for d in claim.documents)
    seconds = time.perf_counter() - started
    stage.tell(None, f"识别 {len(claim.pages)} 页：{len(claim.documents)} 份材料，{rows} 行明细，用时 {seconds:.1f} 秒")


def _begin(stage: Stage, _sample: Sample, claim: Claim) -> None:
    desk.begin_review(stage.office, stage.people[Role.CLERK], claim.number)
    stage.tell(Role.CLERK, "开始初审")


def _first(stage: Stage, sample: Sample, claim: Claim) -> None:
    clerk = stage.people[Role.CLERK]
    place = Desk(stage.office, clerk, claim.number, sample)
    looked = look(place)
    stage.tell(
        Role.CLERK,
        f"对照影像核对存疑：照准 {looked.confirmed} 处，更正 {looked.corrected} 处，选定目录 {looked.chosen} 行",
    )
    answer_findings(place)
    print_findings(stage.console, settle.findings(stage.office, claim.number))
    print_settlement(stage.console, settle.settle_claim(stage.office, claim.number))
    approved = review.approve_first(stage.office, clerk, claim.number, version=place.claim.version)
    stage.tell(Role.CLERK, f"初审通过，应付 [bold]{thousands(approved.payable or 0)}[/] 元")


def _second(stage: Stage, _sample: Sample, claim: Claim) -> None:
    review.approve_second(stage.office, stage.people[Role.SECOND_REVIEWER], claim.number)
    stage.tell(Role.SECOND_REVIEWER, "复核通过，进入待签批批次")


STEPS: dict[ClaimState, Callable[[Stage, Sample, Claim], None]] = {
    ClaimState.DRAFT: _receive,
    ClaimState.RECEIVED: _read,
    ClaimState.READ: _begin,
    ClaimState.FIRST_REVIEW: _first,
    ClaimState.SECOND_REVIEW: _second,
}


def _close(stage: Stage, numbers: list[str], papers: Path) -> None:
    """Sign what waits, pay what is signed, archive what is paid; each only where it was not done before."""
    stage.console.rule("[bold]签批 · 拨付 · 归档[/]")
    for number in numbers:
        if queue.load_claim(stage.office, number).state is ClaimState.BATCHED:
            _sign(stage, papers)
    for number in numbers:
        claim = queue.load_claim(stage.office, number)
        if claim.state is ClaimState.SIGNED:
            _pay(stage, claim.batch, papers)
    for number in numbers:
        _archive(stage, number, papers)


def _sign(stage: Stage, papers: Path) -> None:
    waiting = batches.open_batch(stage.office)
    view = batches.sign(stage.office, stage.people[Role.SUPERVISOR], waiting.number, PASSWORD)
    stage.tell(Role.SUPERVISOR, f"签批批次 {view.number}：{len(view.included)} 件，应付 {thousands(view.payable)} 元")
    sheet = paperwork.signoff_sheet(stage.office, view, papers / f"签批单-{view.number}.pdf")
    stage.tell(Role.SUPERVISOR, f"签批单 {sheet}")


def _pay(stage: Stage, batch: str, papers: Path) -> None:
    order = payment.begin_payment(stage.office, stage.people[Role.CASHIER], batch)
    target = paperwork.payment_file(order, papers / f"拨付-{batch}.csv")
    stage.tell(Role.CASHIER, f"拨付文件 {target}：{len(order.rows)} 笔，{thousands(order.total)} 元")


def _archive(stage: Stage, number: str, papers: Path) -> None:
    cashier = stage.people[Role.CASHIER]
    if queue.load_claim(stage.office, number).state is ClaimState.PAYING:
        payment.confirm_payment(stage.office, cashier, number)
        stage.tell(Role.CASHIER, f"{number} 银行回单已到账")
    if queue.load_claim(stage.office, number).state is ClaimState.PAID:
        target = paperwork.archive_claim(stage.office, stage.people[Role.CLERK], number, papers / f"归档-{number}.pdf")
        stage.tell(Role.CLERK, f"归档 {target}")


def _farewell(stage: Stage, papers: Path) -> None:
    check = archive.verify_journal(stage.office)
    held = "完整" if check.ok else f"在第 {check.broken_at} 行断开"
    stage.tell(None, f"留痕 {check.rows} 行，{held}；文件在 {papers}")
    names = "、".join(new.username for new in (*STAFF, ADMINISTRATOR))
    stage.tell(None, f"在桌面里查看：lingbao-desk --home {stage.office.home}，用户 {names}，口令 {PASSWORD}")
