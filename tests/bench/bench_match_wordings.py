"""Labelled names in the dress of a hospital's printer: brands, marks, packing, strengths, brackets, blanks.

What is put on changes nothing of the article, so the label stays. Which line is dressed how is fixed by its name.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.matching.labels import Case

    Dress = Callable[[Case], str]

SOURCE = "变体"
MARKS = ("[集]", "★", "(甲)", "▲", "[国采]", "*", "(基)", "#")
_WIDE = str.maketrans("()", "（）")
_WHOLE = re.compile(r"(片|胶囊|颗粒|注射液|滴丸|丸|口服液|口服溶液|散|乳膏|软膏|滴眼液)$|^注射用")
_LIQUID = re.compile(r"注射液$")
_STRENGTH = re.compile(r"[0-9.]+(?:mg|g|ug|μg|ml)(?::[0-9.]+(?:mg|g|ug|μg))?")


def _branded(case: Case) -> str:
    return f"{case.printed.name}({case.brand})" if case.brand and _named(case) else ""


def _marked(case: Case) -> str:
    return MARKS[_drawn(case, len(MARKS))] + case.printed.name


def _packed(case: Case) -> str:
    return f"{case.printed.name}(塑瓶)" if case.kind == "drug" and _LIQUID.search(case.printed.name) else ""


def _strong(case: Case) -> str:
    strength = _STRENGTH.match(case.printed.spec)
    return f"{case.printed.name}({strength[0]})" if strength and _named(case) else ""


def _wide(case: Case) -> str:
    return case.printed.name.translate(_WIDE)


def _spaced(case: Case) -> str:
    name = case.printed.name
    return f"{name[: len(name) // 2]} {name[len(name) // 2 :]}"


DRESSES: tuple[Dress, ...] = (_branded, _marked, _packed, _strong, _wide, _spaced)


def _named(case: Case) -> bool:
    """Whether the name is a drug's whole name, form included: behind it a bracket can be a brand or a strength."""
    return case.kind == "drug" and bool(_WHOLE.search(case.printed.name))


def _drawn(case: Case, choices: int) -> int:
    return int.from_bytes(hashlib.sha256(case.printed.name.encode()).digest()[1:3], "big") % choices


def dressed(cases: Iterable[Case]) -> Iterator[Case]:
    """One dressed line for each line that a dress fits; undressed ones are left out."""
    for case in cases:
        names = [name for dress in DRESSES if (name := dress(case)) and name != case.printed.name]
        if names:
            printed = replace(case.printed, name=names[_drawn(case, len(names))])
            yield replace(case, printed=printed, source=SOURCE, truth=case.printed.name)
