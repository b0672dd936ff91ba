"""Everything the capture room shows of one claim, gathered off the UI thread. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.ui.desk.read_pages import read_pages
from review.claim.paper import ReadState
from review.claim.states import ClaimState
from review.services import queue
from review.services.queue import QueueFilter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ui.desk.read_pages import ReadPage
    from review.claim.claim import Claim
    from review.services.office import Office
    from review.services.queue import QueueRow

OPEN = (ClaimState.DRAFT, ClaimState.RECEIVED, ClaimState.SUPPLEMENT)


@dataclass(frozen=True, slots=True)
class DraftSheet:
    """One claim being captured, with what is known of its pages."""

    claim: Claim
    read: Mapping[int, ReadPage] = field(default_factory=dict)

    @property
    def unread(self) -> int:
        """Pages that still wait or are being read."""
        return sum(page.read_state in {ReadState.WAITING, ReadState.READING} for page in self.claim.pages)

    def turn(self, page_id: int) -> int:
        """The clerk's own turn of a page, else the one reading found."""
        own = next((page.turn for page in self.claim.pages if page.id == page_id), 0)
        return own or (self.read[page_id].turn if page_id in self.read else 0)


def load_draft(office: Office, number: str) -> DraftSheet:
    """Gather a claim for the capture room. Raises NotFoundError or StoreError."""
    return DraftSheet(queue.load_claim(office, number), read_pages(office, number))


def list_drafts(office: Office, username: str) -> tuple[QueueRow, ...]:
    """Claims still being captured or read that this person has a part in, newest first."""
    return queue.queue(office, QueueFilter(states=OPEN, mine=username, sort="-number"))
