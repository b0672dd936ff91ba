"""What else a place on a page may say: second looks at it, and the runner-up characters of its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ocr.extraction.text import unify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ocr.pages import Box, Look, PageText, Word

RIVAL = "rival"
"""How a reading was come by that only differs in a runner-up character."""
_STEPS = 4
_REACH = 7
"""Heights of a label that its value may reach to the right."""
_SAME_PLACE = 0.5
_LINE = 0.6


@dataclass(frozen=True, slots=True)
class Seen:
    """Another reading of a place: its text, how sure the recogniser was (0 to 1), and how it was come by."""

    text: str
    share: float
    how: str


def upright_point(page: PageText, x: float, y: float) -> tuple[float, float]:
    """The upright point that lies at a filed one: Newton's steps on :meth:`PageText.filed_point`, whatever its form."""
    u, v = page.upright_size[0] / 2, page.upright_size[1] / 2
    for _ in range(_STEPS):
        (px, py), (ax, ay), (bx, by) = (page.filed_point(u + i, v + j) for i, j in ((0, 0), (1, 0), (0, 1)))
        a, b, d, e = ax - px, bx - px, ay - py, by - py
        whole = a * e - b * d
        if abs(whole) < 1e-9:  # noqa: PLR2004 - a map that folds the page up has no way back
            return u, v
        across, down = (e * (x - px) - b * (y - py)) / whole, (a * (y - py) - d * (x - px)) / whole
        u, v = u + across, v + down
        if abs(across) + abs(down) < 1:
            break
    return u, v


def upright_box(page: PageText, box: Box) -> Box:
    """About the upright box of a filed one: through the middles of its sides, so that skew hardly widens it."""
    x, y, w, h = box
    sides = ((x, y + h / 2), (x + w, y + h / 2), (x + w / 2, y), (x + w / 2, y + h))
    points = [upright_point(page, px, py) for px, py in sides]
    us, vs = [u for u, _ in points], [v for _, v in points]
    left, top = round(min(us)), round(min(vs))
    return left, top, round(max(us)) - left, round(max(vs)) - top


def words_at(page: PageText, place: Box) -> tuple[Word, ...]:
    """The words that stand in an upright place or have it inside them."""
    top, bottom = place[1], place[1] + place[3]
    level = (word for word in page.words if word.box[1] < bottom and word.box[1] + word.box[3] > top)
    return tuple(word for word in level if _meets(word.box, place))


def _meets(word: Box, place: Box) -> bool:
    across = min(word[0] + word[2], place[0] + place[2]) - max(word[0], place[0])
    down = min(word[1] + word[3], place[1] + place[3]) - max(word[1], place[1])
    return across > _SAME_PLACE * min(word[2], place[2]) and down > _LINE * min(word[3], place[3])


def beside(page: PageText, label: Box) -> Box:
    """The upright strip to the right of a label in a filed box, where its value should stand."""
    x, y, w, h = upright_box(page, label)
    return x + w, y, max(1, min(_REACH * h, page.upright_size[0] - x - w)), h


def places_of(page: PageText, box: Box) -> tuple[Box, ...]:
    """The upright boxes to look at again for a cell in a filed box: one for each word in it, cut to the cell.

    A place where nothing was read is one itself.
    """
    rough = upright_box(page, box)
    return tuple(_cut(word.box, rough) for word in words_at(page, rough)) or ((rough,) if min(rough[2:]) > 0 else ())


def _cut(word: Box, rough: Box) -> Box:
    """A word that runs on into other cells, cut to the cell with a little room; any other as it stands."""
    if word[2] <= rough[2] + 2 * word[3]:
        return word
    room = word[3] // 4
    left, right = max(word[0], rough[0] - room), min(word[0] + word[2], rough[0] + rough[2] + room)
    return left, word[1], right - left, word[3]


def readings_of(page: PageText, box: Box) -> tuple[str, ...]:
    """Every text that was read in an upright box, the words' own first, then second looks and runner-up characters."""
    own = [unify(word.text) for word in words_at(page, box)]
    return tuple(dict.fromkeys([*own, *(seen.text for seen in _all_at(page, box))]))


def _all_at(page: PageText, box: Box) -> Iterator[Seen]:
    for word in words_at(page, box):
        yield from seen_at(page, word.box)
        yield from _rivals(word)


def seen_in(page: PageText, box: Box, text: str) -> tuple[Seen, ...]:
    """Other texts of a cell that was read as ``text`` in a filed box, each with one of its words read anew.

    Second looks that agree with the reading are among them.
    """
    if not page.looks and not any(word.rivals for word in page.words):
        return ()
    rough = upright_box(page, box)
    return tuple(
        Seen(other, seen.share, seen.how)
        for word in words_at(page, rough)
        for other, seen in (*_looks_at(page, text, word, _cut(word.box, rough)), *_rivals_at(text, word))
        if other
    )


def seen_at(page: PageText, place: Box) -> tuple[Seen, ...]:
    """What looks told of an upright place where nothing had been read."""
    return tuple(_seen(look) for look in looks_at(page, place))


def _looks_at(page: PageText, text: str, word: Word, place: Box) -> Iterator[tuple[str, Seen]]:
    """What looks at a word, or at the part of it that was cut out for a cell, make of the cell's text."""
    for look in page.looks:
        whole, cut = _shared(look.box, word.box), _shared(look.box, place)
        if max(whole, cut) > _SAME_PLACE:
            seen = _seen(look)
            alone = cut > whole and text in unify(word.text)
            yield (seen.text if alone else _put(text, unify(word.text), seen)), seen


def _rivals_at(text: str, word: Word) -> Iterator[tuple[str, Seen]]:
    yield from ((_put(text, unify(word.text), seen), seen) for seen in _rivals(word))


def looks_at(page: PageText, place: Box) -> tuple[Look, ...]:
    """The second readings of an upright place."""
    return tuple(look for look in page.looks if _shared(look.box, place) > _SAME_PLACE)


def _seen(look: Look) -> Seen:
    return Seen(unify(look.text), (look.confidence + look.spread) / 2, look.how)


def _shared(one: Box, other: Box) -> float:
    """The share of what two boxes cover together that both cover."""
    (ax, ay, aw, ah), (bx, by, bw, bh) = one, other
    across, down = min(ax + aw, bx + bw) - max(ax, bx), min(ay + ah, by + bh) - max(ay, by)
    both = max(0, across) * max(0, down)
    return both / max(1, aw * ah + bw * bh - both)


def _rivals(word: Word) -> Iterator[Seen]:
    for index, character, share in word.rivals:
        text = word.text[:index] + character + word.text[index + 1 :]
        yield Seen(unify(text), share, RIVAL)


def _put(text: str, word: str, seen: Seen) -> str:
    """The cell's text with one of its words read otherwise; empty where the other reading does not concern the cell."""
    if word == text:
        return seen.text
    if word in text:
        return text.replace(word, seen.text, 1) if text.count(word) == 1 else ""
    return _part(text, word, seen)


def _part(text: str, word: str, seen: Seen) -> str:
    """What stands in the cell's part of a word read otherwise: between the same neighbours as in the first reading."""
    before, found, after = word.partition(text)
    if not found or not (seen.text.startswith(before) and seen.text.endswith(after)):
        return "" if found or seen.how == RIVAL else seen.text
    other = seen.text[len(before) : len(seen.text) - len(after)]
    return "" if seen.how == RIVAL and other == text else other
