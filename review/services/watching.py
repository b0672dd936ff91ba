"""The watch list of the office (红黄绿名单): what deserves a supervisor's look, and what was found of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from review.claim.moves import require_role
from review.claim.states import Role
from review.errors import ForbiddenError, InputError, NotFoundError
from review.services.office import CHINA
from review.store import watch_records as records
from review.store.unit import Deed
from review.watch.facts import OfficeFacts
from review.watch.terms import watch_terms
from review.watch.watch import in_order, watch
from review.watch.watched import Colour, Watched, WatchedKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from review.claim.people import Actor
    from review.services.office import Office
    from review.store.check_tables import WatchAnswerRow
    from review.store.unit import Unit

SUBJECT = "watch"
"""Subject of the journal's rows about the watch list."""
_KEYS = {
    WatchedKind.ACCOUNT: "account_number",
    WatchedKind.INSURED: "insured_id_number",
    WatchedKind.HOSPITAL: "care_hospital",
    WatchedKind.CLERK: "username",
}
"""How the journal calls the key of a kind, so that what it masks elsewhere is masked here too."""


def watch_list(office: Office) -> tuple[Watched, ...]:
    """Accounts, persons, hospitals and clerks worth a look, red first; green is what a supervisor has looked at.

    An answer holds while the figures stay as they were.
    """
    with office.store.read() as unit:
        return _listed(office, unit)


def answer_watched(office: Office, actor: Actor, kind: WatchedKind, key: str, note: str) -> Watched:
    """Say what was found of a subject of the list; it turns green until its figures change, told in the journal.

    Raises:
        ForbiddenError: the actor is no supervisor, or is the one watched.
        InputError: no note.
        NotFoundError: the subject is not on the list (any more). Whatever is raised, nothing has changed.
    """
    require_role(actor, frozenset({Role.SUPERVISOR}))
    if (kind, key) == (WatchedKind.CLERK, actor.username):
        raise ForbiddenError("不能核查本人，没有保存。", code="own-watch", advice="请交由其他负责人核查。")
    if not note.strip():
        raise InputError("请写明核查情况，没有保存。", code="note-missing")
    with office.store.write() as unit:
        found = next((one for one in _listed(office, unit) if (one.kind, one.key) == (kind, key)), None)
        if found is None:
            raise NotFoundError("名单中已没有这一项，没有保存。", code="not-watched", advice="请刷新后再试。")
        deed = Deed(office.clock(), actor.username, note.strip())
        records.answer(unit, found, deed)
        told = {_KEYS[kind]: key, "colour": found.colour.value, "figures": dict(found.figures)}
        unit.tell(deed.at, deed.by, "answer_watched", SUBJECT, after=told, reason=deed.reason)
        return next(one for one in _listed(office, unit) if (one.kind, one.key) == (kind, key))


def _listed(office: Office, unit: Unit) -> tuple[Watched, ...]:
    since = office.today - timedelta(days=watch_terms().days)
    facts = OfficeFacts(claims=records.claims(unit, since), clerks=records.clerks(unit, since), today=office.today)
    answers = records.answers(unit)
    return in_order(_answered(one, answers) for one in watch(facts))


def _answered(one: Watched, answers: Mapping[tuple[WatchedKind, str], WatchAnswerRow]) -> Watched:
    row = answers.get((one.kind, one.key))
    if row is None or [list(pair) for pair in one.figures] != row.figures:
        return one
    return replace(one, colour=Colour.GREEN, answer=f"{row.by} {row.at.astimezone(CHINA):%Y-%m-%d}：{row.note}")
