"""Cards as they are copied: identity card (both sides), bank card, social-security card."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.forge.facts import Fact, told
from tests.forge.paper import Paper
from tests.forge.sheet import BLACK, Ink
from tests.forge.stock import stock

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from tests.forge.case import Person
    from tests.forge.sheet import Colour
    from tests.forge.style import Style

SIZE = (85.6, 54.0)
BLUE: Colour = (40, 90, 150)
Spot = tuple[float, float, str, Fact]
"""Where a label stands in millimetres, the label, and the fact after it."""


def ground(paper: Paper, colours: tuple[Colour, Colour]) -> None:
    """A card's ground: two colours that run into each other, with a rounded edge."""
    wide, tall = paper.image.size
    share = np.linspace(0, 1, wide)[None, :, None] * 0.6 + np.linspace(0, 1, tall)[:, None, None] * 0.4
    mixed = np.array(colours[0]) * (1 - share) + np.array(colours[1]) * share
    picture = Image.fromarray(mixed.astype(np.uint8))
    mask = Image.new("L", (wide, tall))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, wide - 1, tall - 1), paper.px(3), fill=255)
    paper.image.paste(picture, (0, 0), mask)
    edge = (150, 150, 155)
    paper.draw.rounded_rectangle((0, 0, wide - 1, tall - 1), paper.px(3), outline=edge, width=max(1, paper.px(0.2)))


def portrait(paper: Paper, box: tuple[float, float, float, float]) -> None:
    """The soft outline of nobody."""
    left, top, right, bottom = (paper.px(v) for v in box)
    head = Image.new("RGB", (right - left, bottom - top), (225, 228, 232))
    draw, (wide, tall) = ImageDraw.Draw(head), head.size
    draw.ellipse((wide * 0.28, tall * 0.12, wide * 0.72, tall * 0.6), fill=(205, 170, 150))
    draw.ellipse((wide * 0.1, tall * 0.62, wide * 0.9, tall * 1.3), fill=(70, 75, 95))
    paper.image.paste(head.filter(ImageFilter.GaussianBlur(2)), (left, top))


def written(paper: Paper, spots: list[Spot], colour: Colour, points: float = 8.0) -> None:
    """Labels in one colour with facts in black after them."""
    for x, y, label, fact in spots:
        end = paper.text((x, y), label, Ink(points, colour=colour)).right if label else x
        paper.fill((end + (1.5 if label else 0), y), fact, points)


def _lines(paper: Paper, at: tuple[float, float], width: float, fact: Fact) -> None:
    """A fact over several lines."""
    x, y = at
    for k, part in enumerate(paper.wrap(fact.text, width, paper.style.figures(8))):
        paper.fill((x, y + 4.2 * k), Fact(part, fact.says), 8)


def id_front(person: Person, style: Style, rng: Random) -> Paper:
    """The side with the portrait."""
    paper = Paper("id_card", SIZE, style)
    paper.layout = "id front"
    ground(paper, ((228, 240, 246), (240, 232, 242)))
    drawn, born = stock(), person.born
    spots: list[Spot] = [
        (6, 8, "姓 名", told("name", person.name)),
        (6, 15, "性 别", told("sex", person.sex)),
        (25, 15, "民 族", told("ethnicity", rng.choice(drawn["peoples"]))),
        (6, 22, "出 生", Fact(f"{born.year} 年 {born.month} 月 {born.day} 日", {"birth_date": born.isoformat()})),
        (6, 29, "住 址", Fact("")),
        (6, 47, "公民身份号码", told("id_number", person.id_number)),
    ]
    written(paper, spots, BLUE)
    _lines(paper, (17, 29), 33, told("address", rng.choice(drawn["districts"]) + rng.choice(drawn["streets"])))
    portrait(paper, (58, 7, 80, 36))
    return paper


def years(first: date, count: int) -> date:
    """The same day so many years later; leap days end on the 28th."""
    day = first - timedelta(days=1) if (first.month, first.day) == (2, 29) else first
    return day.replace(year=day.year + count)


