"""The checklist over data frames: from answers to figures that may be published.

A table of answers has a row for each sheet, or for each answer. Wide: ``respondent``, ``role``,
``team``, ``organisation``, ``municipality``, ``wave``, ``instrument`` and ``item.1`` to ``item.30``
and ``item.anchoring``; one of the statements must be there. Long: the same with ``item`` and
``score``, and a ``respondent``. The Dutch names are known too. An answer is a whole number from 1 to
10, nothing (not answered), ``n/a`` or ``nvt``, ``?`` or ``weet niet``.

>>> import raakvlak.checklist
>>> raakvlak.checklist.score(df, by=["organisation"])  # doctest: +SKIP

The checklist scores the conditions of an organisation, never a person.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Literal, TypeAlias, overload

from . import _raakvlak
from ._calls import Lang
from ._errors import ChecklistFaults, WrongTypeError, error
from ._frames import Frame, count, frame, names
from ._raakvlak import Table
from ._write import texts

__all__ = ["ChecklistFaults", "Key", "compare", "report", "score", "score_rows"]

Key: TypeAlias = Literal["municipality", "organisation", "team", "role", "wave"]
"""What figures are given by."""


@overload
def score(
    df: Frame,
    *,
    by: Iterable[Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: Literal[False] = False,
) -> Table: ...
@overload
def score(
    df: Frame,
    *,
    by: Iterable[Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: Literal[True],
) -> tuple[Table, Table]: ...
def score(
    df: Frame,
    *,
    by: Iterable[Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: bool = False,
) -> Table | tuple[Table, Table]:
    """Figures of groups: of every statement and every block.

    They go through the disclosure step, over all groups in the table at once: whatever else is
    asked of the same table with the same minimum, all answers together tell no group under
    the minimum apart. What is hidden and what is not there look alike: null.

    Args:
        df: The answers, as a data frame of any library that speaks Arrow.
        by: What the figures are given by. Where there are waves, always by wave too.
        minimum: The smallest number of respondents of which there is a figure; 5 or more.
        in_team: The raw figures, for the team's own conversation. They are not for publication.
        different_people: States that every wave asked other people.
        enough: The share of what is asked, in percent, from which on a block has a figure.
        lang: The language of the labels and of the notice.
        rejects: Leave faulty rows out, and give what is wrong in them beside the figures.

    Returns:
        A table with a row for each group and each block and statement in it: ``municipality``,
        ``organisation``, ``team``, ``role``, ``wave`` (null where the figures are not given by that),
        ``sheets``, ``kind`` (``block`` or ``item``), ``id``, ``within`` (the block it is part of),
        ``name``, ``answered``, ``mean``, ``median``, ``lower_quartile``, ``upper_quartile``,
        ``lowest``, ``highest``, ``score_1`` to ``score_10`` (how often each score was given), and
        ``view``: ``publication``, or ``in-team``. With ``in_team`` also ``not_answered``,
        ``not_applicable`` and ``dont_know``, and ``notice``. What has to be said with the figures is
        in the metadata of the schema too, as ``raakvlak.notice``.
        With ``rejects`` also a table of what is wrong: ``row``, ``column``, ``value``, ``expected``,
        ``code``.

    Raises:
        ChecklistFaults: where cells or rows are wrong, with all of them, unless ``rejects``.
        ChecklistError: ``checklist.item`` where a column is named after no statement,
            ``checklist.minimum`` under five.
        DocumentError: ``field.missing`` where no column holds answers, ``field.repeated`` where two
            hold the same, ``value.wrong-type`` where a column is of a type that cannot hold
            what it should.
    """
    survey, faults = _survey(df, rejects)
    made = scored(survey, by, minimum, in_team, different_people, enough, lang)
    return (made, faults) if rejects else made


@overload
def compare(
    df: Frame,
    *,
    waves: tuple[str | int, str | int] | None = None,
    roles: tuple[str, str] | None = None,
    by: Iterable[Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: Literal[False] = False,
) -> Table: ...
@overload
def compare(
    df: Frame,
    *,
    waves: tuple[str | int, str | int] | None = None,
    roles: tuple[str, str] | None = None,
    by: Iterable[Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: Literal[True],
) -> tuple[Table, Table]: ...
def compare(
    df: Frame,
    *,
    waves: tuple[str | int, str | int] | None = None,
    roles: tuple[str, str] | None = None,
    by: Iterable[Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: bool = False,
) -> Table | tuple[Table, Table]:
    """Two waves, or two roles, beside each other, in every group.

    Args:
        df: The answers, as for ``score``.
        waves: The two waves, the earlier one first.
        roles: Or the two roles, such as ``("professional", "manager")``.
        by: What the figures are given by besides.
        minimum: As for ``score``.
        in_team: As for ``score``.
        different_people: As for ``score``.
        enough: As for ``score``.
        lang: As for ``score``.
        rejects: As for ``score``.

    Returns:
        A table with a row for each group and each block and statement in it: the columns that tell
        the group, ``one`` and ``other``, the figure of each with its name before it
        (``one_median``, ``other_median``, …), and ``median_difference`` and ``mean_difference``:
        the other less the one, null where either is hidden or not known.

    Raises:
        RaakvlakError: as ``score``; a ``DocumentError`` with ``value.unknown`` where no row has
            that wave or role.
    """
    over = sides(waves, roles)
    survey, faults = _survey(df, rejects)
    made = compared(survey, over, by, minimum, in_team, different_people, enough, lang)
    return (made, faults) if rejects else made


def report(
    df: Frame, *, minimum: int = 10, in_team: bool = False, different_people: bool = False, lang: Lang = "nl"
) -> str:
    """A page of HTML with pictures and tables: by everything that the table has, complete in itself.

    Where the answers are of one organisation, it ends with what that organisation can begin with.

    Args:
        df: The answers, as for ``score``.
        minimum: As for ``score``.
        in_team: The raw figures, for the team's own conversation; the page says so first.
        different_people: As for ``score``.
        lang: The language of the page.

    Raises:
        RaakvlakError: as ``score``.
    """
    survey, _ = _survey(df, False)
    return survey.report(_minimum(minimum, in_team), bool(different_people), texts(lang)[1])


@overload
def score_rows(df: Frame, *, enough: int = 50, rejects: Literal[False] = False) -> Table: ...
@overload
def score_rows(df: Frame, *, enough: int = 50, rejects: Literal[True]) -> tuple[Table, Table]: ...
def score_rows(df: Frame, *, enough: int = 50, rejects: bool = False) -> Table | tuple[Table, Table]:
    """The blocks of every sheet, row by row: for whoever counts further, never for publication.

    Args:
        df: The answers, as for ``score``.
        enough: The share of the applicable statements, in percent, from which on a block is known.
        rejects: Leave what is wrong unknown, and give it beside the scores.

    Returns:
        A table with the columns that tell whose sheet it is, and for every block the mean of its
        scores (null where it is not known) and how many there are (``….answered``). With
        ``rejects`` also a table of what is wrong.

    Raises:
        RaakvlakError: as ``score``.
    """
    made, beside = _raakvlak.score_rows(frame(df), _percent(enough))
    faults, first, absent, extra = beside
    note(absent, extra)
    settle(faults, first, rejects)
    return (made, faults) if rejects else made


def _survey(df: object, rejects: bool) -> tuple[_raakvlak.Survey, Table]:
    survey, (faults, first, absent, extra) = _raakvlak.Survey.read(frame(df))
    note(absent, extra)
    settle(faults, first, rejects)
    return survey, faults


def sides(
    waves: tuple[str | int, str | int] | None, roles: tuple[str, str] | None
) -> tuple[Key, tuple[str, str]]:
    """What is compared: two waves or two roles."""
    if (waves is None) == (roles is None):
        raise error("value.unknown", "give `waves` or `roles`, one of the two")
    over: Key = "wave" if waves is not None else "role"
    two = waves if waves is not None else roles
    if not isinstance(two, (tuple, list)) or len(two) != 2:
        raise WrongTypeError("value.wrong-type", f"`{over}s` must be two: the one and the other")
    return over, (str(two[0]), str(two[1]))


def scored(
    survey: _raakvlak.Survey,
    by: Iterable[str],
    minimum: int,
    in_team: bool,
    different_people: bool,
    enough: int,
    lang: Lang,
) -> Table:
    """The figures of a survey."""
    least = _minimum(minimum, in_team)
    return survey.score(names(by, "by"), least, bool(different_people), _percent(enough), texts(lang)[1])


def compared(
    survey: _raakvlak.Survey,
    over: tuple[Key, tuple[str, str]],
    by: Iterable[str],
    minimum: int,
    in_team: bool,
    different_people: bool,
    enough: int,
    lang: Lang,
) -> Table:
    """Two waves or roles of a survey beside each other."""
    least, percent, pack = _minimum(minimum, in_team), _percent(enough), texts(lang)[1]
    return survey.compare(*over, [*names(by, "by"), over[0]], least, bool(different_people), percent, pack)


def note(absent: list[str], extra: list[str]) -> None:
    """Says which statements have no column: a name may be misspelt."""
    if absent:
        said = f"these statements have no column, and count as not answered: {_some(absent)}"
        if extra:
            said += f"; these columns were not looked at: {_some(extra)}"
        warnings.warn(said, stacklevel=4)


def _some(names: list[str]) -> str:
    more = f", and {len(names) - 8} more" if len(names) > 8 else ""
    return ", ".join(names[:8]) + more


def settle(faults: Table, first: tuple[str, str] | None, rejects: bool) -> None:
    """Raises what is wrong in a table, unless it was asked for."""
    if first is not None and not rejects:
        path, shown = first
        many = f"{len(faults)} faults, the first: " if len(faults) > 1 else ""
        help = "`faults` has them all; with rejects=True the rows without a fault are scored"
        raise ChecklistFaults("table.faulty", many + shown, path, help, faults=faults)


def _minimum(minimum: int, in_team: bool) -> int | None:
    return None if in_team else count(minimum, "minimum", most=2**63)


def _percent(enough: int) -> int:
    return count(enough, "enough", most=100)
