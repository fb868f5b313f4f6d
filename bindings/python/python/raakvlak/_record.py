"""What every answer can do: be read by attribute, and be written again."""

from __future__ import annotations

import json
from typing import Any, Literal, TypeVar

from . import _raakvlak
from ._write import compact, text, texts

T = TypeVar("T")


class Record:
    """A part of an answer, read by attribute. Nothing in it can be set."""

    __slots__ = ("_held",)

    _held: dict[str, Any]

    def __init__(self, data: dict[str, Any]) -> None:
        self._held = data

    @property
    def _data(self) -> dict[str, Any]:
        return self._held

    def to_dict(self) -> dict[str, Any]:
        """As plain dicts and lists; a copy, so that changing it changes no answer."""
        data: dict[str, Any] = json.loads(self.to_json())
        return data

    def to_json(self) -> str:
        """As JSON text, in the same fixed order as the whole answer."""
        return compact(self._data)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        shown = ", ".join(f"{key}={_short(value)}" for key, value in self._data.items())
        return f"{type(self).__name__}({shown})"


class Document(Record):
    """A whole answer: the text that the core wrote, taken apart at the first look inside."""

    __slots__ = ("_json", "_lang")

    _json: str
    _lang: str

    def __init__(self, text: str, lang: str) -> None:
        self._json = text
        self._lang = lang

    @property
    def _data(self) -> dict[str, Any]:
        # Filled on the first use: an answer that is only stored is never taken apart.
        try:
            return self._held
        except AttributeError:
            self._held = json.loads(self._json)
            return self._held

    def __reduce__(self) -> tuple[type[Document], tuple[str, str]]:
        return type(self), (self._json, self._lang)

    def to_json(self) -> str:
        """The text of the answer, exactly as the core wrote it: the same in every language."""
        return self._json

    def html(self) -> str:
        """The answer as a report to read or print: a whole HTML page."""
        return self.report("html")

    def report(self, format: Literal["text", "markdown", "html"] = "text") -> str:
        """The answer as a report to read.

        Args:
            format: ``text``, ``markdown`` or ``html``.

        Raises:
            DocumentError: ``value.unknown`` for another format.
        """
        return _raakvlak.report(self._json, text(format, "format"), texts(self._lang)[1])

    def _repr_html_(self) -> str:
        # A frame of its own, so that the page's style stays off the notebook.
        page = self.html().replace("&", "&amp;").replace('"', "&quot;")
        return (
            f'<iframe sandbox srcdoc="{page}" '
            'style="width: 100%; height: 40em; border: 0; background: #fff"></iframe>'
        )


def pair(value: list[T]) -> tuple[T, T]:
    """Two that belong together, such as the ids of two people."""
    first, second = value
    return first, second


def _short(value: object) -> str:
    """Enough of a value to know it by: lists and objects as their size."""
    if isinstance(value, list):
        return (
            f"[{len(value)}]"
            if len(value) > 3 or any(isinstance(v, (dict, list)) for v in value)
            else repr(value)
        )
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, str) and len(value) > 40:
        return repr(value[:39] + "…")
    return repr(value)