def id_back(person: Person, style: Style, rng: Random) -> Paper:
    """The side with who issued it and how long it holds."""
    paper = Paper("id_card", SIZE, style)
    paper.layout = "id back"
    ground(paper, ((240, 236, 226), (226, 238, 244)))
    paper.draw.ellipse([paper.px(v) for v in (7, 7, 23, 23)], outline=(200, 60, 50), width=paper.px(0.8))
    paper.text((54, 11), "中华人民共和国", Ink(12, colour=BLACK, align="centre", bold=True))
    paper.text((54, 20), "居民身份证", Ink(15, colour=BLACK, align="centre", bold=True))
    first = (
        years(person.born, 46 if person.born.year < 1975 else 26) if person.born.year < 1996 else years(person.born, 16)
    )
    long = first.year - person.born.year >= 46
    last = None if long else years(first, 20 if first.year - person.born.year >= 26 else 10)
    end = f"{last:%Y.%m.%d}" if last else "长期"
    held = {"valid_from": first.isoformat(), "valid_to": last.isoformat() if last else "长期"}
    bureau = told("issuing_authority", rng.choice(stock()["bureaus"]))
    written(paper, [(16, 41, "签发机关", bureau), (16, 47.5, "有效期限", Fact(f"{first:%Y.%m.%d}-{end}", held))], BLACK)
    return paper


def luhn(body: str) -> str:
    """A card number with its check digit."""
    doubled = [int(d) * (2 if k % 2 == 0 else 1) for k, d in enumerate(reversed(body))]
    return body + str(-sum(d // 10 + d % 10 for d in doubled) % 10)


def card_number(prefix: str, rng: Random) -> str:
    """A made-up number of 19 digits that checks out."""
    return luhn(prefix + "".join(rng.choices("0123456789", k=18 - len(prefix))))


def bank_card(person: Person, style: Style, rng: Random) -> Paper:
    """The side with the number; some have no name on it."""
    paper = Paper("bank_card", SIZE, style)
    paper.layout = "bank card"
    dark, light = rng.choice(
        (((20, 90, 80), (60, 150, 120)), ((150, 30, 40), (200, 90, 70)), ((200, 205, 210), (235, 236, 240)))
    )
    ground(paper, (dark, light))
    ink: Colour = (250, 250, 250) if dark[0] < 180 else (40, 40, 50)
    bank, prefix = rng.choice(stock()["banks"])
    number = card_number(prefix, rng)
    paper.said.fields |= {"bank": bank, "card_number": number}
    paper.mark((8, 9), bank, Ink(12, colour=ink, bold=True), ["bank"])
    paper.text((60, 9), rng.choice(("借记卡", "储蓄卡 DEBIT", "ATM", "惠农卡")), Ink(8, colour=ink))
    paper.draw.rounded_rectangle([paper.px(v) for v in (9, 17, 20, 25)], paper.px(1), fill=(205, 180, 110))
    spaced = (
        " ".join(number[k : k + 4] for k in range(0, 19, 4)) if rng.random() < 0.7 else f"{number[:6]} {number[6:]}"
    )
    paper.mark((8, 33), spaced, Ink(15, colour=ink), ["card_number"])
    if rng.random() < 0.4:
        paper.said.fields["holder"] = person.name
        paper.mark((8, 45), person.name, Ink(9, colour=ink), ["holder"])
    paper.text((76, 47), "银联", Ink(11, colour=ink, align="right", bold=True))
    return paper


def insurance_card(person: Person, style: Style, rng: Random) -> Paper:
    """A social-security card with its bank account."""
    paper = Paper("insurance_card", SIZE, style)
    paper.layout = "insurance card"
    ground(paper, ((215, 232, 245), (245, 240, 225)))
    bank, prefix = rng.choice(stock()["banks"])
    issued = years(person.born, 60) if person.born.year < 1960 else person.born.replace(year=2019, day=12)
    paper.text((42, 7), "中华人民共和国社会保障卡", Ink(11, colour=(150, 40, 40), align="centre", bold=True))
    spots: list[Spot] = [
        (30, 16, "姓名", told("name", person.name)),
        (30, 22, "社会保障号码", told("id_number", person.id_number)),
        (30, 28, "社会保障卡号", told("card_number", f"{rng.choice('ABCDEFG')}{rng.randrange(10**7, 10**8)}")),
        (30, 34, "发卡日期", Fact(f"{issued:%Y年%m月%d日}", {"issue_date": issued.isoformat()})),
        (8, 48, "银行卡号", told("bank_account", card_number(prefix, rng))),
    ]
    written(paper, spots, BLACK, 7.5)
    paper.text((78, 42), bank, Ink(7, colour=BLACK, align="right"))
    portrait(paper, (7, 12, 26, 37))
    return paper
