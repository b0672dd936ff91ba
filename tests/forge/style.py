"""How one hospital prints: faces, ink, how labels end, how days and money are written; drawn from styles.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.forge.sheet import BLACK, Align, Colour, Ink

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

FORMS = Path(__file__).with_name("forms")


@cache
def table(name: str) -> dict[str, Any]:
    """A table of the forms folder."""
    return tomllib.loads((FORMS / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, kw_only=True)
class Style:
    """One printer with its habits. ``shift`` in millimetres: how far overprinted values stand off their labels."""

    seed: str
    dpi: int = 150
    form: Ink = Ink()
    value: Ink = Ink()
    shift: tuple[float, float] = (0.0, 0.0)
    colon: str = "："
    day_form: str = "{0:%Y-%m-%d}"
    money_form: str = "{0}"
    rules: str = "grid"

    def pick(self, name: str, choices: list[Any]) -> Any:
        """This hospital's choice among several; always the same for the same name."""
        return Random(f"{self.seed}/{name}").choice(choices)  # noqa: S311 - a repeatable drawing

    def label(self, name: str) -> str:
        """What this hospital calls a fact."""
        return str(self.pick(name, table("labels").get(name, [name])))

    def day(self, day: date) -> str:
        """A date as printed."""
        return self.day_form.format(day)

    def money(self, amount: Decimal) -> str:
        """An amount as printed."""
        return self.money_form.format(amount)

    def letters(self, points: float, align: Align = "left") -> Ink:
        """The ink of the form."""
        return replace(self.form, size=points, align=align)

    def figures(self, points: float, align: Align = "left") -> Ink:
        """The ink of what is filled in."""
        return replace(self.value, size=points, align=align)


def _ink(rng: Random, table_: dict[str, Any], colours: str) -> Ink:
    colour: Colour = tuple(rng.choice(table_[colours]))
    return Ink(face=rng.choice(table_["faces"]), colour=colour, stretch=rng.choice(table_["stretch"]))


def any_style(rng: Random, *, overprint: float = 0.15) -> Style:
    """A style by chance; ``overprint`` is the chance that a form was printed first and filled in by another printer."""
    drawn = table("styles")
    form = _ink(rng, drawn, "form_colours")
    printed = Style(
        seed=f"{rng.random()}",
        dpi=rng.choice(drawn["dpi"]),
        form=form,
        value=replace(form, colour=BLACK),
        colon=rng.choice(drawn["colons"]),
        day_form=rng.choice(drawn["days"]),
        money_form=rng.choice(drawn["money"]),
        rules=rng.choice(drawn["rules"]),
    )
    return overprinted(printed, rng) if rng.random() < overprint else printed


def blackened(style: Style) -> Style:
    """The same printer on plain paper: everything in black."""
    return replace(style, form=replace(style.form, colour=BLACK), value=replace(style.value, colour=BLACK))


def overprinted(style: Style, rng: Random) -> Style:
    """The same form filled in by a printer of its own, never quite in register."""
    drawn = table("styles")
    ink = replace(_ink(rng, drawn, "over_colours"), face=rng.choice(drawn["over_faces"]))
    return replace(style, value=ink, shift=(round(rng.uniform(-2.2, 2.6), 2), round(rng.uniform(-1.4, 1.4), 2)))
