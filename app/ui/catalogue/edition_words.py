"""How editions are put in words: their dates, their standing, what is odd about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.catalogue.spans import Stand
from app.ui.labels import label
from app.ui.tables.columns import Chip, chip
from app.ui.widgets.badge import Tone
from review.catalogue.entry import EditionStatus

if TYPE_CHECKING:
    from datetime import date

    from app.ui.catalogue.spans import Break, Clash, Shown
    from review.catalogue.entry import Edition

translate = QCoreApplication.translate
_STANDS: dict[Stand, tuple[object, Tone]] = {
    Stand.NOW: (QT_TRANSLATE_NOOP("editions", "今天有效"), Tone.OK),
    Stand.PAST: (QT_TRANSLATE_NOOP("editions", "已过期"), Tone.PLAIN),
    Stand.FUTURE: (QT_TRANSLATE_NOOP("editions", "尚未生效"), Tone.BRAND),
    Stand.WITHDRAWN: (QT_TRANSLATE_NOOP("editions", "已作废"), Tone.BAD),
}


def span(first: date, last: date | None) -> str:
    """From one day to another, or without end."""
    if last is None:
        return translate("editions", "{first} 起").format(first=first)
    return translate("editions", "{first} 至 {last}").format(first=first, last=last)


def dates(edition: Edition) -> str:
    """When an edition holds."""
    return span(edition.effective_from, edition.effective_until)


def about(row: Shown) -> str:
    """Kind, region and length of an edition."""
    edition = row.edition
    count = translate("editions", "{count} 条").format(count=f"{row.view.count:,}")
    return " · ".join((label(edition.kind), edition.region, count))


def chips(row: Shown) -> tuple[Chip, ...]:
    """Standing, whether it is a demonstration, and that its dates are odd."""
    word, tone = _STANDS[row.stand]
    found = [chip(translate("editions", str(word)), tone)]
    if row.edition.status is EditionStatus.DEMO:
        found.append(Chip(label(row.edition.status), Tone.INFO))
    if row.gap is not None:
        found.append(chip(translate("editions", "断档"), Tone.WARN))
    if row.clashes:
        found.append(chip(translate("editions", "重叠"), Tone.WARN))
    return tuple(found)


def gap_words(gap: Break) -> str:
    """Which days no edition covers, and what follows from it."""
    words = translate("editions", "{span} 没有同类同地区的版本，这些天的费用会按最近的版本对照，并列为疑点。")
    return words.format(span=span(gap.first, gap.last))


def clash_words(clash: Clash) -> str:
    """Which days another edition covers as well."""
    words = translate("editions", "{span} 与“{other}”同时有效，请终止其中一版。")
    return words.format(span=span(clash.first, clash.last), other=clash.other)


def origin(row: Shown) -> str:
    """Who took an own edition over, when and from which file; empty for a shipped one."""
    view = row.view
    if view.imported_at is None:
        return translate("editions", "随软件提供") if not view.own else ""
    words = translate("editions", "{who} 于 {day:%Y-%m-%d} 导入自 {file}")
    return words.format(who=view.imported_by, day=view.imported_at.astimezone(), file=view.file)


def oddities(row: Shown) -> tuple[str, ...]:
    """Everything odd about an edition, one sentence each."""
    withdrawn = row.view.withdrawn
    said = [translate("editions", "已作废：{0}").format(withdrawn)] if withdrawn else []
    if row.gap is not None:
        said.append(gap_words(row.gap))
    return (*said, *map(clash_words, row.clashes))
