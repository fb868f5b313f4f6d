"""The rules over the columns of a data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, Protocol, TypeAlias

from . import _raakvlak
from ._errors import WrongTypeError, error
from ._raakvlak import Table
from ._rules import Rules, compiled
from ._write import text


class ArrowStream(Protocol):
    """A table that hands over its rows as an Arrow stream."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class ArrowArray(Protocol):
    """A batch of rows that hands them over as one Arrow array."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


Frame: TypeAlias = ArrowStream | ArrowArray
"""A data frame of any library that speaks Arrow's PyCapsule interface: polars, pandas, pyarrow,
DuckDB, DataFusion, …"""

About: TypeAlias = Literal[
    "case", "contact", "family", "houses", "organisation", "network", "cooperation", "district-team"
]
"""What rules are about. About the case and the houses a row is a case, about the organisation an
organisation; about contact and family it is a pair of people."""


def advise_table(
    df: Frame,
    *,
    about: About = "case",
    advices: Iterable[str] | None = None,
    keep: Iterable[str] = (),
    rules: Rules | None = None,
    threads: int = 1,
) -> Table:
    """What each row of a data frame asks for: the same answers as ``advise``, without reasons.

    Args:
        df: The data frame. Its columns are named after observations (``raakvlak.observations()``
            lists them); an observation without a column is not known. A column holds booleans,
            the places of values as whole numbers of any width, or names of values as text,
            also as a dictionary (categorical). What is null is not known.
        about: What the rules are about.
        advices: The ids of the advices to give, in this order; all of them by default.
        keep: Columns that go with the answers unchanged, before them. They need not be
            observations.
        rules: The rules that decide; the built-in ones by default.
        threads: Over how many threads the rows are shared out. The answers are the same.

    Returns:
        A table with a nullable boolean column for every advice: true where it applies, false
        where it does not now, null where it is open.

    Raises:
        CaseError: ``observation.unknown`` where a column is no observation and is not kept;
            ``observation.wrong-value`` where a row has a value that its observation does not take.
        DocumentError: ``value.wrong-type`` where a column is of a type that cannot state its
            observation, or ``df`` is no data frame; ``field.missing`` where a column to keep is
            not there; ``field.repeated`` where two columns have the same name.
        RuleError: ``advice.unknown`` where no rule about it gives an advice.
    """
    return columns(about, advices, keep, rules, threads).decide(frame(df))


def houses_table(
    df: Frame, *, keep: Iterable[str] = (), rules: Rules | None = None, threads: int = 1
) -> Table:
    """Which houses each row of a data frame asks to explain to parents.

    Args:
        df: The data frame, as for ``advise_table``.
        keep: Columns that go with the answers unchanged, before them.
        rules: The rules that decide; the built-in ones by default.
        threads: Over how many threads the rows are shared out.

    Returns:
        A table with a column for each house, as ``advise_table`` gives them, and before those
        the notices about safety with which a plan begins too.

    Raises:
        RaakvlakError: as ``advise_table``.
    """
    return houses(keep, rules, threads).decide(frame(df))


def columns(
    about: str,
    advices: Iterable[str] | None,
    keep: Iterable[str],
    rules: Rules | None,
    threads: int,
) -> _raakvlak.Columns:
    """What is asked of a table, checked."""
    asked = None if advices is None else names(advices, "advices")
    return _raakvlak.Columns(
        compiled(rules), text(about, "about"), asked, names(keep, "keep"), count(threads, "threads")
    )


def houses(keep: Iterable[str], rules: Rules | None, threads: int) -> _raakvlak.Columns:
    """The houses, asked of a table."""
    return _raakvlak.Columns.houses(compiled(rules), names(keep, "keep"), count(threads, "threads"))


def frame(df: object) -> Any:
    """A data frame, or a mistake that says what is taken."""
    kind = type(df)
    if not isinstance(df, type) and any(
        hasattr(df, name) for name in ("__arrow_c_stream__", "__arrow_c_array__")
    ):
        return df
    message = f"`df` must be a data frame, not a value of the type `{kind.__module__}.{kind.__qualname__}`"
    help = "a polars, pandas, pyarrow or DuckDB table, or another with Arrow's PyCapsule interface"
    lazy = "; collect a lazy frame first" if hasattr(df, "collect") else ""
    raise WrongTypeError("value.wrong-type", message, "", help + lazy)


def names(value: object, name: str) -> list[str]:
    """An argument that must be a list of texts."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise WrongTypeError("value.wrong-type", f"`{name}` must be a list of texts")
    return [text(one, name) for one in value]


def count(value: object, name: str, most: int = 1024) -> int:
    """An argument that must be a number from 1 on."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongTypeError("value.wrong-type", f"`{name}` must be a whole number")
    if not 1 <= value <= most:
        raise error("value.unknown", f"`{name}` must be from 1 to {most}")
    return value
