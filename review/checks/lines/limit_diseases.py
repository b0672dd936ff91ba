"""Names of diseases in payment limits: met where a diagnosis says so, never broken, for diagnoses may be incomplete."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from review.checks.lines.limit_facts import Facts, Outcome, Verdict
from review.checks.lines.limit_words import as_written, limit_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABBREVIATION = re.compile(r"\([A-Z][A-Z0-9 .,/-]*\)")
_SPLIT = re.compile(r"[、或]")
_SHORTEST = 3


def disease(text: str, facts: Facts) -> Outcome | None:
    """The whole of the text, or a name of the list that it is, found in a diagnosis that is certain."""
    sure = [d for d in map(as_written, facts.diagnoses) if not limit_words().unsure.search(d)]
    met = any(word in diagnosis for name in _names(text) for word in _covered(name) for diagnosis in sure)
    return Outcome(Verdict.MET, "", "") if met else None


def _names(text: str) -> Iterator[str]:
    """Names, one of which is enough: the text as a whole, and its parts where it is nothing but a list."""
    words, written = limit_words(), as_written(text)
    whole = words.around.sub("", _ABBREVIATION.sub("", written))
    if len(whole) >= _SHORTEST or whole in words.alike:
        yield whole
    if not words.joined.search(written):
        parts = (words.around.sub("", part) for part in _SPLIT.split(whole))
        yield from (part for part in parts if len(part) > 1 and part.endswith(words.ends))


def _covered(name: str) -> tuple[str, ...]:
    return limit_words().alike.get(name, (name,))
