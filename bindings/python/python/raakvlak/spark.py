"""Rules and checklist over a Spark DataFrame: every row on the worker that holds it.

The workers need this package too; Spark itself asks pyarrow and pandas of them.

>>> from raakvlak import spark  # doctest: +SKIP
>>> spark.houses_table(df, keep=["client"]).write.parquet("houses")  # doctest: +SKIP
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, overload

from . import _frames, _raakvlak, checklist
from ._calls import Lang
from ._raakvlak import Table
from ._rules import Rules

if TYPE_CHECKING:
    from pyspark.sql import DataFrame  # type: ignore[import-not-found, unused-ignore]

__all__ = ["advise_table", "compare", "houses_table", "score"]


def advise_table(
    df: DataFrame,
    *,
    about: _frames.About = "case",
    advices: Iterable[str] | None = None,
    keep: Iterable[str] = (),
    rules: Rules | None = None,
) -> DataFrame:
    """What each row of a Spark DataFrame asks for; as ``raakvlak.advise_table``.

    Args:
        df: The DataFrame, with a column for every observation that is stated.
        about: What the rules are about.
        advices: The ids of the advices to give, in this order; all of them by default.
        keep: Columns that go with the answers unchanged, before them.
        rules: The rules that decide; the built-in ones by default.

    Returns:
        A DataFrame with a boolean column for every advice: true where it applies, false where
        it does not now, null where it is open. As always with Spark, it is worked out when
        something is done with it.

    Raises:
        RaakvlakError: as ``raakvlak.advise_table``, at once for what is wrong with the columns. A
            wrong value in a row is met on a worker, and Spark raises its own exception for
            that, with ours in its text; the row is counted within its batch.
    """
    asked, kept = None if advices is None else list(advices), list(keep)
    return _decided(df, lambda: _frames.columns(about, asked, kept, rules, 1), kept)


def houses_table(df: DataFrame, *, keep: Iterable[str] = (), rules: Rules | None = None) -> DataFrame:
    """Which houses each row of a Spark DataFrame asks to explain; as ``raakvlak.houses_table``.

    Args:
        df: The DataFrame, with a column for every observation that is stated.
        keep: Columns that go with the answers unchanged, before them.
        rules: The rules that decide; the built-in ones by default.

    Returns:
        A DataFrame with a column for each house, and before those the notices about safety.

    Raises:
        RaakvlakError: as ``advise_table``.
    """
    kept = list(keep)
    return _decided(df, lambda: _frames.houses(kept, rules, 1), kept)


@overload
def score(
    df: DataFrame,
    *,
    by: Iterable[checklist.Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: Literal[False] = False,
) -> Table: ...
@overload
def score(
    df: DataFrame,
    *,
    by: Iterable[checklist.Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: Literal[True],
) -> tuple[Table, Table]: ...
def score(
    df: DataFrame,
    *,
    by: Iterable[checklist.Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: bool = False,
) -> Table | tuple[Table, Table]:
    """Figures of groups, as ``raakvlak.checklist.score``: the same bytes as one process gives.

    The workers count; what comes to the driver are the counts per team, role and wave and, for
    those with a pseudonym, a digest of it. The disclosure step is taken on the driver, over the
    whole table at once.

    Args:
        df: The answers.
        by: As for ``raakvlak.checklist.score``, and so are the others.
        minimum: The smallest number of respondents of which there is a figure.
        in_team: The raw figures, not for publication.
        different_people: States that every wave asked other people.
        enough: The share of what is asked, in percent, from which on a block has a figure.
        lang: The language of the labels and of the notice.
        rejects: Leave faulty rows out, and give what is wrong beside the figures.

    Returns:
        A table, on the driver. In what is wrong a row is counted within its ``partition``.

    Raises:
        RaakvlakError: as ``raakvlak.checklist.score``. A respondent who stands twice in a wave is a
            fault of the second row where both are in one partition, and ``checklist.repeated``
            for the whole otherwise: ``df.repartition("respondent")`` brings them together.
    """
    # What is wrong with what is asked is told before anything runs.
    asked = list(by)
    checklist.scored(_raakvlak.Survey.from_json([]), asked, minimum, in_team, different_people, enough, lang)
    survey, faults = _survey(df, rejects)
    made = checklist.scored(survey, asked, minimum, in_team, different_people, enough, lang)
    return (made, faults) if rejects else made


@overload
def compare(
    df: DataFrame,
    *,
    waves: tuple[str | int, str | int] | None = None,
    roles: tuple[str, str] | None = None,
    by: Iterable[checklist.Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: Literal[False] = False,
) -> Table: ...
@overload
def compare(
    df: DataFrame,
    *,
    waves: tuple[str | int, str | int] | None = None,
    roles: tuple[str, str] | None = None,
    by: Iterable[checklist.Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: Literal[True],
) -> tuple[Table, Table]: ...
def compare(
    df: DataFrame,
    *,
    waves: tuple[str | int, str | int] | None = None,
    roles: tuple[str, str] | None = None,
    by: Iterable[checklist.Key] = (),
    minimum: int = 10,
    in_team: bool = False,
    different_people: bool = False,
    enough: int = 50,
    lang: Lang = "nl",
    rejects: bool = False,
) -> Table | tuple[Table, Table]:
    """Two waves, or two roles, beside each other, as ``raakvlak.checklist.compare``.

    Args:
        df: The answers.
        waves: The two waves, the earlier one first.
        roles: Or the two roles.
        by: As for ``score``, and so are the others.
        minimum: The smallest number of respondents of which there is a figure.
        in_team: The raw figures, not for publication.
        different_people: States that every wave asked other people.
        enough: The share of what is asked, in percent, from which on a block has a figure.
        lang: The language of the labels and of the notice.
        rejects: Leave faulty rows out, and give what is wrong beside the figures.

    Returns:
        A table, on the driver.

    Raises:
        RaakvlakError: as ``score``, and as ``raakvlak.checklist.compare``.
    """
    over, asked = checklist.sides(waves, roles), list(by)
    checklist.scored(_raakvlak.Survey.from_json([]), asked, minimum, in_team, different_people, enough, lang)
    survey, faults = _survey(df, rejects)
    made = checklist.compared(survey, over, asked, minimum, in_team, different_people, enough, lang)
    return (made, faults) if rejects else made


def _survey(df: DataFrame, rejects: bool) -> tuple[_raakvlak.Survey, Table]:
    """Counts on the workers, and adds up on the driver."""
    import pyarrow.compute  # type: ignore[import-not-found, import-untyped, unused-ignore]
    from pyspark.sql.pandas.types import to_arrow_schema  # type: ignore[import-not-found, unused-ignore]

    names = df.columns
    _, (_, _, absent, extra) = _raakvlak.Survey.read(to_arrow_schema(df.schema).empty_table())
    checklist.note(absent, extra)
    numbered = _numbered(df)
    columns = {name.strip().lower(): f"_{at}" for at, name in enumerate(names)}
    if columns.keys() & {"item", "stelling"}:
        # Each row is an answer: those of one respondent make one sheet.
        numbered = numbered.repartition(columns["respondent"])

    # A partition gives its counts, and after them what is wrong in it.
    def count(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow
        from pyspark import TaskContext  # type: ignore[import-not-found, unused-ignore]

        first = next(batches, None)
        if first is None:
            return
        named = (batch.rename_columns(names) for batch in itertools.chain([first], batches))
        schema = first.rename_columns(names).schema
        survey, (faults, *_) = _raakvlak.Survey.read(pyarrow.RecordBatchReader.from_batches(schema, named))
        wrong = pyarrow.table(faults)
        partition = TaskContext.get().partitionId()
        handed = {
            "survey": [survey.to_json(), *[None] * len(faults)],
            "partition": [partition] * (len(faults) + 1),
            **{name: [None, *wrong[name].to_pylist()] for name in faults.columns},
        }
        kinds = {"partition": pyarrow.int32(), "row": pyarrow.int64()}
        arrays = [pyarrow.array(values, kinds.get(name, pyarrow.string())) for name, values in handed.items()]
        yield pyarrow.RecordBatch.from_arrays(arrays, list(handed))

    form = "survey string, partition int, row long, column string, value string, expected string, code string"
    handed = numbered.mapInArrow(count, form).toArrow()
    survey = _raakvlak.Survey.from_json(handed["survey"].drop_null().to_pylist())
    wrong = handed.filter(pyarrow.compute.is_null(handed["survey"])).drop_columns("survey")
    wrong = wrong.sort_by([("partition", "ascending"), ("row", "ascending")])
    first = None
    for one in wrong[:1].to_pylist():
        place = "row {row} of partition {partition}, column `{column}`".format_map(one)
        shown = f"{place}: `{one['value']}`; expected {one['expected']}"
        first = f"$['{one['column']}'][{one['row']}]", shown
    faults = Table(wrong)
    checklist.settle(faults, first, rejects)
    return survey, faults


def _numbered(df: DataFrame) -> DataFrame:
    # Spark takes a name with a dot for a field of a column: inside, columns are numbered.
    return df.toDF(*(f"_{at}" for at in range(len(df.columns))))


def _decided(df: DataFrame, columns: Callable[[], _raakvlak.Columns], keep: list[str]) -> DataFrame:
    from pyspark.sql.pandas.types import to_arrow_schema  # type: ignore[import-not-found, unused-ignore]
    from pyspark.sql.types import BooleanType, StructType  # type: ignore[import-not-found, unused-ignore]

    # What is wrong with the columns is told before anything runs.
    advices = columns().decide(to_arrow_schema(df.schema).empty_table()).columns[len(keep) :]
    schema = StructType([df.schema[name] for name in keep])
    for advice in advices:
        schema.add(advice, BooleanType())

    names = df.columns

    # Compiled rules do not travel: each worker compiles them from what they are made of.
    def decide(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow  # type: ignore[import-not-found, import-untyped, unused-ignore]

        asked = columns()
        for batch in batches:
            yield from pyarrow.table(asked.decide(batch.rename_columns(names))).to_batches()

    return _numbered(df).mapInArrow(decide, schema)
