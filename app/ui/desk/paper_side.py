"""The left of the desk: small pages, and the page in hand with its boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.ui.desk.ask_note import AskNote
from app.ui.desk.choices import choices
from app.ui.desk.marks import CHANGED, marks
from app.ui.desk.page_pictures import PagePictures
from app.ui.desk.pages_model import page_cards
from app.ui.desk.pages_strip import PagesStrip
from app.ui.desk.spots import Spot, spots
from app.ui.labels import field_label, label
from app.ui.widgets.empty import Empty
from app.ui.widgets.page_view import PageView
from app.ui.widgets.page_view_lens import LensText
from app.ui.widgets.page_view_marks import Look, Mark
from app.ui.widgets.page_view_small import small_pictures
from app.ui.widgets.page_view_tools import PageTools
from review.claim.paper import Place

if TYPE_CHECKING:
    from app.ui.desk.pages_model import PageCard
    from app.ui.desk.sheet import Sheet
    from app.ui.shell.session import Session
    from app.ui.widgets.page_view_picture import Picture
    from review.claim.paper import Value

ELSEWHERE = "place"


class PaperSide(QWidget):
    """``picked`` brings the target of a clicked box, ``turned_to`` the id of the page that came into view.

    ``pointed`` brings the place of a clicked box that belongs to no value, only to a finding.
    """

    picked = Signal(str)
    pointed = Signal(object)
    turned_to = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._sheet: Sheet | None = None
        self._pictures = PagePictures(session, self)
        self._clean = False
        self._page = 0
        self._after: str = ""
        self._elsewhere: Mark | None = None
        self._said = LensText("", "")
        self._locked = True
        self._lens = False
        theme = session.theme
        self.strip = PagesStrip(theme.colour)
        self.view = PageView(theme.colour)
        self.tools = PageTools(self.view, lambda name: theme.icon(name, "navt"))
        self._empty = Empty(self.tr("没有影像"), self.tr("这份材料没有影像，数值由人工录入。"))
        self.page_note = AskNote()
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.page_note)
        right.addLayout(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addLayout(right, 1)
        self.strip.picked.connect(self.show_page)
        self.view.picked.connect(self._pick)
        self.tools.clean.toggled.connect(self.show_clean)
        self.tools.clean.setVisible(self._pictures.can_clean)
        theme.changed.connect(self.view.recolour)

    @property
    def page_id(self) -> int:
        """The page in view, or 0."""
        return self._page

    def show_sheet(self, sheet: Sheet, *, locked: bool) -> None:
        """Show a claim; the page in view stays in view where it still is there."""
        same = self._sheet is not None and self._sheet.claim.number == sheet.claim.number
        self._sheet, self._locked = sheet, locked
        cards = page_cards(sheet)
        self.strip.show_cards(cards)
        self._fetch_small()
        if same and any(card.page.id == self._page for card in cards):
            self.view.set_marks(self._marks())
            self.tools.count()
            self._ask_page()
            return
        self._pictures.forget()
        self._page = 0
        self._stack.setCurrentIndex(0 if cards else 1)
        if cards:
            self.show_page(cards[0].page.id)

    def show_page(self, page_id: int) -> None:
        """Bring a page into view; its picture may come a moment later."""
        card = self._card(page_id)
        if card is None or page_id == self._page:
            return
        self._page, self._elsewhere = page_id, None
        self.strip.choose(page_id)
        self._ask_page()
        self.view.show_page(None, ())
        self.turned_to.emit(page_id)
        self._fetch(card)

    def show_target(self, target: str, *, lens: bool = False) -> None:
        """Show where a target stands; where it has no place the page stays as it is."""
        sheet = self._sheet
        spot = spots(sheet.claim).get(target) if sheet else None
        if spot is None or spot.place is None:
            self.view.show_target("")
            return
        self._lens = lens or self.view.lens.isVisible()
        self._after = target
        self.show_page(spot.place.page_id)
        self._point()

    def show_place(self, place: Place, title: str, said: str) -> None:
        """Show a place that no value owns; the magnifier tells what is said of it."""
        self.show_page(place.page_id)
        self._said = LensText(title, "", reason=said, tone=Look.CONTRADICTED.value)
        self._elsewhere = Mark(ELSEWHERE, place.box, Look.CONTRADICTED)
        self.view.set_marks(self._marks())
        self._after, self._lens = ELSEWHERE, False
        self._point()

    def choice(self, number: int) -> tuple[str, str] | None:
        """Target and value of a numbered choice in the open magnifier, or None."""
        spot = spots(self._sheet.claim).get(self.view.current) if self._sheet and not self._locked else None
        offered = choices(spot.value) if spot and spot.value and self.view.lens.isVisible() else ()
        return (spot.target, offered[number - 1]) if spot and number <= len(offered) else None

    def toggle_lens(self) -> None:
        """Open the magnifier at the current box, or close it."""
        if self.view.lens.isVisible():
            self.view.lens.hide()
        elif (text := self._text(self.view.current)) is not None:
            self.view.magnify(self.view.current, text)

    def _text(self, target: str) -> LensText | None:
        """What the magnifier says beside a box."""
        if target == ELSEWHERE:
            return self._said
        spot = spots(self._sheet.claim).get(target) if self._sheet else None
        return lens_text(spot) if spot else None

    def _pick(self, target: str) -> None:
        """A clicked box: of a value, or of what only a finding speaks of."""
        if not target.startswith(CHANGED):
            self.picked.emit(target)
            return
        box = next(mark.box for mark in self.view.marks if mark.target == target)
        self.pointed.emit(Place(self._page, box))

    # -- pictures come a moment later

    def _card(self, page_id: int) -> PageCard | None:
        return next((card for card in self.strip.pages.cards if card.page.id == page_id), None)

    def _marks(self) -> tuple[Mark, ...]:
        shown = marks(self._sheet.claim, self._page) if self._sheet else ()
        return (*shown, self._elsewhere) if self._elsewhere else shown

    def _ask_page(self) -> None:
        """A page that could not be read, or should be captured again, says so above itself."""
        card = self._card(self._page)
        if card is not None and card.page.failure:
            self.page_note.ask(f"page:{card.page.id}", card.page.failure, locked=self._locked)
        elif card is not None:
            self.page_note.tell("；".join(dict.fromkeys(card.page.quality)))

    def _fetch(self, card: PageCard) -> None:
        clean = self._clean

        def laid(picture: Picture) -> None:
            if clean == self._clean:
                self._lay(card, picture)

        self._pictures.fetch(card.page, laid, self._refuse_clean if clean else self._lament, clean=clean)

    def show_clean(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        """Show pages without their seals, or as filed; the place and zoom stay."""
        self._clean = on
        card = self._card(self._page)
        if card is not None:
            self._fetch(card)

    def _refuse_clean(self, _error: Exception) -> None:
        """The seals could not be taken out: the page stays as filed."""
        self.tools.clean.setChecked(False)

    def _lay(self, card: PageCard, picture: Picture) -> None:
        if card.page.id != self._page or self._sheet is None:
            return
        if self.view.swap(picture):
            return
        self._stack.setCurrentIndex(0)
        self.view.show_page(picture, self._marks(), card.turn)
        self.tools.count()
        self._point()

    def _point(self) -> None:
        """Show the target that waits, once its page is there."""
        if self._after and self.view.show_target(self._after):
            if self._lens and (text := self._text(self._after)) is not None:
                self.view.magnify(self._after, text)
            self._after = ""

    def _lament(self, error: Exception) -> None:
        self._empty.say(self.tr("影像打不开"), str(error))
        self._stack.setCurrentIndex(1)

    def _fetch_small(self) -> None:
        wanted = {
            (c.page.sha256, c.turn): self._session.office.pages.path(c.page.sha256) for c in self.strip.pages.lacking()
        }
        if not wanted:
            return

        self._session.jobs.draw(
            self, lambda: small_pictures(wanted), self.strip.pages.set_pictures, lambda _error: None
        )


def lens_text(spot: Spot) -> LensText:
    """What the magnifier says of a spot."""
    value = spot.value
    if value is None:
        name = spot.line.text("name") if spot.line else ""
        return LensText(
            label(spot.document.kind) if spot.document else "", name, reason=spot.line.review if spot.line else ""
        )
    caption = field_label(value.key, of_line=spot.line is not None)
    return LensText(caption, value.value, _sureness(value), value.reason, value.standing, choices(value))


def _sureness(value: Value) -> str:
    return "" if value.confidence is None else f"{value.confidence:.2f}"
