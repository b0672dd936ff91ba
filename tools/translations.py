"""Bring the English translation up to date (lupdate, lrelease); ``--check`` fails where it is stale or unfinished."""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "resources" / "translations" / "lingbao_en.ts"
COMPILED = TEXTS.with_suffix(".qm")
Message = tuple[str, str]


def sources() -> list[Path]:
    """Files whose texts are translated."""
    return sorted((ROOT / "app" / "ui").rglob("*.py"))


def update(texts: Path) -> None:
    """Take new texts in, drop those that have gone; translations stay."""
    flags = ["-locations", "none", "-no-obsolete", "-source-language", "zh_CN", "-target-language", "en"]
    _run("pyside6-lupdate", *flags, *map(str, sources()), "-ts", str(texts))


def release(texts: Path, compiled: Path) -> None:
    """Compile the texts."""
    _run("pyside6-lrelease", "-silent", str(texts), "-qm", str(compiled))


def messages(texts: Path) -> dict[Message, str]:
    """Translation by context and source; empty where it is missing or marked unfinished."""
    found = {}
    for context in ET.parse(texts).getroot().iter("context"):  # noqa: S314  our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            whole = translation is not None and translation.get("type") is None
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = (translation.text or "") if whole and translation is not None else ""
    return found


def faults() -> list[str]:
    """What is stale or unfinished, one line each."""
    with TemporaryDirectory() as folder:
        fresh, compiled = Path(folder) / TEXTS.name, Path(folder) / COMPILED.name
        shutil.copyfile(TEXTS, fresh)
        update(fresh)
        release(TEXTS, compiled)
        kept, wanted = messages(TEXTS), messages(fresh)
        missing = [f"not taken in: {' / '.join(key)}" for key in wanted.keys() - kept.keys()]
        gone = [f"no longer used: {' / '.join(key)}" for key in kept.keys() - wanted.keys()]
        unfinished = [f"unfinished: {' / '.join(key)}" for key, words in kept.items() if not words]
        same = COMPILED.is_file() and compiled.read_bytes() == COMPILED.read_bytes()
        stale = [] if same else [f"{COMPILED.name} was not compiled from {TEXTS.name}"]
    return [*sorted(missing), *sorted(gone), *sorted(unfinished), *stale]


def _run(*command: str) -> None:
    tool = Path(sys.executable).with_name(command[0])
    done = subprocess.run([tool, *command[1:]], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def main() -> int:
    """Update and compile, or check; the exit code says whether all is well."""
    if "--check" not in sys.argv[1:]:
        update(TEXTS)
        release(TEXTS, COMPILED)
    found = faults()
    print("\n".join(found) or f"{len(messages(TEXTS))} texts, all translated")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
