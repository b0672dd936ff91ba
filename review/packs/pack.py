"""Policy packs: folders (or single files) of dated parameters upon those they inherit from, whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from resources import ROOT
from review.errors import PolicyError
from review.packs.inherit import OWN, inherited, origins_of, plain
from review.packs.pack_files import folder_ids, own_tree, parents
from review.packs.pack_model import Pack
from review.packs.written import complaints, place_of, spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from review.packs.inherit import Marked, Origin
    from review.packs.written import Place

__all__ = ["Pack", "load_pack", "origins", "pack_from", "pack_heads", "pack_tree", "pack_warnings", "shipped_packs"]

SHELF = ROOT / "policies"
Tree = dict[str, Any]
Fault = tuple["Place", str]
"""A place of a tree, as written, and what is wrong there (Chinese)."""

_SHOWN = 8
_ADVICE = "请按提示逐项改正后重试；未改正前不会采用其中任何一项。"


def shipped_packs() -> tuple[str, ...]:
    """Ids of the packs that come with the software, those that only give to others included."""
    return folder_ids(SHELF)


def pack_heads() -> tuple[Tree, ...]:
    """What each pack on the shelf says of itself: id, title, region, version, days, status, parent. Raises as below."""
    trees = (plain(own_tree(name, SHELF).tree) for name in shipped_packs())
    return tuple({key: tree[key] for key in OWN if key in tree} for tree in trees)


def load_pack(id_or_path: str | Path, shelf: Path = SHELF) -> Pack:
    """The pack of that id, or at that path (a folder of YAML or TOML files, or one file with all keys).

    Raises:
        PolicyError: there is no such pack, it only gives to others, or anything in it or in what it inherits is wrong;
            the message names file and key.
        InputError: a file is no readable YAML or TOML.
    """
    whole = _whole(id_or_path, shelf)
    return _made(plain(whole), _files_of(whole, str(id_or_path)))


def pack_tree(id_or_path: str | Path, shelf: Path = SHELF) -> Tree:
    """The parameters of a pack, inherited ones included, as plain values: mappings, lists and text, days as text.

    Nothing but files, keys and inheritance is checked. Raises as ``load_pack``.
    """
    tree: Tree = plain(_whole(id_or_path, shelf))
    return tree


def pack_from(tree: Mapping[str, Any], where: str = "政策包") -> Pack:
    """The pack a whole tree states; ``where`` stands in messages for the file.

    Raises:
        PolicyError: it only gives to others, or anything in it is wrong; the message names each key.
    """
    return _made(tree, lambda _: where)


def origins(id_or_path: str | Path, shelf: Path = SHELF) -> dict[str, str]:
    """The id of the pack each value comes from, by its path; a dated value is ``....values[0]``. Raises as above."""
    return {path: origin.pack for path, origin in origins_of(_whole(id_or_path, shelf))}


def files_of(id_or_path: str | Path, shelf: Path = SHELF) -> Callable[[str], str]:
    """A function that names the file (``jiangxi/layers.yaml``) a path of the pack was written in. Raises as above."""
    found = _files_of(_whole(id_or_path, shelf), str(id_or_path))
    return lambda path: found(place_of(path))


def faults_of(tree: Mapping[str, Any]) -> tuple[Fault, ...]:
    """What is wrong with a tree: place and complaint. Of a partial pack only what is written is looked at."""
    return _checked(tree)[1]


def line_of(id_or_path: str | Path, shelf: Path = SHELF) -> tuple[Tree, ...]:
    """What each pack says itself, from the pack up to the one that inherits from none. Raises as above."""
    lowest = own_tree(id_or_path, shelf)
    return tuple(plain(one.tree) for one in (lowest, *parents(lowest, shelf)))


def _whole(id_or_path: str | Path, shelf: Path) -> Marked:
    lowest = own_tree(id_or_path, shelf)
    whole, *lower = reversed([lowest, *parents(lowest, shelf)])
    tree = whole.tree
    for one in lower:
        tree = inherited(tree, one.tree)
    return tree


def _made(tree: Mapping[str, Any], where: Callable[[Place], str]) -> Pack:
    pack, found = _checked(tree)
    if found:
        lines = [f"{where(place)}：{spelled(place) or '整体'} {complaint}" for place, complaint in found[:_SHOWN]]
        more = [f"……另有 {len(found) - _SHOWN} 处"] if len(found) > _SHOWN else []
        raise PolicyError("\n".join([*lines, *more]), advice=_ADVICE)
    if pack is None or pack.partial:
        message = f"政策包“{tree['title']}”只给下级政策包继承，不能单独用来结算。"
        raise PolicyError(message, code="partial-pack", advice="请改用继承它的市、县政策包。")
    return pack


def _checked(tree: Mapping[str, Any]) -> tuple[Pack | None, tuple[Fault, ...]]:
    """The pack, or the faults that keep it from being one; neither where a partial pack is sound as far as it goes."""
    try:
        return Pack.model_validate(tree), ()
    except ValidationError as error:
        partial = tree.get("partial") is True
        found = complaints(error, tree)
        return None, tuple((place, text) for place, kind, text in found if not (partial and _unwritten(place, kind)))


def _unwritten(place: Place, kind: str) -> bool:
    """Whether a partial pack leaves this to others: whole parts, but nothing of a dated value or of its own head."""
    return not place or (kind in {"missing", "whole"} and "values" not in place and place[0] not in OWN)


def _files_of(whole: Marked, named: str) -> Callable[[Place], str]:
    """Which file a place was written in: that of the value there, else of the lowest pack that wrote beside it."""
    found: dict[str, Origin] = dict(origins_of(whole))

    def file(place: Place) -> str:
        for length in range(len(place), 0, -1):
            path = spelled(place[:length])
            near = [origin for at, origin in found.items() if at == path or at.startswith((f"{path}.", f"{path}["))]
            if near:
                return near[-1].file
        return found["id"].file if "id" in found else named

    return file


def pack_warnings(pack: Pack, day: date | None) -> tuple[str, ...]:
    """What must be said about the pack when it settles care of that day: status and dates (Chinese sentences)."""
    named = f"政策包“{pack.title}”（{pack.version}）"
    span = f"{pack.effective_from} 至 {pack.reviewed_until}"
    checks = (
        (pack.status != "confirmed", f"{named}尚未经医保局确认，结果不能作为支付依据。"),
        (day is None, f"没有就诊日期，按政策包核对截止日 {pack.reviewed_until} 的参数计算。"),
        (
            day is not None and not pack.covers(day),
            f"就诊日期 {day} 不在{named}核对过的期间（{span}）内，参数可能已变。",
        ),
    )
    return tuple(text for applies, text in checks if applies)
