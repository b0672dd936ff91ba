"""The last step: what the edition is called, where and when it holds, where it comes from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.widgets.badge import Note, Tone, restyle
from app.ui.widgets.cards import Card, text
from app.ui.widgets.fields import Labelled, day_of
from review.catalogue.importing.head import year_faults

if TYPE_CHECKING:
    from review.catalogue.importing.proposal import Head, Proposal


class HeadPage(QWidget):
    """``changed`` comes whenever something was typed; ``head`` is what stands."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._proposal: Proposal | None = None
        self.title, self.region = QLineEdit(), QLineEdit(placeholderText=self.tr("全国，或省、市"))
        hint = self.tr("年-月-日")
        self.begins, self.ends = QLineEdit(placeholderText=hint), QLineEdit(placeholderText=self.tr("没有就留空"))
        self.source = QLineEdit(placeholderText=self.tr("发文机关和文号，或取得文件的地方"))
        self.lacking, self.doubts, self.clash = text(role="warn"), Note(), Note()
        self.end_older = QCheckBox(self.tr("把旧版终止在新版生效的前一天"))
        self._lay_out()
        for field in (self.title, self.region, self.begins, self.ends, self.source):
            field.textChanged.connect(self._look)

    @property
    def head(self) -> Head:
        """The edition as it is described now."""
        assert self._proposal is not None, "a file is read first"
        return replace(
            self._proposal.head,
            title=self.title.text().strip(),
            region=self.region.text().strip(),
            effective_from=day_of(self.begins.text()),
            effective_until=day_of(self.ends.text()),
            source=self.source.text().strip(),
        )

    @property
    def complete(self) -> bool:
        """Whether everything needed was said, and the dates are dates in their order."""
        return not self._lacking()

    def show_proposal(self, proposal: Proposal) -> None:
        """Begin with what the file says of itself."""
        self._proposal = proposal
        head = proposal.head
        for field, words in (
            (self.title, head.title),
            (self.region, head.region),
            (self.begins, str(head.effective_from or "")),
            (self.ends, str(head.effective_until or "")),
            (self.source, head.source or proposal.file),
        ):
            field.setText(words)
        self.complain("")
        self._look()

    def complain(self, words: str, *, older: bool = False) -> None:
        """Say why it was not taken over; ``older`` offers to end the edition it overlaps."""
        self.clash.say(words, Tone.BAD)
        self.end_older.setVisible(older)
        self.end_older.setChecked(False)

    def _wrong_days(self) -> list[QLineEdit]:
        begins, ends, said = day_of(self.begins.text()), day_of(self.ends.text()), bool(self.ends.text().strip())
        wrong = [self.begins] if begins is None else []
        return [*wrong, self.ends] if said and (ends is None or (begins and ends < begins)) else wrong

    def _lacking(self) -> list[str]:
        """What must still be said, or said otherwise."""
        wrong = self._wrong_days()
        said = (
            (self.tr("目录名称"), bool(self.title.text().strip())),
            (self.tr("适用地区"), bool(self.region.text().strip())),
            (self.tr("生效日期"), self.begins not in wrong),
            (self.tr("终止日期（含当天）"), self.ends not in wrong),
        )
        return [name for name, well in said if not well]

    def _look(self) -> None:
        """Mark days that are none, and tell where the file speaks of other years."""
        wrong, lacking = self._wrong_days(), self._lacking()
        self.lacking.setText(self.tr("▲ 还要填写：{names}").format(names="、".join(lacking)) if lacking else "")
        for field in (self.begins, self.ends):
            field.setProperty("fault", field in wrong and bool(field.text().strip()))
            restyle(field)
        found = year_faults(self._proposal, self.head) if self._proposal else ()
        self.doubts.say("\n".join(fault.said for fault in found), Tone.WARN)
        self.changed.emit()

    def _lay_out(self) -> None:
        card, grid = Card(margin=20, spacing=14), QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(14)
        grid.addWidget(Labelled(self.tr("目录名称"), self.title), 0, 0, 1, 2)
        grid.addWidget(Labelled(self.tr("适用地区"), self.region), 1, 0)
        grid.addWidget(Labelled(self.tr("来源"), self.source), 1, 1)
        grid.addWidget(Labelled(self.tr("生效日期"), self.begins), 2, 0)
        grid.addWidget(Labelled(self.tr("终止日期（含当天）"), self.ends), 2, 1)
        card.rows.addLayout(grid)
        safe = text(
            self.tr("按“接管”之前什么都没有改变；接管后整份目录一次生效，并留痕。已结算的报销单不受影响。"), "mute"
        )
        safe.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (card, self.lacking, self.doubts, self.clash, self.end_older, safe):
            column.addWidget(widget)
        column.addStretch(1)
