"""A made-up office: people, and claims brought through the services to every state; ``python seed.py DIR``."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from app import paperwork
from ocr.pages import PageText, to_json
from resources import ROOT
from review.catalogue.entry import OUTSIDE
from review.claim.claim import Care, Filing, HospitalLevel
from review.claim.decisions import FindingVerdict
from review.claim.paper import Document, DocumentKind, Line, Place, Standing, Value
from review.claim.people import Actor, BankAccount, Insured, Scheme
from review.claim.states import ClaimState, Role
from review.money import in_words
from review.services import batches, desk, intake, payment, queue, reading, review, settle, users
from review.services.intake import PageFile
from review.services.office import Office, open_office
from review.services.users import NewUser

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.claim.claim import Claim

PASSWORD = "lingbao-seed-2026"
STAFF = {
    "admin": ("赖建国", Role.ADMINISTRATOR),
    "limin": ("李敏", Role.CLERK),
    "wangqiang": ("王强", Role.CLERK),
    "zhoujing": ("周静", Role.SECOND_REVIEWER),
    "chenguodong": ("陈国栋", Role.SUPERVISOR),
    "fanghua": ("方华", Role.CASHIER),
    "hezhen": ("何真", Role.AUDITOR),
}
NOW = datetime(2026, 11, 20, 2, 30, tzinfo=UTC)
_WAY = (
    ClaimState.DRAFT,
    ClaimState.RECEIVED,
    ClaimState.READ,
    ClaimState.FIRST_REVIEW,
    ClaimState.SECOND_REVIEW,
    ClaimState.BATCHED,
)
_NAMES = (
    "谢斌",
    "胡平霞",
    "苏涛辉",
    "陈浩然",
    "曾秀英",
    "罗国春",
    "钟金水",
    "赖文轩",
    "彭桂兰",
    "卢志强",
    "温晓燕",
    "邱建军",
    "叶思远",
    "范海云",
    "廖春梅",
    "黄福生",
)
_PLACES = (
    ("晋江市医院", "福建", HospitalLevel.SECONDARY),
    ("东莞市人民医院", "广东", HospitalLevel.TERTIARY),
    ("义乌市中心医院", "浙江", HospitalLevel.TERTIARY),
    ("深圳沙井街道医院", "广东", HospitalLevel.PRIMARY),
    ("上海浦东新区医院", "上海", HospitalLevel.SECONDARY),
)
_GOODS = (
    ("氯化钠注射液", "0.9% 250ml", "袋", "3.20"),
    ("盐酸二甲双胍片", "0.5g*48片", "盒", "3.36"),
    ("阿司匹林肠溶片", "100mg*30片", "盒", "15.07"),
    ("注射用美罗培南", "0.5g", "支", "32.90"),
    ("心电监护", "", "小时", "3.00"),
    ("雾化吸入", "", "次", "8.00"),
    ("床位费", "", "日", "45.00"),
)


class Clock:
    """A clock the seeder sets; it begins a month before now and never runs back."""

    def __init__(self) -> None:
        self.now = NOW - timedelta(days=30)

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Seeded:
    """The office with its people by username."""

    office: Office
    people: Mapping[str, Actor]
    clock: Clock


def an_office(home: Path) -> Seeded:
    """An office with seven people and no claims."""
    seeded = opened(home)
    admin: Actor | None = None
    for username, person in seeded.people.items():
        users.create_user(seeded.office, admin, NewUser(username, person.full_name, PASSWORD, person.roles))
        admin = seeded.people["admin"]
    return seeded


def opened(home: Path) -> Seeded:
    """The office of that folder, seeded before."""
    clock = Clock()
    people = {username: Actor(username, name, frozenset({role})) for username, (name, role) in STAFF.items()}
    return Seeded(open_office(home, clock=clock), people, clock)


def a_claim(seeded: Seeded, place: int = 0, state: ClaimState = ClaimState.READ) -> Claim:
    """One claim of a made-up person, with pages, brought to a state up to ``batched``."""
    office, clerk = seeded.office, seeded.people["limin" if place % 3 else "wangqiang"]
    number = intake.open_claim(office, clerk, _insured(place), _care(place)).number
    intake.add_pages(office, clerk, number, _pages(office.home, place))
    for step in _WAY[1 : _WAY.index(state) + 1]:
        _STEPS[step](seeded, number, clerk, place)
    return queue.load_claim(office, number)


def signed_batch(seeded: Seeded) -> str:
    """Sign what waits; the batch's number."""
    number = batches.open_batch(seeded.office).number
    batches.sign(seeded.office, seeded.people["chenguodong"], number, PASSWORD)
    return number


