"""A case, built step by step."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, overload

from ._errors import error
from ._write import document as _document
from .documents import Grade, Lives, MemberKind, Quality, Role, Sector, Support


class Case:
    """A case: what was seen, as the document ``raakvlak.case.v1``.

    Every step adds to this case and returns it, so that steps can be chained. Nothing is
    checked here: the call that is given the case checks all of it, and names the place of
    a mistake. What is not stated is not known; ``"declined"`` is a statement of its own.

    Args:
        sector: Where the case plays; it decides nothing.
        note: Free text; it decides nothing and is never logged.

    >>> case = Case(sector="youth-care").person("me", role="professional").state("trust", "basis")
    >>> case.to_dict()["circumstances"]
    {'trust': 'basis'}
    """

    __slots__ = ("_document",)

    _document: dict[str, Any]

    def __init__(self, *, sector: Sector, note: str | None = None) -> None:
        self._document = {"schema": "raakvlak.case.v1", "sector": sector}
        if note is not None:
            self._document["note"] = note
        self._document["people"] = []

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Case:
        """A case that was kept with ``to_dict``, to go on with: a copy."""
        return cls.from_json(_document(document, "document"))

    @classmethod
    def from_json(cls, text: str | bytes) -> Case:
        """A case that was kept with ``to_json``, to go on with.

        Raises:
            DocumentError: ``document.not-json`` where it is no JSON, ``value.wrong-type`` where
                it is no object. What stands in it is checked by the call that is given the case.
        """
        try:
            found = json.loads(_document(text, "text"))
        except (ValueError, RecursionError) as wrong:
            raise error("document.not-json", f"this is not JSON: {wrong}", "$") from None
        if not isinstance(found, dict):
            raise error("value.wrong-type", "a case is an object", "$")
        case = cls.__new__(cls)
        case._document = found
        case._document.setdefault("people", [])
        return case

    def person(self, id: str, *, role: Role, note: str | None = None) -> Case:
        """Adds a person.

        Args:
            id: Any short text that is not there yet; no name is needed.
            role: Who this is in the case.
            note: Free text; it decides nothing.
        """
        self._document["people"].append(_given(id=id, role=role, note=note))
        return self

    def difference(
        self,
        first: str,
        second: str,
        *,
        facet: str,
        difference: Grade,
        stated_by: str | None = None,
        note: str | None = None,
    ) -> Case:
        """States how far two people differ on a facet.

        Args:
            first: The id of one of the two; the order does not matter.
            second: The id of the other.
            facet: What they differ on, such as ``culture.norms-values``.
            difference: ``shared``, ``partly``, ``different``, or ``declined``.
            stated_by: The id of the person who states it. Two people may state different
                things; then it decides as not known.
            note: Free text; it decides nothing.
        """
        comparison = _given(
            between=[first, second], facet=facet, difference=difference, stated_by=stated_by, note=note
        )
        self._document.setdefault("comparisons", []).append(comparison)
        return self

    @overload
    def state(self, observation: str, value: bool | str, /) -> Case: ...
    @overload
    def state(self, statements: Mapping[str, bool | str], /) -> Case: ...
    @overload
    def state(self, /, **statements: bool | str) -> Case: ...
    def state(self, /, *stated: Any, **statements: bool | str) -> Case:
        """States something about the case as a whole.

        One observation and its value, ``state("trust", "basis")``; several,
        ``state({"trust": "basis", "person.young": True})``; or several by name,
        ``state(trust="basis", **{"person.young": True})``. Stated again, the last value stands.

        Args:
            observation: Its id; ``raakvlak.observations()`` lists all.
            value: ``True``, ``False``, the name of a step, or ``"declined"``.
            statements: Observations, each with its value.

        Raises:
            TypeError: where it is none of the three.
        """
        self._document.setdefault("circumstances", {}).update(_statements(stated, statements))
        return self

    @overload
    def state_between(self, first: str, second: str, observation: str, value: bool | str, /) -> Case: ...
    @overload
    def state_between(self, first: str, second: str, statements: Mapping[str, bool | str], /) -> Case: ...
    @overload
    def state_between(self, first: str, second: str, /, **statements: bool | str) -> Case: ...
    def state_between(self, first: str, second: str, /, *stated: Any, **statements: bool | str) -> Case:
        """States something about two people in particular, such as ``language.shared``.

        It goes before what ``state`` says of the case as a whole.

        Args:
            first: The id of one of the two; the order does not matter.
            second: The id of the other.
            observation: Its id; only observations about a contact.
            value: As for ``state``.
            statements: Observations, each with its value.

        Raises:
            TypeError: as ``state``.
        """
        found = _statements(stated, statements)
        contacts = self._document.setdefault("contacts", [])
        for contact in contacts:
            if contact["between"] in ([first, second], [second, first]):
                contact["circumstances"].update(found)
                return self
        contacts.append({"between": [first, second], "circumstances": found})
        return self

    def member(
        self, id: str, *, kind: MemberKind | None = None, lives: Lives | None = None, note: str | None = None
    ) -> Case:
        """Adds someone, or a place, to the network, beside the people of the case.

        Args:
            id: Any short text that is not there yet.
            kind: Who or what it is.
            lives: Where they live.
            note: Free text; it decides nothing.
        """
        self._ecogram().setdefault("members", []).append(_given(id=id, kind=kind, lives=lives, note=note))
        return self

    def tie(
        self,
        first: str,
        second: str,
        *,
        quality: Quality | None = None,
        support: Iterable[Support] = (),
        note: str | None = None,
    ) -> Case:
        """Adds a tie of the network.

        Args:
            first: The id of a member or a person; the order does not matter.
            second: The id of the other.
            quality: How the tie is.
            support: What goes over it.
            note: Free text; it decides nothing.
        """
        tie = _given(between=[first, second], quality=quality, support=list(support) or None, note=note)
        self._ecogram()["ties"].append(tie)
        return self

    def network_complete(self, complete: bool = True) -> Case:
        """States whether everyone who matters is in the network; only then is it known who lacks."""
        self._ecogram()["complete"] = complete
        return self

    def event(self, what: str, *, when: str | None = None, meant: str | None = None) -> Case:
        """Adds an event to the lifeline, in the order it was told.

        Args:
            what: What happened.
            when: A year, a year and month, or a day, such as ``2015-06``.
            meant: What it meant to the client, in their own words.
        """
        self._document.setdefault("lifeline", {"events": []})["events"].append(
            _given(what=what, when=when, meant=meant)
        )
        return self

    def copy(self) -> Case:
        """The same case once more: to state more in, and compare."""
        other = type(self).__new__(type(self))
        other._document = self.to_dict()
        return other

    __copy__ = copy

    def to_dict(self) -> dict[str, Any]:
        """The case as plain dicts and lists; a copy."""
        copied: dict[str, Any] = _copied(self._document)
        return copied

    def to_json(self) -> str:
        """The case as JSON text.

        Raises:
            WrongTypeError: where a value was given that JSON cannot hold.
        """
        return _document(self._document, "case")

    def _ecogram(self) -> dict[str, Any]:
        ecogram: dict[str, Any] = self._document.setdefault("ecogram", {"ties": []})
        return ecogram

    def __eq__(self, other: object) -> bool:
        return self._document == other._document if isinstance(other, Case) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # it changes with every step

    def __repr__(self) -> str:
        # Sizes only: what was stated of people does not belong in a log.
        sizes = {key: len(value) for key, value in self._document.items() if isinstance(value, (list, dict))}
        shown = "".join(f", {key}=[{size}]" for key, size in sizes.items())
        return f"Case(sector={self._document.get('sector')!r}{shown})"


def _given(**fields: object) -> dict[str, object]:
    """The fields that were given: what is absent is not known."""
    return {key: value for key, value in fields.items() if value is not None}


def _copied(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def _statements(stated: tuple[Any, ...], by_name: Mapping[str, bool | str]) -> dict[Any, bool | str]:
    match stated:
        case (observation, value) if not by_name:
            return {observation: value}
        case (Mapping() as several,) if not by_name:
            return dict(several)
        case () if by_name:
            return dict(by_name)
    raise TypeError("state one observation and its value, or several as a mapping or by name")
