"""One figure in full: what holds on the day and on which paper, and all its values before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.ui.labels import label
from app.ui.policies.columns import figure_title, status_chip
from app.ui.policies.words import place_words, value_words
from app.ui.widgets.badge import Badge, Note, Tone
from app.ui.widgets.cards import Rule, text
from app.ui.widgets.fact_sheet import Fact, FactSheet, facts_form, head_row, selectable
from review.packs.series import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from PySide6.QtWidgets import QLayout, QWidget

    from app.ui.policies.figures import Figure

translate = QCoreApplication.translate


class FigureCard(FactSheet):
    """Shows one figure, or words while none is chosen."""

    def __init__(self) -> None:
        super().__init__(translate("FigureCard", "选一个参数，这里显示它的依据、来源和各个时期的取值。"))

    def show_figure(self, figure: Figure) -> None:
        """Show a figure."""
        self.show_parts(_parts(figure))


def _parts(figure: Figure) -> Iterator[QWidget | QLayout]:
    chips = status_chip(figure.word("status"))
    origin = figure.origin or translate("FigureCard", "本单位")
    yield head_row(
        (Badge(one.text, one.tone) for one in chips), translate("FigureCard", "来自 {pack}").format(pack=origin)
    )
    yield selectable(text(figure_title(figure), "title"))
    yield selectable(text(place_words(figure.path), "small"))
    if not figure.held:
        yield Note(translate("FigureCard", "这一天没有规定。"), Tone.WARN)
    else:
        yield facts_form(facts(figure.held))
    if len(figure.values) > 1:
        yield Rule()
        yield text(translate("FigureCard", "各个时期"), "heading")
        yield facts_form(Fact(_span(one), _brief(one)) for one in reversed(figure.values))
    yield selectable(text(translate("FigureCard", "键：{path}").format(path=figure.path), "small"))


def facts(value: Mapping[str, Any]) -> tuple[Fact, ...]:
    """What is to be known of a value; nothing that it leaves empty."""
    told = (
        (translate("FigureCard", "取值"), value_words(value.get("value"))),
        (translate("FigureCard", "期间"), _span(value)),
        (translate("FigureCard", "文件"), str(value.get("document", ""))),
        (translate("FigureCard", "条款"), str(value.get("clause", ""))),
        (translate("FigureCard", "来源"), str(value.get("source", ""))),
        (translate("FigureCard", "说明"), str(value.get("note", ""))),
    )
    return tuple(Fact(caption, words) for caption, words in told if words)


def _span(value: Mapping[str, Any]) -> str:
    if not value.get("since"):
        return ""
    if value.get("until"):
        words = translate("FigureCard", "{since} 至 {until}")
        return words.format(since=value["since"], until=value["until"])
    return translate("FigureCard", "{since} 起").format(since=value["since"])


def _brief(value: Mapping[str, Any]) -> str:
    """A value with its paper in two lines."""
    status = str(value.get("status", ""))
    paper = " ".join(filter(None, (str(value.get("document", "")), str(value.get("clause", "")))))
    sure = label(Status(status)) if status in list(Status) else ""
    return "\n".join(filter(None, (value_words(value.get("value")), paper, sure)))
