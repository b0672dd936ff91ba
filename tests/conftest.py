"""What every test shares: no screen, no data of this machine's user, no deadline, no network of the tests' own."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("LINGBAO_MODELS", str(Path(platformdirs.user_data_dir("lingbao")) / "models"))
settings.register_profile("lingbao", deadline=None)
settings.load_profile("lingbao")

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a data folder of its own, so that none can touch a real office."""
    monkeypatch.setenv("LINGBAO_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LINGBAO_LANG", "zh")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Engine tests run in one worker, one after the other: two engines on two cores only wait for each other."""
    for item in items:
        if item.get_closest_marker("engine"):
            item.add_marker(pytest.mark.xdist_group("engine"))
        if item.get_closest_marker("shared") and not SHARED.is_dir():
            item.add_marker(
                pytest.mark.skip(reason="the material beside the project (../shared) is not on this machine")
            )
