"""Which pack settles which day of care: an approved version of the office, else the pack that came shipped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from review.errors import PolicyError
from review.packs.pack import load_pack, pack_from, pack_tree
from review.store import policy_records as records

if TYPE_CHECKING:
    from review.claim.claim import Claim
    from review.packs.pack_model import Pack
    from review.packs.versions import PolicyVersion
    from review.services.office import Office
    from review.store.store import Store
    from review.store.unit import Unit

Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OwnPack:
    """An approved version of the office: its id, its first day of care, and its parameters.

    Where these no longer fit the software, ``fault`` says so; care of other versions is settled all the same.
    """

    id: int
    since: date
    pack: Pack | None
    fault: PolicyError | None = None

    def read(self) -> Pack:
        """The parameters. Raises PolicyError."""
        if self.pack is None:
            raise self.fault or PolicyError("政策包版本读不出来。")
        return self.pack


@dataclass(frozen=True, slots=True)
class PackShelf:
    """The shipped pack and the approved versions, oldest first. A later version holds over an earlier one."""

    pack_id: str
    own: tuple[OwnPack, ...] = ()

    @property
    def latest(self) -> Pack:
        """The pack as it was approved last, else the shipped one. Raises PolicyError."""
        return self.own[-1].read() if self.own else shipped_pack(self.pack_id)

    def on(self, day: date | None) -> Pack:
        """The pack for care of that day; the latest where no day is known. Raises PolicyError."""
        if day is None:
            return self.latest
        found = next((one for one in reversed(self.own) if one.since <= day), None)
        return found.read() if found else shipped_pack(self.pack_id)

    def joined_by(self, version: OwnPack) -> PackShelf:
        """As it would be with one version more."""
        return replace(self, own=(*self.own, version))

    def without(self, version_id: int) -> PackShelf:
        """As it would be with one version less."""
        return replace(self, own=tuple(one for one in self.own if one.id != version_id))


class PolicyLibrary:
    """The shelf of an office, read anew whenever the database says that somebody, anywhere, changed it."""

    def __init__(self, store: Store, pack_id: str) -> None:
        self._store, self._pack_id, self._lock = store, pack_id, Lock()
        self._held: tuple[int, PackShelf] = (-1, PackShelf(pack_id))

    def shelf(self) -> PackShelf:
        """The shelf as it stands now. Raises StoreError."""
        with self._store.read() as unit:
            changed = records.changed(unit)
            if changed != self._held[0]:
                with self._lock:
                    self._held = changed, shelf_of(unit, self._pack_id)
        return self._held[1]


def shelf_of(unit: Unit, pack_id: str) -> PackShelf:
    """The shelf of a pack within an open unit."""
    return PackShelf(pack_id, tuple(_held(unit, one) for one in records.approved(unit, pack_id)))


def own_pack(unit: Unit, version: PolicyVersion) -> OwnPack:
    """A version with its parameters, checked. Raises PolicyError."""
    assert version.in_force_from is not None, "a version comes to be approved with its first day"
    pack = pack_from(records.tree(unit, version.id), where=f"政策包版本 {version.label}")
    return OwnPack(version.id, version.in_force_from, pack)


def _held(unit: Unit, version: PolicyVersion) -> OwnPack:
    try:
        return own_pack(unit, version)
    except PolicyError as fault:
        return OwnPack(version.id, version.in_force_from or date.max, None, fault)


@cache
def shipped_pack(pack_id: str) -> Pack:
    """The shipped pack of that id, read once. Raises PolicyError."""
    return load_pack(pack_id)


def shipped_tree(pack_id: str) -> Tree:
    """The parameters of the shipped pack as plain values. Raises PolicyError."""
    return pack_tree(pack_id)


def pack_for(office: Office, claim: Claim) -> Pack:
    """The pack that settles a claim: that of its day of care. Raises StoreError, PolicyError."""
    return office.policies.shelf().on(claim.care.day)
