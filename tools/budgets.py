"""Keeps the house small: sizes of files and functions, parameters, tests to code. Exit 1 where a budget is broken."""

from __future__ import annotations

import ast
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("app", "ocr", "review", "resources")
FILE_STOP, FUNCTION_STOP, PARAMETER_STOP = 400, 50, 5
MEDIANS = {"file lines": 130, "function lines": 8}
P90S = {"file lines": 300, "function lines": 25}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(*rooms: str) -> list[Path]:
    """Python files of the rooms."""
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def functions(path: Path) -> list[Function]:
    """All functions of a file, nested ones too."""
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, Function)]


def length(node: Function) -> int:
    """Lines of a function, from its name to its end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def parameters(node: Function) -> int:
    """Parameters a caller has to think of: all but self and cls."""
    names = [a.arg for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    return len([name for name in names if name not in {"self", "cls"}])


def p90(figures: list[int]) -> int:
    """The figure that nine in ten do not pass."""
    return sorted(figures)[int(len(figures) * 0.9)] if figures else 0


def commands(path: Path, node: Function) -> bool:
    """Whether the parameters are options of a command line, declared one by one for its help."""
    return "cli" in path.parts and bool(node.decorator_list)


def broken(files: list[Path]) -> list[str]:
    """One line for each stop that is passed."""
    faults = []
    for path in files:
        name = path.relative_to(ROOT)
        if (lines := path.read_text().count("\n")) > FILE_STOP:
            faults.append(f"{name}: {lines} lines, stop at {FILE_STOP}")
        for node in functions(path):
            if length(node) > FUNCTION_STOP:
                faults.append(f"{name}:{node.lineno} {node.name}: {length(node)} lines, stop at {FUNCTION_STOP}")
            if parameters(node) > PARAMETER_STOP and not commands(path, node):
                faults.append(
                    f"{name}:{node.lineno} {node.name}: {parameters(node)} parameters, at most {PARAMETER_STOP}"
                )
    return faults


def main() -> int:
    """Prints the figures and what breaks them."""
    files = [path for path in sources(*ROOMS) if path.name != "__init__.py" or path.read_text().count("\n") > 15]  # noqa: PLR2004 - a bare package file says nothing of size
    figures = {
        "file lines": [path.read_text().count("\n") for path in files],
        "function lines": [length(node) for path in files for node in functions(path)],
    }
    faults = broken(files)
    for name, values in figures.items():
        median, tail = statistics.median(values), p90(values)
        print(f"{name}: {len(values)} of them, median {median:g} (<= {MEDIANS[name]}), p90 {tail} (<= {P90S[name]})")
        if median > MEDIANS[name] or tail > P90S[name]:
            faults.append(f"{name}: median {median:g} or p90 {tail} is over budget")
    code = sum(path.read_text().count("\n") for path in sources("app", "ocr", "review"))
    tests = sum(path.read_text().count("\n") for path in sources("tests"))
    print(f"tests to code, lines: {tests} / {code} = {tests / max(code, 1):.2f}")
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
