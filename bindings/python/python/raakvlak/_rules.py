"""The rules that decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import _raakvlak
from ._errors import WrongTypeError
from ._write import document, text


class Rules:
    """The rules that decide, compiled: the built-in ones, with your own laid over them.

    They never change; to lay one more file over them gives new rules. Safe to share
    between threads, and to send to other processes.

    >>> Rules.builtin().lay_over_json({"schema": "raakvlak.rules.v1", "off": ["organisation.matching"]})
    Rules(digest='…', laid_over=1)
    """

    __slots__ = ("_files", "_rules")

    _rules: _raakvlak.Rules
    _files: tuple[tuple[str, str], ...]

    def __init__(self) -> None:
        self._rules = _raakvlak.Rules()
        self._files = ()

    @classmethod
    def builtin(cls) -> Rules:
        """The built-in rules."""
        return cls()

    @classmethod
    def from_toml(cls, toml: str) -> Rules:
        """The built-in rules with a TOML file of your own laid over them.

        Args:
            toml: The text of the file, a document ``raakvlak.rules.v1``.

        Raises:
            DocumentError: where the file cannot be read.
            RuleError: where a rule is refused; the path names its field.
            CaseError: where a rule compares an observation that does not exist.
        """
        return cls().lay_over_toml(toml)

    @classmethod
    def from_json(cls, json: Mapping[str, Any] | str | bytes) -> Rules:
        """The built-in rules with a JSON file of your own laid over them.

        Args:
            json: The document ``raakvlak.rules.v1``, as a mapping or JSON text.

        Raises:
            RaakvlakError: as ``from_toml``.
        """
        return cls().lay_over_json(json)

    def lay_over_toml(self, toml: str) -> Rules:
        """These rules with one more TOML file laid over them; errors as for ``from_toml``."""
        toml = text(toml, "toml")
        return self._with("toml", toml, self._rules.lay_over_toml(toml))

    def lay_over_json(self, json: Mapping[str, Any] | str | bytes) -> Rules:
        """These rules with one more JSON file laid over them; errors as for ``from_toml``."""
        written = document(json, "json")
        return self._with("json", written, self._rules.lay_over_json(written))

    def _with(self, form: str, file: str, rules: _raakvlak.Rules) -> Rules:
        laid = type(self).__new__(type(self))
        laid._rules = rules
        laid._files = (*self._files, (form, file))
        return laid

    @property
    def digest(self) -> str:
        """The digest of the knowledge with everything laid over it: the same digest, the same answers."""
        return self._rules.digest

    def __eq__(self, other: object) -> bool:
        return self.digest == other.digest if isinstance(other, Rules) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    # Compiled rules cannot be sent to another process, what they are made of can.
    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self._files,)

    def __repr__(self) -> str:
        return f"Rules(digest={self.digest[:12] + '…'!r}, laid_over={len(self._files)})"


def _again(files: tuple[tuple[str, str], ...]) -> Rules:
    rules = Rules()
    for form, file in files:
        rules = rules.lay_over_toml(file) if form == "toml" else rules.lay_over_json(file)
    return rules


def compiled(rules: Rules | None) -> _raakvlak.Rules:
    """What the core decides by; the built-in rules unless others are given."""
    if rules is None:
        return _raakvlak.Rules()
    if isinstance(rules, Rules):
        return rules._rules
    message = f"`rules` must be a raakvlak.Rules, not a value of the type `{type(rules).__name__}`"
    raise WrongTypeError("value.wrong-type", message)
