"""The files of packs: which ones make one pack, and which packs it inherits from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from review.errors import PolicyError
from review.packs.inherit import Leaf, Origin, marked
from review.packs.yaml_file import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from review.packs.inherit import Marked

SUFFIXES = frozenset({".yaml", ".yml", ".toml"})
_ID = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class OwnTree:
    """What one pack says itself, and where it lies."""

    path: Path
    tree: Marked

    @property
    def inherits(self) -> str:
        """Id of the pack above, or nothing."""
        node = self.tree.get("inherits")
        return str(node.value) if isinstance(node, Leaf) and node.value is not None else ""


def folder_ids(shelf: Path) -> tuple[str, ...]:
    """Ids of the packs on a shelf: its folders that hold files of packs."""
    return tuple(sorted(folder.name for folder in shelf.iterdir() if folder.is_dir() and pack_files(folder)))


def pack_files(path: Path) -> tuple[Path, ...]:
    """The files of a pack at a path, a folder or one file; none where there is nothing."""
    if path.is_dir():
        return tuple(sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES and one.is_file()))
    return (path,) if path.is_file() else ()


def own_tree(id_or_path: str | Path, shelf: Path) -> OwnTree:
    """What a pack says itself, without what it inherits.

    Raises:
        PolicyError: there is no such pack, or a key stands in two of its files. InputError: a file cannot be read.
    """
    shipped = shelf / id_or_path if str(id_or_path) in folder_ids(shelf) else None
    path = shipped or Path(id_or_path)
    files = pack_files(path) if str(id_or_path) else ()
    if not files:
        known = "、".join(folder_ids(shelf))
        advice = f"可用的政策包：{known}；也可以写政策包文件或文件夹的路径。"
        raise PolicyError(f"找不到政策包：{id_or_path}", code="unknown-pack", advice=advice)
    return OwnTree(path, _joined(files, within=path.name if path.is_dir() else ""))


def parents(lowest: OwnTree, shelf: Path) -> tuple[OwnTree, ...]:
    """The packs a pack inherits from, nearest first: those that lie beside it (folder or file), else the shelf's.

    Raises:
        PolicyError: a pack that is not there, or that inherits from itself by way of others.
    """
    return tuple(_above(lowest, shelf))


def _above(lowest: OwnTree, shelf: Path) -> Iterator[OwnTree]:
    below, seen = lowest, [lowest.path.resolve()]
    while below.inherits:
        path = _place(below, shelf)
        if path.resolve() in seen:
            names = " → ".join([*(one.stem for one in seen), path.stem])
            message = f"{_file(below)}：inherits 绕回了自己（{names}）。"
            raise PolicyError(message, code="inherits-itself", advice="请按国家、省、市、县的次序逐级继承。")
        below = OwnTree(path, _joined(pack_files(path), within=path.name if path.is_dir() else ""))
        seen.append(path.resolve())
        yield below


def _place(below: OwnTree, shelf: Path) -> Path:
    name = below.inherits
    files = (f"{name}{suffix}" for suffix in sorted(SUFFIXES))
    places = (below.path.parent / name, *(below.path.parent / file for file in files), shelf / name)
    found = next((place for place in places if pack_files(place)), None) if _ID.fullmatch(name) else None
    if found is None:
        known = "、".join(folder_ids(shelf))
        message = f"{_file(below)}：inherits 写的“{name}”不是已有的政策包。"
        raise PolicyError(message, code="unknown-parent", advice=f"请写上级政策包的 id，例如：{known}。")
    return found


def _file(own: OwnTree) -> str:
    node = own.tree["inherits"]
    return node.origin.file if isinstance(node, Leaf) else own.path.name


def _joined(files: tuple[Path, ...], within: str) -> Marked:
    trees = {path.name: read_yaml(path) for path in files}
    owners: dict[str, str] = {}
    for name, key in ((name, key) for name, tree in trees.items() for key in tree):
        if key in owners:
            raise PolicyError(f"{name}：键“{key}”在 {owners[key]} 里已经有了。", advice="同一个键只能写在一个文件里。")
        owners[key] = name
    whole = {key: node for tree in trees.values() for key, node in tree.items()}
    pack = str(whole.get("id", within))
    return marked(whole, lambda key: Origin(pack, f"{within}/{owners[key]}".lstrip("/")))
