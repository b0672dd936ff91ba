"""Statements of single hospitals, in the layouts of forms/ledgers.toml: what chance alone does not put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.forge.ledger import Column, Over
from tests.forge.statements import GRADES, any_plan, drawn_pages
from tests.forge.style import table

if TYPE_CHECKING:
    from random import Random

    from tests.forge.case import Case
    from tests.forge.ledger import Ledger
    from tests.forge.paper import Paper
    from tests.forge.statements import Plan
    from tests.forge.style import Style

Form = dict[str, Any]


def named_statement(case: Case, style: Style, rng: Random, name: str = "") -> list[Paper]:
    """The pages of a statement of one of the hospitals, by the name of its layout or by chance."""
    form: Form = rng.choice([form for form in table("ledgers")["ledgers"] if name in {"", form["name"]}])
    return drawn_pages(case, _planned(any_plan(case, style, rng), form, case, rng), _printer(style, form), rng)


def _planned(plan: Plan, form: Form, case: Case, rng: Random) -> Plan:
    """A plan by chance with everything that the form says."""
    group = form.get("group", "")
    titles = table("statements")["daily" if group == "day" else "titles"]
    return replace(
        plan,
        ledger=_ledger(plan.ledger, form),
        name=form["name"],
        size=tuple(rng.choice(form.get("sizes", [plan.size]))),
        blocks=form.get("blocks", 1),
        group=group,
        title=rng.choice(titles).format(hospital=case.stay.hospital),
        sums="sums" in form,
        above=form.get("sums") == "above",
        headed=form.get("heads") != "first",
        grades=tuple(form.get("grades", GRADES)),
        ratios=tuple(form.get("ratios", ())),
    )


def _ledger(ledger: Ledger, form: Form) -> Ledger:
    return replace(
        ledger,
        columns=tuple(Column(*column) for column in form["columns"]),
        over=tuple(Over(*over) for over in form.get("over", ())),
        band=tuple(form["band"]) if "band" in form else None,
        narrow_dates=False,
        **{key: form[key] for key in ("points", "pitch", "middle") if key in form},
    )


def _printer(style: Style, form: Form) -> Style:
    """The rules, the face and the ink of a hospital that has its own."""
    face, colour = form.get("face", style.value.face), tuple(form.get("ink", style.value.colour))
    return replace(style, value=replace(style.value, face=face, colour=colour), rules=form.get("rules", style.rules))
