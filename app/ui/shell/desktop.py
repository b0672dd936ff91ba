"""The main window: opens the office, lets people in and out, and keeps the rest of the shell together."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from app.ui.jobs import Jobs
from app.ui.shell import gateway
from app.ui.shell.about import AboutDialog
from app.ui.shell.engine import EngineGate
from app.ui.shell.idle import in_idle_steps
from app.ui.shell.preferences import LANGUAGE, LAST_USER
from app.ui.shell.problems import problem
from app.ui.shell.rooms import first_room, load_rooms, load_services
from app.ui.shell.session import Session
from app.ui.shell.signin import FirstRun, SignIn
from app.ui.shell.trouble import Alarm
from app.ui.shell.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from app.ui.shell.language import Language
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.claim.people import Actor
    from review.services.office import Office

log = logging.getLogger(__name__)
_WINDOW = "window"


class Desktop(QMainWindow):
    """One window a person: entrance first, workplace after sign-in."""

    def __init__(self, home: Path | None, theme: Theme, preferences: Preferences, language: Language) -> None:
        super().__init__()
        self._home, self.theme, self.preferences, self._language = home, theme, preferences, language
        self.jobs = Jobs(self)
        self.alarm = Alarm(self)
        self.jobs.trouble.connect(self.alarm.show)
        self.office: Office | None = None
        self.engine: EngineGate | None = None
        self.workplace: Workplace | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # Qt ends its tree in order; the collector may not
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self.restoreGeometry(preferences.geometry(_WINDOW))
        preferences.changed.connect(self._choose_language)
        self._show_sign_in()

    def open_house(self, *, reading: bool = True) -> None:
        """Open the data in the background, then let people sign in; ``reading`` also warms the engine."""
        home = self._home
        self._entrance.hold(self.tr("正在打开数据…"))
        self.jobs.run(self, lambda: gateway.open_house(home), lambda got: self._opened(got, reading), self._closed)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave only when nothing is half done; then finish what was asked for."""
        if self.workplace is not None and not self.workplace.settled():
            event.ignore()
            return
        self.preferences.keep_geometry(_WINDOW, self.saveGeometry())
        self.hide()
        if self.engine is not None:
            self.engine.close()
        self.jobs.close()
        event.accept()

    def _opened(self, opened: gateway.Opened, reading: bool) -> None:  # noqa: FBT001  called back by position
        self.office = opened.office
        if reading:
            self.engine = EngineGate(opened.office, self)
            self.engine.claim_read.connect(self.jobs.announce)
            self.engine.start()
        self._show_sign_in() if opened.has_users else self._show_first_run()
        self.jobs.draw(self, load_services, self._load_rooms)

    def _load_rooms(self, _loaded: None) -> None:
        in_idle_steps(self, load_rooms())

    def _closed(self, error: Exception) -> None:
        log.error("the office does not open", exc_info=error)
        told = problem(error)
        self._entrance.complain(f"{told.what}\n{told.advice}".strip())
        self.alarm.show(error)

    def _show_sign_in(self) -> None:
        entrance = SignIn(self.preferences.get(LAST_USER))
        entrance.submitted.connect(self._sign_in)
        self._entrance: SignIn | FirstRun = entrance
        self._front(entrance, self.tr("灵报 · 登录"))

    def _show_first_run(self) -> None:
        entrance = FirstRun()
        entrance.submitted.connect(self._create_first)
        self._entrance = entrance
        self._front(entrance, self.tr("灵报 · 第一次使用"))

    def _sign_in(self, username: str, password: str) -> None:
        if (office := self.office) is not None:
            self._entrance.hold(self.tr("正在登录…"))
            self.jobs.run(
                self._entrance, lambda: gateway.sign_in(office, username, password), self._welcome, self._turn_away
            )

    def _create_first(self, username: str, full_name: str, password: str) -> None:
        if (office := self.office) is not None:
            self._entrance.hold(self.tr("正在建立…"))
            self.jobs.run(
                self._entrance,
                lambda: gateway.create_first(office, username, full_name, password),
                self._welcome,
                self._turn_away,
            )

    def _turn_away(self, error: Exception) -> None:
        told = problem(error)
        self._entrance.hold()
        self._entrance.complain(f"{told.what}\n{told.advice}".strip())

    def _welcome(self, actor: Actor) -> None:
        assert self.office is not None, "nobody signs in before the office is open"
        self.preferences.choose(LAST_USER, actor.username)
        session = Session(self.office, actor, self.jobs, self.theme, self.preferences, self.engine)
        self._enter(session, first_room(actor))

    def _enter(self, session: Session, room: str) -> None:
        self._session = session
        self.workplace = Workplace(session)
        self.workplace.signed_out.connect(self._sign_out)
        self.workplace.about.connect(self._show_about)
        self._front(self.workplace, self.tr("灵报 · {name}").format(name=session.actor.full_name))
        self.workplace.go(room)

    def _sign_out(self) -> None:
        self.workplace = None
        self._show_sign_in()

    def _show_about(self) -> None:
        if self.office is not None:
            AboutDialog(self.office.home, self).open()

    def _choose_language(self, key: str) -> None:
        if key != LANGUAGE.key:
            return
        self._language.apply()
        if self.workplace is not None:
            self._enter(self._session, "settings")

    def _front(self, widget: QWidget, title: str) -> None:
        """Put a screen in front and let the one before it go."""
        before = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self.setWindowTitle(title)
        widget.setFocus()
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
