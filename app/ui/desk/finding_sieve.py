"""Which findings are shown, in which sections, in which order. No Qt here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from review.checks.finding import Group, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from review.services.settle import FindingView

FAILED = "check-failed"
"""Code of the finding that says a check could not be run."""

_RANK = {Severity.BLOCKS: 0, Severity.DECISION: 1, Severity.CLUE: 2}
_ANSWERED = 3
_GROUPS = tuple(Group)


class Show(StrEnum):
    """What is let through: everything, what is not answered of one severity, or what is answered."""

    ALL = "all"
    BLOCKS = "blocks"
    DECISION = "decision"
    CLUE = "clue"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one group that are let through, worst first; ``open`` of them still ask for something."""

    group: Group
    views: tuple[FindingView, ...]

    @property
    def open(self) -> int:
        """How many of them still stand in the way of an approval."""
        return sum(view.open for view in self.views)


@dataclass(frozen=True, slots=True)
class Sieve:
    """Lets through findings of one kind and one group; None stands for every group."""

    show: Show = Show.ALL
    group: Group | None = None

    def lets(self, view: FindingView) -> bool:
        """Whether a finding is shown."""
        return self._kind(view) and self.group in {None, view.finding.group}

    def _kind(self, view: FindingView) -> bool:
        return self.show is Show.ALL or self.show is kind(view)


def kind(view: FindingView) -> Show:
    """Under which of the kinds a finding is counted."""
    return Show.ANSWERED if view.decision else Show(view.finding.severity.value)


def counts(views: Iterable[FindingView]) -> Mapping[str, int]:
    """How many findings each kind has; ``all`` counts every one."""
    found = Counter(kind(view).value for view in views)
    return {**found, Show.ALL.value: found.total()}


def groups(views: Iterable[FindingView]) -> tuple[Group, ...]:
    """The groups that have findings, in the order of the rooms."""
    there = {view.finding.group for view in views}
    return tuple(group for group in _GROUPS if group in there)


def failed(views: Iterable[FindingView]) -> tuple[str, ...]:
    """Names of the checks that could not be run."""
    return tuple(view.finding.values.get("check", "") for view in views if view.finding.code == FAILED)


def sections(views: Sequence[FindingView], sieve: Sieve) -> tuple[Section, ...]:
    """What is let through, by group; the section with the worst finding comes first, as does the worst within each."""
    shown = sorted((view for view in views if sieve.lets(view)), key=_rank)
    order = dict.fromkeys(view.finding.group for view in shown)
    return tuple(Section(group, tuple(v for v in shown if v.finding.group is group)) for group in order)


def alike(views: Iterable[FindingView], one: FindingView) -> tuple[FindingView, ...]:
    """The other findings of the same code that still want a decision."""
    wanted = (view for view in views if view.finding.code == one.finding.code and view.decision is None)
    asking = (view for view in wanted if view.finding.severity is Severity.DECISION)
    return tuple(view for view in asking if view.finding.fingerprint != one.finding.fingerprint)


def _rank(view: FindingView) -> tuple[int, int]:
    finding = view.finding
    if finding.code == FAILED:
        return -1, 0
    return _ANSWERED if view.decision else _RANK[finding.severity], _GROUPS.index(finding.group)
