"""An office for pictures: the busy one, a sample read by the real engine, cards on one scan, learned layouts.

``python showcase.py DIR``; needs the engine's weights.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from app.demo.sample import load_sample
from app.intake import page_file
from app.worker import Events, read_waiting
from ocr.recognition.pool import EnginePool
from resources import ROOT
from review.claim.paper import Anomaly, Column, Flaw
from review.claim.states import ClaimState
from review.services import desk, intake, learning, reading, watching
from review.store import learned
from review.watch.watched import WatchedKind
from tests.app.ui.catalogue.books import a_book, taken_over
from tests.app.ui.desk import papers
from tests.app.ui.rules import tables as rules
from tests.app.ui.seed import Seeded, a_busy_office, a_claim

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.services.intake import PageFile

HEADINGS = (
    ("收费项目", "name"),
    ("规格型号", "spec"),
    ("计价单位", "unit"),
    ("单价(元)", "unit_price"),
    ("数量", "quantity"),
    ("金额(元)", "amount"),
)
SHADED = Flaw("too-dark", "右下角有阴影，看不清的请重新扫描", ((700, 900, 500, 650),))
CHANGED = Anomaly("pasted-digits", "卡号末四位比同一行其他数字粗 38%，底色差 21 级", (474, 974, 76, 36), 0.97)


def on_the_desk(seeded: Seeded, pool: EnginePool, files: list[PageFile]) -> Claim:
    """The shipped sample with its planted troubles, read and taken up by a clerk; as read."""
    office, clerk = seeded.office, seeded.people["limin"]
    sample = load_sample("trouble")
    claim = intake.open_claim(office, clerk, sample.insured, sample.care)
    intake.add_pages(office, clerk, claim.number, files)
    intake.receive(office, clerk, claim.number)
    read_waiting(office, pool, Events(on_trouble=print))
    return desk.begin_review(office, clerk, claim.number)


def being_captured(seeded: Seeded, files: list[PageFile], words: list[str]) -> Claim:
    """A draft read page by page: its first is an electronic original, its third should be scanned again."""
    office, clerk = seeded.office, seeded.people["limin"]
    sample = load_sample("clean")
    claim = intake.open_claim(office, clerk, sample.insured, sample.care)
    names = ("票据.ofd", "清单 第1页.jpg", "清单 第2页.jpg", "出院记录.jpg")
    renamed = [replace(file, name=name) for file, name in zip(files, names, strict=True)]
    claim = intake.add_pages(office, clerk, claim.number, renamed).claim
    for page, text in zip(claim.pages, words, strict=True):
        flaws = (SHADED,) if page.position == 2 else ()
        reading.record_page(office, page.id, text, reading.PageSigns(flaws, "ofd" if page.position == 0 else "scan"))
    return claim


def learn(seeded: Seeded, claim: Claim) -> None:
    """Agree to keep corrections; remember two layouts, one of them revoked."""
    office = seeded.office
    learning.set_keep_corrections(office, seeded.people["chenguodong"], keep=True)
    columns = tuple(Column(heading, key, n / 6, (n + 1) / 6) for n, (heading, key) in enumerate(HEADINGS))
    with office.store.write() as unit:
        for institution, revoked in (("福建海澄第二医院", False), ("样例市第一医院", True)):
            row = {"institution": institution, "headings": "收费项目→name", "columns": columns, "claim": claim.number}
            learned.keep_layout(unit, **row, at=office.clock(), by="limin", revoked=revoked)


def editions(seeded: Seeded, folder: Path) -> None:
    """Two editions of supplies of the office's own, made of the shipped demonstration, a month apart."""
    office, keeper = seeded.office, seeded.people["chenguodong"]
    shelf = office.catalogue.shelf("supplies-demo")
    assert shelf is not None, "the demonstration is shipped"
    names = [entry.name for entry in shelf.entries]
    for year, begins, ends in ((2025, date(2025, 1, 1), date(2025, 12, 31)), (2026, date(2026, 2, 1), None)):
        rows = [_supply(place, name, year) for place, name in enumerate(names) if place % 17 != year % 17]
        taken_over(office, keeper, a_book(folder / f"样例市医用耗材目录{year}年.csv", rows), begins, ends)


def watched(seeded: Seeded, folder: Path) -> None:
    """Rules of the office's own that catch something; accounts of five, three and three persons, one looked at."""
    office, keeper = seeded.office, seeded.people["chenguodong"]
    rules.taken_over(office, keeper, rules.a_table(folder / "样例省药品规则2026年.csv"))
    accounts = [f"622202151009999000{n}" for n in range(3)]
    for account, places in zip(accounts, (range(30, 35), range(35, 38), range(38, 41)), strict=True):
        for place in places:
            claim = a_claim(seeded, place, ClaimState.FIRST_REVIEW)
            clerk = seeded.people[claim.first_reviewer]
            desk.correct(office, clerk, claim.number, [desk.Edit("insured.account.number", account)])
    watching.answer_watched(office, keeper, WatchedKind.ACCOUNT, accounts[-1], "村集体统一代办，委托书已核对")


def _supply(place: int, name: str, year: int) -> tuple[str, ...]:
    later = year > 2025
    sign = "甲乙丙"[(place // 3 + (place % 11 == 0 and later)) % 3]
    limit = "限手术使用" if place % 13 == 0 else "限二级以上医院" if place % 19 == 0 and later else ""
    return str(1001 + place), name, sign, "", "个", limit, f"{20 + place * (9 if later and place % 5 == 0 else 10)}.00"


def main() -> None:
    """Make the office in the folder named."""
    app = QApplication([])
    QFontDatabase.addApplicationFont(str(ROOT / "fonts" / "NotoSansSC-Regular.ttf"))
    app.setFont(QFont("Noto Sans SC"))
    seeded = a_busy_office(Path(sys.argv[1]))
    papers.see_pages(seeded.office)
    with EnginePool() as pool:
        folder = seeded.office.home / "incoming"
        folder.mkdir()
        found = [pool.expand(page, folder).result()[0] for page in load_sample("trouble").pages]
        files = [page_file(page) for pages in found for page in pages]
        claim = on_the_desk(seeded, pool, files)
    papers.claim_with_cards(seeded.office, CHANGED)
    editions(seeded, folder)
    watched(seeded, folder)
    words = [seen.text for seen in reading.page_texts(seeded.office, claim.number)]
    being_captured(seeded, files, words)
    learn(seeded, claim)


if __name__ == "__main__":
    main()