def pay(seeded: Seeded, batch: str, *, confirmed: int) -> None:
    """Begin to pay a batch and confirm so many of its claims; one more fails."""
    office, cashier = seeded.office, seeded.people["fanghua"]
    order = payment.begin_payment(office, cashier, batch)
    for row in order.rows[:confirmed]:
        payment.confirm_payment(office, cashier, row.claim)
    for row in order.rows[confirmed : confirmed + 1]:
        payment.fail_payment(office, cashier, row.claim, "账号与户名不符")


def a_small_office(home: Path) -> Seeded:
    """An office with a signed batch of two, an open batch of three, and one or two claims in each state before."""
    seeded = an_office(home)
    for place in range(2):
        a_claim(seeded, place, ClaimState.BATCHED)
    signed_batch(seeded)
    for place, state in enumerate((*[ClaimState.BATCHED] * 3, *reversed(_WAY[:5]), ClaimState.READ), start=2):
        a_claim(seeded, place, state)
    return seeded


def a_busy_office(home: Path) -> Seeded:
    """An office with claims in every state, received over three weeks."""
    seeded = an_office(home)
    for days, places, state in (
        (21, range(3), ClaimState.BATCHED),
        (16, range(3, 6), ClaimState.BATCHED),
        (13, range(6, 13), ClaimState.BATCHED),
        (10, range(13, 16), ClaimState.SECOND_REVIEW),
        (6, range(16, 19), ClaimState.FIRST_REVIEW),
        (4, range(19, 24), ClaimState.READ),
        (0, range(24, 27), ClaimState.RECEIVED),
    ):
        seeded.clock.now = NOW - timedelta(days=days)
        for place in places:
            a_claim(seeded, place, state)
        if days > 14:
            pay(seeded, signed_batch(seeded), confirmed=2 if days < 20 else 3)
    seeded.clock.now = NOW
    a_claim(seeded, 27, ClaimState.DRAFT)
    for row in queue.queue(seeded.office, queue.QueueFilter(states=(ClaimState.PAID,)))[:2]:
        out = seeded.office.home / f"{row.number}.pdf"
        paperwork.archive_claim(seeded.office, seeded.people["limin"], row.number, out)
    return seeded


def _receive(seeded: Seeded, number: str, clerk: Actor, _: int) -> None:
    intake.receive(seeded.office, clerk, number)


def _read(seeded: Seeded, number: str, _: Actor, place: int) -> None:
    office = seeded.office
    for page in queue.load_claim(office, number).pages:
        text = PageText(file=str(page.id), width=page.width, height=page.height)
        reading.record_page(office, page.id, to_json(text))
    pages = [page.id for page in queue.load_claim(office, number).pages]
    reading.record_reading(office, number, _documents(place, pages))


def _begin(seeded: Seeded, number: str, clerk: Actor, _: int) -> None:
    desk.begin_review(seeded.office, clerk, number)


def _first(seeded: Seeded, number: str, clerk: Actor, _: int) -> None:
    office = seeded.office
    for line in queue.load_claim(office, number).charge_lines:
        if not line.entry_id:
            desk.choose_entry(office, clerk, number, line.id, OUTSIDE)
    for view in settle.findings(office, number):
        if view.open:
            found = view.finding
            answer = desk.Answer(found.code, found.subject, FindingVerdict.ALLOW, "已对照原件核对，情况属实")
            desk.decide(office, clerk, number, answer)
    review.approve_first(office, clerk, number)


def _second(seeded: Seeded, number: str, _: Actor, __: int) -> None:
    review.approve_second(seeded.office, seeded.people["zhoujing"], number)


_STEPS = {
    ClaimState.RECEIVED: _receive,
    ClaimState.READ: _read,
    ClaimState.FIRST_REVIEW: _begin,
    ClaimState.SECOND_REVIEW: _first,
    ClaimState.BATCHED: _second,
}


def _insured(place: int) -> Insured:
    name = _name(place)
    body = f"360722{1950 + place}0{1 + place % 9}1{place % 10}{100 + place * 7}"
    scheme = Scheme.EMPLOYEE if place % 5 == 3 else Scheme.RESIDENT
    account = BankAccount(holder=name, number=f"62220215100{place:08d}", bank="赣州农商银行")
    return Insured(name=name, id_number=body + _check_character(body), scheme=scheme, account=account)


