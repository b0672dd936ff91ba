"""Every command is found, explains itself, and shows how it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.cli import ROOMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.app.cli.conftest import Outcome

GROUPS = {"user": "add", "policy": "check", "catalogue": "search"}
COMMANDS = [(c, GROUPS[c]) if c in GROUPS else (c,) for commands in ROOMS.values() for c in commands]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_each_command_shows_an_example(lingbao: Callable[..., Outcome], words: tuple[str, ...]) -> None:
    outcome = lingbao(*words, "--help")
    assert outcome.code == 0
    assert f"lingbao {words[0]}" in outcome.out


def test_help_lists_every_command_and_the_exit_codes(lingbao: Callable[..., Outcome]) -> None:
    outcome = lingbao("--help")
    assert all(command in outcome.out for commands in ROOMS.values() for command in commands)
    assert "6 有未决疑点" in outcome.out


def test_an_unknown_command_is_a_wrong_word(lingbao: Callable[..., Outcome]) -> None:
    assert lingbao("conjure").code == 2
