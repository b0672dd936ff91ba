"""Policy packs: folders (or single files) of dated parameters, loaded whole or not at all."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from resources import ROOT
from review.errors import PolicyError
from review.policy.pack_model import Pack
from review.policy.yaml_file import read_yaml
from review.validation import validated

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Pack", "load_pack", "pack_warnings", "shipped_packs"]

SHELF = ROOT / "policies"


def shipped_packs() -> tuple[str, ...]:
    """Ids of the packs that come with the software."""
    return tuple(sorted(folder.name for folder in SHELF.iterdir() if folder.is_dir() and any(folder.glob("*.yaml"))))


def load_pack(id_or_path: str | Path) -> Pack:
    """The pack of that id, or at that path (a folder of YAML files, or one file with all keys).

    Raises:
        PolicyError: there is no such pack, or anything in it is wrong; the message names file and key.
        InputError: a file is no readable YAML.
    """
    files = _files(id_or_path)
    trees = {path.name: read_yaml(path) for path in files}
    owners: dict[str, str] = {}
    for name, key in ((name, key) for name, tree in trees.items() for key in tree):
        if key in owners:
            raise PolicyError(f"{name}：键“{key}”在 {owners[key]} 里已经有了。", advice="同一个键只能写在一个文件里。")
        owners[key] = name
    whole = dict(chain.from_iterable(tree.items() for tree in trees.values()))
    return validated(Pack, whole, PolicyError, lambda key: owners.get(key, str(id_or_path)))


def _files(id_or_path: str | Path) -> tuple[Path, ...]:
    shipped = SHELF / id_or_path if str(id_or_path) in shipped_packs() else None
    path = shipped or Path(id_or_path)
    files = tuple(sorted(path.glob("*.yaml"))) if path.is_dir() else (path,) if path.is_file() else ()
    if not files:
        known = "、".join(shipped_packs())
        raise PolicyError(
            f"找不到政策包：{id_or_path}", advice=f"可用的政策包：{known}；也可以写政策包文件或文件夹的路径。"
        )
    return files


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
