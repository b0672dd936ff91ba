"""What a start costs: which modules load, and that the window paints before anything else is done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_HEAVY = ("cv2", "numpy", "paddle", "paddleocr", "paddlex", "onnxruntime", "sqlalchemy", "reportlab", "PIL")
_ROOMS = ("capture", "desk", "queue", "signoff", "payment", "archive", "catalogue", "rules", "watch", "settings")
_ROOT = Path(__file__).parents[3]


def _loaded(statement: str) -> list[str]:
    """Top-level names of the modules a fresh interpreter has after a statement."""
    script = f"{statement}\nimport sys\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=_ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_the_shell_loads_no_engine_no_database_and_no_reports() -> None:
    loaded = _loaded("import app.ui.__main__, app.ui.shell.desktop, app.ui.shell.workplace")
    assert not set(_HEAVY) & set(loaded)
    assert "PySide6" in loaded


def test_what_is_loaded_beside_the_sign_in_holds_no_qt() -> None:
    assert not {"PySide6", "shiboken6"} & set(_loaded("import app.paperwork, app.intake"))


@pytest.mark.parametrize("name", _ROOMS)
def test_no_room_loads_the_engine(name: str) -> None:
    assert not {"cv2", "numpy", "paddle", "paddleocr", "onnxruntime"} & set(_loaded(f"import app.ui.{name}.room"))


def test_the_command_line_names_its_option_and_no_way_round_passwords() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app.ui", "--help"], cwd=_ROOT, capture_output=True, text=True, check=True
    )
    assert "--home" in done.stdout
    assert "--user" not in done.stdout
    assert "--password" not in done.stdout
