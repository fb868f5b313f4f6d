"""The exceptions: one for every mistake in what was handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._raakvlak import Table

class RaakvlakError(Exception):
    """A mistake in what was handed in.

    Attributes:
        code: The stable code, such as ``facet.unknown``; it keeps its meaning for ever.
        message: What is wrong, in plain words; it may be reworded.
        path: The place, as a JSON path such as ``$.people[0].id``; empty where the
            mistake has no place.
        help: What to do about it, or ``None``.
    """

    code: str
    message: str
    path: str
    help: str | None

    def __init__(self, code: str, message: str, path: str = "", help: str | None = None) -> None:
        # All four are arguments of the exception, so that it can be pickled.
        super().__init__(code, message, path, help)
        self.code = code
        self.message = message
        self.path = path
        self.help = help

    def __str__(self) -> str:
        at = f" (at {self.path})" if self.path else ""
        help = f"; {self.help}" if self.help else ""
        return f"{self.code}: {self.message}{at}{help}"


class DocumentError(RaakvlakError):
    """A document that cannot be read: ``document.*``, ``field.*``, ``value.*``, ``date.*``,
    ``schema.*``."""


class WrongTypeError(DocumentError, TypeError):
    """A Python value that no document can hold, or of another type than is asked for.

    The code is ``value.wrong-type``.
    """


class CaseError(RaakvlakError):
    """A case that does not hold together, or has nothing to show.

    ``person.*``, ``pair.*``, ``comparison.*``, ``facet.*``, ``observation.*``,
    ``houses.*``.
    """


class RuleError(RaakvlakError):
    """Rules that are refused, or an advice that no rule gives: ``rule.*``, ``advice.*``."""


class KnowledgeError(RaakvlakError):
    """Knowledge that is not there: ``knowledge.*``."""


class ChecklistError(RaakvlakError):
    """The checklist, or a table of its answers: ``checklist.*``, ``table.*``."""


class NetworkError(RaakvlakError):
    """A network, its schedule or a vote that does not hold together, or a vision: ``network.*``, ``schedule.*``,
    ``vote.*``, ``vision.*``.
    """


class ChecklistFaults(ChecklistError):
    """What is wrong in a table of answers: ``table.faulty``, with the place of the first fault.

    Attributes:
        faults: All of them, as a table with ``row`` (counted from 0), ``column``, ``value``,
            ``expected`` and ``code``.
    """

    faults: Table

    def __init__(
        self, code: str, message: str, path: str = "", help: str | None = None, *, faults: Table
    ) -> None:
        super().__init__(code, message, path, help)
        self.faults = faults

    # The table does not travel to another process; what is said about it does.
    def __reduce__(self) -> tuple[Any, ...]:
        return ChecklistError, (self.code, self.message, self.path, self.help)


_BY_KIND: dict[str, type[RaakvlakError]] = {
    **dict.fromkeys(("document", "field", "value", "schema", "date"), DocumentError),
    **dict.fromkeys(("person", "pair", "comparison", "facet", "observation", "houses"), CaseError),
    **dict.fromkeys(("rule", "advice"), RuleError),
    "knowledge": KnowledgeError,
    **dict.fromkeys(("checklist", "table"), ChecklistError),
    **dict.fromkeys(("network", "schedule", "vote", "vision"), NetworkError),
}


def error(code: str, message: str, path: str = "", help: str | None = None) -> RaakvlakError:
    """The exception of the kind that the first part of the code names."""
    kind = _BY_KIND.get(code.partition(".")[0], RaakvlakError)
    return kind(code, message, path, help)
