"""A value as fields: one a plain part, named by its keys; or the whole as text, where rows come or go."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import yaml
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.ui.policies.words import key_word
from app.ui.widgets.fields import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

Step = str | int
_CONDITIONS = "when"


class BadTextError(ValueError):
    """The text is no value; the message says where."""


class ValueForm(QTabWidget):
    """``changed`` comes with each stroke; :meth:`value` reads what stands there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._value: Any = None
        self.fields: dict[tuple[Step, ...], QLineEdit] = {}
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("取值的文本"))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.addTab(self._area, self.tr("逐项"))
        self.addTab(self.text, self.tr("整段文本"))
        self.text.textChanged.connect(self._typed)
        self.currentChanged.connect(self._turned)

    def show_value(self, value: Any) -> None:
        """Show a value in both forms."""
        self._value = deepcopy(value)
        self._fill_fields()
        self._fill_text()

    def value(self) -> Any:
        """What stands there now. Raises BadTextError."""
        if self.currentWidget() is self.text:
            return parsed(self.text.toPlainText())
        made = deepcopy(self._value)
        for steps, field in self.fields.items():
            made = _put(made, steps, _as(_at(self._value, steps), field.text().strip()))
        return made

    def _turned(self) -> None:
        """Carry what was typed in one form over to the other."""
        if self.currentWidget() is self.text:
            made = deepcopy(self._value)
            for steps, field in self.fields.items():
                made = _put(made, steps, _as(_at(self._value, steps), field.text().strip()))
            self._value = made
            self._fill_text()
        else:
            try:
                self._value = parsed(self.text.toPlainText())
            except BadTextError:
                self._stay()
                return
            self._fill_fields()
        self.changed.emit()

    def _stay(self) -> None:
        """Back to the text as it is, for it is no value yet."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.setCurrentWidget(self.text)
        self.blockSignals(False)  # noqa: FBT003  as above

    def _typed(self) -> None:
        if self.currentWidget() is self.text:
            self.changed.emit()

    def _fill_text(self) -> None:
        self.text.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.text.setPlainText(yaml.safe_dump(self._value, allow_unicode=True, sort_keys=False).removesuffix("...\n"))
        self.text.blockSignals(False)  # noqa: FBT003  as above

    def _fill_fields(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 8, 8)
        self.fields = {}
        for steps, leaf in leaves(self._value):
            field = QLineEdit("" if leaf is None else str(leaf).lower() if isinstance(leaf, bool) else str(leaf))
            field.textChanged.connect(lambda _: self.changed.emit())
            self.fields[steps] = field
            column.addWidget(Labelled(steps_words(steps, self._value) or self.tr("取值"), field))
        column.addStretch(1)
        self._area.setWidget(page)


class _Loader(yaml.SafeLoader):
    """Reads amounts, ratios and days as text, as packs keep them; truths and counts as they are."""

    yaml_implicit_resolvers = {  # noqa: RUF012  the library's own name for it
        first: [(tag, form) for tag, form in forms if not tag.endswith((":float", ":timestamp"))]
        for first, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def parsed(text: str) -> Any:
    """A value from text as a pack's file writes it. Raises BadTextError."""
    try:
        return yaml.load(text, _Loader)  # noqa: S506  a safe loader that makes fewer kinds of values
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        raise BadTextError(str(mark.line + 1) if mark else "") from error


def leaves(value: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """The plain parts of a value, each with the keys that lead to it; conditions and lists of words are left out."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key != _CONDITIONS:
                yield from leaves(one, (*steps, key))
    elif isinstance(value, list) and not all(isinstance(one, str) for one in value):
        for place, one in enumerate(value):
            yield from leaves(one, (*steps, place))
    elif not isinstance(value, list):
        yield steps, value


def steps_words(steps: tuple[Step, ...], value: Any) -> str:
    """What a field is called: its keys, and of a row its condition."""
    said = []
    for n, step in enumerate(steps):
        row = _at(value, steps[: n + 1])
        if isinstance(step, int):
            condition = row.get(_CONDITIONS) if isinstance(row, dict) else None
            said.append(_condition(condition) if condition else f"{step + 1}")
        elif step != "value":
            said.append(key_word(step))
    return " · ".join(said)


def _condition(condition: Any) -> str:
    """A condition by the words in it."""
    if isinstance(condition, dict):
        return "，".join(f"{key_word(str(key))} {_condition(one)}" for key, one in condition.items())
    if isinstance(condition, list):
        return "、".join(map(_condition, condition))
    return key_word(str(condition).lower() if isinstance(condition, bool) else str(condition))


def _at(value: Any, steps: tuple[Step, ...]) -> Any:
    for step in steps:
        value = value[step]
    return value


def _put(value: Any, steps: tuple[Step, ...], leaf: Any) -> Any:
    if not steps:
        return leaf
    _at(value, steps[:-1])[steps[-1]] = leaf
    return value


def _as(before: Any, words: str) -> Any:
    """The words as what stood there before: a truth, a count, or text."""
    if isinstance(before, bool):
        return {"true": True, "false": False}.get(words.lower(), words)
    if isinstance(before, int) and words.lstrip("-").isdecimal():
        return int(words)
    return words
