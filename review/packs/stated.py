"""What a settlement says of the pack it was made by: the pack, and each figure that was used."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """The policy figure a step used: name, value as printed, since when, document number and clause."""

    name: str
    value: str
    since: str
    document: str
    clause: str
    status: str = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackUsed:
    """Which pack settled the case, and whether the bureau has confirmed it."""

    id: str
    version: str
    status: str
    title: str = ""
