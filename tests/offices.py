"""A real office in a temporary folder: its staff, its clock, and claims brought as far as a test needs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from review.claim.people import Actor, BankAccount
from review.claim.states import Role
from review.services import batches, desk, intake, payment, queue, reading, review, users
from review.services.office import Office, open_office
from tests.builders import a_care, a_citizen_number, a_discharge_record, a_line, a_receipt, a_statement, an_insured
from tests.databases import home_address

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from review.claim.claim import Claim
    from review.claim.paper import Document, Line, Value
    from review.claim.people import Insured

MORNING = datetime(2025, 4, 1, 1, 0, tzinfo=UTC)
"""A working day, nine o'clock in Beijing."""

PASSWORD = "九月的稻田在风里沙沙响"

CLERK = Actor("li.jing", "李静", frozenset({Role.CLERK}), "360799199002020022")
SECOND = Actor("wang.fang", "王芳", frozenset({Role.SECOND_REVIEWER}))
SUPERVISOR = Actor("zhao.gang", "赵刚", frozenset({Role.SUPERVISOR}))
CASHIER = Actor("sun.li", "孙丽", frozenset({Role.CASHIER}))
ADMINISTRATOR = Actor("admin", "管理员", frozenset({Role.ADMINISTRATOR}))
PERSON = Actor("everybody", "全能", frozenset(Role))


@dataclass
class Clock:
    """A clock that a test moves."""

    now: datetime = field(default=MORNING)

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now

    def pass_by(self, **span: float) -> None:
        """Let time pass, in the words of timedelta."""
        self.now += timedelta(**span)


def an_office(home: Path, clock: Clock | None = None) -> Office:
    """An office whose clock shows the morning of 2025-04-01 unless told otherwise."""
    return open_office(home, database_url=home_address(home), clock=clock or Clock())


def a_user(office: Office, actor: Actor) -> Actor:
    """The actor as a user who can sign in with PASSWORD; the first user is created on the way."""
    roles = actor.roles | ({Role.ADMINISTRATOR} if not users.has_users(office) else frozenset())
    creator = None if not users.has_users(office) else ADMINISTRATOR
    users.create_user(
        office, creator, users.NewUser(actor.username, actor.full_name, PASSWORD, frozenset(roles), actor.id_number)
    )
    return actor


def a_page_file(folder: Path, name: str = "票据.jpg", content: bytes | None = None) -> intake.PageFile:
    """A file to take in as a page; its name is its content unless told otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content if content is not None else name.encode())
    return intake.PageFile(name, path, 1654, 2339)


def a_person(serial: int) -> Insured:
    """The usual 张小满, or another man of that name with an account of his own."""
    if not serial:
        return an_insured()
    account = BankAccount(holder="张小满", number=f"{6222020000000000000 + serial}", bank="农商银行")
    return an_insured(id_number=a_citizen_number(serial), account=account)


def a_draft(office: Office, *names: str) -> Claim:
    """A draft entered by the clerk, with one page a name; pages, persons and accounts of different claims differ.

    All of them are called 张小满.
    """
    claim = intake.open_claim(
        office, CLERK, a_person(sum(queue.state_counts(office).values())), a_care(province="广东省")
    )
    names = names or ("票据.jpg",)
    files = [a_page_file(office.home / claim.number, name, f"{claim.number} {name}".encode()) for name in names]
    return intake.add_pages(office, CLERK, claim.number, files).claim


def a_received(office: Office, *names: str) -> Claim:
    """A received claim all of whose pages were seen."""
    claim = intake.receive(office, CLERK, a_draft(office, *names).number)
    while (job := reading.take_page(office)) is not None:
        reading.record_page(office, job.page_id, "{}")
    return claim


def a_read_claim(office: Office, *documents: Document) -> Claim:
    """A claim that waits for a clerk; without papers a sound receipt, statement and discharge record."""
    claim = a_received(office)
    page_id = claim.pages[0].id
    papers = documents or sound_papers(f"000000{claim.number[-4:]}")
    return reading.record_reading(office, claim.number, [draft(d, page_id, i) for i, d in enumerate(papers)])


def sound_papers(invoice_number: str) -> tuple[Document, ...]:
    """Receipt, statement and discharge record of one stay of 10,000.00 yuan, without fault."""
    line = a_line(unit_price="100.00", quantity="100", amount="10000.00", entry_id="nrdl-2024/X312")
    sums = {"total_amount": "10000.00", "total_in_words": "壹万元整"}
    receipt = a_receipt(invoice_number=invoice_number, cash_paid="10000.00", **sums)
    return receipt, a_statement(line, total_amount="10000.00"), a_discharge_record()


def in_review(office: Office, *documents: Document) -> Claim:
    """A claim on the clerk's desk."""
    return desk.begin_review(office, CLERK, a_read_claim(office, *documents).number)


def approved_once(office: Office) -> Claim:
    """A sound claim that waits for the second review."""
    return review.approve_first(office, CLERK, in_review(office).number)


def in_batch(office: Office) -> Claim:
    """A sound claim that waits for the signature."""
    return review.approve_second(office, SECOND, approved_once(office).number)


def signed(office: Office, count: int = 1) -> batches.BatchView:
    """A signed batch of sound claims."""
    if not users.has_users(office):
        a_user(office, SUPERVISOR)
    numbers = [in_batch(office).batch for _ in range(count)]
    return batches.sign(office, SUPERVISOR, numbers[0], PASSWORD)


def paid(office: Office) -> str:
    """Number of a claim whose payment was confirmed."""
    order = payment.begin_payment(office, CASHIER, signed(office).number)
    return payment.confirm_payment(office, CASHIER, order.rows[0].claim).number


def draft(document: Document, page_id: int, position: int) -> Document:
    """A built paper as reading hands it in: without ids, on a page of the claim."""
    values = {key: _draft_value(value, page_id) for key, value in document.values.items()}
    lines = tuple(_draft_line(line, page_id, place) for place, line in enumerate(document.lines))
    return replace(document, id=0, position=position, page_ids=(page_id,), values=values, lines=lines)


def _draft_line(line: Line, page_id: int, position: int) -> Line:
    values = {key: _draft_value(value, page_id) for key, value in line.values.items()}
    return replace(line, id=0, position=position, values=values)


def _draft_value(value: Value, page_id: int) -> Value:
    place = replace(value.place, page_id=page_id) if value.place else None
    return replace(value, id=0, place=place)


def line_named(claim: Claim, name: str) -> Line:
    """The row of that name."""
    return next(line for document in claim.documents for line in document.lines if line.text("name") == name)


def cells(lines: Sequence[Line], key: str) -> list[str]:
    """One column."""
    return [line.text(key) for line in lines]
