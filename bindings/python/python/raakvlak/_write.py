"""From Python values to JSON text; what JSON cannot hold is refused, with its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from math import isfinite
from typing import Any

from . import _raakvlak
from ._errors import WrongTypeError, error

# The core reads no deeper than this either.
_DEEPEST = 128


def text(value: object, name: str) -> str:
    """An argument that must be a text, as one that can cross."""
    if not isinstance(value, str):
        raise WrongTypeError("value.wrong-type", f"`{name}` must be a text, not {_type(value)}")
    return _encodable(value, "")


def document(value: object, name: str) -> str:
    """A document as JSON text: a mapping, or text that the core will read."""
    if isinstance(value, str):
        return _encodable(value, "$")
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError as wrong:
            raise error("document.not-json", f"this is not UTF-8, from byte {wrong.start}", "$") from None
    if isinstance(value, Mapping):
        return compact(_plain(value, None, 1))
    message = f"`{name}` must be a mapping or JSON text, not {_type(value)}"
    raise WrongTypeError("value.wrong-type", message, "$")


def compact(plain: object) -> str:
    """JSON as the core writes it: no spaces, nothing escaped that need not be."""
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def texts(lang: object) -> tuple[str, _raakvlak.Texts]:
    """A language or a text pack, as text and read."""
    if not isinstance(lang, (str, bytes, Mapping)):
        message = f"`lang` must be `nl`, `en` or a text pack, not {_type(lang)}"
        raise WrongTypeError("value.wrong-type", message)
    name = lang if isinstance(lang, str) else document(lang, "lang")
    return name, _read(_encodable(name, ""))


# A text pack takes milliseconds to read: once is enough.
@lru_cache(maxsize=8)
def _read(lang: str) -> _raakvlak.Texts:
    return _raakvlak.Texts(lang)


# The place of a value is the place of what it stands in, and its key or index there. It is written
# out only where something is wrong.
def _plain(value: object, at: tuple[Any, str | int] | None, depth: int) -> object:
    if isinstance(value, str):
        return value if value.isascii() else _encodable(value, _path(at))
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if -(2**63) <= value < 2**64:
            return value
        raise WrongTypeError("value.wrong-type", "this number is too large", _path(at))
    if isinstance(value, float):
        if isfinite(value):
            return value
        raise WrongTypeError("value.wrong-type", f"JSON has no number {value}", _path(at))
    if depth > _DEEPEST:
        raise error("document.too-deep", "the document nests too deep", "$")
    if isinstance(value, Mapping):
        plain = {}
        for key, inner in value.items():
            if not isinstance(key, str):
                message = f"a key must be a text, not {_type(key)}"
                raise WrongTypeError("value.wrong-type", message, _path(at))
            plain[key if key.isascii() else _encodable(key, _path(at))] = _plain(inner, (at, key), depth + 1)
        return plain
    if isinstance(value, (list, tuple)):
        return [_plain(inner, (at, i), depth + 1) for i, inner in enumerate(value)]
    raise WrongTypeError("value.wrong-type", f"JSON cannot hold {_type(value)}", _path(at))


def _path(at: tuple[Any, str | int] | None) -> str:
    """A place as a JSON path, written as the core writes it."""
    if at is None:
        return "$"
    before, step = at
    if isinstance(step, int):
        return f"{_path(before)}[{step}]"
    if step and step.isascii() and step.replace("-", "a").replace("_", "a").isalnum():
        return f"{_path(before)}.{step}"
    return "{}['{}']".format(_path(before), step.replace("'", "\\'"))


def _encodable(value: str, path: str) -> str:
    """A lone half of a surrogate pair is no character, so no text can hold it."""
    try:
        value.encode()
    except UnicodeEncodeError as wrong:
        message = f"this is no text: a lone surrogate at character {wrong.start}"
        raise error("document.not-json", message, path) from None
    return value


def _type(value: object) -> str:
    kind = type(value)
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return f"a value of the type `{module}{kind.__qualname__}`"
