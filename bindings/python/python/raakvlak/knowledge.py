"""What is known, with sources: the entries that advice rests on."""

from __future__ import annotations

import builtins
import json
from typing import Any

from . import _raakvlak
from ._calls import Lang
from ._write import text, texts
from .documents import Kind, KnowledgeEntry

__all__ = ["list", "search", "show"]


def list(kind: Kind | None = None, *, lang: Lang = "nl") -> builtins.list[KnowledgeEntry]:
    """The entries, of one kind or all.

    Args:
        kind: Such as ``method`` or ``competence``; all by default.
        lang: The language of the texts.

    Raises:
        DocumentError: ``value.unknown`` for a kind that no entry has.
    """
    kind_name = None if kind is None else text(kind, "kind")
    return _entries(_raakvlak.knowledge_list(kind_name, texts(lang)[1]))


def show(id: str, *, lang: Lang = "nl") -> KnowledgeEntry:
    """One entry.

    Args:
        id: Its id, such as ``principle.curiosity``.
        lang: The language of the texts.

    Raises:
        KnowledgeError: ``knowledge.unknown`` where there is no such entry.
    """
    entry: dict[str, Any] = json.loads(_raakvlak.knowledge_show(text(id, "id"), texts(lang)[1]))
    return KnowledgeEntry(entry)


def search(words: str, *, lang: Lang = "nl") -> builtins.list[KnowledgeEntry]:
    """The entries with all these words; those with a hit in the heading come first.

    Args:
        words: One word or several.
        lang: The language to search in, and of the texts.
    """
    return _entries(_raakvlak.knowledge_search(text(words, "words"), texts(lang)[1]))


def _entries(answer: str) -> builtins.list[KnowledgeEntry]:
    return [KnowledgeEntry(entry) for entry in json.loads(answer)]
