"""What every room needs: the office, who acts, the door to background work, looks, preferences, the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.jobs import Jobs
    from app.ui.shell.engine import EngineGate
    from app.ui.shell.preferences import Preferences
    from app.ui.shell.theme import Theme
    from review.claim.people import Actor
    from review.services.office import Office


@dataclass(slots=True)
class Session:
    """One signed-in sitting at the desk. ``engine`` is None where nothing can be read (tests, missing weights)."""

    office: Office
    actor: Actor
    jobs: Jobs
    theme: Theme
    preferences: Preferences
    engine: EngineGate | None = None
