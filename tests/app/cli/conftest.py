"""The command line as its users meet it: words in, text and an exit code out."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from app.cli import main
from tests.offices import ADMINISTRATOR, CASHIER, CLERK, PASSWORD, SECOND, SUPERVISOR, a_user, an_office

if TYPE_CHECKING:
    from collections.abc import Callable

    from review.services.office import Office


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


@pytest.fixture
def lingbao(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run `lingbao` with these words."""
    monkeypatch.setenv("LINGBAO_PASSWORD", PASSWORD)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["lingbao", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), told.out, told.err)

    return run


@pytest.fixture
def office() -> Office:
    """The office that the command line finds, with its staff."""
    place = an_office(Path(os.environ["LINGBAO_HOME"]))
    for actor in (ADMINISTRATOR, CLERK, SECOND, SUPERVISOR, CASHIER):
        a_user(place, actor)
    return place