def _name(place: int) -> str:
    return _NAMES[place % len(_NAMES)] + ("" if place < len(_NAMES) else "生")


def _check_character(body: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def _care(place: int) -> Care:
    hospital, province, level = _PLACES[place % len(_PLACES)]
    first = date(2025, 9, 1) + timedelta(days=place)
    return Care(
        hospital=hospital,
        hospital_level=level,
        province=province,
        filing=Filing.REFERRAL,
        admitted=first,
        discharged=first + timedelta(days=8),
        diagnoses=("社区获得性肺炎",),
    )


def _documents(place: int, pages: list[int]) -> tuple[Document, ...]:
    care, name = _care(place), _name(place)
    lines = tuple(_line(place, row, pages[1]) for row in range(len(_GOODS)))
    total = sum((Decimal(line.text("amount")) for line in lines), Decimal(0))
    stay = {"admission_date": str(care.admitted), "discharge_date": str(care.discharged), "institution": care.hospital}
    receipt = {
        "invoice_code": "35060225",
        "invoice_number": f"{9427582900 + place}",
        "check_code": f"a{place:05d}",
        "payer": name,
        "issue_date": str(care.discharged),
        "total_amount": str(total),
        "total_in_words": in_words(total),
        "pooled_fund_paid": "0.00",
        "cash_paid": str(total),
        **stay,
    }
    statement = {"patient": name, "total_amount": str(total), **stay}
    record = {"patient": name, "diagnoses": "社区获得性肺炎", **stay}
    return (
        _document(0, DocumentKind.INPATIENT_RECEIPT, pages[0], receipt),
        replace(_document(1, DocumentKind.EXPENSE_STATEMENT, pages[1], statement), lines=lines),
        _document(2, DocumentKind.DISCHARGE_RECORD, pages[2], record),
    )


def _document(position: int, kind: DocumentKind, page: int, cells: Mapping[str, str]) -> Document:
    return Document(position=position, kind=kind, page_ids=(page,), values=_values(cells, page))


def _line(place: int, row: int, page: int) -> Line:
    name, spec, unit, price = _GOODS[row]
    quantity = Decimal(2 + (place * 7 + row * 5) % 60)
    amount = str((quantity * Decimal(price) * (40 if place % 4 == 2 and row == 3 else 1)).quantize(Decimal("0.01")))
    price = str(Decimal(amount) / quantity)
    cells = {"name": name, "spec": spec, "unit": unit, "quantity": str(quantity), "unit_price": price, "amount": amount}
    return Line(position=row, values=_values({key: value for key, value in cells.items() if value}, page))


def _values(cells: Mapping[str, str], page: int) -> dict[str, Value]:
    return {
        key: Value(
            key=key,
            value=value,
            text=value,
            confidence=0.99,
            place=Place(page, (90, 120 + 24 * row, 160, 20)),
            standing=Standing.READ,
        )
        for row, (key, value) in enumerate(cells.items())
    }


def _pages(folder: Path, place: int) -> list[PageFile]:
    """Three drawn sheets: receipt, statement, record."""
    titles = ("医疗住院收费票据", "住院费用汇总清单", "出院记录")
    return [_sheet(folder / "drawn", f"{place}-{page}.png", title, place) for page, title in enumerate(titles)]


def _sheet(folder: Path, name: str, title: str, place: int) -> PageFile:
    folder.mkdir(parents=True, exist_ok=True)
    fonts = ROOT / "fonts" / "NotoSansSC-Regular.ttf"
    image = Image.new("RGB", (620, 877), "white")
    pen = ImageDraw.Draw(image)
    pen.text((310, 60), title, fill="#222", font=ImageFont.truetype(fonts, 26), anchor="mm")
    small = ImageFont.truetype(fonts, 15)
    pen.text((60, 96), f"姓名：{_name(place)}　　{_care(place).hospital}　　第 {place + 1} 号", fill="#222", font=small)
    for row, (goods, spec, unit, price) in enumerate(_GOODS * 3):
        pen.rectangle((56, 130 + row * 24, 564, 154 + row * 24), outline="#666")
        pen.text((64, 133 + row * 24), f"{goods} {spec}", fill="#222", font=small)
        pen.text((556, 133 + row * 24), f"{price} / {unit}", fill="#222", font=small, anchor="ra")
    pen.ellipse((420, 700, 540, 820), outline="#c33", width=3)
    image.save(folder / name)
    return PageFile(name, folder / name, *image.size)


if __name__ == "__main__":
    a_busy_office(Path(sys.argv[1]))
