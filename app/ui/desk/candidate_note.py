"""Below the list: what speaks for and against the candidate in focus, its terms, and what was chosen before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.catalogue.edition_words import dates
from app.ui.catalogue.entry_columns import form_words, price_words
from app.ui.labels import label
from app.ui.widgets.badge import Note, Tone
from app.ui.widgets.cards import text
from review.catalogue.entry import OUTSIDE

if TYPE_CHECKING:
    from app.ui.desk.candidates import Offer
    from review.catalogue.entry import Candidate, Entry


class CandidateNote(QWidget):
    """Says of one candidate all that should be known before it is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.head, self.terms, self.reasons = text(role="heading"), text(), text(role="mute")
        self.recalled, self.limit, self.against = Note(), Note(), Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.head, self.terms, self.limit, self.recalled, self.reasons, self.against):
            widget.setWordWrap(True)
            column.addWidget(widget)
        column.addStretch(1)

    def show_candidate(self, candidate: Candidate | None, offer: Offer) -> None:
        """Tell of a candidate; None is outside every catalogue."""
        if candidate is None:
            self.head.setText(self.tr("目录外"))
            self.terms.setText(self.tr("按丙类处理，全部由个人负担。"))
            self._say(OUTSIDE, offer)
            return
        entry = candidate.entry
        self.head.setText(" ".join(filter(None, (entry.name, form_words(entry)))))
        self.terms.setText(self._terms(entry, offer))
        self._say(entry.id, offer, candidate)

    def _terms(self, entry: Entry, offer: Offer) -> str:
        price, numbers = price_words(entry), entry.code or entry.official_no
        edition = next((found for found in offer.editions if found.id == entry.edition_id), None)
        said = (
            self.tr("{name}类").format(name=entry.payment_class.label),
            self.tr("支付标准/限价 {price}").format(price=price) if price else "",
            f"{label(entry.kind)} {numbers}".strip(),
            f"{edition.region} {dates(edition)}" if edition else "",
        )
        return " · ".join(filter(None, said))

    def _say(self, entry_id: str, offer: Offer, candidate: Candidate | None = None) -> None:
        """What speaks for and against, the limit, and who chose it before."""
        limit = candidate.entry.remark if candidate else ""
        against = candidate.against if candidate else ()
        known = offer.recollection(entry_id)
        self.limit.say(self.tr("支付限定：{limit}").format(limit=limit) if limit else "", Tone.WARN)
        self.recalled.say(known.said if known else "", Tone.INFO)
        self.against.say("；".join(against), Tone.BAD)
        supporting = [reason for reason in candidate.reasons if reason not in against] if candidate else []
        score = self.tr("相符程度 {score}").format(score=f"{candidate.score:.0%}") if candidate else ""
        self.reasons.setText("；".join(filter(None, (score, *supporting))))
